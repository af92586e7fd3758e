import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EXPRESSIONS } from '#api/modules/statistics/expressions.ts';
import { compareValues, filterRefusal, groupRefusal, GROUP_KEYS, reportRefusal, valueLabel } from '#shared/domain/statistics/groups.ts';
import { figureText, growthText, groupNotes } from '#shared/domain/statistics/labels.ts';
import { DEFINITIONS_VERSION, MEASURE_KEYS, MEASURES } from '#shared/domain/statistics/measures.ts';
import { growth, nothing, queryOf } from '#shared/domain/statistics/report.ts';
import { changes, mayReport, monthRefusal } from '#shared/domain/statistics/snapshot.ts';

const NAMES = { channel: (key: string) => `渠道${key}`, matter: (key: string) => key, officer: (key: string) => key, violation: (key: string) => key };

test('a meaning that changes gets a new version of the definitions', () => {
  const digest = createHash('sha256').update(JSON.stringify(MEASURE_KEYS.map((key) => [key, MEASURES[key]]))).digest('hex').slice(0, 12);
  expect([DEFINITIONS_VERSION, digest]).toEqual([1, '7201e87db65a']);
});

test('every figure says what is counted and has its expression', () => {
  expect(Object.keys(EXPRESSIONS)).toEqual(MEASURE_KEYS);
  for (const key of MEASURE_KEYS) expect(MEASURES[key].meaning).toMatch(/。$/);
});

describe('what goes together', () => {
  test.each([
    ['tasks-open', 'month', '“在办监管任务”是期末时点的数，不能按月份分组。'],
    ['cases-overdue', 'month', '“期限已过案件”是当前时点的数，不能按月份分组。'],
    ['visits', 'stage', '“完成检查”不能按案件环节分组。'],
    ['coverage', 'officer', '“监管事项覆盖率”只能按地区、渠道、监管事项分组。'],
    ['paid', 'violation', null],
    ['visits', 'month', null],
  ] as const)('%s by %s', (measure, group, refusal) => {
    expect(groupRefusal(measure, group)).toBe(refusal);
  });

  test('districts and channels divide every figure', () => {
    for (const key of MEASURE_KEYS) expect(reportRefusal([key], ['district', 'channel'])).toBeNull();
    expect(reportRefusal(['visits'], ['district', 'district'])).toBe('两个分组不能相同。');
    expect(filterRefusal(['visits', 'coverage'], { source: 'plan' })).toContain('覆盖率');
  });
});

test('values have their names and their order', () => {
  expect([valueLabel('month', '2026-03', NAMES), valueLabel('state', 'on-site', NAMES), valueLabel('matter', '', NAMES), valueLabel('officer', '', NAMES), valueLabel('result', '', NAMES), valueLabel('channel', 'JC', NAMES)])
    .toEqual(['2026年3月', '检查中', '未关联事项', '未分派', '未填写', '渠道JC']);
  expect(['', 'done', 'new'].toSorted((one, other) => compareValues('state', one, other))).toEqual(['new', 'done', '']);
  expect(['2026-02', '2025-12'].toSorted((one, other) => compareValues('month', one, other))).toEqual(['2025-12', '2026-02']);
  for (const group of GROUP_KEYS) expect(valueLabel(group, '', NAMES)).not.toBe('');
});

test('figures as the office writes them', () => {
  expect([figureText('visits', 12_480), figureText('fine-decided', 123_456_789_050), figureText('problem-share', 0.0625), figureText('decision-days', 41.26), figureText('problem-share', null)])
    .toEqual(['12,480', '1,234,567,890.50', '6.3%', '41.3', '—']);
  expect([growthText('visits', growth('visits', 9, 8)), growthText('visits', growth('visits', 119, 1)), growthText('visits', growth('visits', 9, 0)), growthText('problem-share', growth('problem-share', 0.5, 0.532))]).toEqual(['+12.5%', '+118.0倍', '—', '-3.2 个百分点']);
  expect([nothing('visits'), nothing('paid'), nothing('problem-share'), nothing('decision-days')]).toEqual([0, 0, null, null]);
  expect(groupNotes(['district', 'matter'])).toHaveLength(1);
});

test('a saved report of this month is one of the month it is opened in', () => {
  const design = { measures: ['visits'], groups: ['district'], period: 'month', custom: null, filter: {}, compare: true, chart: 'bar' } as const;
  expect(queryOf({ ...design, measures: [...design.measures], groups: [...design.groups] }, '2026-04-02').period).toEqual({ from: '2026-04-01', to: '2026-04-02' });
});

describe('the monthly report', () => {
  test('waits for the end of its month', () => {
    expect(monthRefusal('2026-10', '2026-10-31')).toBe('2026年10月还没有结束，请在月末以后生成月报。');
    expect(monthRefusal('2026-10', '2026-11-01')).toBeNull();
    expect(monthRefusal('2026-13', '2026-11-01')).toContain('月份无效');
  });

  test('is made by who answers for it', () => {
    expect((['officer', 'unit-head', 'leader', 'bureau-head', 'admin'] as const).map((role) => mayReport({ roles: [role] }))).toEqual([false, false, true, true, true]);
  });

  test('names what changed since, and not what only stands today', () => {
    const frozen = (['visits', 'cases-overdue', 'paid'] as const).map((key) => ({ key, label: '', meaning: '', unit: '', per: '' }));
    const now = MEASURE_KEYS.map((key) => (key === 'visits' ? 3 : key === 'cases-overdue' ? 9 : 7));
    expect(changes(frozen, [2, 5, 7], now)).toEqual([{ measure: 'visits', reported: 2, now: 3 }]);
  });
});
