import { http } from '#renderer/bridge/http.ts';
import type { ChartData } from '#renderer/ui/chart/option.ts';
import type { GroupKey, Names } from '#shared/domain/statistics/groups.ts';
import { type MeasureKey, MEASURES } from '#shared/domain/statistics/measures.ts';
import type { Period } from '#shared/domain/statistics/period.ts';
import { detailLines, type Filter, type Report, type ReportLine } from '#shared/domain/statistics/report.ts';
import { axisLabels } from './axis.ts';

/** The figures a leader asks for first, in two rows. */
export const CARDS = [
  'visits', 'problem-share', 'tasks-open', 'tasks-overdue', 'coverage', 'orders-overdue',
  'cases-filed', 'cases-decided', 'cases-open', 'cases-overdue', 'fine-decided', 'paid',
] as const satisfies readonly MeasureKey[];

/** Figures whose growth is bad news. */
export const BURDENS: ReadonlySet<MeasureKey> = new Set<MeasureKey>(['tasks-overdue', 'orders-overdue', 'cases-overdue']);

export interface Panel {
  readonly key: string;
  readonly title: string;
  readonly form: 'row' | 'bar' | 'line';
  readonly group: GroupKey;
  readonly measures: readonly MeasureKey[];
  /** The same figures of last year beside the first measure. */
  readonly compared: boolean;
}

export const PANELS: readonly Panel[] = [
  { key: 'states', title: '在办监管任务（按状态）', form: 'row', group: 'state', measures: ['tasks-open'], compared: false },
  { key: 'stages', title: '在办案件（按环节）', form: 'row', group: 'stage', measures: ['cases-open'], compared: false },
  { key: 'visits', title: '每月完成检查与上年同期', form: 'bar', group: 'month', measures: ['visits'], compared: true },
  { key: 'filed', title: '每月立案与上年同期', form: 'bar', group: 'month', measures: ['cases-filed'], compared: true },
  { key: 'fines', title: '每月罚款决定与实缴', form: 'bar', group: 'month', measures: ['fine-decided', 'paid'], compared: false },
  { key: 'overdue', title: '逾期未办结任务（按地区）', form: 'row', group: 'district', measures: ['tasks-overdue'], compared: false },
  { key: 'districts', title: '各地区完成检查', form: 'row', group: 'district', measures: ['visits'], compared: false },
  { key: 'district-fines', title: '各地区罚款决定', form: 'row', group: 'district', measures: ['fine-decided'], compared: false },
];

export function askFigures(period: Period, filter: Filter): Promise<Report> {
  return http('statisticsReport', { measures: [...CARDS], groups: [], period, filter });
}

export function askPanel({ measures, group }: Panel, period: Period, filter: Filter): Promise<Report> {
  return http('statisticsReport', { measures: [...measures], groups: [group], period, filter });
}

/** Lines a panel draws: lying bars leave out what is nought unless every one is. */
export function panelLines({ form, group }: Panel, report: Report): readonly ReportLine[] {
  const lines = detailLines(report);
  return form === 'row' && group !== 'district' ? lines.filter(({ values }) => values.some((value) => value !== 0 && value !== null)) : lines;
}

export function panelData(panel: Panel, report: Report, names: Names): ChartData {
  const lines = panelLines(panel, report);
  const own = panel.measures.map((measure, index) => ({ name: panel.compared ? '本期' : MEASURES[measure].label, values: lines.map(({ values }) => values[index] ?? null) }));
  const before = panel.compared ? [{ name: '上年同期', values: lines.map(({ lastYear }) => lastYear[0] ?? null), quiet: true }] : [];
  return { labels: axisLabels(panel.group, lines.map(({ keys }) => keys[0] ?? ''), names), series: [...before, ...own] };
}
