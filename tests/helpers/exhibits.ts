import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';

/** Files such as officers bring in, made on the spot: nobody's photos and voices. */

/** A picture drawn in the window, as bytes of a JPEG. */
export async function drawnPhoto(page: Page, colour: string): Promise<Uint8Array> {
  const base64 = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1200, 800];
    const pen = canvas.getContext('2d');
    if (pen !== null) { pen.fillStyle = fill; pen.fillRect(0, 0, 1200, 800); pen.fillStyle = '#fff'; pen.fillRect(300, 200, 240, 320); }
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? '';
  }, colour);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
/** A second and a half of a film, recorded in the window. */
export async function recordedFilm(page: Page): Promise<Uint8Array> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 240];
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    const began = performance.now();
    await new Promise<void>((resolve) => {
      const frame = (): void => {
        if (pen !== null) { pen.fillStyle = `hsl(${String((performance.now() - began) / 5)} 60% 50%)`; pen.fillRect(0, 0, 320, 240); }
        if (performance.now() - began > 1500) resolve(); else requestAnimationFrame(frame);
      };
      frame();
    });
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
/** Two seconds of a tone. */
export function toneWav(): Uint8Array {
  const rate = 8000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1'); head.writeUInt32LE(36 + rate * 2, 4); head.write('WAVEfmt ', 8, 'latin1'); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(rate, 24); head.writeUInt32LE(rate, 28); head.writeUInt16LE(1, 32); head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1'); head.writeUInt32LE(rate * 2, 40);
  return new Uint8Array(Buffer.concat([head, Buffer.from(Array.from({ length: rate * 2 }, (_, index) => 128 + Math.round(60 * Math.sin(index / 4))))]));
}
export async function threePagePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const number of [1, 2, 3]) pdf.addPage([595, 842]).drawText(`Page ${String(number)}`, { x: 60, y: 700, size: 40 });
  return pdf.save();
}
