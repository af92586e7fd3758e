import { Buffer } from 'node:buffer';
import ExcelJs from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { OFFICE_PASSWORD } from '#tests/helpers/office.ts';
import { startTestServer, type TestServer, type TestSession } from '#tests/helpers/server.ts';
import { decided, put, task } from './data.ts';

let server: TestServer;
let leader: TestSession;
let officer: TestSession;
let gusu: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => new Date('2026-11-20T06:00:00Z');
  await seed(server.db, { password: OFFICE_PASSWORD, cases: 0, seedNumber: 1, today: '2026-11-20' });
  [leader, officer, gusu] = await Promise.all([server.signIn('leader1', OFFICE_PASSWORD), server.signIn('jc01', OFFICE_PASSWORD), server.signIn('gsleader', OFFICE_PASSWORD)]);
  await put(server.db, {
    tasks: [task('task-0001', { createdOn: '2026-09-20', state: 'done', inspectedOn: '2026-10-03', finishedOn: '2026-10-03', result: 'clean' })],
    cases: [decided('case-0001', '2026-10-08', 30_000, { filedOn: '2026-09-01' })],
  });
});
afterAll(() => server.close());

type Design = HttpInput<'saveStatisticsReport'>['design'];
const DESIGN: Design = { measures: ['visits', 'fine-decided'], groups: ['district'], period: 'last-month', custom: null, filter: {}, compare: true, chart: 'bar' };

