import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { foreignPdf, paper, part, scannedPdf, volumeTypesetter } from '#tests/helpers/volume.ts';
import { mergeVolume, type MergeInput } from '#worker/volume/merge.ts';

const typesetter = volumeTypesetter();
const folder = mkdtempSync(path.join(os.tmpdir(), 'merge-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const cover = paper(typesetter, '封面');
const front = { front: cover, frontTitle: '封面', progress: () => undefined };

function merged(parts: MergeInput['parts'], numbered: number): Promise<Uint8Array> {
  return mergeVolume({ ...front, parts, numbers: typesetter.pageNumbers(numbered) });
}

function textOf(bytes: Uint8Array, page: number): string {
  const file = path.join(folder, 'volume.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', ['-f', String(page), '-l', String(page), '-layout', file, '-']).toString();
}

/** Titles of the bookmarks, those below a heading indented. */
function bookmarks(document: PDFDocument): readonly string[] {
  const found: string[] = [];
  const walk = (parent: PDFDict, depth: number): void => {
    for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item !== undefined; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
      const page = document.getPages().findIndex((each) => each.ref === target) + 1;
      found.push(`${'  '.repeat(depth)}${item.lookup(PDFName.of('Title'), PDFHexString).decodeText()} ${String(page)}`);
      walk(item, depth + 1);
    }
  };
  walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0);
  return found;
}

describe('a volume as one PDF', () => {
  const catalogue = part('卷内文件目录', paper(typesetter, '目录'), { section: '', numbered: false });
  const filing = part('立案审批表', paper(typesetter, '立案审批表', 2), { section: '立案' });
  const decision = part('行政处罚决定书', paper(typesetter, '行政处罚决定书', 3), { section: '处罚决定' });

  it('has the papers in their order, bookmarks by heading, numbers from the first paper on', async () => {
    const bytes = await merged([catalogue, filing, decision, part('施工合同', await foreignPdf(2))], 7);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getPageCount()).toBe(9);
    expect(bookmarks(document)).toEqual(['封面 1', '卷内文件目录 2', '立案 3', '  立案审批表 3', '处罚决定 5', '  行政处罚决定书 5', '证据材料 8', '  施工合同 8']);
    expect(textOf(bytes, 3)).toContain('《立案审批表》');
    expect(textOf(bytes, 8)).toContain('Contract 1');
    // Outer corner: odd numbers at the right, even ones at the left; nothing on cover and catalogue.
    expect(textOf(bytes, 3).split('\n')[0]).toMatch(/^\s{20,}1$/);
    expect(textOf(bytes, 4).split('\n')[0]).toMatch(/^\s{0,12}2$/);
    expect(textOf(bytes, 9).split('\n')[0]).toMatch(/^\s+7$/);
    expect(textOf(bytes, 2).split('\n')[0]).not.toMatch(/\d/);
  });

  it('keeps the marks of PDF/A-2b: identification, output intent, file identifier, no tags without a structure, nothing that acts', async () => {
    const bytes = await merged([filing, part('施工合同', await foreignPdf(1))], 3);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const raw = Buffer.from(bytes).toString('latin1');
    const metadata = document.catalog.lookup(PDFName.of('Metadata'));
    const xmp = metadata instanceof Object && 'contents' in metadata ? Buffer.from(metadata.contents as Uint8Array).toString('utf8') : '';
    expect(xmp).toMatch(/pdfaid:part>2</);
    expect(xmp).toMatch(/pdfaid:conformance>B</);
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    const intent = intents.lookup(0, PDFDict);
    expect(intent.get(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFA1'));
    expect(intent.has(PDFName.of('DestOutputProfile'))).toBe(true);
    expect(document.context.trailerInfo.ID).toBeDefined();
    expect(document.context.trailerInfo.Encrypt).toBeUndefined();
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false);
    expect(document.catalog.has(PDFName.of('MarkInfo'))).toBe(false);
    expect(document.catalog.has(PDFName.of('AcroForm'))).toBe(false);
    for (const page of document.getPages()) expect(page.node.has(PDFName.of('AA'))).toBe(false);
    writeFileSync(path.join(folder, 'marks.pdf'), bytes);
    const info = execFileSync('pdfinfo', [path.join(folder, 'marks.pdf')]).toString();
    expect(info).toMatch(/Title:\s+封面/);
    expect(info).toMatch(/Encrypted:\s+no/);
    expect(info).toMatch(/JavaScript:\s+no/);
  });

  it('turns a number with the page it stands on', async () => {
    const source = await PDFDocument.load(await foreignPdf(1, 'Sideways'));
    source.getPage(0).node.set(PDFName.of('Rotate'), PDFNumber.of(90));
    const bytes = await merged([part('横向图纸', await source.save())], 1);
    expect(textOf(bytes, 2).split('\n')[0]?.trim()).toBe('1');
  });

  it('refuses a PDF it cannot read by its title, and leaves no half volume', async () => {
    await expect(merged([part('坏文件', new TextEncoder().encode('%PDF-1.4 nothing'))], 1)).rejects.toMatchObject({ error: { code: 'FILE_DAMAGED', message: expect.stringContaining('坏文件') as string } });
  });

  it('gives other work a turn while it binds', async () => {
    let turns = 0;
    let running = true;
    const count = (): void => { if (running) { turns += 1; setImmediate(count); } };
    setImmediate(count);
    await merged([filing, decision, part('扫描件', await scannedPdf(2, 5))], 7);
    running = false;
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});
