import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type ExcelJs from 'exceljs';

/** A number is written as such; what a person typed is always text. */
export type OutCell = string | number | null;

export interface OutColumn {
  readonly title: string;
  /** In characters; absent: as wide as the title needs. */
  readonly width?: number;
  /** `money`: yuan with two decimals; `number`: as it is; absent: text, so that codes keep their zeros and formulas stay words. */
  readonly kind?: 'money' | 'number';
}

export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  /** Line above the headings, e.g. what was filtered and when. */
  readonly caption?: string;
}

const FORMATS = { money: '#,##0.00', number: 'General', text: '@' } as const;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF5' } } as const;
/** Excel's own limits. */
const LONGEST_NAME = 31;
const LONGEST_TEXT = 32_767;
/** Rows between two breaths, so that other requests are answered meanwhile. */
const BREATH = 500;

/**
 * An .xlsx with headings that stay in view and can be filtered. Texts are text cells in text format, never formulas:
 * `=`, `+`, `-` and `@` at the beginning of what somebody typed run nothing, on opening or after editing.
 */
export async function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  // Loaded with the first workbook: the start of the server does not wait for it.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const names = new Set<string>();
  for (const sheet of sheets) await addSheet(book, sheet, uniqueName(sheet.name, names));
  await book.commit();
  return new Uint8Array(await bytes);
}

/** A name Excel takes: without its signs, at most 31 characters, not used yet. */
function uniqueName(wanted: string, names: Set<string>): string {
  const base = wanted.replace(/[\\/?*[\]:']/g, ' ').trim().slice(0, LONGEST_NAME) || '工作表';
  let name = base;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${base.slice(0, LONGEST_NAME - 4)}(${String(number)})`;
  names.add(name.toLowerCase());
  return name;
}

async function addSheet(book: ExcelJs.stream.xlsx.WorkbookWriter, { columns, rows, caption }: OutSheet, name: string): Promise<void> {
  const headRow = caption === undefined ? 1 : 2;
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: headRow }] });
  columns.forEach((column, index) => {
    const target = sheet.getColumn(index + 1);
    target.width = column.width ?? Math.max(10, column.title.length * 2 + 4);
    target.numFmt = FORMATS[column.kind ?? 'text'];
  });
  sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow, column: Math.max(1, columns.length) } };
  if (caption !== undefined) sheet.addRow([caption]).commit();
  const head = sheet.addRow(columns.map((column) => column.title));
  head.font = { bold: true };
  head.fill = HEAD_FILL;
  head.commit();
  for (const [index, row] of rows.entries()) {
    sheet.addRow(row.map(cellValue)).commit();
    if (index % BREATH === BREATH - 1) await nextTurn();
  }
  sheet.commit();
}

function cellValue(value: OutCell): OutCell {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}
