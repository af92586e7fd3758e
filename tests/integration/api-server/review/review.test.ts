import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { resultOf } from '#shared/domain/review/similar.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '../../../helpers/server.ts';

let server: TestServer;
let reviewer: TestSession;
let second: TestSession;
let officer: TestSession;
let district: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => new Date('2026-11-23T02:00:00.000Z');
  await seed(server.db, { password: TEST_PASSWORD, cases: 400, seedNumber: 5, today: '2026-11-20' });
  await server.addOfficer({ loginName: 'rv-one', name: '示例评查', roles: ['legal-reviewer'], channel: null });
  await server.addOfficer({ loginName: 'rv-two', name: '示例复评', roles: ['leader'], channel: null });
  await server.addOfficer({ loginName: 'rv-officer' });
  await server.addOfficer({ loginName: 'rv-wz', roles: ['leader'], channel: 'JC', district: '320506' });
  [reviewer, second, officer, district] = [await server.signIn('rv-one'), await server.signIn('rv-two'), await server.signIn('rv-officer'), await server.signIn('rv-wz')];
});
afterAll(() => server.close());

const SAMPLE = { title: '2026年度案卷评查', seed: '2026', size: 5, from: '2024-01-01', to: '2026-12-31' };

async function must<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function bodies(): Promise<readonly CaseFile[]> {
  return (await server.db.selectFrom('case_file').select('body').execute()).map((row) => row.body);
}

/** Every item answered: what only a person can tell passes, what the machine faulted stays so. */
function answered(sheet: HttpOutput<'reviewSheet'>) {
  return Object.fromEntries(sheet.automatic.filter((item) => item.result === 'manual').map((item) => [item.key, { pass: true, note: '' }]));
}

