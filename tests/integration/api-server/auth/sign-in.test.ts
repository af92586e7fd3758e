import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAILURES_ALLOWED, LOCK_MINUTES } from '#api/modules/auth/attempts.ts';
import { FAILURES_PER_ADDRESS } from '#api/modules/auth/handlers.ts';
import { SESSION_DAYS } from '#api/modules/auth/sessions.ts';
import type { AppError } from '#shared/contract/result.ts';
import { startTestServer, TEST_DEVICE, TEST_PASSWORD, type TestServer } from '../../../helpers/server.ts';

let server: TestServer;
const start = new Date('2026-03-02T01:00:00Z');

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => start;
});
afterAll(() => server.close());

function after(milliseconds: number): void {
  server.clock.now = () => new Date(start.getTime() + milliseconds);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function attempt(loginName: string, password: string): Promise<AppError | null> {
  const result = await server.call('signIn', { loginName, password, deviceId: TEST_DEVICE });
  return result.ok ? null : result.error;
}

describe('signing in', () => {
  test('opens a session with the officer, the handshake and a week to live; only the hash of the token is stored', async () => {
    after(0);
    const officer = await server.addOfficer({ loginName: 'right' });
    const session = await server.signIn('right');
    expect(session.officer).toEqual(officer);
    expect(session.handshake).toMatchObject({ protocol: 1, scope: '320500:*', serverTime: start.toISOString() });
    expect(session.expiresAt).toBe(new Date(start.getTime() + SESSION_DAYS * DAY).toISOString());
    expect(session.token).toMatch(/^[\w-]{43}$/);
    const row = await server.db.selectFrom('session').selectAll().where('officer_id', '=', officer.id).executeTakeFirstOrThrow();
    expect(Buffer.from(row.token_hash).length).toBe(32);
    expect(JSON.stringify(row)).not.toContain(session.token);
    const account = await server.db.selectFrom('account').selectAll().where('officer_id', '=', officer.id).executeTakeFirstOrThrow();
    expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(account.last_sign_in_at).toEqual(start);
  });

  test('a new sign-in gets a new token and leaves the session on the other machine alone', async () => {
    after(0);
    await server.addOfficer({ loginName: 'twice' });
    const first = await server.signIn('twice');
    const second = await server.signIn('twice');
    expect(second.token).not.toBe(first.token);
    expect((await first.call('handshake', { protocol: 1, clientVersion: '0.1.0' })).ok).toBe(true);
  });

  test('an officer who left is refused like a wrong password, and his open session ends', async () => {
    after(0);
    const officer = await server.addOfficer({ loginName: 'leaver' });
    const session = await server.signIn('leaver');
    await server.db.updateTable('officer').set({ body: JSON.stringify({ ...officer, active: false }) }).where('id', '=', officer.id).execute();
    expect((await attempt('leaver', TEST_PASSWORD))?.code).toBe('WRONG_CREDENTIALS');
    expect(await session.call('signOut', {})).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
  });
});

test('sign-ins, sign-outs and refusals are audited', async () => {
  after(3 * HOUR);
  const { id } = await server.addOfficer({ loginName: 'audited' });
  await attempt('audited', 'wrong');
  const session = await server.signIn('audited');
  await session.call('signOut', {});
  const rows = await server.db.selectFrom('audit_log').selectAll().where('officer_id', '=', id).orderBy('id').execute();
  expect(rows.map(({ action, outcome, device_id, ip, object_id }) => ({ action, outcome, device_id, ip, object_id }))).toEqual([
    { action: 'session.sign-in', outcome: 'WRONG_CREDENTIALS', device_id: TEST_DEVICE, ip: '127.0.0.1', object_id: id },
    { action: 'session.sign-in', outcome: 'ok', device_id: TEST_DEVICE, ip: '127.0.0.1', object_id: id },
    { action: 'session.sign-out', outcome: 'ok', device_id: TEST_DEVICE, ip: '127.0.0.1', object_id: id },
  ]);
  expect(rows.every((row) => row.request_id !== null)).toBe(true);
});

describe('lockout', () => {
  test('five failures lock the account for a quarter of an hour; the right password does not open it before', async () => {
    after(0);
    await server.addOfficer({ loginName: 'locked' });
    const left = [];
    for (let failure = 1; failure < FAILURES_ALLOWED; failure += 1) left.push((await attempt('locked', 'wrong'))?.details?.['attemptsLeft']);
    expect(left).toEqual([4, 3, 2, 1]);
    const fifth = await attempt('locked', 'wrong');
    // 01:00 UTC and 15 minutes, in Suzhou.
    expect(fifth).toMatchObject({ code: 'ACCOUNT_LOCKED', details: { lockedUntil: '2026-03-02T01:15:00.000Z' } });
    expect(fifth?.message).toContain('09:15');
    after(LOCK_MINUTES * MINUTE - 1);
    expect((await attempt('locked', TEST_PASSWORD))?.code).toBe('ACCOUNT_LOCKED');
    after(LOCK_MINUTES * MINUTE);
    expect(await attempt('locked', TEST_PASSWORD)).toBeNull();
  });

  test('after a lock has run out the count starts anew, and a success clears it', async () => {
    after(0);
    const officer = await server.addOfficer({ loginName: 'again' });
    for (let failure = 1; failure <= FAILURES_ALLOWED; failure += 1) await attempt('again', 'wrong');
    after(LOCK_MINUTES * MINUTE);
    expect((await attempt('again', 'wrong'))?.details?.['attemptsLeft']).toBe(4);
    expect(await attempt('again', TEST_PASSWORD)).toBeNull();
    const account = await server.db.selectFrom('account').selectAll().where('officer_id', '=', officer.id).executeTakeFirstOrThrow();
    expect(account.failed_attempts).toBe(0);
  });

  test('a burst at once gets no more guesses than five', async () => {
    after(0);
    await server.addOfficer({ loginName: 'burst' });
    const errors = await Promise.all(Array.from({ length: 12 }, () => attempt('burst', 'wrong')));
    const wrong = errors.filter((error) => error?.code === 'WRONG_CREDENTIALS');
    expect(wrong.length).toBe(FAILURES_ALLOWED - 1);
    expect(await attempt('burst', TEST_PASSWORD)).toMatchObject({ code: 'ACCOUNT_LOCKED' });
  });
});

test('thirty failures from one address delay every further attempt from it, also with the right password', async () => {
  await server.addOfficer({ loginName: 'neighbour' });
  let error: AppError | null = null;
  for (let number = 0; number <= FAILURES_PER_ADDRESS && error?.code !== 'SIGN_IN_DELAYED'; number += 1) error = await attempt(`spray-${number}`, 'wrong');
  expect(error).toMatchObject({ code: 'SIGN_IN_DELAYED' });
  expect(await attempt('neighbour', TEST_PASSWORD)).toMatchObject({ code: 'SIGN_IN_DELAYED' });
});
