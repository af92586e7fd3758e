import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTypesetter, type Typesetter } from '#worker/typesetting/typesetter.ts';
import { openFontDirectories } from '#worker/typesetting/fonts.ts';
import type { DeskPage } from '../helpers/desk-page.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Invented from end to end; the credit code is synthetic and only its check character is right. */
export const CASE = {
  subject: '演示项目竣工后未移交建设项目档案线索',
  party: '苏州示例明镜城建开发有限公司',
  creditCode: '91320508MA1TEXT06X',
  representative: '示明镜',
  address: '苏州市姑苏区演示路1号',
  phone: '0512-00000001',
  project: '示例明镜花园二期工程',
  projectAddress: '苏州市姑苏区演示路18号',
} as const;

/** A picture of a building site with the time on it, drawn in the window: nobody's photo. */
export async function drawPhoto(desk: DeskPage, folder: string, name: string): Promise<string> {
  const base64 = await desk.page.evaluate((caption) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1280, 960];
    const pen = canvas.getContext('2d');
    if (pen === null) return '';
    pen.fillStyle = '#b9cfe0'; pen.fillRect(0, 0, 1280, 560);
    pen.fillStyle = '#8d8674'; pen.fillRect(0, 560, 1280, 400);
    for (let tower = 0; tower < 4; tower += 1) {
      pen.fillStyle = ['#c9b79c', '#d6c9b2', '#bfae93', '#cfc0a6'][tower] ?? '#ccc';
      pen.fillRect(120 + tower * 280, 200 - tower * 20, 200, 420 + tower * 20);
      pen.fillStyle = '#5b6b78';
      for (let row = 0; row < 8; row += 1) for (let column = 0; column < 4; column += 1) pen.fillRect(140 + tower * 280 + column * 44, 220 - tower * 20 + row * 48, 26, 30);
    }
    pen.fillStyle = '#ffffff'; pen.font = '36px "Noto Sans CJK SC"';
    pen.fillText(`${caption}（演示图片，非真实照片）`, 40, 910);
    return canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? '';
  }, name);
  const file = path.join(folder, `${name}.jpg`);
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return file;
}

let typesetter: Typesetter | null = null;

/** A one-page PDF such as an office scans: a licence, a declaration. */
export function scanPdf(folder: string, name: string, lines: readonly string[]): string {
  typesetter ??= createTypesetter({
    fontPaths: openFontDirectories(path.join(ROOT, 'node_modules')), assetsDir: path.join(ROOT, 'electron/worker/typesetting/assets'),
  });
  const { bytes } = typesetter.pdf({
    style: 'letter', title: name, author: '', draft: false, createdAt: '2026-01-05T02:00:00.000Z',
    blocks: [{ kind: 'title', text: `${name}（演示）` }, ...lines.map((text) => ({ kind: 'paragraph' as const, runs: [text], indent: true }))],
  });
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}
