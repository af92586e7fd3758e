import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Channel } from '#shared/domain/organisation/organisation.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** Reads a table of `data/`: UTF-8 with a byte order mark, first line names the columns. */
export function readTable(name: string): readonly CsvRow[] {
  const rows: CsvRow[] = parse(readFileSync(new URL(`./data/${name}.csv`, import.meta.url)), { bom: true, columns: true, trim: true });
  return rows;
}

/** The cell of a column that must exist. */
export function cell(row: CsvRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`Column ${column} is missing`);
  return value;
}

const CHANNEL_OF: Readonly<Record<string, Channel>> = { 监察支队: 'JC', 房地产: 'FDC', 质安监: 'ZA' };

export function channelOf(row: CsvRow): Channel {
  const channel = CHANNEL_OF[cell(row, 'channel')];
  if (channel === undefined) throw new Error(`Unknown channel ${cell(row, 'channel')}`);
  return channel;
}
