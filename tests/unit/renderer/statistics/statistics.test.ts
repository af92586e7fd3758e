import { describe, expect, test } from 'vitest';
import { axisLabels, axisText, tipText } from '#renderer/features/statistics/axis.ts';
import { differs, drawnLines, drawnMeasures, FIRST_DESIGN, measureRefusal, possibleGroups, reportData, suggestedTitle } from '#renderer/features/statistics/design.ts';
import { monthlyRows, ownerText, reportableMonths } from '#renderer/features/statistics/monthly.ts';
import { panelData, PANELS } from '#renderer/features/statistics/overview.ts';
import { narrowedBy } from '#renderer/features/statistics/rows.ts';
import { daysOf, overviewQuery, overviewView } from '#renderer/features/statistics/view.ts';
import { chartData, chartKeys, CHARTS } from '#renderer/features/workbench/figures.ts';
import { chartOption, type ChartTheme } from '#renderer/ui/chart/option.ts';
import { figureRoute, figureView } from '#renderer/ui/figure-route.ts';
import { GROUP_KEYS } from '#shared/domain/statistics/groups.ts';
import { MEASURE_KEYS } from '#shared/domain/statistics/measures.ts';
import type { Report, ReportLine } from '#shared/domain/statistics/report.ts';

const NAMES = { channel: (key: string) => `${key}渠道`, matter: (key: string) => `${key}事项`, officer: (key: string) => key, violation: (key: string) => key };
const line = (keys: ReportLine['keys'], values: ReportLine['values'], lastYear: ReportLine['values'] = values.map(() => 0)): ReportLine => ({ keys, values, lastYear, previous: lastYear });
const report = (...lines: readonly ReportLine[]): Report => ({ period: { from: '2026-01-01', to: '2026-03-31' }, lastYear: { from: '2025-01-01', to: '2025-03-31' }, previous: { from: '2025-10-01', to: '2025-12-31' }, lines, definitions: 1, at: '2026-04-01T01:00:00.000Z' });

describe('the address of a list', () => {
  test('comes back as the figure it was made of', () => {
    const figure = { measure: 'paid', period: { from: '2026-03-01', to: '2026-03-31' }, filter: { district: '320508', channel: 'JC' }, at: [{ group: 'month', key: '2026-03' }, { group: 'violation', key: '' }] } as const;
    const route = figureRoute(figure);
    expect(typeof route === 'object' && 'query' in route ? figureView(route.query ?? {}) : null).toEqual(figure);
  });

  test('that names no figure is none', () => {
    expect(figureView({ measure: 'nonsense', from: '2026-03-01', to: '2026-03-31' })).toBeNull();
    expect(figureView({ measure: 'paid' })).toBeNull();
    expect(figureView({ measure: 'paid', from: '2026-03-01', to: '2026-03-31', at1: 'nonsense:x', district: '999999' })).toMatchObject({ filter: {}, at: [] });
  });

  test('is told in words', () => {
    expect(narrowedBy({ measure: 'visits', period: { from: '', to: '' }, filter: { district: '320508', matter: 'M1' }, at: [{ group: 'state', key: 'done' }, { group: 'officer', key: '' }] }, NAMES)).toEqual(['姑苏区', 'M1事项', '任务状态：已办结', '人员：未分派']);
  });
});

test('the overview lives in its address', () => {
  const view = { period: 'custom', custom: { from: '2026-02-01', to: '2026-02-10' }, filter: { channel: 'JC' } } as const;
  expect(overviewView(overviewQuery(view))).toEqual(view);
  expect(overviewView({})).toEqual({ period: 'year', custom: null, filter: {} });
  expect(overviewView({ period: 'custom' })).toEqual({ period: 'year', custom: null, filter: {} });
  expect(daysOf({ period: 'year', custom: null }, '2026-04-02')).toEqual({ from: '2026-01-01', to: '2026-04-02' });
});

describe('the designer', () => {
  test('offers only groups that go with every figure', () => {
    expect(Object.keys(possibleGroups(['visits', 'cases-filed'], ''))).toEqual(['district', 'channel', 'month', 'matter', 'source', 'officer']);
    expect(Object.keys(possibleGroups(['tasks-open'], 'district'))).not.toContain('month');
    expect(Object.keys(possibleGroups(MEASURE_KEYS, ''))).toEqual(['district', 'channel', 'matter'].filter((key) => GROUP_KEYS.includes(key as never)));
  });

  test('says why a figure does not go with the groups', () => {
    expect(measureRefusal('cases-open', { ...FIRST_DESIGN, groups: ['month'] })).toContain('不能按月份分组');
    expect(measureRefusal('coverage', { ...FIRST_DESIGN, filter: { source: 'plan' } })).toContain('不能按来源或者人员筛选');
    expect(measureRefusal('visits', FIRST_DESIGN)).toBeNull();
  });

  test('knows whether the report on the table is the one kept', () => {
    const saved = { id: 'r', rev: 1, title: '', owner: '', own: true, shared: false, updatedAt: '', design: { ...FIRST_DESIGN, filter: {} } };
    expect([differs({ ...FIRST_DESIGN }, saved), differs({ ...FIRST_DESIGN, compare: false }, saved), differs(FIRST_DESIGN, undefined)]).toEqual([false, true, true]);
    expect(suggestedTitle(FIRST_DESIGN)).toBe('按地区完成检查等统计');
  });

  test('draws figures of one unit, the largest lines of many', () => {
    expect(drawnMeasures(FIRST_DESIGN.measures)).toEqual(['visits', 'visits-problem', 'cases-filed']);
    const many = report(...Array.from({ length: 60 }, (_each, index) => line([`M${String(index)}`], [index])), line([null], [1770]));
    const design = { ...FIRST_DESIGN, measures: ['visits' as const], groups: ['matter' as const] };
    expect(drawnLines(design, many)).toHaveLength(40);
    expect(drawnLines(design, many)[0]?.values).toEqual([59]);
    expect(reportData(design, report(line(['M1'], [2]), line([null], [2])), NAMES)).toEqual({ labels: ['M1事项'], series: [{ name: '完成检查', values: [2] }] });
  });
});