describe('a monthly report', () => {
  test('stays as it was reported when the data change, and a correction stands beside it with its reason', async () => {
    const first = await leader.call('makeStatisticsSnapshot', { month: '2026-10', version: 1, reason: '' });
    if (!first.ok) throw new Error(first.error.message);
    expect(first.value).toMatchObject({ month: '2026-10', district: '320500', channel: '', version: 1, latest: true });
    await put(server.db, { cases: [decided('case-0002', '2026-10-09', 10_000)] });

    const opened = await leader.call('statisticsSnapshot', { id: first.value.id });
    if (!opened.ok) throw new Error(opened.error.message);
    const { reported, now } = opened.value;
    const fine = reported.measures.findIndex(({ key }) => key === 'fine-decided');
    expect([reported.total.values[fine], now.total.values[fine]]).toEqual([3_000_000, 4_000_000]);
    const told = (lines: typeof now.channel) => lines.filter(({ values }) => values[fine] !== 0).map(({ keys, values }) => [keys[0], values[fine]]);
    expect(reported.district).toHaveLength(11);
    expect([told(reported.district), told(now.channel)]).toEqual([[['320508', 3_000_000]], [['JC', 4_000_000]]]);

    expect(await leader.call('makeStatisticsSnapshot', { month: '2026-10', version: 2, reason: '  ' })).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', message: '更正已经生成的月报须写明理由。' } });
    expect(await leader.call('makeStatisticsSnapshot', { month: '2026-10', version: 2, reason: '补录一件案件' })).toMatchObject({ ok: true, value: { version: 2, latest: true, reason: '补录一件案件' } });
    expect(await leader.call('statisticsSnapshots', {})).toMatchObject({ ok: true, value: { snapshots: [{ version: 2, latest: true }, { version: 1, latest: false }] } });
    expect(await leader.call('statisticsSnapshot', { id: first.value.id })).toMatchObject({ ok: true, value: { snapshot: { latest: false }, reported: { total: reported.total } } });
  });

  test('is made once: of two at the same time one is refused', async () => {
    const both = await Promise.all([1, 2].map(() => leader.call('makeStatisticsSnapshot', { month: '2026-09', version: 1, reason: '' })));
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.error.code)).toSorted()).toEqual(['CONFLICT', 'ok']);
  });

  test('is changed by nobody, not even by the owner of the database', async () => {
    for (const statement of [sql`update statistics_snapshot set figures = '{}'`, sql`delete from statistics_snapshot`, sql`truncate statistics_snapshot`]) {
      await expect(statement.execute(server.db)).rejects.toThrow('statistics_snapshot is append-only');
    }
  });

  test('is refused to who does not answer for it and before the month is over', async () => {
    expect(await officer.call('makeStatisticsSnapshot', { month: '2026-10', version: 3, reason: '更正' })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await leader.call('makeStatisticsSnapshot', { month: '2026-11', version: 1, reason: '' })).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', message: '2026年11月还没有结束，请在月末以后生成月报。' } });
    const { rows } = await sql<{ outcome: string }>`select outcome from audit_log where action = 'statistics.snapshot' and officer_id = ${officer.officer.id}`.execute(server.db);
    expect(rows).toEqual([{ outcome: 'FORBIDDEN' }]);
  });

  test('of a district holds its own figures and is seen by the city, the other way round not', async () => {
    const made = await gusu.call('makeStatisticsSnapshot', { month: '2026-08', version: 1, reason: '' });
    if (!made.ok) throw new Error(made.error.message);
    expect(made.value).toMatchObject({ district: '320508', version: 1 });
    expect(await leader.call('statisticsSnapshot', { id: made.value.id })).toMatchObject({ ok: true });
    expect(await gusu.call('statisticsSnapshots', {})).toMatchObject({ ok: true, value: { snapshots: [{ month: '2026-08' }] } });
    const city = await leader.call('statisticsSnapshots', {});
    const other = city.ok ? city.value.snapshots.find(({ district }) => district === '320500')?.id ?? '' : '';
    expect(await gusu.call('statisticsSnapshot', { id: other })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('a saved report', () => {
  test('is its owner’s until he shares it in the authority, and only he changes it', async () => {
    const id = 'report-0001';
    expect(await officer.call('saveStatisticsReport', { id, rev: 0, title: '各区罚款', shared: false, design: DESIGN })).toMatchObject({ ok: true, value: { rev: 1, own: true, owner: officer.officer.name } });
    expect(await leader.call('statisticsReports', {})).toMatchObject({ ok: true, value: { reports: [] } });
    expect(await officer.call('saveStatisticsReport', { id, rev: 1, title: '各区罚款', shared: true, design: DESIGN })).toMatchObject({ ok: true, value: { rev: 2 } });
    expect(await leader.call('statisticsReports', {})).toMatchObject({ ok: true, value: { reports: [{ id, own: false, design: DESIGN }] } });
    expect(await gusu.call('statisticsReports', {})).toMatchObject({ ok: true, value: { reports: [] } });
    expect(await leader.call('saveStatisticsReport', { id, rev: 2, title: '改名', shared: true, design: DESIGN })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await officer.call('saveStatisticsReport', { id, rev: 1, title: '旧的', shared: true, design: DESIGN })).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await leader.call('removeStatisticsReport', { id })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await gusu.call('removeStatisticsReport', { id })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await officer.call('removeStatisticsReport', { id })).toMatchObject({ ok: true });
    expect(await officer.call('statisticsReports', {})).toMatchObject({ ok: true, value: { reports: [] } });
  });

  test('that cannot be computed is not kept', async () => {
    expect(await officer.call('saveStatisticsReport', { id: 'report-0002', rev: 0, title: '不成', shared: false, design: { ...DESIGN, measures: ['tasks-open'], groups: ['month'] } })).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID' } });
  });
});

describe('the Excel file', () => {
  test('has the table with money in yuan, and the definitions', async () => {
    const answer = await officer.call('statisticsExport', { title: '各区罚款', compare: true, query: { measures: ['visits', 'fine-decided'], groups: ['district'], period: { from: '2026-10-01', to: '2026-10-31' }, filter: {} } });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.name).toBe('各区罚款-2026-10-01至2026-10-31.xlsx');
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(Buffer.from(answer.value.file, 'base64') as unknown as ExcelJs.Buffer);
    const rows = book.worksheets[0]?.getSheetValues() ?? [];
    expect(rows[1]).toEqual([undefined, expect.stringContaining('统计期间：2026-10-01 至 2026-10-31')]);
    expect(rows[2]).toEqual([undefined, '地区', '完成检查', '完成检查上年同期', '同比', '完成检查上期', '环比', '罚款金额（元）', '罚款金额上年同期', '同比', '罚款金额上期', '环比']);
    expect(rows).toHaveLength(15);
    expect(rows[7]).toEqual([undefined, '姑苏区', 1, 0, '—', 0, '—', 40_000, 0, '—', 0, '—']);
    expect(rows[14]).toEqual([undefined, '合计', 1, 0, '—', 0, '—', 40_000, 0, '—', 0, '—']);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['各区罚款', '统计口径']);
  });
});
