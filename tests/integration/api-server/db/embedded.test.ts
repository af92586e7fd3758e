import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startEmbedded, type EmbeddedDatabase } from '#api/db/embedded.ts';
import { LOCK_FILE } from '#api/db/embedded/owner-lock.ts';
import { processStart } from '#api/db/embedded/running-process.ts';
import type { AppError } from '#shared/contract/result.ts';

let template = '';
let folder = '';
let running: EmbeddedDatabase[] = [];
let children: ChildProcessByStdio<null, Readable, null>[] = [];

beforeAll(async () => {
  template = makeFolder();
  await (await startEmbedded({ dataDir: template })).stop();
});
afterAll(() => { rmSync(template, { recursive: true, force: true }); });

beforeEach(() => {
  folder = makeFolder();
});

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'housing-embedded-'));
  chmodSync(made, 0o711);
  return made;
}

/** Fills the folder with a cluster that was stopped in order, quicker than initialising one. */
function fillFolder(): void {
  execFileSync('cp', ['-a', `${template}/.`, folder]);
}

afterEach(async () => {
  for (const child of children) await end(child);
  for (const database of running) await database.stop();
  running = [];
  children = [];
  // What a killed child left behind is ended the way the product does it.
  if (existsSync(join(folder, 'postgres', 'postmaster.pid'))) await (await startEmbedded({ dataDir: folder })).stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir: folder });
  running.push(database);
  return database;
}

interface Child {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  readonly lines: AsyncIterator<string>;
  readonly first: { readonly url: string; readonly pid: number; readonly error?: AppError };
}

