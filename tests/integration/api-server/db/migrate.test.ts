import { sql, type Kysely, type Migration } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import type { Database } from '#api/db/schema.ts';
import { startServer } from '#api/server.ts';
import { AppFailure } from '#shared/contract/result.ts';
import { emptyDatabase, type FreshDatabase } from '../../../helpers/postgres.ts';

const databases: FreshDatabase[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

async function database(): Promise<FreshDatabase> {
  const fresh = await emptyDatabase();
  databases.push(fresh);
  return fresh;
}

const NAMES = Object.keys(MIGRATIONS) as (keyof typeof MIGRATIONS)[];

/** What each migration adds to a database that stands at the one before. */
const ADDS: Readonly<Record<keyof typeof MIGRATIONS, readonly string[]>> = {
  '0010-people': ['account', 'meta', 'officer', 'session', 'unknown_login'],
  '0020-cases': ['case_file', 'document', 'party', 'project', 'reference'],
  '0030-sync': ['case_file_link', 'change_log', 'file', 'number_counter', 'operation'],
  '0040-audit': ['audit_log'],
  '0050-calendar': ['calendar_import'],
  '0060-deadlines': [],
  '0070-configs': ['config_version'],
  '0080-review': ['review_entry', 'review_round'],
  '0090-same-act': [],
  '0100-tasks': ['task'],
  '0110-matters': ['matter_version', 'province_visit'],
  '0120-draws': ['draw', 'draw_item', 'draw_plan', 'draw_record', 'draw_seed', 'draw_snapshot'],
  '0130-registers': ['import_change', 'import_mapping', 'import_part', 'import_run', 'project_fact', 'recusal', 'register_merge'],
  '0140-statistics': ['case_figure', 'order_figure', 'payment_figure', 'statistics_report', 'statistics_snapshot', 'task_figure'],
  '0150-reader-notes': ['reader_note'],
  '0160-record-times': [],
  '0170-archive-number': [],
  '0180-counted-part': [],
};

async function tables(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely_%' order by 1
  `.execute(db);
  return rows.map((row) => row.name);
}

function upTo(name: keyof typeof MIGRATIONS): Record<string, Migration> {
  return Object.fromEntries(NAMES.slice(0, NAMES.indexOf(name) + 1).map((known) => [known, MIGRATIONS[known]]));
}

async function failureOf(promise: Promise<unknown>): Promise<AppFailure> {
  const failure: unknown = await promise.then(() => null, (error: unknown) => error);
  if (!(failure instanceof AppFailure)) throw new Error(`no AppFailure but ${String(failure)}`);
  return failure;
}

test('names stand in their order, numbered with gaps', () => {
  expect(NAMES).toEqual([...NAMES].sort());
  for (const name of NAMES) expect(name).toMatch(/^\d{3}0-[a-z-]+$/);
});

test.each(NAMES)('%s runs on a database that stands at the one before it', async (name) => {
  const { db } = await database();
  const before = NAMES[NAMES.indexOf(name) - 1];
  if (before !== undefined) await migrate(db, upTo(before));
  const had = await tables(db);
  expect(await migrate(db, upTo(name))).toEqual([name]);
  expect((await tables(db)).filter((table) => !had.includes(table))).toEqual(ADDS[name]);
  expect(await migrate(db, upTo(name))).toEqual([]);
});

test('the epoch is made once and differs from database to database', async () => {
  const epochs = [];
  for (const { db } of [await database(), await database()]) {
    await migrate(db, MIGRATIONS);
    await migrate(db, MIGRATIONS);
    epochs.push((await db.selectFrom('meta').select('value').where('key', '=', 'epoch').execute()).map((row) => row.value));
  }
  expect(epochs.map((found) => found.length)).toEqual([1, 1]);
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('two servers that start at once migrate once', async () => {
  const { db } = await database();
  const applied = await Promise.all([migrate(db, MIGRATIONS), migrate(db, MIGRATIONS), migrate(db, MIGRATIONS)]);
  expect(applied.flat()).toEqual(NAMES);
});

describe('a migration that fails', () => {
  const broken = {
    ...MIGRATIONS,
    '9000-good': { up: async (db: Kysely<unknown>) => { await sql`create table good (id integer)`.execute(db); } },
    '9010-bad': { up: async (db: Kysely<unknown>) => { await sql`create table bad (id integer)`.execute(db); await sql`select 1/0`.execute(db); } },
  };

  test('leaves the database as it was, the ones before it included', async () => {
    const { db } = await database();
    await migrate(db, MIGRATIONS);
    const before = await tables(db);
    const { error } = await failureOf(migrate(db, broken));
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { reason: 'migration', migration: '9010-bad' } });
    expect(error.message).toContain('已全部回退');
    expect(await tables(db)).toEqual(before);
    expect(await migrate(db, MIGRATIONS)).toEqual([]);
  });
});

describe('a database from a newer server', () => {
  async function newerDatabase(): Promise<FreshDatabase> {
    const fresh = await database();
    await migrate(fresh.db, { ...MIGRATIONS, '9990-future': { up: async () => undefined } });
    return fresh;
  }

  test('is refused by name and left untouched', async () => {
    const { db } = await newerDatabase();
    const { error } = await failureOf(migrate(db, MIGRATIONS));
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { reason: 'newer', unknown: ['9990-future'] } });
    expect(error.message).toContain('请改用新版服务端');
    expect((await tables(db)).length).toBeGreaterThan(10);
  });

  test('stops the start of the server', async () => {
    const { url } = await newerDatabase();
    const { error } = await failureOf(startServer({
      databaseUrl: url, host: '127.0.0.1', port: 0, dataDir: '/nonexistent', trustProxy: false, logLevel: 'silent', clock: () => new Date(),
    }));
    expect(error.details).toMatchObject({ reason: 'newer' });
  });
});

test('a database that cannot be reached stops the start with what to check', async () => {
  const { error } = await failureOf(startServer({
    databaseUrl: 'postgres://nobody:x@127.0.0.1:1/none', host: '127.0.0.1', port: 0, dataDir: '/nonexistent', trustProxy: false, logLevel: 'silent', clock: () => new Date(),
  }));
  expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  expect(error.message).toMatch(/数据库连接不上：.*ECONNREFUSED/);
});
