import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { AppFailure } from '#shared/contract/result.ts';
import { buildApp } from './app.ts';
import type { ServerConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { startEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { MIGRATIONS } from './db/migrations/index.ts';
import type { Database } from './db/schema.ts';

export interface ServerOptions extends ServerConfig {
  /** The server's idea of now; tests move it. */
  readonly clock: () => Date;
  /** Runs on the migrated database before the port opens, e.g. to seed demo data. */
  readonly prepare?: (db: Kysely<Database>) => Promise<void>;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly db: Kysely<Database>;
  readonly app: FastifyInstance;
  /** Answers what is under way, then ends the database where it is the server's own. Safe to call twice. */
  close(): Promise<void>;
}

const POOL_SIZE = 20;

/** Streams that do not end within this time are cut when the server stops; clients resume at their last mark. */
const GRACE_MS = 5_000;

/** Starts the database (unless one is named), migrates it and opens the port. Throws `AppFailure` with what to do. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const phases = stopwatch();
  const embedded = options.databaseUrl === null ? await startEmbedded({ dataDir: options.dataDir }) : null;
  phases.mark('database');
  let app: FastifyInstance | null = null;
  const db = openDatabase({
    url: options.databaseUrl ?? embedded?.url ?? '',
    poolSize: POOL_SIZE,
    onSlowQuery: (sql, milliseconds) => app?.log.warn({ sql, milliseconds }, 'slow query'),
    onConnectionError: (error) => app?.log.error({ err: error }, 'database connection lost'),
  });
  const close = closeOnce(async () => {
    await closeApp(app);
    await db.destroy();
    await embedded?.stop();
  });
  try {
    const migrations = await migrateReachable(db);
    phases.mark('migrations');
    await options.prepare?.(db);
    phases.mark('prepare');
    app = await buildApp({ db, filesDir: makeFilesDir(options.dataDir), clock: options.clock, config: options });
    const url = await listen(app, options);
    app.log.info({ phases: phases.mark('listen'), migrations, recovered: embedded?.recovered ?? false }, 'started');
    return { url, db, app, close };
  } catch (error) {
    await close();
    throw error;
  }
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

async function listen(app: FastifyInstance, { host, port }: ServerOptions): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    const reason = code === 'EADDRINUSE' ? '端口已被占用' : code === 'EACCES' ? '没有权限使用该端口' : '本机没有该地址';
    throw new AppFailure({ code: 'SERVER_UNREACHABLE', message: `服务端无法监听 ${host}:${port}：${reason}。请用 HOST、PORT 换一个地址或端口。` });
  }
}

async function closeApp(app: FastifyInstance | null): Promise<void> {
  if (app === null) return;
  const timer = setTimeout(() => { app.server.closeAllConnections(); }, GRACE_MS);
  await app.close();
  clearTimeout(timer);
}

function closeOnce(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= close());
}

/** Milliseconds from the start to the end of each phase. */
function stopwatch(): { mark(phase: string): Readonly<Record<string, number>> } {
  const start = performance.now();
  const phases: Record<string, number> = {};
  return {
    mark(phase) {
      phases[phase] = Math.round(performance.now() - start);
      return phases;
    },
  };
}
