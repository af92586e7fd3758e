/** Inclusive, 1-based. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

export type ParsedRanges =
  | { readonly ok: true; readonly ranges: readonly PageRange[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads what a person types into「页码范围」: `1-3,5`, also with full-width digits, dashes and commas.
 * Empty means every page (no ranges). Overlaps are joined, so that no sheet comes twice.
 */
export function parsePageRanges(text: string, pages: number): ParsedRanges {
  const parts = normalise(text).split(',').filter((part) => part !== '');
  const ranges: PageRange[] = [];
  for (const part of parts) {
    const range = parsePart(part);
    if (range === null) return { ok: false, message: `「${part}」不是页码，请按 1-3,5 的格式填写` };
    const problem = problemOf(range, pages);
    if (problem !== null) return { ok: false, message: problem };
    ranges.push(range);
  }
  return { ok: true, ranges: joined(ranges) };
}

/** Sheets that leave the printer. */
export function countPages(ranges: readonly PageRange[], pages: number): number {
  if (ranges.length === 0) return pages;
  return ranges.reduce((sum, range) => sum + range.to - range.from + 1, 0);
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[–—−~～至到]/g, '-')
    .replace(/[、;\s]+/g, ',')
    .replace(/,*-,*/g, '-')
    .replace(/[第页]/g, '');
}

function parsePart(part: string): PageRange | null {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
  if (match === null) return null;
  const from = Number(match[1]);
  return { from, to: match[2] === undefined ? from : Number(match[2]) };
}

function problemOf(range: PageRange, pages: number): string | null {
  if (range.from < 1 || range.to < 1) return '页码从第 1 页起';
  if (range.from > range.to) return `起始页 ${range.from} 大于结束页 ${range.to}`;
  if (range.to > pages) return `本文书共 ${pages} 页，没有第 ${range.to} 页`;
  return null;
}

function joined(ranges: readonly PageRange[]): readonly PageRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const result: PageRange[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last !== undefined && range.from <= last.to + 1) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}
