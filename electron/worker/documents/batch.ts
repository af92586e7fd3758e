import type { PdfResult } from '#shared/contract/views.ts';
import { DOCUMENT_NAMES, type DocumentFile } from '#shared/domain/document/document-file.ts';
import { failure } from '#worker/failure.ts';

interface BatchPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface BatchSource {
  readonly find: (documentId: string) => Pick<DocumentFile, 'code' | 'docNo'>;
  readonly pdf: (documentId: string) => Promise<Pick<PdfResult, 'bytes' | 'pages'>>;
}

/** No page of a batch is numbered anew: each keeps the number it was issued with. */
const NO_NUMBERS = new Uint8Array();

/** Documents as one PDF, each beginning a page of its own and named in the bookmarks. One alone is its own PDF, untouched. */
export async function batchPdf(source: BatchSource, documentIds: readonly string[]): Promise<BatchPdf> {
  const parts = [];
  for (const id of documentIds) parts.push({ title: titleOf(source.find(id)), ...(await source.pdf(id)) });
  const [first, ...rest] = parts;
  if (first === undefined) throw failure('INVALID_INPUT', '没有选择文书，请至少选一份再导出。');
  const pages = parts.reduce((sum, part) => sum + part.pages, 0);
  if (rest.length === 0) return { bytes: first.bytes, pages };
  const { mergeVolume } = await import('#worker/volume/merge.ts');
  const bytes = await mergeVolume({
    front: first.bytes, frontTitle: first.title, numbers: NO_NUMBERS, progress: () => undefined,
    parts: rest.map(({ title, bytes: part }) => ({ title, section: '', mime: 'application/pdf', bytes: part, numbered: false })),
  });
  return { bytes, pages };
}

function titleOf({ code, docNo }: Pick<DocumentFile, 'code' | 'docNo'>): string {
  return docNo === null ? DOCUMENT_NAMES[code] : `${DOCUMENT_NAMES[code]} ${docNo}`;
}
