import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { channelNames } from '#shared/domain/channel/in-force.ts';
import type { ColumnSpec } from '#shared/domain/import/column.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import { PROVINCE_COLUMNS } from '#shared/domain/matter/province.ts';
import { readMatterRows, type RowProblem, type SheetContext, type SheetMatter } from '#shared/domain/matter/sheet-read.ts';
import { MATTER_COLUMNS, rowsOfMatter } from '#shared/domain/matter/sheet.ts';
import { changesBetween } from '#shared/domain/matter/versions.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import { readTable } from '../../excel/read-table.ts';
import type { Table } from '../../excel/table.types.ts';
import { writeWorkbook } from '../../excel/write-workbook.ts';
import type { Database } from '../../db/schema.ts';
import type { Handlers } from '../../deps.ts';
import { change, cityRefusal, todayOf, type MatterDeps } from './changing.ts';
import { readProvinceSheet, writeProvinceVisits } from './province.ts';
import { allMatters, keepVersion, scheduledCodes } from './repository.ts';

type ImportInput = HttpInput<'importMatters'>;
type MatterReport = HttpOutput<'importMatters'>;

/** Rows of a sheet of matters: a hundred items for each of the 33 and room to spare. */
const MOST_ROWS = 5_000;
/** A year of the province's visits. */
const MOST_VISITS = 20_000;
/** Problems sent to the screen; a file with more of them is put right from its beginning. */
const MOST_PROBLEMS = 500;
const TEXT_WIDTH = 18;
const WIDE: ReadonlySet<string> = new Set(['name', 'basis', 'content', 'standard', 'clause']);

/** Matters and the province's visits from and to Excel; reading alone changes nothing. */
export function sheetHandlers(deps: MatterDeps): Pick<Handlers, 'importMatters' | 'exportMatters' | 'importProvinceVisits'> {
  return {
    importMatters: (input, request) => taken(deps, request, input, 'matter.import', (db) => importMatters(db, deps, input, request)),
    importProvinceVisits: (input, request) => taken(deps, request, input, 'matter.import-visits', async (db) => {
      const sheet = await openSheet(input, PROVINCE_COLUMNS, MOST_VISITS);
      if (!sheet.ok) return sheet;
      const read = await readProvinceSheet(db, sheet.value.rows, todayOf(deps));
      const report = { ...reportOf(sheet.value, fingerprintOf(input.file, ''), read.problems), added: read.added.length, changed: read.changed.length, same: read.same, wrong: read.wrong };
      if (!isTransaction(db, input)) return ok(report);
      const stale = staleRefusal(input, report.fingerprint);
      if (stale !== null) return stale;
      await writeProvinceVisits(db, [...read.added, ...read.changed], { name: input.name, officerId: request.officer.id, at: deps.clock() });
      return ok({ ...report, applied: true });
    }),
    async exportMatters({ what }) {
      const { settings } = await deps.reference.load();
      const day = todayOf(deps);
      if (what === 'province-template') return ok({ name: '省系统检查记录导入模板.xlsx', file: await workbook('检查记录', PROVINCE_COLUMNS, []) });
      const rows = what === 'template' ? [] : (await allMatters(deps.db)).flatMap((matter) => rowsOfMatter(matter, settings));
      return ok({ name: what === 'template' ? '监管事项导入模板.xlsx' : `监管事项-${day}.xlsx`, file: await workbook('监管事项', MATTER_COLUMNS, rows) });
    },
  };
}

async function workbook<K extends string>(name: string, columns: readonly ColumnSpec<K>[], rows: readonly Readonly<Record<K, string>>[]): Promise<string> {
  const file = await writeWorkbook([{
    name, columns: columns.map(({ key, title }) => ({ title, width: WIDE.has(key) ? TEXT_WIDTH * 2 : TEXT_WIDTH })), rows: rows.map((row) => columns.map(({ key }) => row[key])),
  }]);
  return Buffer.from(file).toString('base64');
}

type Work<T> = (db: Kysely<Database>) => Promise<Result<T>>;

/** Looking needs no lock and leaves no trace; applying is one transaction with its line in the audit log. */
async function taken<T>(deps: MatterDeps, request: FastifyRequest, input: ImportInput, action: string, work: Work<T>): Promise<Result<T>> {
  if (input.apply !== undefined) return await change(deps, request, action, input.name, work);
  const refusal = cityRefusal(request.officer);
  return refusal === null ? await work(deps.db) : fail(refusal);
}

