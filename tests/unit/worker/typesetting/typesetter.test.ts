import { describe, expect, it } from 'vitest';
import type { TypesetInput } from '#shared/domain/document/blocks.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import { DOCUMENT_CODES, DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { AppFailure } from '#shared/contract/result.ts';
import { cutPages } from '#worker/typesetting/pages.ts';
import { PARTIES, SAMPLES, sampleCase, sampleContext } from '#tests/helpers/documents.ts';
import { paperProblems } from '#tests/helpers/paper.ts';
import { ink, poppler, words } from './poppler.ts';
import { typesetter } from './setup.ts';

const CREATED = '2026-04-20T02:00:00Z';
const all = DOCUMENT_CODES.flatMap((code) => (['unit', 'person'] as const).map((kind) => [code, kind] as const));

function set(code: (typeof DOCUMENT_CODES)[number], changes: Parameters<typeof sampleContext>[2] = {}, kind: 'unit' | 'person' = 'unit', draft = false): TypesetInput {
  return typesetInput(sampleContext(code, kind, changes), { draft, createdAt: CREATED });
}

function titleOf(input: TypesetInput): string {
  return input.blocks.find((block) => block.kind === 'title')?.text ?? input.title;
}

describe('the PDF', () => {
  it.each(all)('of %s for a %s is A4, tagged, PDF/A-2b, with embedded fonts and text that can be selected', (code, kind) => {
    const { bytes, pages, fonts } = typesetter().pdf(set(code, {}, kind));
    const info = poppler('pdfinfo', bytes);
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/u);
    expect(info).toMatch(/Tagged:\s+yes/u);
    expect(info).toMatch(new RegExp(`Pages:\\s+${pages}\\b`, 'u'));
    expect(info).toContain(DOCUMENT_NAMES[code]);
    const metadata = poppler('pdfinfo', bytes, ['-meta']);
    expect(metadata).toMatch(/pdfaid:part>2</u);
    expect(metadata).toMatch(/pdfaid:conformance>B</u);
    const rows = poppler('pdffonts', bytes).split('\n').slice(2).filter((line) => line.trim() !== '');
    expect(rows.length).toBe(fonts.length);
    for (const row of rows) expect(row).toMatch(/yes yes yes/u);
    const text = poppler('pdftotext', bytes).replace(/\s/gu, '');
    // The heading of some kinds follows what they decide: 变更…, 撤销….
    expect(text).toContain(titleOf(set(code, {}, kind)));
    expect(text).toContain('苏州市住房和城乡建设局');
  });

  it('is the same, byte for byte, for the same input', () => {
    const [one, other] = [typesetter().pdf(set('CFJD')), typesetter().pdf(set('CFJD'))];
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).toBe(0);
    expect(Buffer.from(typesetter().pdf({ ...set('CFJD'), createdAt: '2026-04-21T02:00:00Z' }).bytes).equals(Buffer.from(one.bytes))).toBe(false);
  });

  it('carries the moment of issue', () => {
    expect(poppler('pdfinfo', typesetter().pdf(set('CFJD')).bytes, ['-isodates'])).toMatch(/CreationDate:\s+2026-04-20T02:00:00/u);
  });

  it('bears 草稿 on every page of a draft and nowhere else', () => {
    const draft = words(typesetter().pdf(set('XWBL', {}, 'unit', true)).bytes);
    for (const page of draft) expect(page.map((word) => word.text).join('')).toMatch(/草/u);
    expect(poppler('pdftotext', typesetter().pdf(set('XWBL')).bytes)).not.toContain('草');
  });

  it('lists the fonts it was set in', () => {
    expect(typesetter().pdf(set('CFJD')).fonts).toEqual(['NotoSansSC-Medium', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
  });
});

