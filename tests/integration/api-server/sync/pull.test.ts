import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendChange } from '#api/db/changes.ts';
import { seed, type SeedCounts } from '#api/db/seed/index.ts';
import { pruneChangeLog } from '#api/sync/pull/horizon.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { PullLine } from '#shared/contract/sync.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { applyLine, casesOf, createReplica, edit, pullLines, push, rawPull, register, serverRecords } from './replica.ts';

let server: TestServer;
let city: TestSession;
let seeded: SeedCounts;

beforeAll(async () => {
  server = await startTestServer();
  seeded = await seed(server.db, { password: TEST_PASSWORD, cases: 900, seedNumber: 7, openShare: 0, documentShare: 0.03 });
  city = await server.signIn('jc01');
});
afterAll(() => server.close());

describe('a first pull', () => {
  test('brings everything a city user sees, and nothing twice', async () => {
    const replica = createReplica(server.url, city.token);
    const lines = await replica.pull();
    const keys = lines.flatMap((line) => (line.t === 'record' ? [`${line.kind} ${line.id}`] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(casesOf(replica)).toEqual(await serverRecords(server.db));
    expect(count(keys)).toMatchObject({ settings: 1, calendar: 1, officer: seeded.officers, violation: seeded.violations, matter: seeded.matters, case: 900 });
    expect(lines.at(-1)).toMatchObject({ t: 'end', more: false });
  });

  test('sends reference data first, then cases newest first, each followed by its documents', async () => {
    const lines = await pullLines(server.url, city.token, undefined);
    const kinds = [...new Set(lines.flatMap((line) => (line.t === 'record' && line.kind !== 'document' ? [line.kind] : [])))];
    expect(kinds).toEqual(['settings', 'calendar', 'officer', 'violation', 'matter', 'case', 'task', 'project', 'party']);
    const days = lines.flatMap((line) => (line.t === 'record' && line.kind === 'case' ? [(line.body as CaseFile).registeredOn] : []));
    expect(days).toEqual([...days].sort().reverse());
    let current = '';
    for (const line of lines) {
      if (line.t !== 'record') continue;
      if (line.kind === 'case' || line.kind === 'task') current = line.id;
      if (line.kind === 'document') expect((line.body as { caseId: string }).caseId).toBe(current);
    }
  });

  test('can be torn at any mark and resumed there', async () => {
    const whole = await pullLines(server.url, city.token, undefined);
    const marks = [...whole.keys()].filter((index) => whole[index]?.t === 'mark');
    expect(marks.length).toBeGreaterThan(5);
    for (const place of marks) {
      const replica = createReplica(server.url, city.token);
      for (const line of whole.slice(0, place + 1)) applyLine(replica, line);
      await replica.pull();
      expect(casesOf(replica).size).toBe((await serverRecords(server.db)).size);
    }
  });

  test('counts up to a total that is right', async () => {
    const marks = (await pullLines(server.url, city.token, undefined)).filter((line): line is Extract<PullLine, { t: 'mark' }> => line.t === 'mark');
    const last = marks.at(-1);
    expect(last?.done).toBe(last?.total);
    expect(marks.map((mark) => mark.done)).toEqual([...marks.map((mark) => mark.done)].sort((one, other) => one - other));
  });

  test.each(['zstd', 'gzip', 'zstd;q=0, gzip', ''])('is the same whatever is accepted: "%s"', async (accept) => {
    const plain = await rawPull(server.url, city.token, undefined, 'identity');
    const pulled = await rawPull(server.url, city.token, undefined, accept);
    expect(pulled.encoding).toBe(accept === '' ? undefined : accept.startsWith('zstd;q=0') ? 'gzip' : accept);
    // Cursors name the transactions of the moment; the records are the same to the byte.
    const records = (body: Buffer): readonly string[] => body.toString().split('\n').filter((text) => text.startsWith('{"t":"record"'));
    expect(records(pulled.body)).toEqual(records(plain.body));
  });

  test('is refused without a session', async () => {
    expect((await rawPull(server.url, 'x'.repeat(43), undefined, 'zstd')).status).toBe(401);
  });
});

describe('scope', () => {
  test.each([
    ['wz01', '320506', null],
    ['wzfdc', '320506', 'FDC'],
    ['ksleader', '320583', null],
    ['ksza', '320583', 'ZA'],
    ['jc01', null, null],
    ['fdchead', null, null],
  ])('%s sees district %s and channel %s, and nothing else', async (loginName, district, channel) => {
    const { token } = await server.signIn(loginName);
    const replica = createReplica(server.url, token);
    await replica.pull();
    const expected = await serverRecords(server.db, (row) => (district === null || row.district === district) && (channel === null || row.channel === channel));
    expect(expected.size).toBeGreaterThan(3);
    expect(casesOf(replica)).toEqual(expected);
  });

  test('a system administrator sees no case at all (三权分立)', async () => {
    const replica = createReplica(server.url, (await server.signIn('admin')).token);
    await replica.pull();
    expect(casesOf(replica).size).toBe(0);
    expect([...replica.records.keys()].some((key) => key.startsWith('settings '))).toBe(true);
  });

  test('a case that leaves the scope is gone there and appears where it goes', async () => {
    const [from, to] = await Promise.all([follow('wz01'), follow('xc01')]);
    const [key] = [...from.records.keys()].filter((name) => name.startsWith('case '));
    const id = key?.slice(5) ?? '';
    await server.db.transaction().execute(async (trx) => {
      await trx.updateTable('case_file').set({ district: '320507' }).where('id', '=', id).execute();
      const { channel } = await trx.selectFrom('case_file').select('channel').where('id', '=', id).executeTakeFirstOrThrow();
      await appendChange(trx, { kind: 'case', id, channel, district: '320506', op: 'gone' }, { kind: 'case', id, channel, district: '320507', op: 'put' });
    });
    expect(await from.pull()).toContainEqual({ t: 'gone', kind: 'case', id });
    expect(from.records.has(`case ${id}`)).toBe(false);
    await to.pull();
    expect(to.records.has(`case ${id}`)).toBe(true);
    // The city sees both sides and loses nothing.
    const all = await follow('jc02');
    expect(all.records.has(`case ${id}`)).toBe(true);
  });
});

describe('changes', () => {
  test('come once each, only the newest state, and nothing when nothing changed', async () => {
    const replica = await follow('jc01');
    expect((await replica.pull()).filter((line) => line.t === 'record')).toEqual([]);
    const id = randomUUID();
    await push(city, register(id), edit(id, 'cause', '未取得施工许可证擅自施工', '改一'), edit(id, 'cause', '改一', '改二'));
    const records = (await replica.pull()).filter((line) => line.t === 'record');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ kind: 'case', id, rev: 3, body: { cause: '改二', rev: 3 } });
    expect((await replica.pull()).filter((line) => line.t === 'record')).toEqual([]);
  });

  test('made while a snapshot runs arrive with it', async () => {
    const whole = await pullLines(server.url, city.token, undefined);
    const mark = whole.findIndex((line) => line.t === 'mark' && line.done > 700);
    const early = whole.slice(0, mark).find((line) => line.t === 'record' && line.kind === 'case' && (line.body as CaseFile).stage === 'CLUE');
    const replica = createReplica(server.url, city.token);
    for (const line of whole.slice(0, mark + 1)) applyLine(replica, line);
    // After the first pages were sent: a new case, which sorts before them, and a change of one already sent.
    const id = randomUUID();
    const changed = early?.t === 'record' ? early.id : '';
    await push(city, register(id));
    await server.db.transaction().execute(async (trx) => {
      await trx.updateTable('case_file').set({ rev: 77 }).where('id', '=', changed).execute();
      await appendChange(trx, { kind: 'case', id: changed, channel: null, district: null, op: 'put' });
    });
    await replica.pull();
    expect(replica.records.has(`case ${id}`)).toBe(true);
    expect(replica.records.get(`case ${changed}`)).toMatch(/^77 /);
  });

  test('of reference data reach everybody', async () => {
    const replica = await follow('ksza');
    await server.db.transaction().execute(async (trx) => {
      await sql`update reference set rev = rev + 1, body = ${'{"note":\n"更新"\n}'}::json where kind = 'matter' and id = 'SZZJ-JG-001'`.execute(trx);
      await appendChange(trx, { kind: 'matter', id: 'SZZJ-JG-001', channel: null, district: null, op: 'put' });
    });
    await replica.pull();
    // Stored with line breaks, as `json` keeps its text; sent in one line.
    expect(replica.records.get('matter SZZJ-JG-001')).toBe('2 {"note":"更新"}');
  });
});

