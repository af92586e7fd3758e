import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_DAYS, SESSION_IDLE_HOURS } from '#api/modules/auth/sessions.ts';
import { startTestServer, type TestServer } from '../../../helpers/server.ts';

let server: TestServer;
const start = new Date('2026-03-02T01:00:00Z');

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function after(milliseconds: number): void {
  server.clock.now = () => new Date(start.getTime() + milliseconds);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a session', () => {
  const handshake = { protocol: 1, clientVersion: '0.1.0' };

  test('ends after the idle limit, and use keeps it alive', async () => {
    after(0);
    await server.addOfficer({ loginName: 'idle' });
    const used = await server.signIn('idle');
    const unused = await server.signIn('idle');
    after(SESSION_IDLE_HOURS * HOUR - MINUTE);
    expect((await used.call('handshake', handshake)).ok).toBe(true);
    after(SESSION_IDLE_HOURS * HOUR);
    expect((await used.call('handshake', handshake)).ok).toBe(true);
    expect(await unused.call('handshake', handshake)).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  });

  test('ends after a week however busy', async () => {
    after(0);
    await server.addOfficer({ loginName: 'busy' });
    const session = await server.signIn('busy');
    for (let hours = 11; hours < SESSION_DAYS * 24; hours += 11) {
      after(hours * HOUR);
      expect((await session.call('handshake', handshake)).ok).toBe(true);
    }
    after(SESSION_DAYS * DAY);
    expect(await session.call('handshake', handshake)).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  });

  test('ends at once on signing out, and only that one', async () => {
    after(0);
    await server.addOfficer({ loginName: 'out' });
    const here = await server.signIn('out');
    const there = await server.signIn('out');
    expect(await here.call('signOut', {})).toEqual({ ok: true, value: {} });
    expect(await here.call('handshake', handshake)).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
    expect((await there.call('handshake', handshake)).ok).toBe(true);
  });

  test('a token with one bit changed, or none, opens nothing', async () => {
    after(0);
    await server.addOfficer({ loginName: 'token' });
    const { token } = await server.signIn('token');
    const changed = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1) ?? ''}`;
    for (const authorization of [`Bearer ${changed}`, `Bearer ${token}x`, `bearer ${token}`, `Basic ${token}`, 'Bearer ', '']) {
      const response = await fetch(`${server.url}/api/sync/handshake?protocol=1&clientVersion=0.1.0`, { headers: { authorization } });
      expect(response.status, authorization).toBe(401);
    }
  });
});
