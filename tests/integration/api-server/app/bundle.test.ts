import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ensureServer } from '#build/server-bundle.ts';
import { httpClient, TEST_DEVICE } from '#tests/helpers/server.ts';

const COMMAND = path.resolve(import.meta.dirname, '../../../../build/commands/server.mjs');
let dataDir = '';
let server: ChildProcessByStdio<null, Readable, Readable> | null = null;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'housing-bundle-'));
  chmodSync(dataDir, 0o711);
  await ensureServer();
}, 120_000);
afterEach(async () => {
  if (server === null || server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
});
afterAll(() => { rmSync(dataDir, { recursive: true, force: true }); });

async function start(environment: Record<string, string>, args: readonly string[] = []): Promise<string> {
  server = spawn(process.execPath, [COMMAND, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PORT: '0', DATA_DIR: path.join(dataDir, 'server'), LOG_LEVEL: 'silent', ...environment },
  });
  const said = await Promise.race([once(server.stdout, 'data'), once(server.stderr, 'data')]);
  return String(said[0]);
}

test('the bundle does what the sources do: database, seed, password hashing, description, clean stop', async () => {
  const line = await start({ DEMO_CASES: '5', DEMO_PASSWORD: 'demo-password' }, ['--seed-demo']);
  expect(line).toMatch(/^服务端已启动：/);
  const url = /http:\S+/.exec(line)?.[0] ?? '';
  const call = httpClient(url, null);
  expect(await call('health', {})).toMatchObject({ ok: true, value: { status: 'ok' } });
  expect(await call('signIn', { loginName: 'admin', password: 'demo-password', deviceId: TEST_DEVICE })).toMatchObject({ ok: true });
  expect(await call('signIn', { loginName: 'admin', password: 'wrong', deviceId: TEST_DEVICE })).toMatchObject({ ok: false });
  const description = await (await fetch(`${url}/api/openapi.json`)).json() as { readonly openapi: string };
  expect(description.openapi).toMatch(/^3\./);
  server?.kill('SIGTERM');
  expect(server === null ? null : await once(server, 'exit')).toEqual([0, null]);
});

test('a setting that makes no sense is refused in one clear line', async () => {
  expect(await start({ PORT: '70000' })).toBe('配置有误：PORT 应是 0 到 65535 的整数，现为「70000」。\n');
});
