import { BorderStyle, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { Block, FormCell, FormRow, Inline, ListColumn } from '#shared/domain/document/blocks.ts';
import { twips } from './measures.ts';
import { cellParagraph } from './paragraphs.ts';

/** Eighths of a point: 0.6 pt. */
const RULE = { style: BorderStyle.SINGLE, size: 5, color: '000000' } as const;
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE } as const;
const PADDING = { marginUnitType: WidthType.DXA, top: twips(1.2), bottom: twips(1.2), left: twips(2), right: twips(2) } as const;
const ROW_HEIGHT = 9;
/** A row with less text than this is not parted by the end of a page. */
const WHOLE = 400;

function isBlocks(content: FormCell['content']): content is readonly Block[] {
  const [first] = content;
  return typeof first === 'object' && 'kind' in first;
}

function inlineText(item: Inline): string {
  return typeof item === 'string' ? item : item.text;
}

/** Cells hold text and paragraphs only; `form` and `table` do not nest (shared/domain/document/blocks.ts). */
function cellContent(cell: FormCell): Paragraph[] {
  const label = cell.label === true;
  const align = cell.align ?? (label ? 'center' : 'left');
  if (!isBlocks(cell.content)) return [cellParagraph(cell.content, { label, align })];
  return cell.content.flatMap((block) => (block.kind === 'paragraph' ? [cellParagraph(block.runs, { label, align: block.align ?? align })] : []));
}

function textLength(row: FormRow): number {
  return Math.max(...row.cells.map((cell) => cell.content.map((item) => (typeof item === 'object' && 'kind' in item ? (item.kind === 'paragraph' ? item.runs.map(inlineText).join('') : '') : inlineText(item))).join('').length));
}

function formCell(cell: FormCell, width: number): TableCell {
  return new TableCell({
    children: cellContent(cell), width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, borders: BORDERS, margins: PADDING,
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }), ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
  });
}

/** Cells of a row with the width of the columns they span, starting after the columns that cells above still hold. */
function formRow(row: FormRow, widths: readonly number[], held: number[]): TableRow {
  let column = 0;
  const cells = row.cells.map((cell) => {
    while ((held[column] ?? 0) > 0) column += 1;
    const span = cell.span ?? 1;
    const own = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
    for (let at = column; at < column + span; at += 1) held[at] = cell.rowSpan ?? 1;
    column += span;
    return formCell(cell, own);
  });
  held.forEach((rows, at) => { held[at] = Math.max(0, rows - 1); });
  return new TableRow({ children: cells, height: { value: twips(row.minHeight ?? ROW_HEIGHT), rule: HeightRule.ATLEAST }, cantSplit: textLength(row) < WHOLE });
}

function table(rows: TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows, columnWidths: [...widths], layout: TableLayoutType.FIXED, width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  });
}

/** The ruled grid of a form; neighbouring forms of one width join. */
export function formTable(block: Extract<Block, { kind: 'form' }>): Table {
  const widths = block.columns.map(twips);
  const held = widths.map(() => 0);
  return table(block.rows.map((row) => formRow(row, widths, held)), widths);
}

function listCell(text: string, column: ListColumn, head: boolean): TableCell {
  return new TableCell({
    children: [cellParagraph([text], { label: head, align: head ? 'center' : (column.align ?? 'left') })],
    width: { size: twips(column.width), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, borders: BORDERS, margins: PADDING,
  });
}

/** A list with its head repeated on every page. */
export function listTable(block: Extract<Block, { kind: 'table' }>): Table {
  const { columns } = block;
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => listCell(column.title, column, true)) });
  const rows = block.rows.map((row) => new TableRow({ cantSplit: row.every((value) => value.length < WHOLE), children: columns.map((column, index) => listCell(row[index] ?? '', column, false)) }));
  return table([head, ...rows], columns.map((column) => twips(column.width)));
}

/** Word joins tables that touch; a hair of space keeps two of different columns apart. */
export function tableGap(): Paragraph {
  return new Paragraph({ children: [], spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 } });
}
