import { expect, test } from 'vitest';
import { createHttpClient, httpCall, type HttpAnswer, type HttpCall } from '#shared/contract/http/client.ts';
import { HTTP } from '#shared/contract/http/contract.ts';

const SHA = 'a'.repeat(64);

function clientAnswering(answer: HttpAnswer) {
  const calls: HttpCall[] = [];
  const call = createHttpClient(async (sent) => {
    calls.push(sent);
    return answer;
  });
  return { call, calls };
}

test('a GET travels as path and query, a POST as path and body', () => {
  expect(httpCall(HTTP.fileStatus, { sha256: SHA })).toEqual({ method: 'GET', path: `/api/files/${SHA}`, body: null, signedIn: true });
  expect(httpCall(HTTP.handshake, { protocol: 1, clientVersion: '0.1.0 β' })).toEqual({
    method: 'GET', path: '/api/sync/handshake?protocol=1&clientVersion=0.1.0%20%CE%B2', body: null, signedIn: true,
  });
  expect(httpCall(HTTP.unlockAccount, { officerId: 'a/../b' })).toEqual({ method: 'POST', path: '/api/admin/accounts/a%2F..%2Fb/unlock', body: '{}', signedIn: true });
  expect(httpCall(HTTP.signIn, { loginName: '甲' })).toMatchObject({ path: '/api/auth/sign-in', body: '{"loginName":"甲"}', signedIn: false });
});

test('an answer of 2xx is the value, another its error', async () => {
  const good = clientAnswering({ status: 200, body: { revoked: 2 } });
  expect(await good.call('revokeSessions', { officerId: 'x' })).toEqual({ ok: true, value: { revoked: 2 } });
  expect(good.calls).toEqual([{ method: 'POST', path: '/api/admin/accounts/x/revoke-sessions', body: '{}', signedIn: true }]);
  const error = { code: 'FORBIDDEN', message: '此操作只限「系统管理员」。' } as const;
  expect(await clientAnswering({ status: 403, body: { error } }).call('accounts', {})).toEqual({ ok: false, error });
});

test.each([null, 'Bad Gateway', {}, { error: 'x' }, { error: { code: 'X' } }])('an error answer that is not the contract\'s (%o) says so', async (body) => {
  expect(await clientAnswering({ status: 502, body }).call('health', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: expect.stringContaining('502') } });
});
