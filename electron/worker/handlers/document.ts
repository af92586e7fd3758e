import { batchPdf } from '#worker/documents/batch.ts';
import { sheetPdf } from '#worker/documents/sheet.ts';
import { previewTrial } from '#worker/documents/trial.ts';
import { requireDocument } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

export function documentHandlers({ session, typesetter }: HandlerDeps): Handlers<'document.get' | 'document.preview' | 'document.pdf' | 'document.docx' | 'document.lines' | 'document.batchPdf' | 'wording.preview' | 'document.sheet' | 'document.fonts'> {
  return {
    'document.get': ({ documentId }) => requireDocument(session.workspace().cache, documentId),
    'document.preview': ({ documentId, values }) => session.workspace().documents.preview(documentId, values),
    'document.pdf': ({ documentId }) => session.workspace().documents.pdf(documentId),
    'document.docx': ({ documentId }) => session.workspace().documents.docx(documentId),
    'document.lines': ({ documentId }) => session.workspace().documents.lines(documentId),
    'document.batchPdf': ({ documentIds }) => {
      const { documents, cache } = session.workspace();
      return batchPdf({ find: (id) => requireDocument(cache, id), pdf: (id) => documents.pdf(id) }, documentIds);
    },
    'wording.preview': (input) => previewTrial(session.workspace().state, typesetter(), input),
    'document.sheet': (input) => sheetPdf(session.workspace().state, typesetter(), input),
    'document.fonts': () => typesetter().fonts(),
  };
}
