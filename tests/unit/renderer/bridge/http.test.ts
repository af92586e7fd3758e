import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connectHttp, http, tryHttp } from '#renderer/bridge/http.ts';

let server: Server | undefined;
afterEach(() => { server?.close(); });

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<void> {
  server = createServer(answer);
  await new Promise<void>((resolve) => { server?.listen(0, '127.0.0.1', resolve); });
  connectHttp({ serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'secret' });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

test('params stand in the path, the token in the header', async () => {
  const seen: unknown[] = [];
  await serve((request, response) => {
    seen.push(request.method, request.url, request.headers.authorization);
    json(response, 200, { revoked: 2 });
  });
  expect(await http('revokeSessions', { officerId: 'a/b' })).toEqual({ revoked: 2 });
  expect(seen).toEqual(['POST', '/api/admin/accounts/a%2Fb/revoke-sessions', 'Bearer secret']);
});

test('a public call carries no token', async () => {
  let header: string | undefined = 'unset';
  await serve((request, response) => {
    header = request.headers.authorization;
    json(response, 200, { status: 'ok', version: '0.1.0', database: 'PostgreSQL', serverTime: '2026-11-22T00:00:00Z' });
  });
  await http('health', {});
  expect(header).toBeUndefined();
});

test('the error body of the server is passed on with code, message and article', async () => {
  const error = { code: 'FORBIDDEN', message: '只有系统管理员可以解锁账号。', article: '内部管理规定' };
  await serve((_request, response) => { json(response, 403, { error }); });
  expect(await tryHttp('unlockAccount', { officerId: 'officer-1' })).toEqual({ ok: false, error });
});

test('an answer that is not ours is INTERNAL, no answer is SERVER_UNREACHABLE', async () => {
  await serve((_request, response) => { response.writeHead(502).end('<html>proxy</html>'); });
  expect(await tryHttp('accounts', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  await new Promise((resolve) => { server?.close(resolve); });
  expect(await tryHttp('accounts', {})).toMatchObject({ ok: false, error: { code: 'SERVER_UNREACHABLE' } });
});