describe('charts', () => {
  test('leave out what stands nowhere, and put last year before this one', () => {
    const [states, , visits] = PANELS;
    if (states === undefined || visits === undefined) throw new Error('no panels');
    expect(panelData(states, report(line(['new'], [3]), line(['assigned'], [0]), line([null], [3])), NAMES)).toEqual({ labels: ['待分派'], series: [{ name: '在办监管任务', values: [3] }] });
    expect(panelData(visits, report(line(['2026-01'], [3], [2]), line(['2026-02'], [0], [1]), line([null], [3], [3])), NAMES))
      .toEqual({ labels: ['1月', '2月'], series: [{ name: '上年同期', values: [2, 1], quiet: true }, { name: '本期', values: [3, 0] }] });
  });

  test('of the workbench need no names', () => {
    const [states, months] = CHARTS;
    if (states === undefined || months === undefined) throw new Error('no charts');
    const open = report(line(['new'], [3]), line(['done'], [0]), line([null], [3]));
    expect([chartKeys(states, open), chartData(states, open).labels]).toEqual([['new'], ['待分派']]);
    expect(chartData(months, report(line(['2026-01'], [3, 1]), line([null], [3, 1]))).series).toEqual([{ name: '完成检查', values: [3] }, { name: '立案', values: [1] }]);
  });

  test('name their axes shortly', () => {
    expect(axisLabels('month', ['2025-12', '2026-01'], NAMES)).toEqual(['25年12月', '26年1月']);
    expect(axisLabels('district', ['320505'], NAMES)).toEqual(['虎丘区']);
    expect([axisText('paid')(123_456_789_000), axisText('visits')(12_345), axisText('problem-share')(0.125)]).toEqual(['12.3亿', '1.2万', '12.5%']);
    expect([tipText('paid')(100), tipText('visits')(3), tipText('visits')(null)]).toEqual(['1.00 元', '3 次', '—']);
  });

  test('take their colours from the page and show a legend only where there is something to tell apart', () => {
    const theme: ChartTheme = { ink: 'ink', inkSoft: 'soft', line: 'line', quiet: 'quiet', shades: ['one', 'two'], font: 'font' };
    const write = { text: String, short: String };
    const one = chartOption('row', { labels: ['a'], series: [{ name: 'x', values: [1] }] }, theme, 500, write);
    const two = chartOption('bar', { labels: ['a'], series: [{ name: 'before', values: [2], quiet: true }, { name: 'x', values: [1] }] }, theme, 500, write);
    expect([one.legend, two.legend]).toMatchObject([{ show: false }, { show: true }]);
    expect(two.series).toMatchObject([{ itemStyle: { color: 'quiet' } }, { itemStyle: { color: 'one' } }]);
    expect(one).toMatchObject({ yAxis: { type: 'category', inverse: true }, animation: false });
  });
});

describe('the monthly report', () => {
  const measures = [{ key: 'visits', label: '完成检查', meaning: '', unit: 'count', per: '次' }, { key: 'of-old', label: '旧指标', meaning: '', unit: 'count', per: '' }];
  const now = { measures: [], total: line([null], MEASURE_KEYS.map((key) => (key === 'visits' ? 5 : 0))), district: [], channel: [] };
  const snapshot = { id: 's', month: '2026-10', district: '320500', channel: '', version: 1, latest: true, reason: '', definitions: 1, madeBy: '', madeAt: '' } as const;

  test('stands beside what it is now; a figure of earlier definitions has nothing beside it', () => {
    const rows = monthlyRows({ snapshot, reported: { measures, total: line([null], [4, 9]), district: [], channel: [] }, now }, { group: 'total', key: '' });
    expect(rows.map(({ key, measure, reported, now: is, changed }) => [key, measure, reported, is, changed])).toEqual([['visits', 'visits', 4, 5, true], ['of-old', null, 9, null, false]]);
  });

  test('is offered for months that are over', () => {
    expect(reportableMonths('2026-01-15', 3)).toEqual(['2025-12', '2025-11', '2025-10']);
    expect([ownerText(snapshot, NAMES.channel), ownerText({ district: '320508', channel: 'JC' }, NAMES.channel)]).toEqual(['全市', '姑苏区 JC渠道']);
  });
});
