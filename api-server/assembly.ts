import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { AppFailure } from '#shared/contract/result.ts';
import { buildApp } from './app.ts';
import { openDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { MIGRATIONS } from './db/migrations/index.ts';
import type { Database } from './db/schema.ts';
import { OPENAPI_PATH } from './plugins/openapi.ts';
import type { ServerOptions } from './server.ts';

const POOL_SIZE = 20;

/** The server without its port: the database up to date, the app ready for requests. */
export interface Assembly {
  readonly db: Kysely<Database>;
  readonly app: FastifyInstance;
  /** Names of the migrations that were missing. */
  readonly migrations: readonly string[];
  readonly descriptionPath: string;
}

/** Migrates the database at `url` and makes the app meanwhile; nothing stays open when one of them fails. */
export async function assemble(options: ServerOptions, url: string): Promise<Assembly> {
  let app: FastifyInstance | null = null;
  const db = openDatabase({
    url,
    poolSize: POOL_SIZE,
    onSlowQuery: (sql, milliseconds) => app?.log.warn({ sql, milliseconds }, 'slow query'),
    // A server that stops loses its connections on purpose.
    onConnectionError: (error) => { if (app?.server.listening === true) app.log.error({ err: error }, 'database connection lost'); },
  });
  const [migrated, built] = await Promise.allSettled([migrateReachable(db), buildReady(options, db)]);
  if (built.status === 'fulfilled') app = built.value;
  if (app !== null && migrated.status === 'fulfilled') return { db, app, migrations: migrated.value, descriptionPath: OPENAPI_PATH };
  await app?.close();
  await db.destroy();
  throw migrated.status === 'rejected' ? migrated.reason : (built as PromiseRejectedResult).reason;
}

async function buildReady(options: ServerOptions, db: Kysely<Database>): Promise<FastifyInstance> {
  const app = await buildApp({ db, filesDir: makeFilesDir(options.dataDir), clock: options.clock, config: options });
  await app.ready();
  return app;
}

async function migrateReachable(db: Kysely<Database>): Promise<readonly string[]> {
  try {
    return await migrate(db, MIGRATIONS);
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    const reason = error instanceof Error && error.message !== '' ? error.message : String((error as NodeJS.ErrnoException).code ?? error);
    throw new AppFailure({ code: 'DATABASE_UNAVAILABLE', message: `数据库连接不上：${reason}。请检查 DATABASE_URL、网络和数据库服务。` });
  }
}

function makeFilesDir(dataDir: string): string {
  const filesDir = join(dataDir, 'files');
  mkdirSync(filesDir, { recursive: true, mode: 0o700 });
  return filesDir;
}
