import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { casesOf, createReplica, push, register, serverRecords } from './replica.ts';

let server: TestServer;
let city: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 0, seedNumber: 1 });
  city = await server.signIn('jc01');
});
afterAll(() => server.close());

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** A write as any program may make it: the row and its entry in the log, in the transaction that is open. */
async function write(client: pg.Client, id: string, text: string): Promise<void> {
  await client.query(
    `insert into case_file (id, rev, channel, district, stage, registered_on, updated_at, body) values ($1, 1, 'JC', '320500', 'CLUE', '2026-11-01', now(), $2::json)
     on conflict (id) do update set rev = case_file.rev + 1, body = excluded.body, updated_at = now()`,
    [id, JSON.stringify({ text })],
  );
  await client.query(`insert into change_log (kind, entity_id, channel, district, op) values ('case', $1, 'JC', '320500', 'put')`, [id]);
}

test('a change whose transaction commits after a later one is not skipped', async () => {
  const [slow, quick] = [await connect(), await connect()];
  const replica = createReplica(server.url, city.token);
  await replica.pull();
  const [late, early] = [randomUUID(), randomUUID()];
  await slow.query('begin');
  await write(slow, late, 'first in the log, last to commit');
  await quick.query('begin');
  await write(quick, early, 'second in the log, first to commit');
  await quick.query('commit');
  await replica.pull();
  // The later one waits: sending it now would put the reader past the earlier one.
  expect([replica.records.has(`case ${early}`), replica.records.has(`case ${late}`)]).toEqual([false, false]);
  await slow.query('commit');
  await replica.pull();
  expect([replica.records.has(`case ${early}`), replica.records.has(`case ${late}`)]).toEqual([true, true]);
});

test('a snapshot that began while a transaction ran gets its change afterwards', async () => {
  const slow = await connect();
  const id = randomUUID();
  await slow.query('begin');
  await write(slow, id, 'written before the snapshot, committed after it');
  const replica = createReplica(server.url, city.token);
  await replica.pull();
  expect(replica.records.has(`case ${id}`)).toBe(false);
  await slow.query('commit');
  await replica.pull();
  expect(replica.records.has(`case ${id}`)).toBe(true);
});

test('a transaction that stays open in another database of the same server does not hold the sync up', async () => {
  const other = new pg.Client({ connectionString: inject('postgresUrl') });
  await other.connect();
  await other.query('begin');
  await other.query('select pg_current_xact_id()');
  const replica = createReplica(server.url, city.token);
  await replica.pull();
  const id = randomUUID();
  await push(city, register(id));
  await replica.pull();
  expect(replica.records.has(`case ${id}`)).toBe(true);
  await other.query('rollback');
  await other.end();
});

test('with twelve writers, long transactions, rollbacks and readers that come and go, every replica equals the server', async () => {
  const ids = Array.from({ length: 60 }, () => randomUUID());
  const until = Date.now() + 4000;
  const writer = async (number: number): Promise<number> => {
    const client = await connect();
    let written = 0;
    while (Date.now() < until) {
      await client.query('begin');
      // In the order of the ids, so that writers never wait for each other in a circle.
      const chosen = ids.filter(() => Math.random() < 0.05);
      for (const id of chosen) {
        await write(client, id, `${String(number)} ${String(written)}`);
        written += 1;
        await delay(Math.random() * 5);
      }
      // A third of the writers hold their transactions open for long.
      await delay(number % 3 === 0 ? Math.random() * 250 : Math.random() * 10);
      await client.query(Math.random() < 0.2 ? 'rollback' : 'commit');
    }
    return written;
  };
  const reader = async (restart: boolean): Promise<ReturnType<typeof createReplica>> => {
    let replica = createReplica(server.url, city.token);
    while (Date.now() < until) {
      await replica.pull();
      if (restart && Math.random() < 0.1) replica = createReplica(server.url, city.token);
      await delay(Math.random() * 20);
    }
    return replica;
  };
  const pusher = async (): Promise<void> => {
    while (Date.now() < until) await push(city, register(randomUUID()), register(randomUUID()));
  };
  const [replicas, written] = await Promise.all([
    Promise.all([reader(false), reader(false), reader(true)]),
    Promise.all(Array.from({ length: 12 }, (_, number) => writer(number))),
    pusher(),
  ]);
  expect(written.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  const truth = await serverRecords(server.db);
  for (const replica of replicas) {
    await replica.pull();
    expect(casesOf(replica)).toEqual(truth);
  }
});
