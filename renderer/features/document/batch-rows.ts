import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DOCUMENT_CODES, DOCUMENT_NAMES, type DocumentCode, type DocumentSummary } from '#shared/domain/document/document-file.ts';
import { USUAL_DOCUMENTS } from '#shared/domain/document/expected.ts';
import { draftRefusal, DOCUMENT_RULES } from '#shared/domain/document/rules.ts';

/** A paper to choose: one the case holds, or one that would be drafted first. */
export interface BatchRow {
  /** Id of the document, or `new-` with code and, for a receipt, what it is about. */
  readonly key: string;
  readonly code: DocumentCode;
  readonly name: string;
  /** What a 送达回证 is about, as read: name and number. */
  readonly about: string;
  readonly aboutDocumentId: string | null;
  readonly document: DocumentSummary | null;
  /** Why no draft can be made; empty for what exists or can be made. */
  readonly refusal: string;
  readonly usual: boolean;
}

const USUAL: ReadonlySet<DocumentCode> = new Set<DocumentCode>(USUAL_DOCUMENTS);

/** What the case holds and what is usually wanted beside it, in the order of the catalogue. */
export function batchRows(file: CaseFile, rules: RuleContext | null): readonly BatchRow[] {
  const held = file.documents.filter((document) => document.status !== 'discarded').map((document) => heldRow(file, document));
  const kinds = USUAL_DOCUMENTS.filter((code) => code !== 'SDHZ' && !held.some((row) => row.code === code)).map((code) => newRow(file, rules, code, null));
  const receipts = unreceipted(file).map((document) => newRow(file, rules, 'SDHZ', document));
  return [...held, ...kinds, ...receipts].sort((a, b) => DOCUMENT_CODES.indexOf(a.code) - DOCUMENT_CODES.indexOf(b.code));
}

/** The keys that「常用八种」ticks: of each usual kind everything that exists or can be drafted. */
export function usualKeys(rows: readonly BatchRow[]): readonly string[] {
  return rows.filter((row) => row.usual && row.refusal === '').map((row) => row.key);
}

function heldRow(file: CaseFile, document: DocumentSummary): BatchRow {
  const about = file.documents.find((item) => item.id === document.aboutDocumentId);
  return {
    key: document.id, code: document.code, name: DOCUMENT_NAMES[document.code], about: nameOf(about), aboutDocumentId: document.aboutDocumentId, document,
    refusal: '', usual: USUAL.has(document.code),
  };
}

function newRow(file: CaseFile, rules: RuleContext | null, code: DocumentCode, about: DocumentSummary | null): BatchRow {
  const refused = rules === null ? null : draftRefusal(file, code, about?.id ?? null, rules);
  return {
    key: `new-${code}${about === null ? '' : `-${about.id}`}`, code, name: DOCUMENT_NAMES[code], about: nameOf(about), aboutDocumentId: about?.id ?? null, document: null,
    refusal: refused?.message ?? '', usual: USUAL.has(code),
  };
}

/** Issued papers for the party that have no receipt yet. */
function unreceipted(file: CaseFile): readonly DocumentSummary[] {
  const proved = new Set(file.documents.filter((document) => document.code === 'SDHZ' && document.status !== 'discarded').map((document) => document.aboutDocumentId));
  return file.documents.filter((document) => document.status === 'issued' && document.code !== 'SDHZ' && DOCUMENT_RULES[document.code].external && !proved.has(document.id));
}

function nameOf(document: DocumentSummary | null | undefined): string {
  return document === null || document === undefined ? '' : [DOCUMENT_NAMES[document.code], document.docNo ?? ''].join(' ').trim();
}
