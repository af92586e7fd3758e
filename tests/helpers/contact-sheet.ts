import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const [ACROSS, DOWN] = [8, 4];
const DPI = 45;

/** A PDF on the contact sheet, with the label under each of its pages. */
export interface SheetPage {
  readonly file: string;
  readonly label: string;
}

async function pictures(page: SheetPage, index: number, folder: string): Promise<readonly { readonly picture: string; readonly label: string }[]> {
  const stem = `${String(index).padStart(3, '0')}`;
  await run('pdftoppm', ['-r', String(DPI), '-png', page.file, path.join(folder, stem)]);
  const made = readdirSync(folder).filter((name) => name.startsWith(`${stem}-`)).sort();
  return made.map((name, at) => ({ picture: path.join(folder, name), label: `${page.label} ${at + 1}/${made.length}` }));
}

/** All pages small, 32 to a PNG, in `folder`. Needs poppler and ImageMagick. Returns the files made. */
export async function contactSheets(pages: readonly SheetPage[], folder: string): Promise<readonly string[]> {
  const work = mkdtempSync(path.join(os.tmpdir(), 'contact-'));
  try {
    const all = [];
    for (const [index, page] of pages.entries()) all.push(...await pictures(page, index, work));
    const sheets: string[] = [];
    for (let at = 0; at < all.length; at += ACROSS * DOWN) {
      const sheet = path.join(folder, `contact-sheet-${sheets.length + 1}.png`);
      const tiles = all.slice(at, at + ACROSS * DOWN).flatMap(({ picture, label }) => ['-label', label, picture]);
      await run('montage', [...tiles, '-tile', `${ACROSS}x`, '-geometry', '+4+4', '-background', '#dddddd', sheet]);
      sheets.push(sheet);
    }
    return sheets;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
