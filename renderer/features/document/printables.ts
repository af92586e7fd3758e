import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { CATALOGUE } from '#shared/domain/document/catalogue/catalogue.ts';
import { DOCUMENT_NAMES, type DocumentCode } from '#shared/domain/document/document-file.ts';

/** A document on its way to the printer. */
export interface Printable {
  readonly documentId: string;
  readonly code: DocumentCode;
  readonly name: string;
  readonly docNo: string | null;
  readonly draft: boolean;
  readonly copies: number;
  /** Prints so far. */
  readonly prints: number;
}

/** The documents in the order given, with as many copies as the catalogue says. */
export function printablesOf(file: CaseFile, documentIds: readonly string[]): readonly Printable[] {
  return documentIds.flatMap((id) => {
    const document = file.documents.find((item) => item.id === id);
    if (document === undefined) return [];
    const { code, docNo, status, prints } = document;
    return [{ documentId: id, code, name: DOCUMENT_NAMES[code], docNo, draft: status === 'draft', copies: CATALOGUE[code].copies, prints }];
  });
}