describe('a cursor is refused with RESYNC_REQUIRED', () => {
  test('when it is none, or belongs to another scope', async () => {
    const other = await follow('wz01');
    await expect(pullLines(server.url, city.token, 'nonsense')).rejects.toThrow('RESYNC_REQUIRED');
    await expect(pullLines(server.url, city.token, other.cursor)).rejects.toThrow('RESYNC_REQUIRED');
  });

  test('when the log no longer reaches back to it, and not otherwise', async () => {
    const old = await follow('jc01');
    const oldCursor = old.cursor;
    await push(city, register(randomUUID()));
    await old.pull();
    expect(await pruneChangeLog(server.db, new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    await expect(pullLines(server.url, city.token, oldCursor)).rejects.toThrow('RESYNC_REQUIRED');
    await expect(old.pull()).resolves.toBeDefined();
    const fresh = createReplica(server.url, city.token);
    await fresh.pull();
    expect(casesOf(fresh)).toEqual(await serverRecords(server.db));
  });

  test('when the database was replaced', async () => {
    const replica = await follow('jc01');
    await server.db.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute();
    await expect(replica.pull()).rejects.toThrow('RESYNC_REQUIRED');
  });
});

async function follow(loginName: string): Promise<ReturnType<typeof createReplica>> {
  const { token } = await server.signIn(loginName);
  const replica = createReplica(server.url, token);
  await replica.pull();
  return replica;
}

function count(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key.split(' ')[0] ?? ''] = (counts[key.split(' ')[0] ?? ''] ?? 0) + 1;
  return counts;
}
