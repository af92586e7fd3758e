import Type, { type TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '#api/app.ts';
import { openDatabase } from '#api/db/database.ts';
import { OPENAPI_PATH } from '#api/plugins/openapi.ts';
import { ErrorBody, HTTP, type HttpName } from '#shared/contract/http/contract.ts';
import { STREAMS } from '#shared/contract/http/streams.ts';
import { ERRORS } from '#shared/contract/errors.ts';
import { startTestServer, TEST_DEVICE, TEST_PASSWORD, type TestServer } from '../../../helpers/server.ts';

let server: TestServer;
let token = '';

beforeAll(async () => {
  server = await startTestServer();
  await server.addOfficer({ loginName: 'officer' });
  token = (await server.signIn('officer')).token;
});
afterAll(() => server.close());

const SHA = 'a'.repeat(64);

/** Every route that the server really has, from Fastify's own tree: method and path with the parameters filled in. */
function allRoutes(): { readonly method: 'GET' | 'POST'; readonly url: string; readonly pattern: string }[] {
  const patterns = [...Object.values(HTTP), ...Object.values(STREAMS)].map(({ method, path }) => ({ method, pattern: path }));
  return [...patterns, { method: 'GET' as const, pattern: OPENAPI_PATH }].map(({ method, pattern }) => ({
    method, pattern, url: pattern.replace(':sha256', SHA).replace(':officerId', 'officer-none'),
  }));
}

describe('default deny', () => {
  test('the walk below knows every route of the server', () => {
    const tree = server.app.printRoutes({ commonPrefix: false });
    const leaves = [...tree.matchAll(/── (\S+) \(([A-Z, ]+)\)/g)].length;
    const known = new Set(allRoutes().map(({ pattern }) => pattern));
    for (const { method, pattern } of allRoutes()) expect(server.app.hasRoute({ method, url: pattern }), `${method} ${pattern}`).toBe(true);
    // One leaf more: the preflight of CORS, `OPTIONS *`.
    expect(leaves).toBe(known.size + 1);
  });

  test('without a session every route but the public ones answers 401', async () => {
    const open = [];
    for (const { method, url, pattern } of allRoutes()) {
      const response = await server.app.inject({ method, url, headers: { 'content-type': 'application/json' }, ...(method === 'POST' ? { payload: '{}' } : {}) });
      if (method === 'GET') expect((await server.app.inject({ method: 'HEAD', url })).statusCode, `HEAD ${url}`).toBe(response.statusCode);
      if (response.statusCode !== 401) open.push(pattern);
      else expect(response.json()).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
    }
    expect(open).toEqual([HTTP.health.path, HTTP.signIn.path, OPENAPI_PATH]);
  });

  test('an officer without the role gets 403 from every route that needs one', async () => {
    for (const endpoint of Object.values(HTTP).filter(({ access }) => access !== 'public' && access !== 'signed-in')) {
      const url = endpoint.path.replace(':officerId', 'officer-officer');
      const response = await server.app.inject({ method: endpoint.method, url, headers: { authorization: `Bearer ${token}` } });
      expect(response.statusCode, url).toBe(403);
      expect(response.json()).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
  });

  test('a route that forgot to say who may call it is closed to everybody', async () => {
    const app = await buildApp({ db: server.db, filesDir: server.filesDir, clock: () => new Date(), config: { logLevel: 'silent', trustProxy: false } });
    app.get('/api/forgotten', () => 'secret');
    expect((await app.inject({ method: 'GET', url: '/api/forgotten' })).statusCode).toBe(401);
    const response = await app.inject({ method: 'GET', url: '/api/forgotten', headers: { authorization: `Bearer ${token}` } });
    expect(response.statusCode).toBe(403);
    expect(response.body).not.toContain('secret');
    await app.close();
  });

  test('unauthenticated callers cannot make the server read a large body', async () => {
    const response = await server.app.inject({
      method: 'POST', url: HTTP.push.path, headers: { 'content-type': 'application/json' }, payload: `{"pad":"${'x'.repeat(20_000_000)}"}`,
    });
    expect(response.statusCode).toBe(401);
  });
});

describe('errors', () => {
  async function post(url: string, payload: string, headers: Record<string, string> = {}) {
    return await server.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
  }
  const signIn = HTTP.signIn.path;

  test.each([
    ['a field missing', signIn, '{"loginName":"x"}', 400, 'INVALID_INPUT'],
    ['a field too long', signIn, JSON.stringify({ loginName: 'x'.repeat(61), password: 'x', deviceId: TEST_DEVICE }), 400, 'INVALID_INPUT'],
    ['a field that nobody asked for', signIn, JSON.stringify({ loginName: 'x', password: 'x', deviceId: TEST_DEVICE, roles: ['admin'] }), 400, 'INVALID_INPUT'],
    ['a number for a text', signIn, JSON.stringify({ loginName: 1, password: 'x', deviceId: TEST_DEVICE }), 400, 'INVALID_INPUT'],
    ['broken JSON', signIn, '{"loginName":', 400, 'INVALID_INPUT'],
    ['a poisoned prototype', signIn, '{"__proto__":{"a":1},"loginName":"x","password":"x","deviceId":"12345678"}', 400, 'INVALID_INPUT'],
    ['an empty body', signIn, '', 400, 'INVALID_INPUT'],
    ['too large a body', signIn, `{"loginName":"${'x'.repeat(70_000)}"}`, 413, 'FILE_TOO_LARGE'],
    ['no such path', '/api/nothing', '{}', 404, 'UNKNOWN_METHOD'],
    ['a wrong password', signIn, JSON.stringify({ loginName: 'officer', password: 'wrong', deviceId: TEST_DEVICE }), 401, 'WRONG_CREDENTIALS'],
  ] as const)('%s is refused in the shape of the contract', async (_what, url, payload, status, code) => {
    const response = await post(url, payload);
    expect(response.statusCode).toBe(status);
    expect(status).toBe(ERRORS[code]);
    expect(response.json()).toMatchObject({ error: { code } });
    expect(Check(ErrorBody, response.json())).toBe(true);
    expect(response.json<{ error: { message: string } }>().error.message).toMatch(/[一-鿿].*。$/);
  });

  test('a media type other than JSON is refused', async () => {
    expect((await post(signIn, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).json()).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  test('a parameter of the path is checked too', async () => {
    const response = await server.app.inject({ method: 'GET', url: '/api/files/short', headers: { authorization: `Bearer ${token}` } });
    expect(response.json()).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  test('what goes wrong inside stays inside: a number to report, no SQL, no stack', async () => {
    await server.db.schema.alterTable('session').renameTo('session_away').execute();
    const response = await server.app.inject({ method: 'GET', url: HTTP.accounts.path, headers: { authorization: `Bearer ${token}` } });
    await server.db.schema.alterTable('session_away').renameTo('session').execute();
    expect(response.statusCode).toBe(500);
    const { error } = response.json<{ error: { code: string; message: string; details: { requestId: string } } }>();
    expect(error).toEqual({ code: 'INTERNAL', message: expect.stringContaining(error.details.requestId), details: { requestId: response.headers['x-request-id'] } });
    expect(response.body).not.toMatch(/session|select|relation|\.ts|node_modules/i);
  });

  test('a database that is away is said to be away', async () => {
    const db = openDatabase({ url: 'postgres://x:x@127.0.0.1:1/x', poolSize: 1 });
    const app = await buildApp({ db, filesDir: server.filesDir, clock: () => new Date(), config: { logLevel: 'silent', trustProxy: false } });
    const response = await app.inject({ method: 'GET', url: HTTP.health.path });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ error: { code: 'DATABASE_UNAVAILABLE' } });
    await app.close();
    await db.destroy();
  });
});

describe('answers', () => {
  test('match the contract to the field: nothing missing, nothing more', async () => {
    const health = await server.app.inject({ method: 'GET', url: HTTP.health.path });
    expectExactly('health', health.json());
    const session = await server.app.inject({ method: 'POST', url: HTTP.signIn.path, payload: { loginName: 'officer', password: TEST_PASSWORD, deviceId: TEST_DEVICE } });
    expectExactly('signIn', session.json());
    const handshake = await server.app.inject({ method: 'GET', url: `${HTTP.handshake.path}?protocol=1&clientVersion=0.1.0`, headers: { authorization: `Bearer ${token}` } });
    expectExactly('handshake', handshake.json());
  });

  test('carry headers that keep browsers from guessing, framing and storing', async () => {
    const { headers } = await server.app.inject({ method: 'GET', url: HTTP.health.path });
    expect(headers).toMatchObject({
      'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  test('may be read by the desktop\'s page and by no other', async () => {
    const preflight = (origin: string) => server.app.inject({
      method: 'OPTIONS', url: HTTP.push.path, headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
    const desk = await preflight('app://desk');
    expect(desk.statusCode).toBe(204);
    expect(desk.headers).toMatchObject({ 'access-control-allow-origin': 'app://desk', 'access-control-allow-methods': 'GET, POST' });
    for (const origin of ['https://example.org', 'app://other', 'null', 'http://127.0.0.1:7380']) {
      expect((await preflight(origin)).headers['access-control-allow-origin'], origin).toBeUndefined();
    }
  });
});

function expectExactly(name: HttpName, answer: unknown): void {
  const strict = closed(HTTP[name].output);
  expect(Check(strict, answer), JSON.stringify([...Errors(strict, answer)])).toBe(true);
}

/** The schema with every object closed to further fields. */
function closed(schema: TSchema): TSchema {
  if (!Type.IsObject(schema)) return schema;
  return Type.Object(Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, closed(part)])), { additionalProperties: false });
}

test('OpenAPI describes every endpoint, with its schemas and its lock', async () => {
  const document = (await server.app.inject({ method: 'GET', url: OPENAPI_PATH })).json<{
    openapi: string; paths: Record<string, Record<string, { operationId?: string; security?: unknown; requestBody?: unknown; responses?: unknown }>>;
  }>();
  expect(document.openapi).toBe('3.1.0');
  for (const [name, { method, path, access }] of Object.entries(HTTP)) {
    const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(operation?.operationId, name).toBe(name);
    expect(operation?.security, name).toEqual(access === 'public' ? undefined : [{ session: [] }]);
    expect(operation?.responses).toHaveProperty('200');
  }
  for (const { method, path } of Object.values(STREAMS)) {
    expect(document.paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method.toLowerCase());
  }
});
