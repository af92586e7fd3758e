import { ok, type Result } from '#shared/contract/result.ts';
import { findHeaderRow, matchHeaders } from '#shared/domain/import/column.ts';
import { REFUSALS } from './refusals.ts';
import type { CellProblem, Merge, RawCell, RawRow, RawSheet, ReadOptions, Table, TableNote, TableRow } from './table.types.ts';

/** Lines under the data that are no data: sums, who filled it in. */
const FOOTER = /^(合计|总计|小计|共计|填表人|填报人|制表|审核人|填表说明|填报说明|备注[：:]|说明[：:]|注[：:])/;
/** Row numbers named in a sentence. */
const NAMED = 10;

type Head<K extends string> = Pick<Table<K>, 'format' | 'sheet' | 'sheets'>;

/** A sheet as rows of known columns. `dataRows`: how many rows may follow the headings. */
export function tableOf<K extends string>(sheet: RawSheet, options: ReadOptions<K>, dataRows: number, head: Head<K>): Result<Table<K>> {
  const rows = spreadMerges(sheet);
  const texts = rows.slice(0, 30).map(textsOf);
  const at = findHeaderRow(texts, options.columns, options.mapping);
  const header = rows[at];
  if (header === undefined) return REFUSALS.noHeader;
  const report = matchHeaders(textsOf(header), options.columns, options.mapping);
  const below = rows.slice(at + 1);
  const data = below.filter((row) => !(options.skipHidden === true && row.hidden) && !isFooter(row));
  if (data.length > dataRows) return REFUSALS.tooManyRows(dataRows);
  const columns = report.headers.flatMap(({ index, key }) => (key === null ? [] : [{ index, key }]));
  const empty = Object.fromEntries(options.columns.map((column) => [column.key, ''])) as Record<K, string>;
  return ok({
    ...head, ...report, headerRow: header.no, samples: report.headers.map(({ index }) => sampleOf(data, index)),
    rows: data.map((row) => tableRow(row, columns, empty)).filter(isFilled),
    notes: [...headerNotes(report), ...bodyNotes(sheet, header.no, below, options)],
  });
}

function sampleOf(rows: readonly RawRow[], column: number): string {
  return rows.find((row) => (row.cells[column]?.text ?? '') !== '')?.cells[column]?.text ?? '';
}

function textsOf(row: RawRow): readonly string[] {
  return Array.from(row.cells, (cell) => cell?.text ?? '');
}

function isFooter(row: RawRow): boolean {
  const first = row.cells.find((cell) => cell !== undefined && cell.text !== '')?.text ?? '';
  if (!FOOTER.test(first)) return false;
  return /^[合总小共]计/.test(first) || textsOf(row).filter((text) => text !== '').length === 1;
}

function isFilled(row: TableRow): boolean {
  return row.problems.length > 0 || Object.values(row.cells).some((text) => text !== '');
}

function tableRow<K extends string>(row: RawRow, columns: readonly { readonly index: number; readonly key: K }[], empty: Record<K, string>): TableRow<K> {
  const cells = { ...empty };
  const problems: CellProblem<K>[] = [];
  for (const { index, key } of columns) {
    const cell = row.cells[index];
    if (cell === undefined) continue;
    cells[key] = cell.text;
    if (cell.problem !== undefined) problems.push({ key, message: cell.problem });
  }
  return { no: row.no, cells, problems };
}

/** A cell merged over several rows holds for each of them; to the right it does not. */
function spreadMerges({ rows, merges }: RawSheet): readonly RawRow[] {
  const tall = merges.filter((merge) => merge.toRow > merge.fromRow);
  if (tall.length === 0) return rows;
  const byNo = new Map(rows.map((row) => [row.no, [...row.cells]]));
  for (const merge of tall) spread(merge, byNo);
  return rows.map((row) => ({ ...row, cells: byNo.get(row.no) ?? row.cells }));
}

function spread(merge: Merge, byNo: ReadonlyMap<number, (RawCell | undefined)[]>): void {
  const value = byNo.get(merge.fromRow)?.[merge.fromColumn];
  if (value === undefined) return;
  // Only rows that exist get it: a merge may reach to the end of the sheet.
  for (let no = merge.fromRow + 1; no <= Math.min(merge.toRow, merge.fromRow + byNo.size); no += 1) {
    const cells = byNo.get(no);
    if (cells !== undefined) cells[merge.fromColumn] = value;
  }
}

function headerNotes(report: Pick<Table, 'headers' | 'duplicates'>): readonly TableNote[] {
  const unknown = report.headers.filter((header) => header.key === null && header.text !== '' && !report.duplicates.some(({ texts }) => texts.includes(header.text))).map((header) => header.text);
  return [
    ...report.duplicates.map(({ texts }): TableNote => ({ code: 'duplicate-header', message: `${texts.map((text) => `「${text}」`).join('、')}对应同一列，只读取了前一列。请核对，或者在列对应中改选。` })),
    ...(unknown.length === 0 ? [] : [{ code: 'unknown-header', message: `${unknown.map((text) => `「${text}」`).join('、')}没有对应的列，其内容不读取。` } as const]),
  ];
}

function bodyNotes(sheet: RawSheet, headerRow: number, below: readonly RawRow[], { skipHidden }: Pick<ReadOptions<string>, 'skipHidden'>): readonly TableNote[] {
  const merged = sheet.merges.filter((merge) => merge.toRow > headerRow);
  const hidden = below.filter((row) => row.hidden).map((row) => row.no);
  const footers = below.filter(isFooter).map((row) => row.no);
  const notes: (TableNote | null)[] = [
    merged.length === 0 ? null : { code: 'merged', message: `数据中有 ${String(merged.length)} 处合并单元格（${rowList(merged.map((merge) => merge.fromRow))}）：上下合并的按同一内容填入每一行，左右合并的只填左边一列。请核对预览。` },
    hidden.length === 0 ? null : { code: 'hidden', message: `有 ${String(hidden.length)} 行被隐藏或者筛选掉（${rowList(hidden)}），${skipHidden === true ? '没有读取' : '也一并读取了'}。` },
    sheet.formulas === 0 ? null : { code: 'formula', message: `有 ${String(sheet.formulas)} 个单元格是公式，取其保存时的计算结果。` },
    footers.length === 0 ? null : { code: 'footer', message: `${rowList(footers)}是合计或者填表说明，不作为数据。` },
  ];
  return notes.filter((note) => note !== null);
}

/** `第 3、4、9 行`, `第 3、4 等 120 行`. */
function rowList(numbers: readonly number[]): string {
  const unique = [...new Set(numbers)];
  return unique.length <= NAMED ? `第 ${unique.join('、')} 行` : `第 ${unique.slice(0, NAMED).join('、')} 等 ${String(unique.length)} 行`;
}