describe('text that is long or odd', () => {
  const longName = `苏州${'示例长名称'.repeat(12)}建设发展集团有限公司`;

  it.each(DOCUMENT_CODES.map((code) => [code]))('of a very long name stays inside the sheet of %s', (code) => {
    const party = { ...PARTIES.unit, name: longName, address: `${PARTIES.unit.address}${'附属楼'.repeat(20)}`, representative: '欧阳示例阿不都热合曼' };
    for (const box of ink(typesetter().pdf(set(code, { file: { party } })).bytes)) {
      expect(box.left).toBeGreaterThan(24.8);
      expect(box.right).toBeLessThan(185.2);
      expect(box.bottom).toBeLessThan(290);
    }
  });

  it('of a three-page record carries signature line, head and number on every sheet', () => {
    const [first] = SAMPLES.XWBL.values['dialogue'] as readonly { question: string; answer: string }[];
    const dialogue = Array.from({ length: 24 }, (_, index) => ({ question: `第${index + 1}问：${first?.question}`, answer: `${first?.answer}`.repeat(3) }));
    const sheets = words(typesetter().pdf(set('XWBL', { document: { values: { ...SAMPLES.XWBL.values, dialogue } } })).bytes);
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    for (const [index, sheet] of sheets.entries()) {
      const foot = sheet.filter((word) => word.top > 255).map((word) => word.text).join('');
      expect(foot).toContain('被询问人签名：');
      expect(foot).toContain('询问人员签名：');
      expect(foot).toContain(`第${index + 1}页共${sheets.length}页`);
      const head = sheet.filter((word) => word.top < 24).map((word) => word.text).join('');
      expect(head).toBe(index === 0 ? '' : '询问笔录（续页）');
    }
  });

  it('of a record of thirty pages loses no answer, stays on its sheets and counts them', () => {
    const dialogue = Array.from({ length: 150 }, (_, index) => ({ question: `第${index + 1}个问题：请说明现场施工的经过？`, answer: `第${index + 1}个回答：${'工程于当日开工，由项目经理安排，施工许可证尚在办理。'.repeat(4)}` }));
    const { bytes } = typesetter().pdf(set('XWBL', { document: { values: { ...SAMPLES.XWBL.values, dialogue } } }));
    const sheets = words(bytes);
    expect(sheets.length).toBeGreaterThanOrEqual(30);
    expect(paperProblems(bytes, 'form')).toEqual([]);
    const text = sheets.map((sheet) => sheet.filter((word) => word.top > 24 && word.top < 255).map((word) => word.text).join('')).join('');
    for (let index = 1; index <= 150; index += 1) expect(text).toContain(`第${index}个回答：`);
    for (const [index, sheet] of sheets.entries()) expect(sheet.map((word) => word.text).join('')).toContain(`第${index + 1}页共${sheets.length}页`);
  });

  it.each(['GZS', 'CFJD', 'CFSP', 'GZSP', 'LASP', 'TZBL'] as const)('of forty pieces of evidence stays on the sheets of %s, and all of it', (code) => {
    const evidence = Array.from({ length: 40 }, (_, index) => ({ ...sampleCase().evidence[0]!, id: `evidence-${index}`, title: `证据材料第${index + 1}号${'（复印件，与原件核对一致）'.repeat(index % 3)}`, addedAt: '2026-03-04T00:00:00Z' }));
    const made = typesetter().pdf(set(code, { file: { evidence } })).bytes;
    const text = poppler('pdftotext', made).replace(/\s/gu, '');
    for (let index = 1; index <= 40; index += 1) expect(text).toContain(`证据材料第${index}号`);
    for (const box of ink(made)) {
      expect(box.right).toBeLessThan(185.2);
      expect(box.bottom).toBeLessThan(290);
    }
  });

  it('of a record never leaves the signatures on a sheet of their own', () => {
    const item = { question: '还有什么要补充的？', answer: '没有。' };
    for (let count = 1; count <= 24; count += 1) {
      const values = { ...SAMPLES.XWBL.values, dialogue: Array.from({ length: count }, () => item) };
      const last = words(typesetter().pdf(set('XWBL', { document: { values } })).bytes).at(-1) ?? [];
      expect(last.map((word) => word.text).join('')).toMatch(/答：没有。（以下空白）以上笔录我已看过，与我说的一致。.*被询问人签名并捺指印/u);
    }
  });

  it('goes over to the next sheets in a cell taller than one, and loses no line of it; a short row stays whole', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `第${index + 1}行`);
    const tall: TypesetInput = {
      ...set('LASP'),
      blocks: [{ kind: 'form', columns: [32, 124], rows: [{ cells: [{ content: ['证据'], label: true }, { content: lines.map((line) => ({ kind: 'paragraph' as const, runs: [line], indent: false })) }] }] }],
    };
    const typed: TypesetInput = { ...tall, blocks: [{ kind: 'form', columns: [32, 124], rows: [{ cells: [{ content: ['意见'], label: true }, { content: [{ kind: 'paragraph', runs: [lines.join('\n')], indent: false }] }] }] }] };
    for (const input of [tall, typed]) {
      const text = poppler('pdftotext', typesetter().pdf(input).bytes).replace(/\s/gu, '');
      for (const line of lines) expect(text).toContain(line);
    }
    const narrow = { ...tall, blocks: [{ kind: 'table' as const, columns: [{ title: '说明', width: 140 }, { title: '备注', width: 16 }], rows: [['短', '一'.repeat(190) + '终']] }] };
    expect(poppler('pdftotext', typesetter().pdf(narrow).bytes)).toContain('终');
  });

  it('of many pieces of evidence repeats the head row and keeps every row', () => {
    const evidence = Array.from({ length: 60 }, (_, index) => ({ ...sampleCase().evidence[0]!, id: `evidence-${index}`, title: `证据材料第${index + 1}号` }));
    const sheets = words(typesetter().pdf(set('DCZJ', { file: { evidence } })).bytes);
    const texts = sheets.map((sheet) => sheet.map((word) => word.text).join(''));
    for (let index = 1; index <= 60; index += 1) expect(texts.join('')).toContain(`证据材料第${index}号`);
    expect(texts.filter((text) => text.includes('证据名称')).length).toBeGreaterThan(3);
  });

  it('is a value and never markup', () => {
    const facts = '#panic("x") $x^2$ *粗* _斜_ `码` <seal> @ref [a](b) \\ // ~ -- ... {x}';
    const text = poppler('pdftotext', typesetter().pdf(set('CFJD', { file: { facts } })).bytes).replace(/\s/gu, '');
    expect(text).toContain(facts.replace(/\s/gu, ''));
  });

  it('with rare characters of names (GB 18030-2022) is set, not boxed', () => {
    const { bytes } = typesetter().pdf(set('CFJD', { file: { party: { ...PARTIES.unit, representative: '㛃𠅤' } } }));
    expect(poppler('pdftotext', bytes)).toContain('㛃');
    expect(poppler('pdftotext', bytes)).toContain('𠅤');
  });

  it('with a character that no font has is refused by its name, not printed as a box', () => {
    // In the official list of names' characters, and in none of the fonts shipped.
    expect(() => typesetter().pdf(set('CFJD', { file: { party: { ...PARTIES.unit, representative: '钱𪸩' } } }))).toThrow(/“𪸩”在本机的字体中都没有/u);
  });
});

