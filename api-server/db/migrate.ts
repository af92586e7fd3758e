import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { AppFailure } from '#shared/contract/result.ts';

/**
 * Brings the database to the newest of `migrations`: all that are missing in one transaction, under an advisory lock,
 * so that two servers may start at once. A failure leaves the database as it was. Answers the names applied.
 * Throws `AppFailure` DATABASE_UNAVAILABLE when one fails, or when the database knows migrations this program does not.
 */
export async function migrate<DB>(db: Kysely<DB>, migrations: Readonly<Record<string, Migration>>): Promise<readonly string[]> {
  await refuseNewer(db, migrations);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? '';
    throw migrationFailed(failed, error);
  }
  return results?.map((result) => result.migrationName) ?? [];
}

async function refuseNewer<DB>(db: Kysely<DB>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new AppFailure({
    code: 'DATABASE_UNAVAILABLE',
    message: `数据库由更新版本的服务端升级过（本程序不认识：${unknown.join('、')}）。为免损坏数据，本程序不启动；请改用新版服务端。`,
    details: { reason: 'newer', unknown },
  });
}

async function appliedMigrations<DB>(db: Kysely<DB>): Promise<readonly string[]> {
  const { rows: [table] } = await sql<{ name: string | null }>`select to_regclass('kysely_migration')::text as name`.execute(db);
  if (table?.name == null) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

function migrationFailed(name: string, error: unknown): AppFailure {
  const reason = error instanceof Error ? error.message : String(error);
  const failure = new AppFailure({
    code: 'DATABASE_UNAVAILABLE',
    message: `数据库升级失败${name === '' ? '' : `（${name}）`}，已全部回退，数据未改动，服务端不启动。原因：${reason}。请联系系统管理员。`,
    details: { reason: 'migration', migration: name },
  });
  failure.cause = error;
  return failure;
}
