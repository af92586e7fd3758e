import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { AppFailure } from '#shared/contract/result.ts';
import { takeFolder } from './embedded/owner-lock.ts';
import { readPid, stopCluster, stopLeftover } from './embedded/postmaster.ts';
import { findPrograms, type Programs } from './embedded/programs.ts';
import { folderFailure, refusal } from './embedded/refusals.ts';

interface EmbeddedOptions {
  /** Folder of the server; the cluster lies in `postgres/` below it. Made when missing. */
  readonly dataDir: string;
  /** Server settings beyond the defaults, e.g. `{ fsync: 'off' }` for tests that never need a row after a power cut. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when PostgreSQL is on its way up and this process would only wait. */
  readonly meanwhile?: () => void;
}

export interface EmbeddedDatabase {
  /** Address of the database `housing`, password included: never log it. */
  readonly url: string;
  /** Process id of PostgreSQL. */
  readonly pid: number;
  /** A PostgreSQL that a killed server had left behind was stopped first. */
  readonly recovered: boolean;
  /** Ends PostgreSQL with a checkpoint and gives the folder free. */
  stop(): Promise<void>;
}

const DATABASE = 'housing';
const USER = 'housing';
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts a real PostgreSQL on loopback in the data folder, as its only owner.
 * Throws `AppFailure` DATABASE_UNAVAILABLE (details.reason says why) or DISK_FULL; never deletes data.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  makeFolder(dataDir);
  const lock = takeFolder(dataDir);
  try {
    const programs = await findPrograms(dataDir);
    const cluster = join(dataDir, 'postgres');
    const password = readPassword(dataDir);
    await prepareCluster(programs, dataDir, cluster, password);
    const recovered = await stopLeftover(programs, cluster) !== null;
    const port = await startCluster(programs, cluster, options);
    const url = (database: string): string => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
    await createDatabase(url('postgres'));
    let stopping: Promise<void> | null = null;
    const stop = (): Promise<void> => (stopping ??= stopCluster(programs, cluster).then(() => { lock.release(); }));
    return { url: url(DATABASE), pid: readPid(cluster) ?? 0, recovered, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Made under root, the folder may be passed, though not read, by the user `postgres`. */
function makeFolder(dataDir: string): void {
  try {
    const first = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (first === undefined || process.getuid?.() !== 0) return;
    for (let made = dataDir; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o711);
  } catch (error) {
    throw folderFailure(dataDir, error);
  }
}

function readPassword(dataDir: string): string {
  const path = join(dataDir, 'postgres.password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

async function prepareCluster(programs: Programs, dataDir: string, cluster: string, password: string): Promise<void> {
  if (!existsSync(cluster)) return await createCluster(programs, dataDir, cluster, password);
  const found = clusterVersion(cluster);
  if (found === null) throw refusal('not-ours', `${cluster} 不是本程序的数据库目录（缺 PG_VERSION）。请检查 DATA_DIR，目录未被改动。`);
  if (found > programs.major) {
    throw refusal('newer', `数据目录由更新的数据库版本（PostgreSQL ${found}）建立，本程序带的是 ${programs.major}。请改用新版服务端；数据未被改动。`);
  }
  if (found < programs.major) {
    throw refusal('older', `数据目录由旧的数据库版本（PostgreSQL ${found}）建立，须先迁移到 ${programs.major}（用 pg_upgrade 或备份还原，见 docs/server.md）；数据未被改动。`);
  }
}

function clusterVersion(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10) || null;
  } catch {
    return null;
  }
}

/** Initialises beside and renames into place, so that a killed first start leaves nothing half made. */
async function createCluster(programs: Programs, dataDir: string, cluster: string, password: string): Promise<void> {
  const draft = `${cluster}.new`;
  const passwordFile = join(dataDir, 'postgres.initial');
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of [draft, passwordFile]) if (programs.user !== null) chownSync(path, programs.user.uid, programs.user.gid);
    await programs.run('initdb', [
      `--pgdata=${draft}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8',
    ]);
    renameSync(draft, cluster);
  } catch (error) {
    throw error instanceof AppFailure ? error : initialisationFailure(dataDir, error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initialisationFailure(dataDir: string, error: unknown): AppFailure {
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code === 'string') return folderFailure(dataDir, error);
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('No space left')) return folderFailure(dataDir, { code: 'ENOSPC' });
  return refusal('start-failed', `数据库初始化失败：${lastLine(text)}`, error);
}

/** Answers the port. Picks another when somebody took it between the choice and the start. */
async function startCluster(programs: Programs, cluster: string, { settings = {}, meanwhile }: EmbeddedOptions): Promise<number> {
  const log = join(cluster, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const before = rotateLog(log);
    try {
      const up = programs.run('pg_ctl', ['start', '-D', cluster, '-w', '-t', '120', '-s', '-l', log, '-o', serverOptions(port, settings)]);
      meanwhile?.();
      await up;
      return port;
    } catch (error) {
      const said = logSince(log, before);
      const retry = said.includes('Address already in use') || said.includes('pre-existing shared memory block');
      if (!retry || attempt === 5) throw startFailure(log, said, error);
      await new Promise((done) => { setTimeout(done, 200); });
    }
  }
}

function serverOptions(port: number, settings: Readonly<Record<string, string>>): string {
  const all = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), max_connections: '60', timezone: 'UTC', lc_messages: 'C', ...settings,
  };
  return Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`).join(' ');
}

function startFailure(log: string, said: string, cause: unknown): AppFailure {
  if (said.includes('No space left')) return folderFailure(log, { code: 'ENOSPC' });
  if (said.includes('Read-only file system') || said.includes('Permission denied')) return folderFailure(log, { code: 'EACCES' });
  const reason = said.split('\n').filter((line) => /FATAL|PANIC/.test(line)).at(-1) ?? lastLine(said);
  return refusal('start-failed', `内置数据库未能启动：${reason}。详见 ${log}；数据未被改动。`, cause);
}

/** Keeps one older log; answers the length of the log as the start finds it. */
function rotateLog(log: string): number {
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < LOG_LIMIT) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function logSince(log: string, offset: number): string {
  return existsSync(log) ? readFileSync(log).subarray(offset).toString('utf8') : '';
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { done(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}
