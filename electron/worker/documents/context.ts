import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { servedNotice } from '#shared/domain/document/notified.ts';
import { effectiveDocument } from '#worker/state/effective.ts';
import type { State } from '#worker/state/state.ts';

/** All that a document of the cache is filled from, on the day it was issued or today. */
export function documentContext(state: State, file: CaseFile, document: DocumentFile): DocumentContext {
  const { officers, violations, configs } = state.reference.get();
  const stored = (id: string | null | undefined): DocumentFile | null => (id == null ? null : effectiveDocument(state.cache.documents.find(id)));
  return {
    file, document, officers, violations, configs, about: stored(document.aboutDocumentId), notice: document.code === 'CFJD' ? stored(servedNotice(file)?.id) : null,
    settings: state.reference.settings(), calendar: state.reference.calendar(), today: document.issued?.issuedOn ?? state.today(),
  };
}
