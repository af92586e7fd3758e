import type { DocumentContext } from '../../definition.ts';

/** What an officer typed into a field, for values of `fill` that follow from it; `fallback` while the field is empty. */
export function typedText(context: DocumentContext, key: string, fallback: string): string {
  const value = context.document.values[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback;
}

/** Columns of a table are typed as one line a row, parted by `｜` (or `|`). Missing columns are empty, surplus ones join the last. */
export function columnsOf(line: string, count: number): readonly string[] {
  const parts = line.split(/[｜|]/u).map((part) => part.trim());
  const last = parts.slice(count - 1).filter((part) => part !== '').join('，');
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? last : (parts[index] ?? '')));
}

/** The line that `columnsOf` reads; a `｜` inside a value would part it. */
export function lineOf(...columns: readonly string[]): string {
  return columns.map((column) => column.replace(/[｜|]/gu, '／').trim()).join('｜');
}
