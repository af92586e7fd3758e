import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result } from '#shared/contract/result.ts';
import { textCell } from './cell-text.ts';
import { REFUSALS } from './refusals.ts';
import type { RawRow, RawSheet, TableNote } from './table.types.ts';

const DELIMITERS = [',', '\t', ';', '，'] as const;
/** Characters of the text in which the delimiter is counted. */
const SAMPLE = 4000;

export interface CsvSheet extends RawSheet {
  readonly notes: readonly TableNote[];
}

/** Reads a CSV file in UTF-8, UTF-16 or GB18030, whatever its delimiter. `most`: rows after which reading stops. */
export function readCsv(bytes: Uint8Array, most: number): Result<CsvSheet> {
  const decoded = decode(bytes);
  if (decoded === null) return REFUSALS.undecodable;
  try {
    const records = parse(decoded.text, { delimiter: delimiterOf(decoded.text), relax_column_count: true, relax_quotes: true, to: most, bom: true });
    return ok({ name: 'CSV', rows: rawRows(records), merges: [], formulas: 0, notes: decoded.notes });
  } catch (error) {
    if (error instanceof CsvError) return REFUSALS.brokenQuotes(typeof error['lines'] === 'number' ? error['lines'] : 1);
    throw error;
  }
}

function rawRows(records: readonly (readonly string[])[]): readonly RawRow[] {
  const rows = records.map((record, index): RawRow => ({ no: index + 1, hidden: false, cells: record.map((text) => textCell(unquoted(text))) }));
  return rows.filter((row) => row.cells.some((cell) => cell !== undefined && cell.text !== ''));
}

/** `="0512"`, `'0512` and a tab before the digits: ways to keep Excel from making a number of a code. */
function unquoted(text: string): string {
  return /^="(.*)"$/s.exec(text)?.[1] ?? text.replace(/^['\t](?=\d)/, '');
}

function decode(bytes: Uint8Array): { readonly text: string; readonly notes: readonly TableNote[] } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), notes: [] };
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, notes: [] };
  const text = strictly('gb18030', bytes);
  return text === null ? null : { text, notes: [{ code: 'encoding', message: 'CSV 文件是 GB 编码，已按 GB18030 读取。如有乱码，请另存为 .xlsx 再导入。' }] };
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The delimiter met most often outside quotes near the beginning. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => sample.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
