import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { AppFailure } from '#shared/contract/result.ts';
import type * as Assembly from './assembly.ts';
import type { ServerConfig } from './config.ts';
import { startEmbedded } from './db/embedded.ts';
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
  /** Where the API describes itself. */
  readonly descriptionUrl: string;
  readonly db: Kysely<Database>;
  readonly app: FastifyInstance;
  /** Answers what is under way, then ends the database where it is the server's own. Safe to call twice. */
  close(): Promise<void>;
}

/** Streams that do not end within this time are cut when the server stops; clients resume at their last mark. */
const GRACE_MS = 5_000;

/** Starts the database (unless one is named), migrates it and opens the port. Throws `AppFailure` with what to do. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const phases = stopwatch();
  const program = loader();
  const embedded = options.databaseUrl === null ? await startEmbedded({ dataDir: options.dataDir, meanwhile: program.begin }) : null;
  phases.mark('database');
  const ends: (() => Promise<void>)[] = [async () => { await embedded?.stop(); }];
  const close = closeOnce(async () => { for (const end of ends.reverse()) await end(); });
  try {
    const { db, app, migrations, descriptionPath } = await (await program.load()).assemble(options, options.databaseUrl ?? embedded?.url ?? '');
    ends.push(() => db.destroy(), () => closeApp(app));
    phases.mark('assembly');
    await options.prepare?.(db);
    phases.mark('prepare');
    const url = await listen(app, options);
    app.log.info({ phases: phases.mark('listen'), migrations, recovered: embedded?.recovered ?? false }, 'started');
    return { url, descriptionUrl: `${url}${descriptionPath}`, db, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Everything but PostgreSQL's start is loaded while PostgreSQL starts: both take their time, on two processors. */
function loader(): { begin(): void; load(): Promise<typeof Assembly> } {
  let loading: Promise<typeof Assembly> | null = null;
  const load = (): Promise<typeof Assembly> => (loading ??= import('./assembly.ts'));
  // Should it fail, `load` tells.
  return { load, begin: () => { load().catch(() => undefined); } };
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

async function closeApp(app: FastifyInstance): Promise<void> {
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
