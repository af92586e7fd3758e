import type { VolumePlan, VolumeSheets } from '#shared/contract/volume-views.ts';
import type { NumberedItem } from '#shared/domain/volume/arrange.ts';
import type { VolumeKey } from '#shared/domain/volume/profile.ts';

/** Where the pages of a segment come from. */
export type SegmentSource =
  | { readonly kind: 'sheet'; readonly bytes: Uint8Array }
  | { readonly kind: 'document'; readonly documentId: string }
  | { readonly kind: 'evidence'; readonly evidenceId: string };

/** A run of pages of one paper, or an exhibit without pages that stands in the catalogue only. */
export interface Segment {
  /** Id of the item; `cover`, `catalogue`, `notes` for the sheets around. */
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly source: SegmentSource;
  readonly pages: number;
  /** Index of its first page on the screen; for an exhibit apart, of the page that follows. */
  readonly first: number;
  /** Number printed on its first page; `null` for sheets around and exhibits apart. */
  readonly from: number | null;
  readonly item: NumberedItem | null;
}

/** One page on the screen. */
export interface VolumePageView {
  readonly segment: Segment;
  /** Within the segment, from 1. */
  readonly page: number;
  /** Printed in the upper outer corner. */
  readonly number: number | null;
}

/** The volume as it is bound: cover, catalogue, items in order, 备考表. */
export function segmentsOf(plan: VolumePlan, sheets: VolumeSheets, volume: VolumeKey): readonly Segment[] {
  const sheet = (id: string, title: string, { bytes, pages }: VolumeSheets['cover']): Omit<Segment, 'first'> => ({ id, title, section: '', source: { kind: 'sheet', bytes }, pages, from: null, item: null });
  const items = plan.items.filter((item) => item.volume === volume);
  const parts = [sheet('cover', '封面', sheets.cover), sheet('catalogue', '卷内文件目录', sheets.catalogue), ...items.map(itemSegment), sheet('notes', '卷内备考表', sheets.notes)];
  let first = 0;
  return parts.map((part) => {
    const placed = { ...part, first };
    first += part.pages;
    return placed;
  });
}

function itemSegment(item: NumberedItem): Omit<Segment, 'first'> {
  const source: SegmentSource = item.kind === 'document' ? { kind: 'document', documentId: item.id } : { kind: 'evidence', evidenceId: item.id };
  return { id: item.id, title: item.title, section: item.section, source, pages: item.pages, from: item.from, item };
}

export function pagesOf(segments: readonly Segment[]): readonly VolumePageView[] {
  return segments.flatMap((segment) => Array.from({ length: segment.pages }, (_, index) => ({ segment, page: index + 1, number: segment.from === null ? null : segment.from + index })));
}

/** The page's place in the officer's words: the paper, and its number in the volume where it has one. */
export function placeOf(view: VolumePageView): string {
  return view.number === null ? view.segment.title : `${view.segment.title}　第 ${String(view.number)} 页`;
}
