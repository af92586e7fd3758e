import type { PdfResult, Preview } from '#shared/contract/views.ts';
import { missingFields, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import { plainLines } from '#shared/domain/document/plain-lines.ts';
import { DOCUMENT_NAMES, type DocumentFile, type DocumentPdf } from '#shared/domain/document/document-file.ts';
import { AppFailure } from '#shared/contract/result.ts';
import { failure } from '#worker/failure.ts';
import { sha256Of, type FileStore } from '#worker/files/store.ts';
import { requireCase, requireDocument, serverDocument } from '#worker/state/effective.ts';
import type { State } from '#worker/state/state.ts';
import type { Submit } from '#worker/state/submit.ts';
import { documentContext } from './context.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';

export interface Documents {
  /** The pages as they would be printed, with values not yet saved laid over a draft. */
  preview(documentId: string, values: Readonly<Record<string, unknown>>): Preview;
  pdf(documentId: string): Promise<PdfResult>;
  /** The same content as a Word file, with the name to save it under. What writes it is loaded with the first one. */
  docx(documentId: string): Promise<{ readonly bytes: Uint8Array; readonly name: string }>;
  /** Throws where the document cannot be set on this machine, e.g. for want of a glyph: asked before it gets a number. */
  mustBeSettable(documentId: string): void;
  /** What it says, line by line. */
  lines(documentId: string): readonly string[];
  /** Makes and files the PDF of every document this officer has issued on this machine that has none yet. */
  finishIssued(): Promise<void>;
}

export interface DocumentsOptions {
  readonly state: State;
  readonly files: FileStore;
  readonly typesetter: () => Typesetter;
  readonly submit: Submit;
  /** ISO instant. */
  readonly now: () => string;
  /** Bytes of a stored file, from this machine or the server. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { state, typesetter } = options;

  function contextOf(document: DocumentFile): DocumentContext {
    return documentContext(state, requireCase(state.cache, document.caseId), document);
  }

  function preview(documentId: string, values: Readonly<Record<string, unknown>>): Preview {
    const started = performance.now();
    const stored = requireDocument(state.cache, documentId);
    const draft = stored.issued === null;
    const context = contextOf(draft ? { ...stored, values: { ...stored.values, ...values } } : stored);
    const { pages } = typesetter().svgPages(typesetInput(context, { draft, createdAt: stored.issued?.issuedAt ?? options.now() }));
    return { pages, missing: draft ? missingFields(context) : [], milliseconds: Math.round((performance.now() - started) * 10) / 10 };
  }

  function typeset(document: DocumentFile): PdfResult {
    const input = typesetInput(contextOf(document), { draft: document.issued === null, createdAt: document.issued?.issuedAt ?? options.now() });
    const { bytes, pages, fonts } = typesetter().pdf(input);
    return { bytes, pages, fonts, sha256: sha256Of(bytes) };
  }

  /** The very file that was stored when the document was issued; made again only where it can be proved to be the same. */
  async function stored(document: DocumentFile, pdf: DocumentPdf): Promise<PdfResult> {
    try {
      return { bytes: await options.readFile(pdf.sha256), sha256: pdf.sha256, pages: pdf.pages, fonts: pdf.fonts };
    } catch (error) {
      if (!(error instanceof AppFailure) || !['FILE_NOT_LOCAL', 'FILE_DAMAGED', 'SERVER_UNREACHABLE', 'NOT_FOUND', 'NOT_SIGNED_IN'].includes(error.error.code)) throw error;
      const again = typeset(document);
      if (again.sha256 === pdf.sha256) return again;
      throw failure('FILE_NOT_LOCAL', '这份文书的正式PDF不在本机，本机字体与签发时不同，不能重新生成。请联网后再打开。', { sha256: pdf.sha256 });
    }
  }

  async function pdf(documentId: string): Promise<PdfResult> {
    const document = requireDocument(state.cache, documentId);
    // A copy of a cancelled paper must say so; what was kept when it was issued stays among the files.
    if (document.status === 'discarded') return typeset(document);
    const filed = document.issued?.pdf ?? null;
    if (filed !== null) return stored(document, filed);
    return document.issued?.issuedBy === state.actor.id ? ((await finish(documentId)) ?? typeset(document)) : typeset(document);
  }

  async function docx(documentId: string): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
    const document = requireDocument(state.cache, documentId);
    const draft = document.issued === null;
    const input = typesetInput(contextOf(document), { draft, createdAt: document.issued?.issuedAt ?? options.now() });
    const { docxOf } = await import('#worker/docx/docx.ts');
    return { bytes: await docxOf(input), name: `${DOCUMENT_NAMES[document.code]}${document.docNo ?? (draft ? '（草稿）' : '')}.docx` };
  }

  function lines(documentId: string): readonly string[] {
    const document = requireDocument(state.cache, documentId);
    return plainLines(typesetInput(contextOf(document), { draft: document.issued === null, createdAt: options.now() }).blocks);
  }

  const finishing = new Map<string, Promise<PdfResult | null>>();

  /** Typesets, keeps and reports the PDF once, whoever asks; `null` where the server has not issued the document, has its PDF or cancelled it. */
  function finish(documentId: string): Promise<PdfResult | null> {
    const running = finishing.get(documentId) ?? finishOnce(documentId).finally(() => finishing.delete(documentId));
    finishing.set(documentId, running);
    return running;
  }

  async function finishOnce(documentId: string): Promise<PdfResult | null> {
    const record = state.cache.documents.find(documentId);
    // Only what the server has issued: the day printed on the paper is the server's.
    const document = record === null ? null : serverDocument(record);
    if (document === null || document.issued === null) return null;
    if (document.issued.pdf !== null || document.status === 'discarded') {
      state.cache.documents.noteTypeset(documentId);
      return null;
    }
    const made = typeset(document);
    const { bytes, sha256, pages, fonts } = made;
    await options.files.put(sha256, bytes);
    const name = `${DOCUMENT_NAMES[document.code]}${document.docNo ?? ''}.pdf`;
    state.cache.files.addLocal({ sha256, bytes: bytes.length, mime: 'application/pdf', name }, false, options.now());
    await options.submit({ kind: 'document.attach-pdf', entityId: document.caseId, payload: { documentId, pdf: { sha256, bytes: bytes.length, pages, fonts: [...fonts] } } });
    state.cache.documents.noteTypeset(documentId);
    return made;
  }

  return {
    preview,
    pdf,
    mustBeSettable: (documentId) => { typeset(requireDocument(state.cache, documentId)); },
    docx,
    lines,
    async finishIssued() {
      for (const id of state.cache.documents.toTypeset()) await finish(id);
    },
  };
}
