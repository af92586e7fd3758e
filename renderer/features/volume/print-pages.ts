import type { PageSource } from './page-source.ts';
import type { VolumePageView } from './volume-pages.ts';

/** A4 at 200 dots an inch: text of any size stays sharp, a page stays below half a megabyte. */
const WIDTH = 1654;
const HEIGHT = 2339;
const QUALITY = 0.9;

/** Most pages of one print job. */
export const PRINT_CAP = 200;

/** Pages as they are bound, numbers and all, as pictures for the printer. */
export async function picturesOf(pages: readonly VolumePageView[], source: PageSource, progress: (done: number) => void): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const view of pages) {
    pictures.push(await pictureOf(view, source));
    progress(pictures.length);
  }
  return pictures;
}

async function pictureOf(view: VolumePageView, source: PageSource): Promise<Uint8Array> {
  const page = document.createElement('canvas');
  await source.draw(view, page, WIDTH, new AbortController().signal);
  const sheet = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = sheet.getContext('2d');
  if (context === null) throw new Error('no canvas to print from');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.drawImage(page, (WIDTH - page.width) / 2, (HEIGHT - page.height) / 2);
  if (view.number !== null) drawNumber(context, view.number);
  const blob = await sheet.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}

function drawNumber(context: OffscreenCanvasRenderingContext2D, number: number): void {
  const right = number % 2 === 1;
  context.fillStyle = '#000';
  context.font = `${String(Math.round(WIDTH / 54))}px "Noto Serif CJK SC", SimSun, serif`;
  context.textAlign = right ? 'right' : 'left';
  context.fillText(String(number), WIDTH * (right ? 0.934 : 0.066), HEIGHT * 0.04);
}
