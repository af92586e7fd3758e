import { setImmediate as nextTurn } from 'node:timers/promises';
import { ok, type Result } from '#shared/contract/result.ts';
import { findHeaderRow, headerScore } from '#shared/domain/import/column.ts';
import { readCsv } from './csv.ts';
import { sniff } from './file-kind.ts';
import { openPackage, PackageDamaged, PackageTooLarge, type Parts } from './package.ts';
import { REFUSALS } from './refusals.ts';
import { tableOf } from './table.ts';
import { TABLE_LIMITS, type RawRow, type RawSheet, type ReadOptions, type Table, type TableLimits, type TableNote } from './table.types.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { rowsOf, type SheetTally } from './worksheet.ts';

/** Rows above and among the data that are none: titles, notes, a sum after every block. */
const SPARE_ROWS = 200;
/** Rows between two breaths, so that other requests are answered meanwhile. */
const BREATH = 500;
const MIB = 1024 * 1024;

/**
 * Reads a table of an .xlsx or .csv file for the given columns. Nothing of the file is run: formulas give their saved
 * value, macros are left alone. Refusals say what to do with the file; single bad cells are problems of their rows.
 */
export async function readTable<K extends string>(bytes: Uint8Array, options: ReadOptions<K>): Promise<Result<Table<K>>> {
  const limits = { ...TABLE_LIMITS, ...options.limits };
  if (bytes.length > limits.bytes) return REFUSALS.tooLarge(Math.floor(limits.bytes / MIB));
  const kind = sniff(bytes, options.name);
  if (!kind.ok) return kind;
  return kind.value === 'xlsx' ? readXlsx(bytes, options, limits) : readCsvTable(bytes, options, limits);
}

function readCsvTable<K extends string>(bytes: Uint8Array, options: ReadOptions<K>, limits: TableLimits): Result<Table<K>> {
  const sheet = readCsv(bytes, limits.rows + SPARE_ROWS + 1);
  if (!sheet.ok) return sheet;
  const table = tableWithin(sheet.value, options, limits, { format: 'csv', sheet: sheet.value.name, sheets: [] });
  return table.ok ? ok({ ...table.value, notes: [...sheet.value.notes, ...table.value.notes] }) : table;
}

async function readXlsx<K extends string>(bytes: Uint8Array, options: ReadOptions<K>, limits: TableLimits): Promise<Result<Table<K>>> {
  const parts = openPackage(bytes, limits.unpackedBytes);
  if (!parts.ok) return parts;
  try {
    return await readBook(parts.value, options, limits);
  } catch (error) {
    if (error instanceof PackageTooLarge) return REFUSALS.bomb(Math.floor(limits.unpackedBytes / MIB));
    if (error instanceof PackageDamaged) return REFUSALS.damagedZip;
    throw error;
  }
}

async function readBook<K extends string>(parts: Parts, options: ReadOptions<K>, limits: TableLimits): Promise<Result<Table<K>>> {
  const book = await readWorkbook(parts);
  if (book === null) return REFUSALS.notTable;
  const chosen = await chooseSheet(parts, book, options);
  if (!chosen.ok) return chosen;
  const { sheet, rivals, xml } = chosen.value;
  const read = await readRows(sheet.name, xml, book, limits.rows + SPARE_ROWS + 1);
  const head = { format: 'xlsx', sheet: sheet.name, sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })) } as const;
  const table = tableWithin(read, options, limits, head);
  return table.ok ? ok({ ...table.value, notes: [...bookNotes(book, sheet, rivals), ...table.value.notes] }) : table;
}

function tableWithin<K extends string>(sheet: RawSheet, options: ReadOptions<K>, limits: TableLimits, head: Pick<Table<K>, 'format' | 'sheet' | 'sheets'>): Result<Table<K>> {
  if (sheet.rows.some((row) => row.cells.length > limits.columns)) return REFUSALS.tooManyColumns(limits.columns);
  return tableOf(sheet, options, limits.rows, head);
}

interface Choice {
  readonly sheet: WorkbookSheet;
  readonly xml: string;
  /** Other visible sheets that have known headings too. */
  readonly rivals: readonly string[];
}

/** The sheet asked for, or the visible one whose headings fit best. */
async function chooseSheet<K extends string>(parts: Parts, book: Workbook, options: ReadOptions<K>): Promise<Result<Choice>> {
  const named = options.sheet === undefined ? null : book.sheets.find((sheet) => sheet.name === options.sheet);
  if (named === undefined) return REFUSALS.noSuchSheet(options.sheet ?? '', book.sheets.map((sheet) => sheet.name));
  if (named !== null) return ok({ sheet: named, xml: await parts.read(named.part) ?? '', rivals: [] });
  const scored: { readonly sheet: WorkbookSheet; readonly xml: string; readonly score: number }[] = [];
  for (const sheet of book.sheets.filter((each) => !each.hidden)) {
    const xml = await parts.read(sheet.part) ?? '';
    scored.push({ sheet, xml, score: scoreOf(xml, book, options) });
  }
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  if (best === undefined) return REFUSALS.noSheet;
  return ok({ sheet: best.sheet, xml: best.xml, rivals: scored.filter((each) => each !== best && each.score > 0).map((each) => each.sheet.name) });
}

function scoreOf<K extends string>(xml: string, book: Workbook, { columns, mapping }: ReadOptions<K>): number {
  const top: (readonly string[])[] = [];
  for (const row of rowsOf(xml, book, { merges: [], formulas: 0 })) {
    top.push(Array.from(row.cells, (cell) => cell?.text ?? ''));
    if (top.length === 20) break;
  }
  return headerScore(top[findHeaderRow(top, columns, mapping)] ?? [], columns, mapping);
}

async function readRows(name: string, xml: string, book: Workbook, most: number): Promise<RawSheet> {
  const tally: SheetTally = { merges: [], formulas: 0 };
  const rows: RawRow[] = [];
  for (const row of rowsOf(xml, book, tally)) {
    rows.push(row);
    if (rows.length === most) break;
    if (rows.length % BREATH === 0) await nextTurn();
  }
  return { name, rows, ...tally };
}

function bookNotes(book: Workbook, sheet: WorkbookSheet, rivals: readonly string[]): readonly TableNote[] {
  return [
    ...(book.hasMacros ? [{ code: 'macro', message: '文件里带有宏。宏没有运行，也不会保存；只读取了单元格的内容。' } as const] : []),
    ...(rivals.length === 0 ? [] : [{ code: 'sheets', message: `工作簿中还有「${rivals.join('」「')}」也像是同类表格，这次只读取了「${sheet.name}」。需要别的工作表请改选。` } as const]),
  ];
}
