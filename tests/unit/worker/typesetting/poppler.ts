import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Points in a millimetre. */
const POINTS = 72 / 25.4;

export interface Word {
  readonly text: string;
  /** Millimetres from the left and top edge of the sheet. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Tool = 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdftoppm';

function run(tool: Tool, options: readonly string[]): string {
  return execFileSync(tool, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Runs a tool of poppler-utils on a PDF and gives its standard output. */
export function poppler(tool: Exclude<Tool, 'pdftoppm'>, bytes: Uint8Array, options: readonly string[] = []): string {
  return withFile(bytes, (file) => run(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])]));
}

/** The words of each page with their places. */
export function words(bytes: Uint8Array): readonly (readonly Word[])[] {
  return poppler('pdftotext', bytes, ['-bbox']).split('<page ').slice(1).map((page) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu)].map(([, left, top, right, bottom, text]) => ({
      text: text ?? '', left: Number(left) / POINTS, top: Number(top) / POINTS, right: Number(right) / POINTS, bottom: Number(bottom) / POINTS,
    })));
}

/** The rectangle that ink covers on each page, in millimetres, from a 150 dpi rendering. */
export function ink(bytes: Uint8Array): readonly { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] {
  return withFile(bytes, (file, folder) => {
    run('pdftoppm', ['-r', '150', '-gray', file, join(folder, 'page')]);
    return readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort().map((name) => inkOf(readFileSync(join(folder, name))));
  });
}

function inkOf(picture: Buffer) {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(picture.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a grey picture');
  const [width, height] = [Number(header[1]), Number(header[2])];
  const pixels = picture.subarray(header[0].length);
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) > 128) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const millimetre = 150 / 25.4;
  return { left: left / millimetre, right: (right + 1) / millimetre, top: top / millimetre, bottom: (bottom + 1) / millimetre };
}

function withFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'typeset-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
