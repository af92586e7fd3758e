import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IPC, type IpcName } from '#shared/contract/ipc.ts';
import { startDesk, type Desk } from '#tests/helpers/worker.ts';
import { createHandlers } from '#worker/handlers/index.ts';
import type { HandlerDeps } from '#worker/handlers/handlers.ts';

let desk: Desk;
const profileDir = mkdtempSync(join(tmpdir(), 'desk-'));

beforeAll(() => {
  // Nothing listens on this port of loopback.
  desk = startDesk('http://127.0.0.1:1', { profileDir });
});
afterAll(async () => {
  await desk.close();
  rmSync(profileDir, { recursive: true, force: true });
});

describe('the worker', () => {
  it('has a handler for every method of the contract that is its own, and no other', () => {
    const wanted = (Object.keys(IPC) as IpcName[]).filter((name) => IPC[name].host === 'worker').sort();
    expect(Object.keys(createHandlers({} as HandlerDeps)).sort()).toEqual(wanted);
  });

  it('answers unknown methods, methods of the main process and malformed inputs as values', async () => {
    expect(await desk.worker.callUnchecked('case.explode', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_METHOD' } });
    expect(await desk.worker.callUnchecked('print.printers', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_METHOD' } });
    expect(await desk.worker.callUnchecked('__proto__', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_METHOD' } });
    expect(await desk.worker.callUnchecked('case.get', { caseId: 7 })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await desk.worker.callUnchecked('case.list', null)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('refuses data before sign-in, and says what a first sign-in without network needs', async () => {
    expect((await desk.refused('case.get', { caseId: 'some-case-1' })).code).toBe('NOT_SIGNED_IN');
    const error = await desk.refused('session.signIn', { loginName: 'jc01', password: 'whatever-1' });
    expect(error).toMatchObject({ code: 'OFFLINE' });
    expect(error.message).toContain('首次登录需要联网');
    expect(await desk.must('session.state', {})).toMatchObject({ status: 'signed-out', knownLogins: [], token: null });
    expect(readdirSync(profileDir)).toEqual(['device.json']);
    expect(statSync(join(profileDir, 'device.json')).mode & 0o777).toBe(0o600);
  });
});
