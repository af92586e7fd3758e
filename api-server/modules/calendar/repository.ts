import { sql, type Kysely, type Transaction } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { ENDED_STAGES } from '#shared/domain/procedure/stages.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import type { CalendarYear } from '#shared/domain/time-limit/calendar-import.ts';
import type { Database } from '../../db/schema.ts';
import { CURRENT } from '../../sync/reference.ts';

export interface Publication {
  readonly year: number;
  readonly at: Date;
  readonly source: string;
}

/** The calendar in force, locked against a second publication where a transaction asks. */
export async function readCalendar(db: Kysely<Database>, lock = false): Promise<WorkCalendar> {
  const { rows } = await sql<{ body: WorkCalendar }>`
    select body from reference where kind = 'calendar' and id = ${CURRENT} ${lock ? sql`for update` : sql``}
  `.execute(db);
  if (rows[0] === undefined) throw new Error('The database has no calendar: seed it first');
  return rows[0].body;
}

export async function writeCalendar(trx: Transaction<Database>, calendar: WorkCalendar): Promise<void> {
  await trx.updateTable('reference').set((eb) => ({ body: JSON.stringify(calendar), rev: eb('rev', '+', 1) }))
    .where('kind', '=', 'calendar').where('id', '=', CURRENT).execute();
}

export async function recordImport(trx: Transaction<Database>, added: CalendarYear, entry: { readonly at: Date; readonly officerId: string; readonly source: string; readonly sha256: string }): Promise<void> {
  await trx.insertInto('calendar_import')
    .values({ at: entry.at, officer_id: entry.officerId, year: added.year, source: entry.source, sha256: entry.sha256, days: JSON.stringify(added.days) })
    .execute();
}

/** The last publication of each year. */
export async function lastImports(db: Kysely<Database>): Promise<readonly Publication[]> {
  return await db.selectFrom('calendar_import').distinctOn('year').select(['year', 'at', 'source']).orderBy('year').orderBy('id', 'desc').execute();
}

/** Cases that still have a day to keep, a batch at a time, by id, locked until the end of the transaction. */
export async function openCases(trx: Transaction<Database>, after: string, limit: number): Promise<readonly CaseFile[]> {
  const rows = await trx.selectFrom('case_file').select('body').where('id', '>', after).where('stage', 'not in', [...ENDED_STAGES])
    .orderBy('id').limit(limit).forUpdate().execute();
  return rows.map((row) => row.body);
}

export async function writeDueDays(trx: Transaction<Database>, rows: readonly { readonly id: string; readonly dueOn: string | null }[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update case_file set due_on = r.due_on from json_to_recordset(${JSON.stringify(rows.map(({ id, dueOn }) => ({ id, due_on: dueOn })))}::json) as r (id text, due_on date)
    where case_file.id = r.id and case_file.due_on is distinct from r.due_on
  `.execute(trx);
  return Number(numAffectedRows ?? 0n);
}
