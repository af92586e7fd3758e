import { CATALOGUE, DOCUMENT_CODES, type DocumentCode } from './catalogue/catalogue.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';

export { DOCUMENT_CODES, type DocumentCode } from './catalogue/catalogue.ts';

export const DOCUMENT_NAMES = Object.fromEntries(DOCUMENT_CODES.map((code) => [code, CATALOGUE[code].name])) as Readonly<Record<DocumentCode, string>>;

export type DocumentStatus = 'draft' | 'issued' | 'discarded';

/** What the case file knows of a document without opening it. */
export interface DocumentSummary {
  readonly id: string;
  readonly code: DocumentCode;
  readonly status: DocumentStatus;
  /** 文号; `null` for drafts (provisional) and for kinds without a number. */
  readonly docNo: string | null;
  readonly createdAt: string;
  readonly issuedAt: string | null;
  /** Set once the PDF is made: immutable from then on. */
  readonly pdf: DocumentPdf | null;
  /** Prints so far, for「第 n 次打印」. */
  readonly prints: number;
  /** For a 送达回证: the document it proves the service of. */
  readonly aboutDocumentId: string | null;
  /** Set where an issued, never served document was cancelled: `docNo` stays and is never given again. */
  readonly cancelled?: Cancellation;
  /** For an issued record (笔录): what documents that list the evidence say of it. */
  readonly record?: RecordOfEvidence;
}

/** Why a number was cancelled (作废), and by whom. */
export interface Cancellation {
  readonly reason: string;
  readonly at: string;
  readonly officerId: string;
  readonly officerName: string;
}

/** A record is itself evidence: 现场笔录, 当事人的陈述 or 证人证言 (Administrative Penalty Law, art. 46). */
export interface RecordOfEvidence {
  readonly kind: EvidenceKind;
  /** Local minute it began, `YYYY-MM-DDTHH:mm`. */
  readonly startAt: string;
  readonly place: string;
  /** The person asked or present. */
  readonly person: string;
}

export interface DocumentPdf {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** Font families the PDF was set in. */
  readonly fonts: readonly string[];
}

/** Values typed into a document; keys are the field paths of its definition. Everything else is filled from the case. */
export type DocumentValues = Readonly<Record<string, unknown>>;

/** A document of a case: an entity of its own, so that long texts do not travel with every change of the case. */
export interface DocumentFile {
  readonly id: string;
  readonly caseId: string;
  /** Revision given by the server; 0 while it exists on this machine only. */
  readonly rev: number;
  readonly code: DocumentCode;
  readonly status: DocumentStatus;
  readonly docNo: string | null;
  /** What a person typed; overrides what the case fills in. */
  readonly values: DocumentValues;
  readonly aboutDocumentId: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  /** The whole data the document was issued with, frozen; `null` while a draft. */
  readonly issued: IssuedDocument | null;
  /** As in its summary. */
  readonly cancelled?: Cancellation;
}

export interface IssuedDocument {
  readonly data: Readonly<Record<string, unknown>>;
  /** Version of the wording the document was issued with. */
  readonly wordingVersion: string;
  readonly issuedBy: string;
  readonly issuedAt: string;
  /** `YYYY-MM-DD`, the date printed on it. */
  readonly issuedOn: string;
  readonly pdf: DocumentPdf | null;
}
