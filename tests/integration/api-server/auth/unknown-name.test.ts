import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAILURES_ALLOWED } from '#api/modules/auth/attempts.ts';
import type { AppError } from '#shared/contract/result.ts';
import { startTestServer, TEST_DEVICE, type TestServer } from '../../../helpers/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => new Date('2026-03-02T01:00:00Z');
});
afterAll(() => server.close());

async function attempt(loginName: string, password: string): Promise<AppError | null> {
  const result = await server.call('signIn', { loginName, password, deviceId: TEST_DEVICE });
  return result.ok ? null : result.error;
}

describe('an unknown name', () => {
  test('is answered word for word like a known one, up to the lock', async () => {
    await server.addOfficer({ loginName: 'known' });
    const known = [];
    const unknown = [];
    for (let failure = 0; failure < FAILURES_ALLOWED + 1; failure += 1) {
      known.push(await attempt('known', 'wrong'));
      unknown.push(await attempt('nobody-here', 'wrong'));
    }
    expect(unknown).toEqual(known);
  });

  test('takes a known name\'s time: both do the work of one password hash', async () => {
    await server.addOfficer({ loginName: 'timed' });
    await attempt('warm-up', 'wrong');
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 4; round += 1) {
      times.known.push(await duration(() => attempt('timed', 'wrong')));
      times.unknown.push(await duration(() => attempt('untimed', 'wrong')));
    }
    const ratio = Math.min(...times.unknown) / Math.min(...times.known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test('is never written down', async () => {
    await attempt('my-secret-password', 'wrong');
    const rows = await server.db.selectFrom('audit_log').selectAll().orderBy('id').execute();
    expect(JSON.stringify(rows)).not.toContain('my-secret-password');
    expect(rows.at(-1)).toMatchObject({ officer_id: null, action: 'session.sign-in', outcome: 'WRONG_CREDENTIALS' });
  });
});

async function duration(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}
