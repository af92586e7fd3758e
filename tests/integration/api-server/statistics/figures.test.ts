import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import type { GroupKey } from '#shared/domain/statistics/groups.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey } from '#shared/domain/statistics/measures.ts';
import { type Filter, type Report, type ReportLine, totalLine } from '#shared/domain/statistics/report.ts';
import { startTestServer, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { caseFile, decided, line, order, put, task } from './data.ts';

let server: TestServer;
let city: TestSession;
let wuzhong: TestSession;
let wuzhongZa: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => new Date('2026-11-20T06:00:00Z');
  await server.addOfficer({ loginName: 'city' });
  await server.addOfficer({ loginName: 'wuzhong', district: '320506', channel: null });
  await server.addOfficer({ loginName: 'wuzhongza', district: '320506', channel: 'ZA' });
  [city, wuzhong, wuzhongZa] = await Promise.all([server.signIn('city'), server.signIn('wuzhong'), server.signIn('wuzhongza')]);
  for (const [code, districts] of [['SZZJ-JG-023', ['320508', '320506']], ['SZZJ-JG-021', ['320506']]] as const) {
    const body = { code, name: `事项${code}`, channel: code.endsWith('023') ? 'JC' : 'ZA', claim: 'claimed', publishedOn: '2024-01-15', districts };
    await server.db.insertInto('reference').values({ kind: 'matter', id: code, rev: 1, body: JSON.stringify(body) }).execute();
  }
  await put(server.db, {
    tasks: [
      // March 2026: two visits of one party, one with a problem and two orders, one of which became a case.
      task('task-one1', { createdOn: '2026-02-20', state: 'done', inspectedOn: '2026-03-03', finishedOn: '2026-03-03', dueOn: '2026-03-05', result: 'clean', checklist: [line('i1', 'pass'), line('i2', 'absent'), line('i3', 'unchecked')] }),
      task('task-two2', {
        createdOn: '2026-03-01', state: 'rectify', inspectedOn: '2026-03-10', dueOn: '2026-03-31', result: 'ordered', matterCodes: ['SZZJ-JG-023', 'SZZJ-JG-021'], source: 'random',
        checklist: [line('i1', 'fail'), line('i2', 'pass')],
        orders: [order('order-open', { dueOn: '2026-03-20' }), order('order-done', { madeOn: '2026-03-11', endedOn: '2026-04-02' })],
      }),
      // April, late, in 吴中区 by 质安监; the visit became a case.
      task('task-three', { district: '320506', channel: 'ZA', createdOn: '2026-03-31', state: 'done', inspectedOn: '2026-04-01', finishedOn: '2026-04-20', dueOn: '2026-04-10', result: 'pending', caseId: 'case-handed', officerIds: ['officer-c'], party: { ...task('x', {}).party, name: '苏州示例二公司', creditCode: '91320508MA1TEXT06X' } }),
      task('task-cancel', { createdOn: '2026-03-02', state: 'cancelled', finishedOn: '2026-03-09' }),
      task('task-open4', { createdOn: '2026-03-05', dueOn: '2026-12-31', state: 'accepted', officerIds: [] }),
      // A year before, in the longer February.
      task('task-leap5', { createdOn: '2024-02-01', state: 'done', inspectedOn: '2024-02-29', finishedOn: '2024-02-29', dueOn: '2024-02-29', result: 'clean' }),
      task('task-year6', { createdOn: '2025-02-01', state: 'done', inspectedOn: '2025-02-28', finishedOn: '2025-02-28', dueOn: '2025-02-20', result: 'clean' }),
    ],
    cases: [
      caseFile('case-clue1', { registeredOn: '2026-03-02' }),
      caseFile('case-nofile', { registeredOn: '2026-03-02', stage: 'NOFILE', stageSince: '2026-03-30' }),
      decided('case-fined1', '2026-03-25', 20_000.5, { registeredOn: '2026-01-05', filedOn: '2026-01-10', stage: 'CLOSED', closedOn: '2026-04-01', payments: [{ id: 'pay-1', paidOn: '2026-03-28', amountFen: 1_000_050, receiptNo: '1' }, { id: 'pay-2', paidOn: '2026-04-01', amountFen: 1_000_000, receiptNo: '2' }] }),
      decided('case-handed', '2026-03-31', 5000, { district: '320506', channel: 'ZA', registeredOn: '2026-02-01', filedOn: '2026-03-01', violationId: 'Z01', clue: { source: 'random', receivedOn: '2026-02-01', subject: '线索', description: '' } }),
      decided('case-mercy1', '2026-03-30', 0, { filedOn: '2026-03-28', noPenaltyGround: 'minor', registeredOn: '2026-03-20', stage: 'CLOSED', closedOn: '2026-03-31' } as never),
      decided('case-lastyr', '2025-03-31', 8000, { registeredOn: '2025-01-05', filedOn: '2025-01-10', stage: 'ARCH', closedOn: '2025-05-01' }),
    ],
    dueOn: { 'case-clue1': '2026-11-19', 'case-handed': '2026-11-20' },
  });
});
afterAll(() => server.close());