describe('the preview', () => {
  it('is one SVG a page with just the glyphs it uses', () => {
    const { pages } = typesetter().svgPages(set('CFJD'));
    expect(pages).toHaveLength(typesetter().pdf(set('CFJD')).pages);
    for (const page of pages) {
      expect(page).toMatch(/^<svg [^>]*width="210mm" height="297mm" viewBox="0 0 595\.\d+ 841\.\d+">/u);
      const defined = new Set([...page.matchAll(/<symbol id="([^"]+)"/gu)].map((match) => match[1]));
      const used = new Set([...page.matchAll(/xlink:href="#([^"]+)"/gu)].map((match) => match[1]));
      expect(defined).toEqual(used);
      expect(page.match(/<g[ >]/gu)?.length).toBe(page.match(/<\/g>/gu)?.length);
    }
  });

  it('refuses to cut what it does not understand', () => {
    expect(() => cutPages('<svg viewBox="0 0 1 1"></svg>', 1)).toThrow('cannot cut');
  });
});

describe('failures and fonts', () => {
  it('a broken document is refused with advice in Chinese and the reason apart', () => {
    const broken: TypesetInput = { ...set('CFJD'), blocks: [{ kind: 'form', columns: [156], rows: [{ cells: [{ content: ['x'], span: 9 }] }] }] };
    try {
      typesetter().pdf(broken);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppFailure);
      expect((error as AppFailure).error).toMatchObject({ code: 'TYPESETTING_FAILED', message: expect.stringContaining('《行政处罚决定书》排版失败') });
    }
    expect(typesetter().pdf(set('CFJD')).pages).toBeGreaterThan(1);
  });

  it('names a font for each role and says which are not the office’s own', () => {
    const fonts = typesetter().fonts();
    expect(fonts.map((font) => font.role).sort()).toEqual(['fangsong', 'hei', 'kai', 'song', 'title']);
    for (const font of fonts) expect(font.used).not.toBe('');
    for (const font of fonts.filter((entry) => entry.used.startsWith('Noto'))) expect(font.exact).toBe(false);
  });
});
