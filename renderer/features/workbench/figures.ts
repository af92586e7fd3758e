import type { ChartData } from '#renderer/ui/chart/option.ts';
import { type GroupKey, valueLabel } from '#shared/domain/statistics/groups.ts';
import { figureText } from '#shared/domain/statistics/labels.ts';
import { type MeasureKey, MEASURES, measureOf } from '#shared/domain/statistics/measures.ts';
import { detailLines, type Report } from '#shared/domain/statistics/report.ts';

export interface BenchChart {
  readonly title: string;
  readonly form: 'row' | 'bar';
  readonly group: Extract<GroupKey, 'state' | 'stage' | 'month'>;
  readonly measures: readonly [MeasureKey, ...MeasureKey[]];
  readonly heads: string;
}

/** What everybody wants to know on coming in: what is open, where it stands, and how the year goes. */
export const CHARTS: readonly BenchChart[] = [
  { title: '在办监管任务', form: 'row', group: 'state', measures: ['tasks-open'], heads: '状态' },
  { title: '每月检查与立案', form: 'bar', group: 'month', measures: ['visits', 'cases-filed'], heads: '月份' },
  { title: '每月罚款决定与实缴（万元）', form: 'bar', group: 'month', measures: ['fine-decided', 'paid'], heads: '月份' },
];

/** Values that are drawn, in order; what stands nowhere has no bar. */
export function chartKeys({ form }: BenchChart, report: Report): readonly string[] {
  return detailLines(report).filter(({ values }) => form === 'bar' || values.some((value) => value !== null && value !== 0)).map(({ keys }) => keys[0] ?? '');
}

export function chartData(chart: BenchChart, report: Report): ChartData {
  const lines = new Map(detailLines(report).map((line) => [line.keys[0] ?? '', line]));
  const keys = chartKeys(chart, report);
  return {
    labels: keys.map((key) => (chart.group === 'month' ? `${String(Number(key.slice(5)))}月` : valueLabel(chart.group, key, NAMELESS))),
    series: chart.measures.map((measure, index) => ({ name: MEASURES[measure].label, values: keys.map((key) => lines.get(key)?.values[index] ?? null) })),
  };
}

/** States, stages and months need no names looked up. */
const NAMELESS = { channel: String, matter: String, officer: String, violation: String };

export function chartText({ measures: [first] }: BenchChart): (value: number | null) => string {
  return (value) => (value === null ? '—' : `${figureText(first, value)} ${measureOf(first).per}`);
}

export function shortText({ measures: [first] }: BenchChart): (value: number) => string {
  const ten = measureOf(first).unit === 'fen' ? 1_000_000 : 1;
  return (value) => String(Math.round((value / ten) * 10) / 10);
}
