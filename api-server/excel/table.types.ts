import type { ColumnSpec, HeaderReport, Mapping } from '#shared/domain/import/column.ts';

/** What a table may be at most; larger ones are refused with what to do. */
export interface TableLimits {
  /** Of the file. */
  readonly bytes: number;
  /** Of an .xlsx once unpacked: a file of a few kB can hold gigabytes (zip bomb). */
  readonly unpackedBytes: number;
  /** Of data, without the headings. */
  readonly rows: number;
  readonly columns: number;
}

const MIB = 1024 * 1024;
export const TABLE_LIMITS: TableLimits = { bytes: 20 * MIB, unpackedBytes: 200 * MIB, rows: 50_000, columns: 200 };

export interface ReadOptions<K extends string> {
  /** File name: its ending tells .xlsm from .xlsx. */
  readonly name: string;
  readonly columns: readonly ColumnSpec<K>[];
  /** What the office decided about headings; absent: titles and aliases alone. */
  readonly mapping?: Mapping;
  /** Sheet to read; absent: the visible one whose headings fit best. */
  readonly sheet?: string;
  /** Leave out rows that the sheet hides (a filter was on); absent: they are read and said. */
  readonly skipHidden?: boolean;
  readonly limits?: Partial<TableLimits>;
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** Something the office should know about the file as a whole. */
export interface TableNote {
  readonly code: 'macro' | 'sheets' | 'merged' | 'hidden' | 'formula' | 'duplicate-header' | 'unknown-header' | 'footer' | 'encoding';
  /** A Chinese sentence. */
  readonly message: string;
}

/** Something wrong with one cell that the reader itself sees; what a column's values must be is judged by whoever reads. */
export interface CellProblem<K extends string = string> {
  readonly key: K;
  readonly message: string;
}

export interface TableRow<K extends string = string> {
  /** Row number as Excel shows it, from 1. */
  readonly no: number;
  /** Text of every column: trimmed, dates of date-formatted cells as `YYYY-MM-DD`, numbers in plain decimals, empty where there is nothing. */
  readonly cells: Readonly<Record<K, string>>;
  readonly problems: readonly CellProblem<K>[];
}

export interface Table<K extends string = string> extends HeaderReport<K> {
  readonly format: 'xlsx' | 'csv';
  readonly sheet: string;
  readonly sheets: readonly SheetInfo[];
  /** Row number of the headings, from 1. */
  readonly headerRow: number;
  /** First text below each heading, by the heading's index: shows what a column holds before it has a meaning. */
  readonly samples: readonly string[];
  /** Empty rows are left out. */
  readonly rows: readonly TableRow<K>[];
  readonly notes: readonly TableNote[];
}

/** A cell before its column is known. */
export interface RawCell {
  readonly text: string;
  /** Why the text must not be trusted, a Chinese sentence. */
  readonly problem?: string;
}

export interface RawRow {
  /** From 1. */
  readonly no: number;
  readonly hidden: boolean;
  /** Sparse: by column index from 0. */
  readonly cells: readonly (RawCell | undefined)[];
}

/** A rectangle of merged cells; rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A sheet as it was read, before its headings are looked for. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
  readonly merges: readonly Merge[];
  /** Cells whose value a formula computed. */
  readonly formulas: number;
}
