import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { CATALOGUE } from '#shared/domain/document/catalogue/catalogue.ts';
import { DOCUMENT_CODES, DOCUMENT_NAMES, type DocumentCode, type DocumentStatus, type DocumentSummary } from '#shared/domain/document/document-file.ts';
import { dateOf } from '#renderer/ui/format.ts';

export interface DocumentRow {
  readonly summary: DocumentSummary;
  readonly name: string;
  /** 文号, `待签发` for a draft that will get one, or `／` for kinds without. */
  readonly number: string;
  readonly date: string;
  readonly served: string;
  /** For a 送达回证: the document it is about. */
  readonly about: string;
}

/** `none`: not yet made. */
type ShownStatus = DocumentStatus | 'none';

export const STATE_KINDS: Readonly<Record<ShownStatus, 'plain' | 'active' | 'good'>> = { none: 'plain', draft: 'active', issued: 'good', discarded: 'plain' };

/** A kind without a number is not signed but closed. */
export function stateText(code: DocumentCode, status: ShownStatus): string {
  if (status === 'issued') return CATALOGUE[code].series === null ? '已定稿' : '已签发';
  return { none: '尚无', draft: '草稿', discarded: '已作废' }[status];
}

/** The documents of a case in the order of the catalogue, within a kind in the order they were made. A cancelled number is always shown, a discarded draft on demand. */
export function documentRows(file: CaseFile, numbered: (code: DocumentCode) => boolean, discarded: boolean): readonly DocumentRow[] {
  const kept = file.documents.filter((item) => discarded || item.status !== 'discarded' || item.cancelled !== undefined);
  const inOrder = [...kept].sort((a, b) => DOCUMENT_CODES.indexOf(a.code) - DOCUMENT_CODES.indexOf(b.code) || a.createdAt.localeCompare(b.createdAt));
  return inOrder.map((summary) => ({
    summary,
    name: DOCUMENT_NAMES[summary.code],
    number: summary.docNo ?? (numbered(summary.code) ? '待签发' : '／'),
    date: dateOf(summary.issuedAt ?? summary.createdAt),
    served: file.services.findLast((service) => service.documentId === summary.id)?.servedAt.slice(0, 10) ?? '',
    about: aboutOf(file, summary),
  }));
}

function aboutOf(file: CaseFile, summary: DocumentSummary): string {
  const about = summary.aboutDocumentId === null ? undefined : file.documents.find((item) => item.id === summary.aboutDocumentId);
  return about === undefined ? '' : `${DOCUMENT_NAMES[about.code]}${about.docNo === null ? '' : ` ${about.docNo}`}`;
}
