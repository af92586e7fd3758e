import { itemsOf, type ClaimState, type Matter, type MatterSystem } from '#shared/domain/matter/matter.ts';
import type { Channel } from '#shared/domain/organisation/organisation.ts';
import { addMonths } from '#shared/domain/time-limit/days.ts';

export const PUBLICATIONS = { published: '已公布', unpublished: '未公布' } as const;
export type Publication = keyof typeof PUBLICATIONS;

export interface MatterFilter {
  readonly text: string;
  readonly channel: Channel | '';
  readonly system: MatterSystem | '';
  readonly claim: ClaimState | '';
  readonly publication: Publication | '';
  /** Only those without a visit in the last five years (五年未用). */
  readonly unused: boolean;
}

export const ANY: MatterFilter = { text: '', channel: '', system: '', claim: '', publication: '', unused: false };

/** Matters that pass every filter; each word must stand somewhere in the matter or its check items. `lastOn`: day of the last visit by code, `null` while unknown. */
export function filterMatters(matters: readonly Matter[], filter: MatterFilter, lastOn: ReadonlyMap<string, string> | null, today: string): readonly Matter[] {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return matters.filter((matter) => {
    if (filter.channel !== '' && matter.channel !== filter.channel) return false;
    if (filter.system !== '' && matter.system !== filter.system) return false;
    if (filter.claim !== '' && matter.claim !== filter.claim) return false;
    if (filter.publication !== '' && (matter.publishedOn !== null) !== (filter.publication === 'published')) return false;
    if (filter.unused && (lastOn === null || !isUnused(lastOn.get(matter.code) ?? null, today))) return false;
    return words.length === 0 || contains(matter, words);
  });
}

/** No visit in the five years before today. */
export function isUnused(lastOn: string | null, today: string): boolean {
  return lastOn === null || lastOn < addMonths(today, -60);
}

function contains(matter: Matter, words: readonly string[]): boolean {
  const items = itemsOf(matter).flatMap((item) => [item.content, item.method, item.standard, item.clause, item.violationId ?? '']);
  const all = [matter.name, matter.code, matter.nationalCode, matter.category, matter.object, matter.measures, matter.basis, matter.office, ...matter.subs.map((sub) => sub.name), ...items].join(' ').toLowerCase();
  return words.every((word) => all.includes(word));
}
