import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentValues } from '#shared/domain/document/document-file.ts';

/** One kind of document filled in as in practice: what the officer types, and what the case holds beside `sampleCase`. */
export interface Sample {
  readonly values: DocumentValues;
  readonly file?: Partial<CaseFile>;
  /** The day printed on it, where it is not that of the decision. */
  readonly today?: string;
}
