import { numberCell, textCell } from './cell-text.ts';
import { dateOfSerial } from './serial.ts';
import type { Merge, RawCell, RawRow } from './table.types.ts';
import type { Workbook } from './workbook.ts';
import { decodeXml, XmlCursor } from './xml.ts';

/** What was met on the way through a sheet. */
export interface SheetTally {
  readonly merges: Merge[];
  formulas: number;
}

/** Rows of a sheet one by one; empty ones are left out. `tally` is complete after the last. */
export function* rowsOf(xml: string, book: Workbook, tally: SheetTally): Generator<RawRow> {
  const cursor = new XmlCursor(xml);
  let number = 0;
  while (cursor.next()) {
    if (cursor.name === 'row' && cursor.kind !== 'close') {
      number = Number(cursor.attribute('r') ?? number + 1);
      const hidden = /^(1|true)$/.test(cursor.attribute('hidden') ?? '');
      const cells = cursor.kind === 'open' ? readCells(cursor, book, tally) : [];
      if (cells.some((cell) => cell !== undefined && (cell.text !== '' || cell.problem !== undefined))) yield { no: number, hidden, cells };
    } else if (cursor.name === 'mergeCell' && cursor.kind !== 'close') {
      const merge = readMerge(cursor.attribute('ref') ?? '');
      if (merge !== null) tally.merges.push(merge);
    }
  }
}

function readCells(cursor: XmlCursor, book: Workbook, tally: SheetTally): (RawCell | undefined)[] {
  const cells: (RawCell | undefined)[] = [];
  let column = -1;
  while (cursor.next() && !(cursor.name === 'row' && cursor.kind === 'close')) {
    if (cursor.name !== 'c' || cursor.kind === 'close') continue;
    const reference = cursor.attribute('r');
    column = reference === null ? column + 1 : columnOf(reference);
    const cell = cursor.kind === 'open' ? readCell(cursor, book, tally) : undefined;
    // A format alone does not make the row longer.
    if (cell !== undefined && (cell.text !== '' || cell.problem !== undefined)) cells[column] = cell;
  }
  return cells;
}

interface Content {
  value: string | null;
  formula: boolean;
}

function readCell(cursor: XmlCursor, book: Workbook, tally: SheetTally): RawCell | undefined {
  const [type, style] = [cursor.attribute('t'), Number(cursor.attribute('s') ?? 0)];
  const { value, formula } = readContent(cursor);
  if (formula) tally.formulas += 1;
  if (value === null || value === '') return formula ? { text: '', problem: '公式没有保存计算结果。请在 Excel 中打开并保存一次，或者把公式粘贴为数值。' } : undefined;
  return cellOf(type, style, value, book);
}

/** Moves to the end of the cell. */
function readContent(cursor: XmlCursor): Content {
  const content: Content = { value: null, formula: false };
  let phonetic = false;
  while (cursor.next() && !(cursor.name === 'c' && cursor.kind === 'close')) {
    const { name, kind } = cursor;
    if (name === 'f' && kind !== 'close') content.formula = true;
    else if (name === 'rPh') phonetic = kind === 'open';
    else if (name === 'v' && kind === 'close') content.value = decodeXml(cursor.text);
    else if (name === 't' && kind === 'close' && !phonetic) content.value = (content.value ?? '') + decodeXml(cursor.text);
  }
  return content;
}

function cellOf(type: string | null, style: number, value: string, book: Workbook): RawCell {
  if (type === 's') return textCell(book.strings[Number(value)] ?? '');
  if (type === 'inlineStr' || type === 'str') return textCell(value);
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (type === 'e') return { text: '', problem: `单元格是公式错误「${value}」，请改正公式或者直接填写数值。` };
  // ISO dates, which strict workbooks hold.
  if (type === 'd') return { text: value.slice(0, 10) };
  if (book.dateStyles[style] !== true) return numberCell(Number(value));
  const date = dateOfSerial(Number(value), book.from1904);
  return date === null ? { text: value, problem: `日期格式的单元格里是「${value}」，不是有效日期，请重新填写。` } : { text: date };
}

/** Column index from 0 of `BC12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const code = character.charCodeAt(0) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function readMerge(reference: string): Merge | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference);
  if (match === null) return null;
  const [, from = '', fromRow, to = '', toRow] = match;
  return { fromRow: Number(fromRow), toRow: Number(toRow), fromColumn: columnOf(from), toColumn: columnOf(to) };
}
