import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReaderEntry } from '#shared/contract/http/reader-notes.ts';
import { type FaultProxy, startFaultProxy } from '#tests/helpers/fault-proxy.ts';
import { type Office, officeClock, OFFICE_PASSWORD, openOffice } from '#tests/helpers/office.ts';
import { type Desk, eventually } from '#tests/helpers/worker.ts';

const CASE = 'case-notes-0001';

let office: Office;
let cable: FaultProxy;
/** Two desks of jc01, one of them on a cable; and his colleague, who works on the same case. */
let here: Desk;
let there: Desk;
let other: Desk;

beforeAll(async () => {
  office = await openOffice();
  cable = await startFaultProxy(office.server.url);
  await office.assigned(CASE);
  here = await office.desk('jc01');
  there = await office.desk('jc01', { serverUrl: cable.url });
  other = await office.desk('jc02');
});

afterAll(async () => {
  await cable.close();
  await office.close();
});

function write(desk: Desk, id: string, text: string): Promise<unknown> {
  return desk.must('volume.noteSave', { caseId: CASE, note: { id, itemId: 'cover-0001', page: 1, text } });
}
async function texts(desk: Desk): Promise<readonly string[]> {
  return (await desk.must('volume.notes', { caseId: CASE })).map((note) => note.text);
}
/** Rounds of `desk` until its notes read so. */
async function reads(desk: Desk, expected: readonly string[]): Promise<void> {
  await eventually(async () => {
    await desk.settled();
    return JSON.stringify([...(await texts(desk))].sort()) === JSON.stringify([...expected].sort());
  });
}
async function stored(): Promise<number> {
  const { n } = await office.server.db.selectFrom('reader_note').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return Number(n);
}

describe('private notes on a volume', () => {
  it('come to the author’s other desk, which tells its window, and to nobody else', async () => {
    const told: string[] = [];
    there.worker.on('notes.changed', ({ caseIds }) => told.push(...caseIds));
    await write(here, 'note-private-1', '第3页金额与合同不符，开庭前核对。');
    await reads(there, ['第3页金额与合同不符，开庭前核对。']);
    expect(told).toEqual([CASE]);
    await other.settled();
    await other.settled();
    expect(await texts(other)).toEqual([]);
  });

  it('written without network are kept and sent when it is back', async () => {
    cable.set({ refuse: true });
    await there.must('sync.now', {});
    await write(there, 'note-private-2', '离线时写的。');
    expect(await texts(there)).toHaveLength(2);
    cable.set({});
    await there.settled();
    await reads(here, ['第3页金额与合同不符，开庭前核对。', '离线时写的。']);
  });

  it('changed on both desks end as the one written last, on both', async () => {
    cable.set({ refuse: true });
    await there.must('sync.now', {});
    await write(there, 'note-private-1', '先写的。');
    await new Promise((done) => setTimeout(done, 5));
    await write(here, 'note-private-1', '后写的。');
    await eventually(async () => (await office.server.db.selectFrom('reader_note').select('body').where('id', '=', 'note-private-1').executeTakeFirstOrThrow()).body !== null);
    cable.set({});
    await reads(there, ['后写的。', '离线时写的。']);
    await reads(here, ['后写的。', '离线时写的。']);
  });

  it('deleted on one desk are gone on the other, and their words are gone from the server', async () => {
    await here.must('volume.noteRemove', { caseId: CASE, noteId: 'note-private-1' });
    await reads(there, ['离线时写的。']);
    const row = await office.server.db.selectFrom('reader_note').selectAll().where('id', '=', 'note-private-1').executeTakeFirstOrThrow();
    expect(row).toMatchObject({ officer_id: office.officerId('jc01'), body: null });
  });

  it('come to a desk on which the author signs in for the first time', async () => {
    const fresh = await office.desk('jc01');
    await reads(fresh, ['离线时写的。']);
  });

  it('carry the marks of the self-score with them', async () => {
    const plan = await here.must('volume.plan', { caseId: CASE, profile: 'eight-classes' });
    const item = plan.score.items[0];
    await here.must('volume.mark', { caseId: CASE, profile: 'eight-classes', key: item?.key ?? '', mark: { pass: false, note: '缺签名' } });
    await eventually(async () => {
      await there.settled();
      const copy = await there.must('volume.plan', { caseId: CASE, profile: 'eight-classes' });
      return copy.score.items.some((each) => each.key === item?.key && each.note === '缺签名');
    });
    const colleague = await other.must('volume.plan', { caseId: CASE, profile: 'eight-classes' });
    expect(colleague.score.items.some((each) => each.note === '缺签名')).toBe(false);
  });
});

