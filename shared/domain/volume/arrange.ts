import type { CaseFile } from '../case-file/case-file.ts';
import { DOCUMENT_NAMES, type DocumentSummary } from '../document/document-file.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { shanghaiDay } from '../time-limit/days.ts';
import { BINDING_CODES, VOLUME_PROFILES, type VolumeKey, type VolumeProfileKey, type VolumeSection } from './profile.ts';

/** One paper or exhibit of a volume, before anyone counts its pages. */
export interface VolumeItem {
  readonly kind: 'document' | 'evidence';
  readonly id: string;
  readonly volume: VolumeKey;
  /** Heading it stands under. */
  readonly section: string;
  readonly title: string;
  /** 文号, empty for papers without one. */
  readonly docNo: string;
  /** 责任者. */
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** The paper or the file is there; a thing is always there, in its envelope. */
  readonly attached: boolean;
}

export interface NumberedItem extends VolumeItem {
  readonly pages: number;
  /** First and last page in its volume; arabic from 1. An item without pages (an exhibit on its own) has `null`. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Issued papers and standing evidence in the order of a profile. */
export function arrange(file: CaseFile, profile: VolumeProfileKey, authority: string): readonly VolumeItem[] {
  const { sections, order } = VOLUME_PROFILES[profile];
  return sections.flatMap((section) => {
    const papers = [...documentsOf(file, section, authority), ...evidenceOf(file, section).map((item) => [item])];
    return (order === 'time' ? papers.toSorted(byDay) : papers).flat();
  });
}

/** Papers each with the receipts bound behind it. */
function documentsOf(file: CaseFile, section: VolumeSection, authority: string): readonly (readonly VolumeItem[])[] {
  const issued = file.documents.filter((document) => document.status === 'issued');
  return section.codes.flatMap((code) => issued.filter((document) => document.code === code).sort(byIssue))
    .map((document) => [document, ...receiptsOf(document, issued)].map((each) => documentItem(file, each, section, authority)));
}

function byDay([a]: readonly VolumeItem[], [b]: readonly VolumeItem[]): number {
  return (a?.on ?? '').localeCompare(b?.on ?? '');
}

function receiptsOf(document: DocumentSummary, issued: readonly DocumentSummary[]): readonly DocumentSummary[] {
  return issued.filter((other) => other.code === 'SDHZ' && other.aboutDocumentId === document.id).sort(byIssue);
}

function byIssue(a: DocumentSummary, b: DocumentSummary): number {
  return (a.issuedAt ?? '').localeCompare(b.issuedAt ?? '');
}

function documentItem(file: CaseFile, document: DocumentSummary, section: VolumeSection, authority: string): VolumeItem {
  const about = file.documents.find((other) => other.id === document.aboutDocumentId);
  return {
    kind: 'document', id: document.id, volume: section.volume, section: section.title,
    title: about === undefined ? DOCUMENT_NAMES[document.code] : `${DOCUMENT_NAMES[about.code]}的${DOCUMENT_NAMES[document.code]}`,
    docNo: document.docNo ?? '', author: authority, on: shanghaiDay(document.issuedAt ?? document.createdAt), attached: true,
  };
}

function evidenceOf(file: CaseFile, section: VolumeSection): readonly VolumeItem[] {
  return section.evidence.flatMap((kind) => file.evidence.filter((evidence) => evidence.kind === kind && evidence.withdrawn === null).sort((a, b) => a.takenAt.localeCompare(b.takenAt)))
    .map((evidence) => evidenceItem(evidence, section));
}

function evidenceItem(evidence: Evidence, section: VolumeSection): VolumeItem {
  // What an officer typed may be words (“开工前”): then the day it came into the case counts.
  const on = Number.isNaN(Date.parse(evidence.takenAt)) ? evidence.addedAt : evidence.takenAt;
  return { kind: 'evidence', id: evidence.id, volume: section.volume, section: section.title, title: evidence.title, docNo: '', author: evidence.takenBy, on: shanghaiDay(on), attached: evidence.file !== null || evidence.kind === 'physical' };
}

/** Issued papers that no heading of the profile takes: shown, so that nothing stays out of the volume unseen. */
export function leftOut(file: CaseFile, profile: VolumeProfileKey): readonly DocumentSummary[] {
  const taken = new Set(arrange(file, profile, '').map((item) => item.id));
  return file.documents.filter((document) => document.status === 'issued' && !BINDING_CODES.includes(document.code) && !taken.has(document.id));
}

/** Page numbers: each volume counts from 1; cover, catalogue and 备考表 are not numbered (domain notes §2.6). */
export function numberPages(items: readonly VolumeItem[], pagesOf: (item: VolumeItem) => number): readonly NumberedItem[] {
  const next: Record<VolumeKey, number> = { main: 1, sub: 1 };
  return items.map((item) => {
    const pages = pagesOf(item);
    const from = next[item.volume];
    next[item.volume] += pages;
    return { ...item, pages, from: pages === 0 ? null : from, to: pages === 0 ? null : from + pages - 1 };
  });
}

/** `12` or `12—15`, as the catalogue prints it; an exhibit on its own, or one whose file is missing, has a word instead. */
export function pageRange(item: NumberedItem): string {
  if (item.from === null) return item.attached ? '另存' : '未附';
  return item.from === item.to ? String(item.from) : `${String(item.from)}—${String(item.to)}`;
}
