import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReaderEntry } from '#shared/contract/http/reader-notes.ts';
import type { Database } from '../../db/schema.ts';

/** First key of an advisory lock of two keys, beside that of the numbers. */
const NOTES_LOCK = 7_202;

/** One author's writers queue up, so that his sequence has no number that becomes visible late. */
export async function lockAuthor(trx: Transaction<Database>, officerId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(${NOTES_LOCK}::integer, hashtext(${officerId}))`.execute(trx);
  const { last } = await trx.selectFrom('reader_note').where('officer_id', '=', officerId).select(({ fn }) => fn.max('seq').as('last')).executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Of two versions the newer stays. Several writers have been queued up by `lockAuthor`. */
export async function writeEntries(trx: Transaction<Database>, officerId: string, last: number, entries: readonly ReaderEntry[]): Promise<void> {
  const rows = entries.map((entry, index) => ({
    officer_id: officerId, case_id: entry.caseId, kind: entry.kind, id: entry.id, updated_at: entry.updatedAt, seq: last + index + 1, body: entry.body === null ? null : JSON.stringify(entry.body),
  }));
  if (rows.length === 0) return;
  await trx.insertInto('reader_note').values(rows)
    .onConflict((conflict) => conflict.columns(['officer_id', 'case_id', 'kind', 'id'])
      .doUpdateSet((eb) => ({ updated_at: eb.ref('excluded.updated_at'), seq: eb.ref('excluded.seq'), body: eb.ref('excluded.body') }))
      .where((eb) => eb('excluded.updated_at', '>', eb.ref('reader_note.updated_at'))))
    .execute();
}

/** The author's own changes after a place, oldest first. */
export async function readChanges(db: Kysely<Database>, officerId: string, after: number, limit: number): Promise<readonly { readonly seq: number; readonly entry: ReaderEntry }[]> {
  const rows = await db.selectFrom('reader_note').where('officer_id', '=', officerId).where('seq', '>', after).orderBy('seq').limit(limit)
    .select(['seq', 'kind', 'id', 'case_id as caseId', 'updated_at as updatedAt', 'body']).execute();
  // The body was checked against the contract when it came in.
  return rows.map(({ seq, ...entry }) => ({ seq, entry: entry as ReaderEntry }));
}

/** The author's present versions of what he sent: where another desk's was newer, it replaces his. */
export async function readSent(db: Kysely<Database>, officerId: string, sent: readonly ReaderEntry[]): Promise<readonly ReaderEntry[]> {
  if (sent.length === 0) return [];
  const rows = await db.selectFrom('reader_note').where('officer_id', '=', officerId).where('id', 'in', sent.map((entry) => entry.id)).where('case_id', 'in', sent.map((entry) => entry.caseId))
    .select(['kind', 'id', 'case_id as caseId', 'updated_at as updatedAt', 'body']).execute();
  return rows.map((entry) => entry as ReaderEntry);
}
