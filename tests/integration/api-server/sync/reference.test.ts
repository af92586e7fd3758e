import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { putReference, removeReference } from '#api/modules/config/repository.ts';
import { createReferenceCache } from '#api/sync/reference.ts';
import { GJJ } from '../../../helpers/channel.ts';
import { startTestServer, TEST_PASSWORD, type TestServer } from '../../../helpers/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 1, seedNumber: 1 });
});
afterAll(() => server.close());

test('a server sees what another one published in place of what it had itself kept', async () => {
  const cache = createReferenceCache(server.db, () => new Date());
  const [taken, instead] = ['GJJ', 'GJK'].map((key) => ({ kind: 'channel', key, version: 1, effectiveFrom: '2026-01-01', body: GJJ }) as const);
  if (taken === undefined || instead === undefined) throw new Error('two versions');
  await server.db.transaction().execute((trx) => putReference(trx, taken));
  expect((await cache.load()).configs).toEqual([taken]);
  await server.db.transaction().execute(async (trx) => { await removeReference(trx, taken); await putReference(trx, instead); });
  expect((await cache.load()).configs).toEqual([instead]);
});
