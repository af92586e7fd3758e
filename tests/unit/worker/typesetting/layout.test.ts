import { describe, expect, it } from 'vitest';
import type { Block, TypesetInput } from '#shared/domain/document/blocks.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import { sampleContext } from '#tests/helpers/documents.ts';
import { ink, words, type Word } from './poppler.ts';
import { typesetter } from './setup.ts';

const CREATED = '2026-04-20T02:00:00Z';
const PITCH = (28.95 / 72) * 25.4;
const CHARACTER = 156 / 28;

function letter(blocks: readonly Block[]): TypesetInput {
  return { style: 'letter', title: '测试', author: '苏州市住房和城乡建设局', blocks, draft: false, createdAt: CREATED };
}

function pages(input: TypesetInput): readonly (readonly Word[])[] {
  return words(typesetter().pdf(input).bytes);
}

/** Tops of the lines of a page, without the page number. */
function lineTops(page: readonly Word[]): readonly number[] {
  return [...new Set(page.filter((word) => word.top < 262).map((word) => word.top.toFixed(1)))].map(Number).sort((one, other) => one - other);
}

const PLAIN: Block = { kind: 'paragraph', runs: ['国'.repeat(28 * 22 * 3)], indent: false };
const SEAL: Block = { kind: 'seal', authority: '苏州市住房和城乡建设局', date: '2026年4月20日' };

describe('the letter (GB/T 9704-2012; domain notes §2.5)', () => {
  it('sets 22 lines of 28 characters between 37 mm from the top and 28 mm from the left', () => {
    const [first] = pages(letter([PLAIN]));
    const lines = lineTops(first ?? []);
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBeCloseTo(37, 0);
    expect(Math.abs((lines[0] ?? 0) - 37)).toBeLessThan(1);
    const line = (first ?? []).filter((word) => Math.abs(word.top - (lines[3] ?? 0)) < 0.2);
    expect(line.map((word) => word.text).join('')).toBe('国'.repeat(28));
    expect(Math.abs(Math.min(...line.map((word) => word.left)) - 28)).toBeLessThan(1);
    expect(Math.abs(Math.max(...line.map((word) => word.right)) - 184)).toBeLessThan(1);
  });

  it('keeps the line pitch of 28.95 pt through headings, titles and paragraphs', () => {
    const [first] = pages(typesetInput(sampleContext('CFJD'), { draft: false, createdAt: CREATED }));
    const body = lineTops(first ?? []).filter((top) => top > 85);
    for (const top of body) expect(Math.abs((((top - (body[0] ?? 0)) / PITCH) % 1 + 0.5) % 1 - 0.5) * PITCH).toBeLessThan(0.3);
    expect(((body[0] ?? 0) - 37) / PITCH).toBeCloseTo(Math.round(((body[0] ?? 0) - 37) / PITCH), 1);
  });

  it('keeps all ink inside the type area, apart from the page number', () => {
    const bytes = typesetter().pdf(letter([PLAIN])).bytes;
    for (const box of ink(bytes)) {
      expect(box.left).toBeGreaterThan(27);
      expect(box.right).toBeLessThan(185);
      expect(Math.abs(box.top - 37)).toBeLessThan(1);
    }
  });

  it('centres authority and title in 22 pt on the type area', () => {
    const [first] = pages(typesetInput(sampleContext('CFJD'), { draft: false, createdAt: CREATED }));
    for (const title of ['苏州市住房和城乡建设局', '行政处罚决定书']) {
      const found = (first ?? []).find((word) => word.text === title);
      expect(Math.abs(((found?.left ?? 0) + (found?.right ?? 0)) / 2 - 106)).toBeLessThan(1);
      expect(((found?.bottom ?? 0) - (found?.top ?? 0)) * (72 / 25.4)).toBeCloseTo(22, 0);
    }
  });

  it('indents paragraphs by two characters', () => {
    const [first] = pages(letter([{ kind: 'paragraph', runs: ['经查明，当事人未取得施工许可证。'] }]));
    expect(Math.abs((first?.[0]?.left ?? 0) - (28 + 2 * CHARACTER))).toBeLessThan(1);
  });

  it('puts the page number 7 mm under the type area, right on odd and left on even pages, one character in', () => {
    const numbers = pages(letter([PLAIN])).map((page) => page.filter((word) => word.top > 262));
    const dash = (14 / 72) * 25.4;
    for (const [index, mark] of numbers.entries()) {
      expect(mark.map((word) => word.text).join('')).toBe(`—${index + 1}—`);
      const edge = index % 2 === 0 ? 184 - Math.max(...mark.map((word) => word.right)) : Math.min(...mark.map((word) => word.left)) - 28;
      expect(Math.abs(edge - dash)).toBeLessThan(1);
    }
    // The dash itself: on the middle of its em box.
    const [top, bottom] = [numbers[0]?.[0]?.top ?? 0, numbers[0]?.[0]?.bottom ?? 0];
    expect(Math.abs((top + bottom) / 2 - 269)).toBeLessThan(1);
  });

  it('puts the date four characters in from the right, the authority centred on it', () => {
    const last = pages(letter([{ kind: 'paragraph', runs: ['特此告知。'] }, SEAL])).at(-1) ?? [];
    const date = last.find((word) => word.text.includes('日'));
    const authority = last.find((word) => word.text === '苏州市住房和城乡建设局');
    expect(Math.abs(184 - 4 * CHARACTER - (date?.right ?? 0))).toBeLessThan(1);
    expect(Math.abs(((authority?.left ?? 0) + (authority?.right ?? 0)) / 2 - ((date?.left ?? 0) + (date?.right ?? 0)) / 2)).toBeLessThan(1);
  });

  it('never leaves the seal alone on a page, wherever the text ends', () => {
    for (let lines = 14; lines <= 24; lines += 1) {
      const body: Block[] = Array.from({ length: lines }, (_, index) => ({ kind: 'paragraph', runs: [`第${index}段正文。`] }));
      const last = pages(letter([...body, SEAL])).at(-1) ?? [];
      expect(last.some((word) => word.text.includes('段正文'))).toBe(true);
      expect(last.some((word) => word.text === '苏州市住房和城乡建设局')).toBe(true);
    }
  });

  it('never ends a page with a heading', () => {
    for (let lines = 18; lines <= 23; lines += 1) {
      const body: Block[] = Array.from({ length: lines }, () => ({ kind: 'paragraph', runs: ['正文。'] }));
      const set = pages(letter([...body, { kind: 'paragraph', runs: ['二、证据'], level: 1 }, { kind: 'paragraph', runs: ['有下列证据。'] }]));
      const page = set.find((entry) => entry.some((word) => word.text.includes('二、证据'))) ?? [];
      expect(page.some((word) => word.text.includes('有下列证据'))).toBe(true);
    }
  });
});

