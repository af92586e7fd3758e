import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { call } from '#renderer/bridge/ipc.ts';
import { openPdf, pdfReader } from '#renderer/ui/pdf.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { squeezed } from './text-search.ts';
import type { Segment, VolumePageView } from './volume-pages.ts';

/** Draws the pages of a volume, from whatever they came. Keeps the files last used open. */
export interface PageSource {
  /** Draws a page to fill the width (device pixels), at most as high as A4; throws `AppFailure` where a file is not at hand. */
  draw(view: VolumePageView, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void>;
  /** Text of the page without spaces; empty for pictures. */
  text(view: VolumePageView): Promise<string>;
  /** The sheets around are typeset anew with every change of the volume. */
  forgetSheets(): void;
  close(): void;
}

type Opened = { readonly kind: 'pdf'; readonly task: PDFDocumentLoadingTask; readonly pdf: PDFDocumentProxy } | { readonly kind: 'picture'; readonly picture: ImageBitmap };

/** So many files stay open; a person turns back a few papers, not fifty. */
const KEPT = 12;
const A4_RATIO = 297 / 210;
/** Margin around a mounted picture, as it is bound: a twentieth of the width. */
const MOUNT = 0.05;

export function createPageSource(file: () => CaseFile | null): PageSource {
  const open = new Map<string, Promise<Opened>>();
  let reader: PDFWorker | null = null;
  let closed = false;

  async function read(segment: Segment): Promise<{ readonly bytes: Uint8Array; readonly mime: string }> {
    const { source } = segment;
    if (source.kind === 'sheet') return { bytes: source.bytes, mime: 'application/pdf' };
    if (source.kind === 'document') return { bytes: (await call('document.pdf', { documentId: source.documentId })).bytes, mime: 'application/pdf' };
    const original = file()?.evidence.find((each) => each.id === source.evidenceId)?.file ?? null;
    return original === null ? { bytes: new Uint8Array(), mime: '' } : call('file.read', { sha256: original.sha256 });
  }

  async function load(segment: Segment): Promise<Opened> {
    const { bytes, mime } = await read(segment);
    if (mime.startsWith('image/')) return { kind: 'picture', picture: await createImageBitmap(new Blob([bytes as BlobPart], { type: mime })) };
    reader ??= pdfReader();
    const task = openPdf(bytes, reader);
    return { kind: 'pdf', task, pdf: await task.promise };
  }

  /** The most recently used last; the oldest is put away. A failure is not remembered, so that a retry tries again. */
  function opened(segment: Segment): Promise<Opened> {
    const found = open.get(segment.id) ?? load(segment);
    open.delete(segment.id);
    open.set(segment.id, found);
    found.catch(() => { if (open.get(segment.id) === found) open.delete(segment.id); });
    const [oldest] = open.keys();
    if (open.size > KEPT && oldest !== undefined) putAway(oldest);
    return found;
  }

  function putAway(id: string): void {
    const found = open.get(id);
    open.delete(id);
    void found?.then((each) => { if (each.kind === 'pdf') void each.task.destroy(); else each.picture.close(); }, () => undefined);
  }

  async function draw(view: VolumePageView, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void> {
    const found = await opened(view.segment);
    if (signal.aborted || closed) return;
    if (found.kind === 'picture') mount(found.picture, canvas, width);
    else await drawPdf(found.pdf, view.page, canvas, width, signal);
  }

  async function text(view: VolumePageView): Promise<string> {
    const found = await opened(view.segment);
    if (found.kind === 'picture' || closed) return '';
    const page = await found.pdf.getPage(view.page);
    const { items } = await page.getTextContent();
    return squeezed(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }

  return {
    draw, text,
    forgetSheets() {
      for (const id of ['cover', 'catalogue', 'notes']) putAway(id);
    },
    close() {
      closed = true;
      for (const id of [...open.keys()]) putAway(id);
      reader?.destroy();
    },
  };
}

async function drawPdf(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void> {
  const page = await pdf.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(width / plain.width, (width * A4_RATIO) / plain.height);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  if (signal.aborted) return;
  const render = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => { render.cancel(); }, { once: true });
  await render.promise.catch((cause: unknown) => { if (!signal.aborted) throw cause; });
}

/** On a white sheet of A4, as the bound volume has it. */
function mount(picture: ImageBitmap, canvas: HTMLCanvasElement, width: number): void {
  canvas.width = Math.floor(width);
  canvas.height = Math.floor(width * A4_RATIO);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const scale = Math.min((canvas.width * (1 - 2 * MOUNT)) / picture.width, (canvas.height - 2 * MOUNT * canvas.width) / picture.height);
  const [shownWidth, shownHeight] = [picture.width * scale, picture.height * scale];
  context.drawImage(picture, (canvas.width - shownWidth) / 2, (canvas.height - shownHeight) / 2, shownWidth, shownHeight);
}