describe('the endpoint of the notes', () => {
  const entry = (members: Partial<Extract<ReaderEntry, { kind: 'note' }>> = {}): ReaderEntry => ({
    kind: 'note', id: 'note-endpoint-1', caseId: CASE, updatedAt: new Date(officeClock()).toISOString(), body: { itemId: 'cover-0001', page: 1, text: '甲的批注' }, ...members,
  });

  it('refuses whoever is not signed in, and stores nothing of his', async () => {
    const before = await stored();
    expect(await office.server.call('syncReaderNotes', { cursor: 0, entries: [entry()] })).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
    expect(await stored()).toBe(before);
  });

  it('gives the same id of two authors to each his own', async () => {
    const [first, second] = await Promise.all(['jc03', 'jc04'].map((login) => office.server.signIn(login, OFFICE_PASSWORD)));
    await first?.call('syncReaderNotes', { cursor: 0, entries: [entry()] });
    await second?.call('syncReaderNotes', { cursor: 0, entries: [entry({ body: { itemId: 'cover-0001', page: 2, text: '乙的批注' } })] });
    const read = await Promise.all([first, second].map(async (session) => {
      const answer = await session?.call('syncReaderNotes', { cursor: 0, entries: [] });
      return answer?.ok === true ? answer.value.entries.map((each) => (each.kind === 'note' ? each.body?.text : '')) : [];
    }));
    expect(read).toEqual([['甲的批注'], ['乙的批注']]);
  });

  it('keeps the newer of two versions, and lets no desk write from the future', async () => {
    const { call } = await office.server.signIn('jc05', OFFICE_PASSWORD);
    const [now, ahead] = [officeClock(), officeClock() + 86_400_000];
    const at = (ms: number): string => new Date(ms).toISOString();
    await call('syncReaderNotes', { cursor: 0, entries: [entry({ updatedAt: at(now), body: { itemId: 'x', page: 1, text: '新' } })] });
    const older = await call('syncReaderNotes', { cursor: 99, entries: [entry({ updatedAt: at(now - 60_000), body: { itemId: 'x', page: 1, text: '旧' } })] });
    expect(older).toMatchObject({ ok: true, value: { entries: [{ body: { text: '新' } }] } });
    const future = await call('syncReaderNotes', { cursor: 99, entries: [entry({ updatedAt: at(ahead), body: { itemId: 'x', page: 1, text: '钟快一天' } })] });
    expect(future.ok && (future.value.entries[0]?.updatedAt ?? '') < at(ahead)).toBe(true);
  });

  it('pages what is much, and two desks that write at once lose nothing', async () => {
    const sessions = await Promise.all([0, 1].map(() => office.server.signIn('jc06', OFFICE_PASSWORD)));
    await Promise.all(sessions.flatMap(({ call }, desk) => [0, 1].map((lot) => call('syncReaderNotes', {
      cursor: 0, entries: Array.from({ length: 300 }, (_, index) => entry({ id: `note-${String(desk)}-${String(lot)}-${String(index)}` })),
    }))));
    const found = new Set<string>();
    for (let cursor = 0, more = true; more;) {
      const answer = await sessions[0]?.call('syncReaderNotes', { cursor, entries: [] });
      if (answer?.ok !== true) throw new Error('not answered');
      answer.value.entries.forEach((each) => found.add(each.id));
      ({ cursor, more } = answer.value);
    }
    expect(found.size).toBe(1200);
  });
});
