import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { Block } from '#shared/domain/document/blocks.ts';
import { createTypesetter, type Typesetter } from '#worker/typesetting/typesetter.ts';
import type { Part } from '#worker/volume/merge.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Five lines each on pages of 22: right for up to five pages. */
const PARAGRAPHS_A_PAGE = 5;

/** A typesetter with the project's own fonts. */
export function volumeTypesetter(): Typesetter {
  const fonts = path.join(ROOT, 'node_modules/@expo-google-fonts');
  return createTypesetter({ fontPaths: [path.join(fonts, 'noto-serif-sc'), path.join(fonts, 'noto-sans-sc')], assetsDir: path.join(ROOT, 'electron/worker/typesetting/assets') });
}

/** A paper of so many pages, as an issued document is: tagged PDF/A-2b with embedded fonts. */
export function paper(typesetter: Typesetter, title: string, pages = 1): Uint8Array {
  const text = `经调查，当事人未取得施工许可证擅自施工，事实清楚，证据确凿。本件为《${title}》。`.repeat(3);
  const paragraph: Block = { kind: 'paragraph', runs: [text] };
  const blocks: readonly Block[] = [{ kind: 'title', text: title }, ...Array.from({ length: PARAGRAPHS_A_PAGE * (pages - 1) + 1 }, () => paragraph)];
  const made = typesetter.pdf({ style: 'letter', title, author: '苏州市住房和城乡建设局', blocks, draft: false, createdAt: '2026-11-20T06:00:00.000Z' });
  if (made.pages !== pages) throw new Error(`the paper has ${String(made.pages)} pages, not ${String(pages)}`);
  return made.bytes;
}

export function part(title: string, bytes: Uint8Array, changes: Partial<Part> = {}): Part {
  return { title, section: '证据材料', mime: 'application/pdf', bytes, numbered: true, ...changes };
}

/** A PDF of another program: standard fonts named and not brought along, no archive marks. */
export async function foreignPdf(pages: number, text = 'Contract'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) document.addPage([595, 842]).drawText(`${text} ${String(page)}`, { font, x: 60, y: 700 });
  return document.save();
}

/** A scanner's PDF: one grey picture a page, noise so that it does not compress away. */
export async function scannedPdf(pages: number, kilobytes = 60): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const [width, height] = [1240, 1754];
  const { context } = document;
  for (let page = 0; page < pages; page += 1) {
    const dots = Buffer.alloc(width * height, 255);
    for (let at = 0; at < kilobytes * 1024; at += 1) dots[(at * 31 + page * 7) % dots.length] = (at * 2_654_435_761 + page) >>> 24;
    const stream = context.stream(deflateSync(dots, { level: 1 }), { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' });
    const sheet = document.addPage([595.28, 841.89]);
    const name = sheet.node.newXObject('Scan', context.register(stream));
    sheet.node.addContentStream(context.register(context.stream(`q 595.28 0 0 841.89 0 0 cm ${String(name)} Do Q`)));
  }
  return document.save();
}