const MARCH = { from: '2026-03-01', to: '2026-03-31' };

async function report(measures: readonly MeasureKey[], more: { readonly groups?: readonly GroupKey[]; readonly period?: typeof MARCH; readonly filter?: Filter; readonly by?: TestSession } = {}): Promise<Report> {
  const { groups = [], period = MARCH, filter = {}, by = city } = more;
  const answer = await by.call('statisticsReport', { measures: [...measures], groups: [...groups], period, filter });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const valuesOf = (lines: readonly ReportLine[]) => Object.fromEntries(lines.map(({ keys, values }) => [keys.map((key) => key ?? '合计').join(' '), values]));

/** Counted by hand from the rows above. */
const MARCH_FIGURES: Readonly<Record<MeasureKey, number | null>> = {
  'tasks-created': 4, 'tasks-done': 1, 'tasks-on-time': 1, 'tasks-open': 3, 'tasks-overdue': 0, visits: 2, 'visits-problem': 1, 'problem-share': 0.5, 'parties-visited': 1,
  'items-checked': 3, 'items-failed': 1, 'visits-to-case': 0,
  // Of three pairs (023 in 姑苏 and 吴中, 021 in 吴中) the first.
  coverage: 1 / 3,
  'orders-made': 2, 'orders-ended': 0, 'orders-open': 2, 'orders-overdue': 2,
  'cases-registered': 3, 'cases-filed': 2, 'cases-decided': 2, 'cases-unpunished': 1, 'cases-closed': 1,
  // The clue, the fined one (closed the day after) and the one handed over.
  'cases-open': 3, 'cases-overdue': 1,
  // (74 + 30 + 2) / 3 days.
  'decision-days': 106 / 3, 'fine-decided': 2_500_050, 'confiscation-decided': 0, paid: 1_000_050,
};

describe('the figures of a month', () => {
  test.each(MEASURE_KEYS)('%s is what was counted by hand', async (key) => {
    const value = totalLine(await report([key]))?.values[0];
    if (MARCH_FIGURES[key] === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(MARCH_FIGURES[key], 9);
  });

  test('asked for together they are the same', async () => {
    const { values = [] } = totalLine(await report(MEASURE_KEYS)) ?? {};
    for (const [index, key] of MEASURE_KEYS.entries()) expect([key, values[index]]).toEqual([key, expect.closeTo(MARCH_FIGURES[key] ?? 0, 9)]);
  });

  test.each(MEASURE_KEYS.filter((key) => MEASURES[key].unit === 'count' && !['parties-visited', 'items-checked', 'items-failed'].includes(key)))('%s opens as many rows as it counts', async (measure) => {
    const answer = await city.call('statisticsRows', { measure, period: MARCH, filter: {}, at: [], limit: 100 });
    expect(answer).toMatchObject({ ok: true, value: { total: MARCH_FIGURES[measure] } });
    if (answer.ok) expect(answer.value.rows).toHaveLength(MARCH_FIGURES[measure] ?? 0);
  });

  test.each(['fine-decided', 'paid', 'items-failed', 'items-checked'] as const)('%s is the sum of its rows', async (measure) => {
    const answer = await city.call('statisticsRows', { measure, period: MARCH, filter: {}, at: [], limit: 100 });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.rows.reduce((sum, row) => sum + (row.amount ?? 0), 0)).toBe(MARCH_FIGURES[measure]);
  });
});

describe('groups', () => {
  test('by district, every one of the scope named, with the sum last', async () => {
    const { lines } = await report(['cases-decided', 'fine-decided'], { groups: ['district'] });
    expect(lines.map(({ keys }) => keys[0])).toEqual([...DISTRICT_KEYS, null]);
    expect((await report(['visits'], { groups: ['district'], by: wuzhong })).lines.map(({ keys }) => keys[0])).toEqual(['320506', null]);
    expect(lines.filter(({ values }) => values[0] !== 0).map(({ keys, values }) => [keys, values])).toEqual([[['320506'], [1, 500_000]], [['320508'], [1, 2_000_050]], [[null], [2, 2_500_050]]]);
  });

  test('a visit of two matters counts under each and once in the sum', async () => {
    expect(valuesOf((await report(['visits'], { groups: ['matter'] })).lines)).toEqual({ 'SZZJ-JG-021': [1], 'SZZJ-JG-023': [2], 合计: [2] });
  });

  test('sums of two groups stand behind what they sum', async () => {
    const { lines } = await report(['visits'], { groups: ['district', 'officer'], period: { from: '2026-03-01', to: '2026-04-30' } });
    expect(lines.map(({ keys, values }) => [...keys, values[0]])).toEqual([
      ['320506', 'officer-c', 1], ['320506', null, 1], ['320508', 'officer-a', 2], ['320508', 'officer-b', 2], ['320508', null, 2],
      [null, 'officer-a', 2], [null, 'officer-b', 2], [null, 'officer-c', 1], [null, null, 3],
    ]);
  });

  test('months without anything are lines too, and each has the month of the year before beside it', async () => {
    const { lines } = await report(['fine-decided'], { groups: ['month'], period: { from: '2026-02-01', to: '2026-04-30' } });
    expect(lines.map(({ keys, values, lastYear }) => [keys[0], values[0], lastYear[0]])).toEqual([['2026-02', 0, 0], ['2026-03', 2_500_050, 800_000], ['2026-04', 0, 0], [null, 2_500_050, 800_000]]);
  });

  test('coverage by district and by matter', async () => {
    const until = { from: '2026-03-01', to: '2026-04-30' };
    expect(valuesOf((await report(['coverage'], { groups: ['district'], period: until })).lines.filter(({ values }) => values[0] !== null))).toEqual({ '320506': [0.5], '320508': [1], 合计: [2 / 3] });
    expect(valuesOf((await report(['coverage'], { groups: ['matter'] })).lines)).toEqual({ 'SZZJ-JG-021': [0], 'SZZJ-JG-023': [0.5], 合计: [1 / 3] });
  });

  test('a case that came of a task stands under its matters, its payments too', async () => {
    expect(valuesOf((await report(['cases-decided'], { groups: ['matter'] })).lines)).toEqual({ '': [1], 'SZZJ-JG-023': [1], 合计: [2] });
  });

  test('what does not go together is refused with the reason', async () => {
    const answer = await city.call('statisticsReport', { measures: ['tasks-open'], groups: ['month'], period: MARCH, filter: {} });
    expect(answer).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', message: '“在办监管任务”是期末时点的数，不能按月份分组。' } });
    expect(await city.call('statisticsReport', { measures: ['visits', 'paid'], groups: ['stage'], period: MARCH, filter: {} })).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID' } });
    expect(await city.call('statisticsReport', { measures: ['visits'], groups: [], period: { from: '2026-03-02', to: '2026-03-01' }, filter: {} })).toMatchObject({ ok: false, error: { message: '统计期间的止日早于起日，请更正。' } });
  });
});

describe('comparison', () => {
  test('February 2025 is compared with the whole of February 2024, its 29th included', async () => {
    const answer = await report(['visits', 'tasks-on-time'], { period: { from: '2025-02-01', to: '2025-02-28' } });
    expect([answer.lastYear, answer.previous]).toEqual([{ from: '2024-02-01', to: '2024-02-29' }, { from: '2025-01-01', to: '2025-01-31' }]);
    expect(totalLine(answer)).toMatchObject({ values: [1, 0], lastYear: [1, 1], previous: [0, null] });
  });

  test('29 February 2024 is compared with 28 February 2023', async () => {
    expect((await report(['visits'], { period: { from: '2024-02-10', to: '2024-02-29' } })).lastYear).toEqual({ from: '2023-02-10', to: '2023-02-28' });
  });

  test('what stood is told of each day, what stands now of none before', async () => {
    const march = totalLine(await report(['orders-open', 'cases-overdue']));
    expect(march).toMatchObject({ values: [2, 1], previous: [0, null], lastYear: [0, null] });
    expect(totalLine(await report(['orders-open'], { period: { from: '2026-04-01', to: '2026-04-30' } }))).toMatchObject({ values: [1], previous: [2] });
  });
});

describe('scope and filters', () => {
  test('a district sees its own, one of a channel only that', async () => {
    expect(totalLine(await report(['cases-registered', 'fine-decided', 'coverage'], { by: wuzhong, period: { from: '2026-01-01', to: '2026-12-31' } }))?.values).toEqual([1, 500_000, 0.5]);
    expect(totalLine(await report(['cases-registered', 'coverage'], { by: wuzhongZa, period: { from: '2026-01-01', to: '2026-12-31' } }))?.values).toEqual([1, 0]);
    const rows = await wuzhongZa.call('statisticsRows', { measure: 'cases-decided', period: MARCH, filter: {}, at: [], limit: 10 });
    expect(rows).toMatchObject({ ok: true, value: { total: 1, rows: [{ id: 'case-handed', district: '320506' }] } });
  });

  test('asking beyond the scope is refused', async () => {
    for (const [by, filter] of [[wuzhong, { district: '320508' }], [wuzhongZa, { channel: 'JC' }]] as const) {
      expect(await by.call('statisticsReport', { measures: ['visits'], groups: [], period: MARCH, filter })).toMatchObject({ ok: false, error: { code: 'OUT_OF_SCOPE' } });
      expect(await by.call('statisticsRows', { measure: 'visits', period: MARCH, filter, at: [], limit: 10 })).toMatchObject({ ok: false, error: { code: 'OUT_OF_SCOPE' } });
    }
  });

  test('filters narrow every figure', async () => {
    const of = async (filter: Filter, measure: MeasureKey = 'visits') => totalLine(await report([measure], { filter, period: { from: '2026-03-01', to: '2026-04-30' } }))?.values[0];
    expect([await of({ district: '320506' }), await of({ channel: 'JC' }), await of({ matter: 'SZZJ-JG-021' }), await of({ source: 'random' }), await of({ officer: 'officer-c' })]).toEqual([1, 2, 1, 1, 1]);
    expect([await of({ district: '320506' }, 'coverage'), await of({ matter: 'SZZJ-JG-023' }, 'coverage')]).toEqual([0.5, 1]);
  });
});

describe('the list behind a figure', () => {
  test('opens at a value of a group, a page at a time, and says what each row adds', async () => {
    const ask = { measure: 'paid' as const, period: { from: '2026-03-01', to: '2026-04-30' }, filter: {}, at: [{ group: 'violation' as const, key: 'J01' }], limit: 1 };
    const first = await city.call('statisticsRows', ask);
    expect(first).toMatchObject({ ok: true, value: { total: 2, rows: [{ kind: 'case', id: 'case-fined1', day: '2026-04-01', amount: 1_000_000, state: 'CLOSED' }] } });
    if (!first.ok || first.value.after === null) throw new Error('no second page');
    const second = await city.call('statisticsRows', { ...ask, after: first.value.after });
    expect(second).toMatchObject({ ok: true, value: { total: 2, rows: [{ id: 'case-fined1', day: '2026-03-28', amount: 1_000_050 }] } });
    if (second.ok && second.value.after !== null) expect(await city.call('statisticsRows', { ...ask, after: second.value.after })).toMatchObject({ ok: true, value: { rows: [], after: null } });
  });

  test('an order opens its task', async () => {
    expect(await city.call('statisticsRows', { measure: 'orders-overdue', period: MARCH, filter: {}, at: [{ group: 'kind', key: 'correct' }], limit: 10 }))
      .toMatchObject({ ok: true, value: { total: 2, rows: [{ kind: 'task', id: 'task-two2', title: '检查task-two2' }, { id: 'task-two2' }] } });
  });
});

describe('the figures follow the data', () => {
  test('in the transaction of the change, and go with it', async () => {
    const later = { from: '2026-05-01', to: '2026-05-31' };
    const of = async () => totalLine(await report(['cases-registered', 'paid', 'orders-made', 'orders-ended'], { period: later }))?.values;
    const file = caseFile('case-later', { registeredOn: '2026-05-02' });
    const made = task('task-later', { description: 'a\u0000b', orders: [order('order-1', { madeOn: '2026-05-03' })] });
    await put(server.db, { cases: [file], tasks: [made] });
    expect(await of()).toEqual([1, 0, 1, 0]);
    await put(server.db, { cases: [{ ...file, rev: 2, payments: [{ id: 'p', paidOn: '2026-05-31', amountFen: 7, receiptNo: '' }] }], tasks: [{ ...made, rev: 2, orders: [order('order-1', { madeOn: '2026-05-03', endedOn: '2026-05-09' })] }] });
    expect(await of()).toEqual([1, 7, 1, 1]);
    await server.db.deleteFrom('case_file').where('id', '=', 'case-later').execute();
    await server.db.deleteFrom('task').where('id', '=', 'task-later').execute();
    expect(await of()).toEqual([0, 0, 0, 0]);
  });

  test('a day that does not exist is the last one of its month', async () => {
    const { rows } = await sql<{ days: string[] }>`select array[figure_day('2026-02-30')::text, figure_day('2024-02-29')::text, figure_day('2026-02-3')::text, figure_day('')::text] as days`.execute(server.db);
    expect(rows[0]?.days).toEqual(['2026-02-28', '2024-02-29', null, null]);
  });
});
