import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { buildApp } from '#api/app.ts';
import type { Database } from '#api/db/schema.ts';
import { hashPassword } from '#api/modules/auth/password.ts';
import { createHttpClient, type HttpClient } from '#shared/contract/http/client.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { AppFailure } from '#shared/contract/result.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { freshDatabase } from './postgres.ts';

/**
 * The real API server on a real port and a database of its own, for tests in `tests/integration`:
 *
 *   const server = await startTestServer();
 *   afterAll(server.close);
 *   await server.addOfficer({ loginName: 'jc01' });      // or H4's seed(server.db, …)
 *   const { call, token } = await server.signIn('jc01'); // password TEST_PASSWORD unless given
 *   const result = await call('accounts', {});           // Result, typed by the HTTP contract
 *   await fetch(`${server.url}/api/sync/pull`, { headers: { authorization: `Bearer ${token}` } });
 *
 * `server.clock.now` moves the server's time.
 */
export interface TestServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly db: Kysely<Database>;
  readonly app: FastifyInstance;
  readonly filesDir: string;
  readonly clock: { now: () => Date };
  /** Calls without a session. */
  readonly call: HttpClient;
  addOfficer(officer: Partial<Officer> & Pick<Officer, 'loginName'>): Promise<Officer>;
  signIn(loginName: string, password?: string): Promise<TestSession>;
  close(): Promise<void>;
}

export interface TestSession extends HttpOutput<'signIn'> {
  readonly call: HttpClient;
}

export const TEST_PASSWORD = 'test-password-2026';
export const TEST_DEVICE = 'test-device-0001';

export async function startTestServer(): Promise<TestServer> {
  const { db, url: databaseUrl, drop } = await freshDatabase();
  const filesDir = mkdtempSync(join(tmpdir(), 'housing-test-files-'));
  const clock = { now: () => new Date() };
  const app = await buildApp({ db, filesDir, clock: () => clock.now(), config: { logLevel: 'silent', trustProxy: false } });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const call = httpClient(url, null);
  return {
    url, databaseUrl, db, app, filesDir, clock, call,
    addOfficer: (officer) => addOfficer(db, officer),
    signIn: async (loginName, password = TEST_PASSWORD) => {
      const result = await call('signIn', { loginName, password, deviceId: TEST_DEVICE });
      if (!result.ok) throw new AppFailure(result.error);
      return { ...result.value, call: httpClient(url, result.value.token) };
    },
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
      await drop();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

/** The contract's client over fetch, with a session's token or none. */
export function httpClient(url: string, token: string | null): HttpClient {
  return createHttpClient(async ({ method, path, body }) => {
    const headers = { ...(body === null ? {} : { 'content-type': 'application/json' }), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${url}${path}`, { method, headers, body });
    return { status: response.status, body: await response.json() };
  });
}

let passwordHash: Promise<string> | null = null;

/** An invented officer of 监察支队 at city level, changed as told, with `TEST_PASSWORD`. */
async function addOfficer(db: Kysely<Database>, changes: Partial<Officer> & Pick<Officer, 'loginName'>): Promise<Officer> {
  const officer: Officer = {
    id: `officer-${changes.loginName}`, name: '示例甲', roles: ['officer'], channel: 'JC', district: '320500', unitName: '示例大队', phone: '0512-00000000',
    certificateNo: '示例0001', certificateFrom: '2024-01-01', certificateTo: '2029-12-31', legallyQualified: false, active: true, ...changes,
  };
  passwordHash ??= hashPassword(TEST_PASSWORD);
  await db.insertInto('officer').values({ id: officer.id, login_name: officer.loginName, body: JSON.stringify(officer) }).execute();
  await db.insertInto('account').values({ officer_id: officer.id, password_hash: await passwordHash }).execute();
  return officer;
}
