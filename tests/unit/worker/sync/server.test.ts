import { once } from 'node:events';
import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault-proxy.ts';
import { createServer, type Server } from '#worker/sync/server.ts';

const HEALTH = { status: 'ok', version: '0.1.0', database: '18', serverTime: '2026-11-20T06:00:00.000Z' };
let http: HttpServer;
let cable: FaultProxy;
let server: Server;

beforeAll(async () => {
  http = createHttp((_request, response) => { response.setHeader('content-type', 'application/json').end(JSON.stringify(HEALTH)); }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  cable = await startFaultProxy(`http://127.0.0.1:${String((http.address() as AddressInfo).port)}`);
  server = createServer({ url: cable.url, timeoutMs: 3000, token: () => null });
});

afterAll(async () => {
  server.close();
  await cable.close();
  http.close();
});

it('reaches the server although every connection it kept was cut', async () => {
  const health = () => server.call('health', {});
  // Calls at the same time leave as many connections behind.
  await Promise.all([health(), health(), health()]);
  cable.set({});
  expect(await health()).toEqual({ ok: true, value: HEALTH });
});
