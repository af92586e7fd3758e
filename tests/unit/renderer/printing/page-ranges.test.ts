import { describe, expect, it } from 'vitest';
import { choosePrinter } from '#renderer/features/printing/choose-printer.ts';
import { countPages, parsePageRanges } from '#renderer/features/printing/page-ranges.ts';

describe('page ranges', () => {
  it('reads nothing as every page', () => {
    expect(parsePageRanges('  ', 3)).toEqual({ ok: true, ranges: [] });
  });

  it('reads pages and spans, in half and full width, with Chinese marks', () => {
    const expected = { ok: true, ranges: [{ from: 1, to: 3 }, { from: 5, to: 5 }] };
    for (const text of ['1-3,5', '１－３，５', '1 - 3、5', '第1至3页;第5页', '1~3 5', '5,1-3']) expect(parsePageRanges(text, 6)).toEqual(expected);
  });

  it('joins what overlaps or touches, so that no sheet comes twice', () => {
    expect(parsePageRanges('2-4,1-2,5,8', 9)).toEqual({ ok: true, ranges: [{ from: 1, to: 5 }, { from: 8, to: 8 }] });
  });

  it.each([
    ['1-9', '本文书共 4 页，没有第 9 页'],
    ['3-1', '起始页 3 大于结束页 1'],
    ['0', '页码从第 1 页起'],
    ['a', '「a」不是页码，请按 1-3,5 的格式填写'],
    ['1-', '「1-」不是页码，请按 1-3,5 的格式填写'],
  ])('refuses %s at the field', (text, message) => {
    expect(parsePageRanges(text, 4)).toEqual({ ok: false, message });
  });

  it('counts the sheets', () => {
    expect(countPages([], 7)).toBe(7);
    expect(countPages([{ from: 2, to: 4 }, { from: 6, to: 6 }], 7)).toBe(4);
  });
});

describe('the printer proposed', () => {
  const printers = [
    { name: 'a', displayName: '', isDefault: false, remembered: false },
    { name: 'b', displayName: '', isDefault: true, remembered: false },
  ];

  it('is the one this kind of document last went to', () => {
    expect(choosePrinter(printers, 'a')).toBe('a');
  });
  it('is the default where that one is gone', () => {
    expect(choosePrinter(printers, 'gone')).toBe('b');
  });
  it('is the first where there is no default, and none where there is none', () => {
    expect(choosePrinter(printers.slice(0, 1), null)).toBe('a');
    expect(choosePrinter([], null)).toBe('');
  });
});
