import type { CaseFile } from '../../../case-file/case-file.ts';
import { EVIDENCE_KINDS, type Evidence } from '../../../evidence/evidence.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import { CATALOGUE, type DocumentCode } from '../../catalogue/catalogue.ts';
import { DOCUMENT_NAMES } from '../../document-file.ts';
import { longDate } from './dates.ts';
import { takenDay } from './evidence.ts';

/** One line of the 卷内文件目录. `date` is `YYYY-MM-DD`; `pages` as printed (`3` or `3-5`), empty until the volume is paged. */
export interface VolumeEntry {
  readonly docNo: string;
  /** 责任者. */
  readonly author: string;
  readonly title: string;
  readonly date: string;
  readonly pages: string;
  readonly note: string;
}

/** A thing or carrier kept in an envelope of the volume. */
export interface EnvelopeItem {
  readonly title: string;
  readonly kind: string;
  readonly taken: string;
  /** Hex, or empty for a thing. */
  readonly sha256: string;
}

/** Pages that belong to the volume itself are not listed in it. */
export function isVolumePage(code: DocumentCode): boolean {
  return CATALOGUE[code].no.startsWith('G');
}

/** What the case itself knows of the catalogue: issued documents and standing evidence by date, not paged yet. The volume builder computes its own. */
export function volumeEntries(file: CaseFile, authority: string): readonly VolumeEntry[] {
  const documents = file.documents.filter((document) => document.status === 'issued' && !isVolumePage(document.code)).map((document) => ({
    docNo: document.docNo ?? '', author: authority, title: DOCUMENT_NAMES[document.code], date: document.issuedAt === null ? '' : shanghaiDay(document.issuedAt), pages: '', note: '',
  }));
  const evidence = file.evidence.filter((each) => each.withdrawn === null).map((each) => ({
    docNo: '', author: each.takenBy, title: each.title, date: takenDay(each), pages: '', note: '',
  }));
  return [...documents, ...evidence].sort((one, other) => one.date.localeCompare(other.date));
}

const IN_ENVELOPES: ReadonlySet<Evidence['kind']> = new Set(['physical', 'audiovisual', 'electronic']);

export function envelopeItems(file: CaseFile): readonly EnvelopeItem[] {
  return file.evidence.filter((each) => each.withdrawn === null && IN_ENVELOPES.has(each.kind)).map((each) => ({
    title: each.title, kind: EVIDENCE_KINDS[each.kind], taken: [longDate(takenDay(each)), each.takenPlace, each.takenBy].filter((part) => part !== '').join('，'), sha256: each.file?.sha256 ?? '',
  }));
}

/** `20260309`, as archives write days. */
export function archiveDay(date: string): string {
  return /^\d{4}-\d{2}-\d{2}/u.test(date) ? date.slice(0, 10).replaceAll('-', '') : '';
}
