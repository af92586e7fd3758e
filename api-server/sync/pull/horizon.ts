import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { resyncRequired, type Cursor } from './cursor.ts';

const FLOOR_KEY = 'change_log_floor';

/**
 * The oldest transaction still running that may write to this database. All older ones are finished, so what they wrote
 * is visible and nothing can appear below it any more: the one bound up to which the log may be read without ever
 * skipping a change. A transaction is left out only when it is known to be another database's: one stuck in some other
 * program on a shared server must not stop the sync. (Knowing takes `pg_read_all_stats` where that program has its own role.)
 */
export async function safeHorizon(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`
    select coalesce(min(running::text::numeric)::text, pg_snapshot_xmax(pg_current_snapshot())::text) as horizon
    from pg_snapshot_xip(pg_current_snapshot()) as running
    where not exists (
      select from pg_stat_activity join pg_database on pg_database.oid = pg_stat_activity.datid
      where backend_xid = running::xid and pg_database.datname <> current_database()
    )
  `.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('PostgreSQL gave no snapshot');
  return row.horizon;
}

/** Throws `AppFailure` RESYNC_REQUIRED when the log no longer reaches back to the cursor, or never got as far. */
export async function checkReach(db: Kysely<Database>, cursor: Cursor): Promise<void> {
  const position = BigInt(cursor.phase === 'log' ? cursor.xid : cursor.horizon);
  const floor = await db.selectFrom('meta').select('value').where('key', '=', FLOOR_KEY).executeTakeFirst();
  if (floor !== undefined && position <= BigInt(floor.value)) throw resyncRequired('本机离线时间过长，服务器已不保留当时的变更记录');
  const { rows } = await sql<{ xid: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`.execute(db);
  if (position > BigInt(rows[0]?.xid ?? '0')) throw resyncRequired('服务器数据库已恢复到较早的状态');
}

/** Deletes log entries older than `before` and remembers how far, so that older cursors are told to start anew. */
export async function pruneChangeLog(db: Kysely<Database>, before: Date): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ floor: string | null; n: number }>`
      with deleted as (delete from change_log where at < ${before} returning xid)
      select max(xid::text::numeric)::text as floor, count(*)::int as n from deleted
    `.execute(trx);
    const { floor, n } = rows[0] ?? { floor: null, n: 0 };
    if (floor === null) return 0;
    await sql`
      insert into meta (key, value) values (${FLOOR_KEY}, ${floor})
      on conflict (key) do update set value = greatest(meta.value::numeric, excluded.value::numeric)::text
    `.execute(trx);
    return n;
  });
}
