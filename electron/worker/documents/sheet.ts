import type { IpcInput } from '#shared/contract/ipc.ts';
import { newCaseFile } from '#shared/domain/case-file/new-case-file.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { documentContext } from './context.ts';
import type { State } from '#worker/state/state.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';

const SHEET_ID = 'sheet-of-no-case';

/** A paper that belongs to no case: the definition draws it from the values given and the authority's settings. */
export function sheetPdf(state: State, typesetter: Typesetter, { code, channel, district, docNo, issuedOn, values }: IpcInput<'document.sheet'>): { readonly bytes: Uint8Array; readonly pages: number } {
  const file = newCaseFile(SHEET_ID, { channel, district, clue: { source: 'random', receivedOn: issuedOn, subject: '', description: '' }, cause: '', violationId: null }, issuedOn);
  const createdAt = `${issuedOn}T00:00:00Z`;
  const document: DocumentFile = { id: SHEET_ID, caseId: SHEET_ID, rev: 0, code, status: 'issued', docNo, values, aboutDocumentId: null, createdBy: '', createdAt, issued: null };
  const context = { ...documentContext(state, file, document), today: issuedOn };
  const { bytes, pages } = typesetter.pdf(typesetInput(context, { draft: false, createdAt }));
  return { bytes, pages };
}
