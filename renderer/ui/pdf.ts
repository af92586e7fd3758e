import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Files PDF.js asks for by name: Chinese character maps, the fourteen standard fonts, and decoders of scanned pages. */
const ASSETS: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', { query: '?url&no-inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { query: '?url&no-inline', import: 'default', eager: true }),
  ...import.meta.glob<string>('../../node_modules/pdfjs-dist/wasm/*.wasm', { query: '?url&no-inline', import: 'default', eager: true }),
};
const URLS = new Map(Object.entries(ASSETS).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]));

GlobalWorkerOptions.workerSrc = workerUrl;

/** Serves PDF.js from the program's own files, whatever names the build gave them. */
class BundledData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = URLS.get(filename);
    if (url === undefined) throw new Error(`not bundled: ${filename}`);
    const answer = await fetch(url);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/** One reader process for many files, for whoever opens a hundred of them. */
export function pdfReader(): PDFWorker {
  return PDFWorker.create({});
}

/** Opens a PDF for drawing. Nothing in it is ever evaluated; scripts and forms of the file stay dead. */
export function openPdf(bytes: Uint8Array, reader?: PDFWorker): PDFDocumentLoadingTask {
  return getDocument({
    ...(reader === undefined ? {} : { worker: reader }),
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    cMapUrl: 'bundled/',
    cMapPacked: true,
    standardFontDataUrl: 'bundled/',
    wasmUrl: 'bundled/',
    BinaryDataFactory: BundledData,
  });
}
