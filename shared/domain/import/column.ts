import { toHalfWidth } from '../../text/normalise.ts';

/** A column that a table is read for. */
export interface ColumnSpec<K extends string = string> {
  readonly key: K;
  /** Heading as the templates write it. */
  readonly title: string;
  /** Other headings the offices use for it. */
  readonly aliases?: readonly string[];
  /** Without the column no row can be taken. */
  readonly required?: boolean;
}

/** Which column a heading was taken for; `null`: none, its cells are not read. */
export interface HeaderMatch<K extends string = string> {
  /** Position in the sheet, from 0. */
  readonly index: number;
  /** As it stands in the file. */
  readonly text: string;
  readonly key: K | null;
}

/** What the office decided about headings: heading (normalised) → column, `''` for「不导入」. */
export type Mapping = Readonly<Record<string, string>>;

export interface HeaderReport<K extends string = string> {
  readonly headers: readonly HeaderMatch<K>[];
  /** Required columns that no heading stands for. */
  readonly missing: readonly ColumnSpec<K>[];
  /** Columns that several headings stand for; the first was taken. */
  readonly duplicates: readonly { readonly key: K; readonly texts: readonly string[] }[];
}

/** A heading made comparable: half width, lower case, without spaces, brackets' contents, asterisks and colons. */
export function normaliseHeader(text: string): string {
  const plain = toHalfWidth(text).replace(/[\s*:_\-—.、"']/g, '').toLowerCase();
  const bare = plain.replace(/[([【〔{].*?[)\]】〕}]/g, '');
  return bare === '' ? plain : bare;
}

function columnNames<K extends string>(columns: readonly ColumnSpec<K>[]): ReadonlyMap<string, K> {
  const names = columns.flatMap((column) => [column.title, column.key, ...(column.aliases ?? [])].map((name) => [normaliseHeader(name), column.key] as const));
  // A title wins over another column's alias.
  return new Map([...names.toReversed(), ...columns.map((column) => [normaliseHeader(column.title), column.key] as const)]);
}

/** Takes headings for columns: by the office's mapping first, else by title and alias. A column is given once. */
export function matchHeaders<K extends string>(texts: readonly string[], columns: readonly ColumnSpec<K>[], mapping: Mapping = {}): HeaderReport<K> {
  const names = columnNames(columns);
  const keys = new Set<string>(columns.map((column) => column.key));
  const taken = new Map<K, string[]>();
  const headers = texts.map((text, index): HeaderMatch<K> => {
    const name = normaliseHeader(text);
    const chosen = mapping[name];
    const key = chosen === undefined ? names.get(name) ?? null : keys.has(chosen) ? chosen as K : null;
    if (key === null) return { index, text, key };
    const before = taken.get(key);
    taken.set(key, [...before ?? [], text]);
    return { index, text, key: before === undefined ? key : null };
  });
  return {
    headers,
    missing: columns.filter((column) => column.required === true && !taken.has(column.key)),
    duplicates: [...taken].filter(([, found]) => found.length > 1).map(([key, found]) => ({ key, texts: found })),
  };
}

/** Rows looked at for the headings: titles and notes stand above them. */
const HEADER_DEPTH = 20;

/** Index of the row with the most known headings (the first of equals); else that of the first row with two texts; -1 in an empty sheet. */
export function findHeaderRow(rows: readonly (readonly string[])[], columns: readonly ColumnSpec[], mapping: Mapping = {}): number {
  const top = rows.slice(0, HEADER_DEPTH);
  const scores = top.map((row) => headerScore(row, columns, mapping));
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  return top.findIndex((row) => row.filter((text) => text !== '').length >= Math.min(2, columns.length));
}

/** How many columns a row of texts names. */
export function headerScore(row: readonly string[], columns: readonly ColumnSpec[], mapping: Mapping = {}): number {
  return matchHeaders(row, columns, mapping).headers.filter((header) => header.key !== null).length;
}
