import type { Kysely, Selectable, Transaction } from 'kysely';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Database } from '../../db/schema.ts';

type SavedRow = Selectable<Database['statistics_report']>;
export type SavedReport = HttpOutput<'saveStatisticsReport'>;

/** Reports a person may keep. */
export const MOST_REPORTS = 200;

/** His own, and what colleagues of the same authority share; figures are computed in the scope of whoever opens it. */
export async function findReports(db: Kysely<Database>, { id, district }: Officer): Promise<readonly SavedRow[]> {
  return await db.selectFrom('statistics_report').selectAll()
    .where((eb) => eb.or([eb('owner_id', '=', id), eb.and([eb('shared', '=', true), eb('district', '=', district)])]))
    .orderBy('updated_at', 'desc').limit(500).execute();
}

export async function findReport(db: Kysely<Database>, officer: Officer, id: string): Promise<SavedRow | null> {
  return (await findReports(db, officer)).find((row) => row.id === id) ?? null;
}

export async function countReports(db: Kysely<Database>, { id }: Officer): Promise<number> {
  const { n } = await db.selectFrom('statistics_report').select(({ fn }) => fn.countAll<number>().as('n')).where('owner_id', '=', id).executeTakeFirstOrThrow();
  return n;
}

/** Writes a new report, or the next revision of his own; `null` when another save came between or it is not his. */
export async function writeReport(trx: Transaction<Database>, { id, rev, title, shared, design }: HttpInput<'saveStatisticsReport'>, officer: Officer, at: Date): Promise<SavedRow | null> {
  const content = { title: title.trim(), shared, body: JSON.stringify(design), updated_at: at };
  if (rev === 0) {
    return await trx.insertInto('statistics_report').values({ id, owner_id: officer.id, owner_name: officer.name, district: officer.district, ...content })
      .onConflict((conflict) => conflict.doNothing()).returningAll().executeTakeFirst() ?? null;
  }
  return await trx.updateTable('statistics_report').set({ ...content, rev: rev + 1 })
    .where('id', '=', id).where('rev', '=', rev).where('owner_id', '=', officer.id).returningAll().executeTakeFirst() ?? null;
}

export async function deleteReport(trx: Transaction<Database>, id: string, officer: Officer): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('statistics_report').where('id', '=', id).where('owner_id', '=', officer.id).executeTakeFirst();
  return numDeletedRows === 1n;
}

export function toReport(row: SavedRow, officer: Officer): SavedReport {
  return { id: row.id, rev: row.rev, title: row.title, owner: row.owner_name, own: row.owner_id === officer.id, shared: row.shared, design: row.body, updatedAt: row.updated_at.toISOString() };
}
