import { call } from '#renderer/bridge/ipc.ts';
import { stillOf } from './recording.ts';

/** Widest side of a thumbnail in pixels, twice the size it is shown at. */
const SIZE = 360;
/** Photos are large; more at once would hold up the page that is being read. */
const AT_ONCE = 2;
const KEPT = 240;
/** Longer films are not read whole for the sake of a small picture. */
const MAX_FILM_BYTES = 64 * 1024 * 1024;

const cache = new Map<string, string>();
const waiting: (() => void)[] = [];
let running = 0;

/** Whether a file has a picture to be shown small. */
export function hasThumbnail(file: { readonly mime: string; readonly bytes: number }): boolean {
  if (file.mime.startsWith('video/')) return file.bytes <= MAX_FILM_BYTES;
  return file.mime.startsWith('image/') || file.mime === 'application/pdf';
}

/** Address of a small picture of a stored file; empty for a film without pictures; throws `AppFailure` when the file cannot be had. */
export async function thumbnailUrl(sha256: string): Promise<string> {
  const known = cache.get(sha256);
  if (known !== undefined) return known;
  await turn();
  try {
    const { bytes, mime } = await call('file.read', { sha256 });
    const picture = await pictureOf(bytes, mime);
    const url = picture === null ? '' : URL.createObjectURL(picture);
    remember(sha256, url);
    return url;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function pictureOf(bytes: Uint8Array, mime: string): Promise<Blob | null> {
  if (mime === 'application/pdf') return firstPage(bytes);
  const blob = new Blob([bytes as BlobPart], { type: mime });
  return mime.startsWith('video/') ? stillOf(blob) : shrink(blob);
}

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => { waiting.push(resolve); });
  running += 1;
}

/** The oldest pictures are dropped, so that a long day of cases does not fill the memory. */
function remember(sha256: string, url: string): void {
  cache.set(sha256, url);
  const oldest = cache.keys().next().value;
  if (cache.size <= KEPT || oldest === undefined) return;
  URL.revokeObjectURL(cache.get(oldest) ?? '');
  cache.delete(oldest);
}

async function shrink(blob: Blob): Promise<Blob> {
  const image = await createImageBitmap(blob);
  const scale = Math.min(1, SIZE / Math.max(image.width, image.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

async function firstPage(bytes: Uint8Array): Promise<Blob | null> {
  const { openPdf } = await import('./pdf.ts');
  const task = openPdf(bytes);
  try {
    const page = await (await task.promise).getPage(1);
    const viewport = page.getViewport({ scale: SIZE / page.getViewport({ scale: 1 }).width });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
    await page.render({ canvas, viewport }).promise;
    return await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.85); });
  } finally {
    void task.destroy();
  }
}
