import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One page as grey dots, 0 black to 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** Draws the A4 pages of a PDF as a person would see them (poppler), all at the same size whatever their rounding. */
export async function rasterPages(pdf: string, dpi: number): Promise<Raster[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'raster-'));
  try {
    const scale = ['-scale-to-x', String(Math.round(8.268 * dpi)), '-scale-to-y', String(Math.round(11.693 * dpi))];
    await run('pdftoppm', [...scale, '-gray', pdf, path.join(folder, 'page')]);
    return readdirSync(folder).sort().map((name) => readPgm(readFileSync(path.join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPgm(bytes: Buffer): Raster {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a grey picture');
  return { width: Number(header[1]), height: Number(header[2]), dots: bytes.subarray(header[0].length) };
}

const DARK = 160;

/**
 * Share (0–1) of the dark dots of `one` that have no dark dot of `other` within `reach` dots: ink where the other page
 * has none. A reach of one dot forgives how different programs draw the edge of a stroke.
 */
export function strayInk(one: Raster, other: Raster, reach: number): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let dark = 0;
  let stray = 0;
  one.dots.forEach((dot, index) => {
    if (dot >= DARK) return;
    dark += 1;
    if (!hasInkNear(other, index, reach)) stray += 1;
  });
  return dark === 0 ? 0 : stray / dark;
}

function hasInkNear(page: Raster, index: number, reach: number): boolean {
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const dot = page.dots[index + row * page.width + column];
      if (dot !== undefined && dot < DARK) return true;
    }
  }
  return false;
}

/** Share of dark dots: a blank page has none. */
export function ink(page: Raster): number {
  return page.dots.reduce((sum, dot) => sum + (dot < DARK ? 1 : 0), 0) / page.dots.length;
}
