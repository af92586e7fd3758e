import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '#api/server.ts';
import { AppFailure } from '#shared/contract/result.ts';
import { freshDatabase, type FreshDatabase } from '../../../helpers/postgres.ts';
import { httpClient, TEST_DEVICE } from '../../../helpers/server.ts';

const MAIN = new URL('../../../../api-server/main.ts', import.meta.url).pathname;
let dataDir = '';
let children: ChildProcessByStdio<null, Readable, Readable>[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'housing-server-'));
  chmodSync(dataDir, 0o711);
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  children = [];
});
afterAll(() => { rmSync(dataDir, { recursive: true, force: true }); });

/** The server as an administrator starts it; answers its first line, from either stream. */
async function startMain(environment: Record<string, string> = {}, args: readonly string[] = []) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PORT: '0', DATA_DIR: join(dataDir, 'server'), LOG_LEVEL: 'silent', ...environment },
  });
  children.push(child);
  const said = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
  return { child, line: String(said[0]) };
}

describe('the server as a process', () => {
  test('starts its own database with demo data, says where it is in one line, and stops clean on SIGTERM', async () => {
    const { child, line } = await startMain({ DEMO_CASES: '20', DEMO_PASSWORD: 'demo-password' }, ['--seed-demo']);
    expect(line).toMatch(/^服务端已启动：http:\/\/127\.0\.0\.1:\d+ ，接口说明：http:\/\/127\.0\.0\.1:\d+\/api\/openapi\.json\n$/);
    const url = /http:\S+/.exec(line)?.[0] ?? '';
    const call = httpClient(url, null);
    expect(await call('health', {})).toMatchObject({ ok: true, value: { status: 'ok', database: expect.stringMatching(/^PostgreSQL 18/) } });
    expect(await call('signIn', { loginName: 'admin', password: 'demo-password', deviceId: TEST_DEVICE })).toMatchObject({ ok: true });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(join(dataDir, 'server', 'postgres', 'postmaster.pid'))).toBe(false);
    expect(statSync(join(dataDir, 'server', 'files')).mode & 0o777).toBe(0o700);
  });

  test('a second one on the same folder leaves with a clear word, and the first goes on', async () => {
    const first = await startMain();
    const second = await startMain();
    expect(second.line).toContain('数据目录正在被另一进程使用');
    if (second.child.exitCode === null) await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(1);
    const call = httpClient(/http:\S+/.exec(first.line)?.[0] ?? '', null);
    expect((await call('health', {})).ok).toBe(true);
  });

  test('after kill -9 it starts again on the same data; SIGINT stops it as well', async () => {
    const first = await startMain();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const { child, line } = await startMain();
    const call = httpClient(/http:\S+/.exec(line)?.[0] ?? '', null);
    expect(await call('signIn', { loginName: 'admin', password: 'demo-password', deviceId: TEST_DEVICE })).toMatchObject({ ok: true });
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('a configuration that makes no sense is named, and nothing starts', async () => {
    const { child, line } = await startMain({ PORT: 'eighty' });
    expect(line).toBe('配置有误：PORT 应是 0 到 65535 的整数，现为「eighty」。\n');
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
  });
});

describe('on a database of the bureau', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  function options() {
    return { databaseUrl: database.url, host: '127.0.0.1', port: 0, dataDir, trustProxy: false, logLevel: 'silent', clock: () => new Date() } as const;
  }

  test('two servers run side by side on one database', async () => {
    const [one, two] = [await startServer(options()), await startServer(options())];
    expect(one.url).not.toBe(two.url);
    for (const { url } of [one, two]) expect((await httpClient(url, null)('health', {})).ok).toBe(true);
    await Promise.all([one.close(), two.close()]);
    await one.close();
  });

  test('a port that is taken is named, and nothing is left open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const failure: unknown = await startServer({ ...options(), port }).catch((error: unknown) => error);
    other.close();
    expect(failure).toBeInstanceOf(AppFailure);
    expect((failure as AppFailure).error.message).toBe(`服务端无法监听 127.0.0.1:${String(port)}：端口已被占用。请用 HOST、PORT 换一个地址或端口。`);
  });
});
