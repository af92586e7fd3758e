import { requireDocument } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

export function documentHandlers({ session, typesetter }: HandlerDeps): Handlers<'document.get' | 'document.preview' | 'document.pdf' | 'document.docx' | 'document.fonts'> {
  return {
    'document.get': ({ documentId }) => requireDocument(session.workspace().cache, documentId),
    'document.preview': ({ documentId, values }) => session.workspace().documents.preview(documentId, values),
    'document.pdf': ({ documentId }) => session.workspace().documents.pdf(documentId),
    'document.docx': ({ documentId }) => session.workspace().documents.docx(documentId),
    'document.fonts': () => typesetter().fonts(),
  };
}
