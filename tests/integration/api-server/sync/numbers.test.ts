import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { addCalendarDays } from '#shared/domain/time-limit/count.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import { startTestServer, TEST_DEVICE, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { command, push, type AnyPush } from './replica.ts';

let server: TestServer;
let sessions: readonly TestSession[];
let waiting: readonly CaseFile[];

const CASES = 60;

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: TEST_PASSWORD, cases: 25, seedNumber: 5, openShare: 1, today: '2026-11-20' });
  sessions = await Promise.all(['leader1', 'leader2', 'leader3'].map((name) => server.signIn(name)));
  waiting = await casesBeforeFiling();
});
afterAll(() => server.close());

/** Copies of a case that waits for the approval of its filing; each of an act of its own, or art. 29 would refuse the second. */
let acts = 0;

async function casesBeforeFiling(): Promise<readonly CaseFile[]> {
  const row = await server.db.selectFrom('case_file').selectAll().where('stage', '=', 'FILING').limit(1).executeTakeFirstOrThrow();
  const files = Array.from({ length: CASES }, (): CaseFile => ({ ...row.body, id: randomUUID(), actOn: addCalendarDays(row.body.actOn ?? row.body.registeredOn, -(acts += 1)), channel: 'JC', district: '320500', officerIds: ['officer-jc01', 'officer-jc02'] }));
  await server.db.insertInto('case_file').values(files.map((file) => ({
    id: file.id, rev: 1, channel: 'JC', district: '320500', stage: 'FILING', registered_on: row.registered_on, updated_at: new Date(), body: JSON.stringify(file),
  } as const))).execute();
  return files;
}

function approve(file: CaseFile): AnyPush {
  return command(file.id, 'case.advance', { event: 'approve-filing', opinion: '同意立案。', data: {} });
}

/** Sends until there is an answer, as a desktop does when the connection breaks. */
async function pushUntilAnswered(session: TestSession, ...commands: readonly AnyPush[]): Promise<readonly PushResult[]> {
  for (;;) {
    const result = await session.call('push', { deviceId: TEST_DEVICE, commands: [...commands] }).catch(() => null);
    const results = result?.ok === true ? (result.value.results as readonly PushResult[]) : null;
    if (results?.every((each) => each.status === 'applied') === true) return results;
    await delay(20);
  }
}

test('case numbers have no gap and none is given twice, although connections are killed all the while', async () => {
  const before = await lastNumber();
  const killer = new pg.Client({ connectionString: server.databaseUrl });
  await killer.connect();
  let [killed, running] = [0, true];
  const kill = async (): Promise<void> => {
    while (running) {
      const { rowCount } = await killer.query(`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null order by random() limit 1`);
      killed += rowCount ?? 0;
      await delay(25);
    }
  };
  const killing = kill();
  // Each case is approved by two desktops that send the same command, in batches that overlap and in different orders.
  const commands = waiting.map(approve);
  await Promise.all(sessions.flatMap((session, index) => {
    const own = commands.filter((_, place) => place % sessions.length === index);
    return [pushInBatches(session, own), pushInBatches(session, [...own].reverse())];
  }));
  running = false;
  await killing;
  await killer.end();
  expect(killed).toBeGreaterThan(3);
  const numbers = await givenNumbers();
  expect(numbers).toEqual(Array.from({ length: CASES }, (_, index) => before + index + 1));
  expect(await lastNumber()).toBe(before + CASES);
  const files = await server.db.selectFrom('case_file').select('body').where('id', 'in', waiting.map((file) => file.id)).execute();
  expect(new Set(files.map((row) => `${row.body.stage} ${String(row.body.approvals.length)}`))).toEqual(new Set([`INVEST ${String((waiting[0]?.approvals.length ?? 0) + 1)}`]));
});

async function pushInBatches(session: TestSession, commands: readonly AnyPush[]): Promise<void> {
  for (let from = 0; from < commands.length; from += 4) await pushUntilAnswered(session, ...commands.slice(from, from + 4));
}

async function lastNumber(): Promise<number> {
  const row = await server.db.selectFrom('number_counter').select('last').where('series', '=', 'SZZJ-JC').where('year', '=', 2026).executeTakeFirst();
  return row?.last ?? 0;
}

async function givenNumbers(): Promise<readonly number[]> {
  const rows = await server.db.selectFrom('case_file').select('case_no').where('id', 'in', waiting.map((file) => file.id)).execute();
  return rows.map((row) => Number(row.case_no?.slice('SZZJ-JC-2026-'.length))).sort((one, other) => one - other);
}

test('a refused approval takes no number', async () => {
  const before = await lastNumber();
  const [file] = waiting;
  if (file === undefined) throw new Error('no case');
  // Already filed: the step does not exist any more.
  expect(await push(sessions[0] as TestSession, approve(file))).toMatchObject([{ status: 'refused', error: { code: 'STEP_NOT_ALLOWED' } }]);
  expect(await lastNumber()).toBe(before);
});

test('the year of a number is that of Shanghai', async () => {
  const [row] = await casesBeforeFiling();
  if (row === undefined) throw new Error('no case');
  // 1 January 2027, 00:30 in Shanghai, is still 31 December in UTC.
  server.clock.now = () => new Date('2026-12-31T16:30:00Z');
  const session = await server.signIn('leader1');
  expect(await push(session, approve(row))).toMatchObject([{ status: 'applied' }]);
  const { case_no: number } = await server.db.selectFrom('case_file').select('case_no').where('id', '=', row.id).executeTakeFirstOrThrow();
  expect(number).toMatch(/^SZZJ-JC-2027-00001$/);
});

test('document numbers go on from the seeded ones and are unique', async () => {
  const rows = await server.db.selectFrom('document').select('doc_no').where('doc_no', 'is not', null).execute();
  expect(rows.length).toBeGreaterThan(10);
  for (const { doc_no: number } of rows) expect(number).toMatch(/^苏住建(监|房|质安)[\u4e00-\u9fff]{1,3}字〔\d{4}〕第[1-9]\d*号$/);
  // The sheet of a draw (双随机抽查任务单) has its number with the draw.
  const sheets = await server.db.selectFrom('draw').select('sheet_no as doc_no').where('sheet_no', 'is not', null).execute();
  const counters = await server.db.selectFrom('number_counter').selectAll().execute();
  for (const { series, year, last } of counters.filter((counter) => counter.series.startsWith('苏住建'))) {
    const given = [...rows, ...sheets].map((row) => new RegExp(`^${series}〔${String(year)}〕第(\\d+)号$`).exec(row.doc_no ?? '')?.[1]).filter((n) => n !== undefined).map(Number);
    expect(given.sort((one, other) => one - other)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  }
});