describe('案卷评查', () => {
  test('the same seed draws the same closed cases, another one others', async () => {
    const one = await must(reviewer.call('createReviewRound', SAMPLE));
    const same = await must(reviewer.call('createReviewRound', SAMPLE));
    const other = await must(reviewer.call('createReviewRound', { ...SAMPLE, seed: '2027' }));
    const ids = async (roundId: string) => (await must(reviewer.call('reviewRound', { roundId }))).entries.map((entry) => entry.caseId);
    expect(await ids(one.id)).toEqual(await ids(same.id));
    expect(await ids(one.id)).not.toEqual(await ids(other.id));
    const closed = (await bodies()).filter((file) => file.stage === 'CLOSED' || file.stage === 'ARCH').map((file) => file.id);
    expect((await ids(one.id)).every((id) => closed.includes(id))).toBe(true);
    expect((await must(reviewer.call('reviewRounds', {}))).rounds.slice(0, 3).map((round) => round.size)).toEqual([5, 5, 5]);
  });

  test('an officer draws no sample, a district none of others, and an empty period is said', async () => {
    expect(await officer.call('createReviewRound', SAMPLE)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await district.call('createReviewRound', { ...SAMPLE, district: '320507' })).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
    expect(await reviewer.call('createReviewRound', { ...SAMPLE, from: '2020-01-01', to: '2020-12-31' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await reviewer.call('createReviewRound', { ...SAMPLE, to: '2023-12-31' })).toMatchObject({ error: { code: 'FIELD_INVALID' } });
    const lines = await server.db.selectFrom('audit_log').select('outcome').where('action', '=', 'review.create').where('outcome', '<>', 'ok').orderBy('id').execute();
    expect(lines.map((line) => line.outcome)).toEqual(['FORBIDDEN', 'OUT_OF_SCOPE', 'NOT_FOUND', 'FIELD_INVALID']);
    const { rounds } = await must(district.call('reviewRounds', {}));
    expect(rounds).toEqual([]);
    const { rounds: [first] } = await must(reviewer.call('reviewRounds', {}));
    expect(await district.call('reviewRound', { roundId: first?.id ?? '' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('marks are kept, finishing asks for reasons and answers, then freezes the score', async () => {
    const round = await must(reviewer.call('createReviewRound', { ...SAMPLE, size: 2 }));
    const caseId = (await must(reviewer.call('reviewRound', { roundId: round.id }))).entries[0]?.caseId ?? '';
    const at = { roundId: round.id, caseId };
    const sheet = await must(reviewer.call('reviewSheet', at));
    expect(sheet).toMatchObject({ rev: 0, writable: true, marks: {}, entry: { points: null, reviewer: null } });
    const base = { ...at, comment: '', finished: false };
    const kept = await must(reviewer.call('saveReviewSheet', { ...base, rev: 0, marks: { words: { pass: false, note: '' } } }));
    expect(kept).toMatchObject({ rev: 1, entry: { reviewer: '示例评查' } });
    // Another's save, an old copy, an open item, and a deduction without a reason are refused.
    expect(await second.call('saveReviewSheet', { ...base, rev: 1, marks: {} })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await reviewer.call('saveReviewSheet', { ...base, rev: 0, marks: {} })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await reviewer.call('saveReviewSheet', { ...base, rev: 1, marks: { words: { pass: false, note: '' } }, finished: true })).toMatchObject({ error: { code: 'FIELD_INVALID', details: { path: 'words' } } });
    expect(await reviewer.call('saveReviewSheet', { ...base, rev: 1, marks: {}, finished: true })).toMatchObject({ error: { code: 'FIELD_INVALID' } });
    expect(await reviewer.call('saveReviewSheet', { ...base, rev: 1, marks: { invented: { pass: true, note: '' } } })).toMatchObject({ error: { code: 'FIELD_INVALID', details: { path: 'invented' } } });
    const clean = await must(reviewer.call('saveReviewSheet', { ...base, rev: 1, marks: answered(sheet) }));
    const marks = { ...answered(sheet), words: { pass: false, note: '决定书第2页有涂改' } };
    const done = await must(reviewer.call('saveReviewSheet', { ...base, rev: 2, marks, comment: '总体规范', finished: true }));
    expect(done.entry.points).toBe((clean.entry.points ?? 0) - 5);
    expect(done.entry.faults).toContain('文字规范，没有涂改：决定书第2页有涂改');
    expect(done).toMatchObject({ writable: false, comment: '总体规范' });
    expect(await reviewer.call('saveReviewSheet', { ...base, rev: 3, marks })).toMatchObject({ error: { code: 'CONFLICT' } });
    // The case goes on; the frozen score does not.
    await server.db.updateTable('case_file').set({ body: JSON.stringify({ ...(await bodies()).find((file) => file.id === caseId), facts: '' }) }).where('id', '=', caseId).execute();
    expect((await must(reviewer.call('reviewSheet', at))).entry).toEqual(done.entry);
    expect((await must(reviewer.call('reviewRounds', {}))).rounds.find(({ id }) => id === round.id)).toMatchObject({ size: 2, finished: 1 });
    const lines = await server.db.selectFrom('audit_log').select(['action', 'outcome']).where('object_id', '=', `${round.id}/${caseId}`).orderBy('id').execute();
    expect(lines.filter((line) => line.outcome === 'ok').map((line) => line.action)).toEqual(['review.mark', 'review.mark', 'review.finish']);
    expect(lines.filter((line) => line.outcome !== 'ok')).toHaveLength(6);
  });

  test('a veto item rejects whatever the points, and nobody scores his own case', async () => {
    const round = await must(reviewer.call('createReviewRound', { ...SAMPLE, size: 3 }));
    const { entries } = await must(reviewer.call('reviewRound', { roundId: round.id }));
    const [first, own] = [entries[0]?.caseId ?? '', entries[1]?.caseId ?? ''];
    const marked = await must(reviewer.call('saveReviewSheet', { roundId: round.id, caseId: first, rev: 0, comment: '', finished: false, marks: { nature: { pass: false, note: '定性错误' } } }));
    expect(marked.entry.rejected).toBe(true);
    const body = (await bodies()).find((file) => file.id === own);
    await server.db.updateTable('case_file').set({ body: JSON.stringify({ ...body, officerIds: ['officer-rv-one', 'officer-x'] }) }).where('id', '=', own).execute();
    expect((await must(reviewer.call('reviewSheet', { roundId: round.id, caseId: own }))).writable).toBe(false);
    expect(await reviewer.call('saveReviewSheet', { roundId: round.id, caseId: own, rev: 0, marks: {}, comment: '', finished: false })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect((await must(officer.call('reviewSheet', { roundId: round.id, caseId: first }))).writable).toBe(false);
  });
});

describe('similar cases', () => {
  test('compares city-wide by violation, tier and result, and names nobody of other districts', async () => {
    const fined = (await bodies()).filter((file) => file.decidedOn !== null && resultOf(file) === 'fined' && !['TERM', 'WITHDR', 'TRANSF', 'NOFILE'].includes(file.stage));
    const kindOf = (file: CaseFile) => `${String(file.violationId)} ${String(file.discretion.tier)}`;
    const most = fined.map((file) => fined.filter((other) => kindOf(other) === kindOf(file))).sort((one, other) => other.length - one.length)[0] ?? [];
    expect(most.length).toBeGreaterThan(2);
    const [one] = most;
    const query = { violationId: one?.violationId ?? '', tier: one?.discretion.tier ?? 'normal', result: 'fined' as const };
    const all = await must(reviewer.call('similarCases', query));
    expect(all.items).toHaveLength(Math.min(20, most.length));
    const shown = all.items.map((item) => item.fineFen).sort((a, b) => a - b);
    expect(all.statistics.fineFen).toMatchObject({ min: shown[0], max: shown.at(-1) });
    expect(all.items.map((item) => item.decidedOn)).toEqual(all.items.map((item) => item.decidedOn).sort().reverse());
    const without = await must(reviewer.call('similarCases', { ...query, caseId: all.items[0]?.caseId ?? '' }));
    expect(without.items.some((item) => item.caseId === all.items[0]?.caseId)).toBe(false);
    const local = await must(district.call('similarCases', query));
    expect(local.statistics).toEqual(all.statistics);
    const foreign = local.items.filter((item) => item.district !== '320506' || item.channel !== 'JC');
    expect(foreign.every((item) => item.caseId === null && item.caseNo === null && item.title === null)).toBe(true);
    expect(all.items.every((item) => item.title !== null)).toBe(true);
  });
});

describe('the summary of deadlines', () => {
  test('counts each column by district and channel, inside the scope', async () => {
    const { rows, today } = await must(reviewer.call('deadlineSummary', {}));
    const due = (await server.db.selectFrom('case_file').select(['due_on', 'district', 'channel']).where('due_on', 'is not', null).execute());
    expect(rows.reduce((sum, row) => sum + row.overdue + row.today + row.soon + row.near + row.later, 0)).toBe(due.length);
    expect(rows.reduce((sum, row) => sum + row.overdue, 0)).toBe(due.filter((row) => (row.due_on ?? '') < today).length);
    // 23 November 2026 is a Monday: three working days end on the 26th, ten days on 3 December.
    expect(rows.reduce((sum, row) => sum + row.soon, 0)).toBe(due.filter((row) => (row.due_on ?? '') > today && (row.due_on ?? '') <= '2026-11-26').length);
    const own = await must(district.call('deadlineSummary', {}));
    expect(own.rows.every((row) => row.district === '320506' && row.channel === 'JC')).toBe(true);
  });
});