/** The server in a process of its own, as another user where told. */
async function startChild(args: readonly string[] = [], user: { uid?: number; gid?: number } = {}): Promise<Child> {
  const script = new URL('./embedded-child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder, ...args], { stdio: ['ignore', 'pipe', 'inherit'], ...user });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  return { process: child, lines, first: JSON.parse(String(value)) };
}

async function end(child: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('starting and stopping', () => {
  test('makes a UTF-8 database on loopback alone, behind a password, and keeps what was written', async () => {
    const first = await start();
    expect(await query(first.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(first.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    const guess = new URL(first.url);
    guess.password = 'postgres';
    await expect(query(guess.toString(), 'select 1')).rejects.toThrow(/password authentication failed/);
    await query(first.url, `create table kept as select '苏州' as name`);
    await first.stop();
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(folder, LOCK_FILE))).toBe(false);
    const second = await start();
    expect(second.recovered).toBe(false);
    expect(await query(second.url, 'select name from kept')).toEqual([{ name: '苏州' }]);
  });

  test('starts in a folder below one that the system user may not enter', async () => {
    chmodSync(folder, 0o700);
    const inner = join(folder, 'inner');
    mkdirSync(inner, { mode: 0o700 });
    const database = await startEmbedded({ dataDir: inner });
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  });
});

describe('after kill -9 of the server', () => {
  test('the PostgreSQL left behind is stopped, and every acknowledged row is there', async () => {
    fillFolder();
    const child = await startChild(['rows']);
    let acknowledged = 0;
    while (acknowledged < 50) acknowledged = Number((await child.lines.next()).value);
    await end(child.process);
    expect(processStart(child.first.pid)).not.toBeNull();
    const database = await start();
    expect(database.recovered).toBe(true);
    expect(processStart(child.first.pid)).toBeNull();
    const [row] = await query(database.url, 'select max(n) as last, count(*)::integer as n from acknowledged');
    expect(row?.['last']).toBe(row?.['n']);
    expect(row?.['n']).toBeGreaterThanOrEqual(acknowledged);
  });

  test('with PostgreSQL killed as well, it recovers all the same', async () => {
    fillFolder();
    const child = await startChild(['rows']);
    let acknowledged = 0;
    while (acknowledged < 50) acknowledged = Number((await child.lines.next()).value);
    process.kill(child.first.pid, 'SIGKILL');
    await end(child.process);
    const database = await start();
    const [row] = await query(database.url, 'select count(*)::integer as n from acknowledged');
    expect(row?.['n']).toBeGreaterThanOrEqual(acknowledged);
  });

  test('a process that was given the old id since is left alone', async () => {
    fillFolder();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    writeFileSync(pidFile, `${String(stranger.pid)}\n${join(folder, 'postgres')}\n1\n5432\n\n127.0.0.1\n\n`);
    const again = await start();
    expect(again.recovered).toBe(false);
    expect(stranger.exitCode).toBeNull();
    expect(processStart(stranger.pid ?? 0)).not.toBeNull();
    stranger.kill('SIGKILL');
  });
});

describe('refusals', () => {
  async function refusal(): Promise<AppError> {
    const failure: unknown = await startEmbedded({ dataDir: folder }).then((database) => { running.push(database); return null; }, (error: unknown) => error);
    expect(failure).toMatchObject({ name: 'AppFailure' });
    return (failure as { error: AppError }).error;
  }

  test('a folder that another live process uses stays with it', async () => {
    fillFolder();
    const child = await startChild();
    const error = await refusal();
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { reason: 'in-use' } });
    expect(error.message).toContain(`数据目录正在被另一进程使用（进程号 ${String(child.process.pid)}）`);
    expect(await query(child.first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of several that start at once, one gets the folder', async () => {
    fillFolder();
    const started = await Promise.all([startChild(), startChild(), startChild()]);
    const refused = started.filter(({ first }) => first.error !== undefined);
    expect(refused.map(({ first }) => first.error?.details)).toEqual([{ reason: 'in-use' }, { reason: 'in-use' }]);
  });

  test('a lock whose owner is dead, or whose process id belongs to another by now, does not hold', async () => {
    fillFolder();
    writeFileSync(join(folder, LOCK_FILE), JSON.stringify({ pid: process.pid, start: 'another boot:1' }));
    expect((await start()).pid).toBeGreaterThan(0);
  });

  test('a half-written lock does not hold', async () => {
    fillFolder();
    writeFileSync(join(folder, LOCK_FILE), '{"pid":');
    expect((await start()).pid).toBeGreaterThan(0);
  });

  test('a folder of a newer or older PostgreSQL is named as such and left untouched', async () => {
    fillFolder();
    const versionFile = join(folder, 'postgres', 'PG_VERSION');
    for (const [version, reason] of [['99', 'newer'], ['14', 'older']] as const) {
      writeFileSync(versionFile, `${version}\n`);
      const error = await refusal();
      expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { reason } });
      expect(error.message).toContain(`PostgreSQL ${version}`);
      expect(readFileSync(versionFile, 'utf8')).toBe(`${version}\n`);
    }
    writeFileSync(versionFile, '18\n');
    expect((await start()).pid).toBeGreaterThan(0);
  });

  test('a folder that is no database is not taken for an empty one', async () => {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'letters.txt'), 'precious');
    expect(await refusal()).toMatchObject({ details: { reason: 'not-ours' } });
    expect(readFileSync(join(folder, 'postgres', 'letters.txt'), 'utf8')).toBe('precious');
  });

  test('a folder that cannot be written is said to be read-only', async () => {
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
    chmodSync(folder, 0o555);
    const child = await startChild([], nobody);
    expect(child.first.error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { reason: 'read-only' } });
    expect(child.first.error?.message).toContain('不可写');
    chmodSync(folder, 0o711);
  });
});

test('as an ordinary user the same programs run without a system user', async () => {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, 65_534, 65_534);
  const child = await startChild([], { uid: 65_534, gid: 65_534 });
  expect(await query(child.first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await end(child.process);
  chownSync(folder, 0, 0);
  process.kill(child.first.pid, 'SIGINT');
  await expect.poll(() => existsSync(join(folder, 'postgres', 'postmaster.pid')), { timeout: 20_000 }).toBe(false);
});