/** `taken` gives a transaction exactly where something is to be applied. */
function isTransaction(db: Kysely<Database>, { apply }: ImportInput): db is Transaction<Database> {
  return apply !== undefined && db.isTransaction;
}

function staleRefusal({ apply }: ImportInput, fingerprint: string): ReturnType<typeof fail> | null {
  return apply === fingerprint ? null : fail({ code: 'CONFLICT', message: '预览之后事项有了变化，或者文件不是预览的那一个。请重新预览后再导入。' });
}

/** Opens the file and finds its columns; a sheet without a column that must be there is refused. */
async function openSheet<K extends string>({ file, name }: ImportInput, columns: readonly ColumnSpec<K>[], rows: number): Promise<Result<Table<K>>> {
  const table = await readTable(Buffer.from(file, 'base64'), { name, columns, limits: { rows } });
  if (!table.ok) return table;
  const { missing, headerRow } = table.value;
  if (missing.length > 0) {
    return fail({ code: 'FIELD_INVALID', message: `第 ${headerRow} 行的表头缺少“${missing.map((column) => column.title).join('”“')}”。请下载导入模板对照，或者改正表头后再导入。`, details: { path: 'file' } });
  }
  return table.value.rows.length > 0 ? table : fail({ code: 'FIELD_INVALID', message: '表中没有数据行。请确认选对了工作表和文件。', details: { path: 'file' } });
}

function reportOf(table: Table, fingerprint: string, problems: readonly RowProblem[]) {
  return {
    fingerprint, sheet: table.sheet, rows: table.rows.length, notes: table.notes.map((note) => note.message), applied: false,
    problems: [...problems].sort((one, other) => one.row - other.row).slice(0, MOST_PROBLEMS), problemTotal: problems.length,
  };
}

/** Of the file, and of what it was compared with. */
function fingerprintOf(file: string, against: string): string {
  return createHash('sha256').update(file).update('\n').update(against).digest('hex');
}

async function importMatters(db: Kysely<Database>, deps: MatterDeps, input: ImportInput, { officer }: FastifyRequest): Promise<Result<MatterReport>> {
  const sheet = await openSheet(input, MATTER_COLUMNS, MOST_ROWS);
  if (!sheet.ok) return sheet;
  const matters = await allMatters(db);
  const { settings, violations } = await deps.reference.load();
  const names = channelNames(settings);
  const context: SheetContext = { channelNames: names, channels: new Set(Object.keys(names)), violationIds: new Set(violations.keys()), existing: new Map(matters.map((matter) => [matter.code, matter])), today: todayOf(deps) };
  const waiting = await scheduledCodes(db);
  const read = readMatterRows(sheet.value.rows, context).map((each) => heldBack(each, waiting.get(each.code)?.effective_from ?? null));
  const report = matterReport(sheet.value, fingerprintOf(input.file, matters.map((matter) => `${matter.code} ${matter.version}`).join('\n')), read, context.existing, settings);
  if (!isTransaction(db, input)) return ok(report);
  const stale = staleRefusal(input, report.fingerprint);
  if (stale !== null) return stale;
  for (const { matter, state } of read) {
    if (matter === null || state === 'same') continue;
    await keepVersion(db, { matter, action: 'import', note: `自文件“${input.name}”导入`, effectiveFrom: context.today, author: officer, at: deps.clock() }, context.today);
  }
  return ok({ ...report, applied: true });
}

/** A matter whose next version waits for its day is not changed behind that version's back. */
function heldBack(read: SheetMatter, effectiveFrom: string | null): SheetMatter {
  if (effectiveFrom === null || read.state === 'same' || read.state === 'wrong') return read;
  const problem: RowProblem = { row: read.rows[0] ?? 0, column: '', message: `“${read.name}”另有一版将于 ${effectiveFrom} 生效，请先撤回那一版再导入。` };
  return { ...read, state: 'wrong', matter: null, problems: [problem] };
}

function matterReport(table: Table, fingerprint: string, read: readonly SheetMatter[], existing: ReadonlyMap<string, Matter>, settings: Settings): MatterReport {
  return {
    ...reportOf(table, fingerprint, read.flatMap((each) => each.problems)),
    matters: read.map(({ matter, problems: _problems, ...rest }) => ({ ...rest, changes: matter === null ? [] : changesBetween(existing.get(rest.code) ?? null, matter, settings) })),
  };
}
