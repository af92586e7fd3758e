/**
 * `npm run import:check -- FILE [--target party]`: what an import would say of an Excel or CSV file, without a database.
 * Exit 0: every row is good; 1: some are not, or the file cannot be read; 2: called wrongly.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readTable } from '#api/excel/read-table.ts';
import type { Table } from '#api/excel/table.types.ts';
import { judgeRows, TARGETS, type JudgedRow } from '#shared/domain/import/judge.ts';
import { columnOf, IMPORT_TARGET_KEYS, IMPORT_TARGETS, type ImportTarget, type ImportTargetKey } from '#shared/domain/import/target.ts';
import { headerScore } from '#shared/domain/import/column.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';

const USAGE = `用法：npm run import:check -- 文件.xlsx [--target ${IMPORT_TARGET_KEYS.join('|')}] [--sheet 工作表]`;
/** Wrong rows printed. */
const SHOWN = 50;

const { values, positionals } = parseArgs({ options: { target: { type: 'string' }, sheet: { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined || (values.target !== undefined && !IMPORT_TARGET_KEYS.some((key) => key === values.target))) leave(USAGE, 2);

function leave(message: string, status: number): never {
  console.error(message);
  process.exit(status);
}

function readBytes(name: string): Uint8Array {
  try {
    return readFileSync(path.resolve(process.env['INIT_CWD'] ?? '.', name));
  } catch {
    return leave(`读不到文件：${name}`, 2);
  }
}

async function read(bytes: Uint8Array, name: string, target: ImportTarget): Promise<Table> {
  const table = await readTable(bytes, { name: path.basename(name), columns: target.columns, ...(values.sheet === undefined ? {} : { sheet: values.sheet }) });
  return table.ok ? table.value : leave(table.error.message, 1);
}

/** The target asked for, or the one whose headings fit best. */
async function chooseTarget(bytes: Uint8Array, name: string): Promise<ImportTarget> {
  if (values.target !== undefined) return TARGETS[values.target as ImportTargetKey];
  const texts = (await read(bytes, name, TARGETS.party)).headers.map((header) => header.text);
  const scores = await Promise.all(IMPORT_TARGET_KEYS.map(async (key) => {
    const { headers } = key === 'party' ? { headers: texts } : { headers: (await read(bytes, name, TARGETS[key])).headers.map((header) => header.text) };
    return headerScore(headers, TARGETS[key].columns);
  }));
  return TARGETS[IMPORT_TARGET_KEYS[scores.indexOf(Math.max(...scores))] ?? 'party'];
}

function report(target: ImportTarget, table: Table, rows: readonly JudgedRow[]): readonly string[] {
  const wrong = rows.filter((row) => row.problems.length > 0);
  const joined = rows.filter((row) => row.joinedTo !== null).length;
  const read = table.headers.flatMap(({ text, key }) => (key === null ? [] : [`${text} → ${columnOf(target, key)?.title ?? key}`]));
  return [
    `导入对象：${IMPORT_TARGETS[target.key]}${table.format === 'xlsx' ? `　工作表：${table.sheet}` : ''}　表头在第 ${String(table.headerRow)} 行`,
    `列：${read.join('，') || '没有认出任何一列'}`,
    ...(table.missing.length === 0 ? [] : [`缺少必需的列：${table.missing.map((column) => column.title).join('、')}`]),
    ...table.notes.map((note) => `提示：${note.message}`),
    `共 ${String(rows.length)} 行：可以导入 ${String(rows.length - wrong.length - joined)} 行${joined === 0 ? '' : `，并入前面的行 ${String(joined)} 行`}，有误 ${String(wrong.length)} 行`,
    ...wrong.slice(0, SHOWN).flatMap((row) => row.problems.map(({ key, message }) => `  第 ${String(row.no)} 行　${columnOf(target, key)?.title ?? '整行'}：${message}`)),
    ...(wrong.length > SHOWN ? [`  …… 其余 ${String(wrong.length - SHOWN)} 行有误的未列出`] : []),
    '没有读写数据库；与名录比较后，个别行还可能因同名、缺信用代码等退回。',
  ];
}

const bytes = readBytes(file);
const target = await chooseTarget(bytes, file);
const table = await read(bytes, file, target);
const rows = judgeRows(target, table.rows, table.headers, shanghaiDay(new Date().toISOString()));
console.log(report(target, table, rows).join('\n'));
process.exit(table.missing.length > 0 || rows.some((row) => row.problems.length > 0) ? 1 : 0);
