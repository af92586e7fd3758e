import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { ImportReport, ImportState, ImportRun, ImportSummary } from '#shared/contract/http/imports.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { Mapping } from '#shared/domain/import/column.ts';
import type { ImportTargetKey } from '#shared/domain/import/target.ts';
import type { Database } from '../../db/schema.ts';

export type RunRow = Selectable<Database['import_run']>;

/** Seconds without a sign of life after which the work counts as broken off. */
const ABANDONED_SECONDS = 120;

export async function insertRun(db: Kysely<Database>, run: Pick<RunRow, 'id' | 'target' | 'file_name' | 'bytes' | 'created_by' | 'created_by_name'>, now: Date): Promise<void> {
  await db.insertInto('import_run').values({ ...run, sheet: null, state: 'uploading', created_at: now, touched_at: now, undone_by_name: null }).execute();
}

export async function findRun(db: Kysely<Database>, id: string): Promise<RunRow | null> {
  return await db.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst() ?? null;
}

export async function findRuns(db: Kysely<Database>, targets: readonly ImportTargetKey[]): Promise<readonly ImportSummary[]> {
  if (targets.length === 0) return [];
  const { rows } = await sql<Pick<RunRow, 'id' | 'target' | 'file_name' | 'state' | 'created_by_name' | 'created_at' | 'applied_at' | 'undone_at'> & { readonly counts: ImportReport['counts'] | null }>`
    select id, target, file_name, state, created_by_name, created_at, applied_at, undone_at, report -> 'counts' as counts
    from import_run where target = any(${targets}) and state <> 'uploading' order by created_at desc limit 50
  `.execute(db);
  return rows.map((row) => ({
    id: row.id, target: row.target, fileName: row.file_name, state: row.state, createdBy: row.created_by_name, createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null, undoneAt: row.undone_at?.toISOString() ?? null, counts: row.counts,
  }));
}

export function toRun(row: RunRow): ImportRun {
  return {
    id: row.id, target: row.target, fileName: row.file_name, state: row.state, done: row.done, total: row.total, report: row.report, error: plainError(row.error),
    createdBy: row.created_by_name, createdAt: row.created_at.toISOString(), appliedAt: row.applied_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null, undoneBy: row.undone_by_name,
  };
}

function plainError(error: AppError | null): ImportRun['error'] {
  return error === null ? null : { code: error.code, message: error.message, ...(error.details === undefined ? {} : { details: { ...error.details } }) };
}

/** Moves a run on if it stands in one of `from`, or was broken off while it stood in `to`; answers whether it did. */
export async function moveRun(db: Kysely<Database>, id: string, from: readonly ImportState[], to: ImportState, now: Date): Promise<boolean> {
  const abandoned = new Date(now.getTime() - ABANDONED_SECONDS * 1000);
  const { numUpdatedRows } = await db.updateTable('import_run').set({ state: to, done: 0, total: 0, error: null, touched_at: now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('state', 'in', [...from]), eb.and([eb('state', '=', to), eb('touched_at', '<', abandoned)])]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function tellProgress(db: Kysely<Database>, id: string, done: number, total: number, now: Date): Promise<void> {
  await db.updateTable('import_run').set({ done, total, touched_at: now }).where('id', '=', id).execute();
}

export async function endRun(db: Kysely<Database>, id: string, end: { readonly state: ImportState; readonly report?: ImportReport; readonly error?: AppError }, now: Date): Promise<void> {
  await db.updateTable('import_run').set({
    state: end.state, touched_at: now, error: end.error === undefined ? null : JSON.stringify(end.error),
    ...(end.report === undefined ? {} : { report: JSON.stringify(end.report) }),
    ...(end.state === 'applied' ? { applied_at: now } : {}),
  }).where('id', '=', id).execute();
}

export async function keepChoices(db: Kysely<Database>, id: string, choices: { readonly sheet: string | null; readonly mapping: Mapping; readonly skipHidden: boolean }): Promise<void> {
  await db.updateTable('import_run').set({ sheet: choices.sheet, mapping: JSON.stringify(choices.mapping), skip_hidden: choices.skipHidden }).where('id', '=', id).execute();
}

export async function savePart(db: Kysely<Database>, id: string, offset: number, content: Uint8Array): Promise<void> {
  await db.insertInto('import_part').values({ import_id: id, offset, content })
    .onConflict((conflict) => conflict.columns(['import_id', 'offset']).doUpdateSet({ content })).execute();
}

/** The file of a run, `null` while parts are missing or after it was forgotten. */
export async function readFile(db: Kysely<Database>, { id, bytes }: Pick<RunRow, 'id' | 'bytes'>): Promise<Uint8Array | null> {
  const parts = await db.selectFrom('import_part').select(['offset', 'content']).where('import_id', '=', id).orderBy('offset').execute();
  let expected = 0;
  for (const part of parts) {
    if (part.offset !== expected) return null;
    expected += part.content.length;
  }
  return expected === bytes ? Buffer.concat(parts.map((part) => part.content)) : null;
}

/** Forgets the files of imports started before `before`; what was written can still be undone. Answers how many parts. */
export async function forgetFiles(db: Kysely<Database>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('import_part')
    .where('import_id', 'in', (eb) => eb.selectFrom('import_run').select('id').where('created_at', '<', before)).executeTakeFirst();
  return Number(numDeletedRows);
}

export async function findMapping(db: Kysely<Database>, target: ImportTargetKey): Promise<Mapping> {
  const row = await db.selectFrom('import_mapping').select('mapping').where('target', '=', target).executeTakeFirst();
  return row?.mapping ?? {};
}

/** Adds what the office chose this time to what it chose before. */
export async function saveMapping(db: Kysely<Database>, target: ImportTargetKey, mapping: Mapping, officerId: string, now: Date): Promise<void> {
  const text = JSON.stringify({ ...await findMapping(db, target), ...mapping });
  await db.insertInto('import_mapping').values({ target, mapping: text, saved_by: officerId, saved_at: now })
    .onConflict((conflict) => conflict.column('target').doUpdateSet({ mapping: text, saved_by: officerId, saved_at: now })).execute();
}

/** First key of the advisory lock of the registers: imports, their undoing and merges of one register queue up. */
const REGISTER_LOCK = 7_301;

export async function lockRegister(trx: Transaction<Database>, target: ImportTargetKey): Promise<void> {
  // Facts hang on projects: both are one queue.
  const register = target === 'fact' ? 'project' : target;
  await sql`select pg_advisory_xact_lock(${REGISTER_LOCK}::integer, hashtext(${register}))`.execute(trx);
}
