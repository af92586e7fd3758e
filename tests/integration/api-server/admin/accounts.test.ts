import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, TEST_DEVICE, type TestServer, type TestSession } from '../../../helpers/server.ts';

let server: TestServer;
let city: TestSession;
let district: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  await server.addOfficer({ loginName: 'admin', roles: ['admin'], channel: null });
  await server.addOfficer({ loginName: 'wz-admin', roles: ['admin'], channel: null, district: '320506' });
  await server.addOfficer({ loginName: 'wz-officer', district: '320506', name: '示例乙' });
  await server.addOfficer({ loginName: 'city-officer' });
  city = await server.signIn('admin');
  district = await server.signIn('wz-admin');
});
afterAll(() => server.close());

async function lockOut(loginName: string): Promise<void> {
  for (let failure = 0; failure < 5; failure += 1) await server.call('signIn', { loginName, password: 'wrong', deviceId: TEST_DEVICE });
}

async function account(session: TestSession, loginName: string) {
  const result = await session.call('accounts', {});
  return result.ok ? result.value.accounts.find((row) => row.loginName === loginName) : undefined;
}

test('an administrator of the city sees every account, one of a district those of the district', async () => {
  const names = async (session: TestSession) => {
    const result = await session.call('accounts', {});
    return result.ok ? result.value.accounts.map((row) => row.loginName) : [];
  };
  expect(await names(city)).toEqual(['admin', 'city-officer', 'wz-admin', 'wz-officer']);
  expect(await names(district)).toEqual(['wz-admin', 'wz-officer']);
});

test('an account shows its lock and its live sessions; unlocking lets the officer in at once', async () => {
  const before = await server.signIn('wz-officer');
  await lockOut('wz-officer');
  const locked = await account(district, 'wz-officer');
  expect(locked).toMatchObject({ officerId: 'officer-wz-officer', name: '示例乙', failedAttempts: 5, sessions: 1, active: true });
  expect(locked?.lockedUntil).not.toBeNull();
  expect(locked?.lastSignInAt).not.toBeNull();
  expect(await district.call('unlockAccount', { officerId: 'officer-wz-officer' })).toEqual({ ok: true, value: {} });
  expect(await account(district, 'wz-officer')).toMatchObject({ failedAttempts: 0, lockedUntil: null });
  const after = await server.signIn('wz-officer');
  expect(after.token).not.toBe(before.token);
});

test('revoking ends every session of an officer at once', async () => {
  const first = await server.signIn('city-officer');
  const second = await server.signIn('city-officer');
  expect(await city.call('revokeSessions', { officerId: 'officer-city-officer' })).toEqual({ ok: true, value: { revoked: 2 } });
  for (const session of [first, second]) expect(await session.call('signOut', {})).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
  expect(await account(city, 'city-officer')).toMatchObject({ sessions: 0 });
  expect(await city.call('revokeSessions', { officerId: 'officer-city-officer' })).toEqual({ ok: true, value: { revoked: 0 } });
});

test('nobody reaches beyond his district, or an account that does not exist', async () => {
  expect(await district.call('revokeSessions', { officerId: 'officer-city-officer' })).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
  expect(await district.call('unlockAccount', { officerId: 'officer-admin' })).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
  expect(await city.call('unlockAccount', { officerId: 'officer-none' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('an officer without the role is refused, and the refusal is audited', async () => {
  const officer = await server.signIn('city-officer');
  const result = await officer.call('accounts', {});
  expect(result).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', message: '此操作只限「系统管理员」，您的账号没有这一角色。' } });
  const row = await server.db.selectFrom('audit_log').selectAll().where('action', '=', 'access.refused').executeTakeFirstOrThrow();
  expect(row).toMatchObject({ officer_id: 'officer-city-officer', object_id: 'GET /api/admin/accounts', outcome: 'FORBIDDEN' });
});

test('every administrative act is audited, refused ones too', async () => {
  const rows = await server.db.selectFrom('audit_log').select(['officer_id', 'action', 'object_id', 'outcome']).where('action', 'like', 'account.%').orderBy('id').execute();
  expect(rows).toEqual([
    { officer_id: 'officer-wz-admin', action: 'account.unlock', object_id: 'officer-wz-officer', outcome: 'ok' },
    { officer_id: 'officer-admin', action: 'account.revoke-sessions', object_id: 'officer-city-officer', outcome: 'ok' },
    { officer_id: 'officer-admin', action: 'account.revoke-sessions', object_id: 'officer-city-officer', outcome: 'ok' },
    { officer_id: 'officer-wz-admin', action: 'account.revoke-sessions', object_id: 'officer-city-officer', outcome: 'OUT_OF_SCOPE' },
    { officer_id: 'officer-wz-admin', action: 'account.unlock', object_id: 'officer-admin', outcome: 'OUT_OF_SCOPE' },
    { officer_id: 'officer-admin', action: 'account.unlock', object_id: 'officer-none', outcome: 'NOT_FOUND' },
  ]);
});