describe('the form (表格式; domain notes §2.5)', () => {
  const [first] = pages(typesetInput(sampleContext('LASP'), { draft: false, createdAt: CREATED }));

  it('stands within margins of 25 to 30 mm, with the page count bottom centre', () => {
    for (const code of ['LASP', 'XCJC', 'XWBL', 'FZSH', 'SDHZ'] as const) {
      for (const box of ink(typesetter().pdf(typesetInput(sampleContext(code), { draft: false, createdAt: CREATED })).bytes)) {
        expect(box.left).toBeGreaterThan(24.8);
        expect(box.right).toBeLessThan(185.2);
        expect(box.top).toBeGreaterThan(12);
        expect(box.bottom).toBeLessThan(290);
      }
    }
    const footer = (first ?? []).filter((word) => word.top > 270);
    expect(footer.map((word) => word.text).join('')).toBe('第1页共2页');
    expect(Math.abs((Math.min(...footer.map((word) => word.left)) + Math.max(...footer.map((word) => word.right))) / 2 - 106)).toBeLessThan(1);
  });

  it('gives rows at least 9 mm and cells at least 2 mm of padding', () => {
    const label = (text: string) => (first ?? []).find((word) => word.text === text);
    const rows = [label('案由')?.top ?? 0, label('案件来源')?.top ?? 0, label('当事人名称')?.top ?? 0];
    expect((rows[1] ?? 0) - (rows[0] ?? 0)).toBeGreaterThan(8.95);
    expect((rows[2] ?? 0) - (rows[1] ?? 0)).toBeGreaterThan(8.95);
    const cause = (first ?? []).find((word) => word.text.startsWith('未取得施工许可证'));
    expect(Math.abs((cause?.left ?? 0) - (28 + 32 + 2))).toBeLessThan(0.6);
  });
});
