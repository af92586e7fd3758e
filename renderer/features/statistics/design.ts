import { FACTS, type Fact, MEASURE_KEYS, MEASURES, type MeasureKey, measureOf } from '#shared/domain/statistics/measures.ts';
import { filterRefusal, GROUP_KEYS, groupRefusal, GROUPS, type GroupKey, type Names } from '#shared/domain/statistics/groups.ts';
import { detailLines, type Report, type ReportDesign, type ReportLine } from '#shared/domain/statistics/report.ts';
import type { ChartData } from '#renderer/ui/chart/option.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { axisLabels } from './axis.ts';

export type SavedReport = HttpOutput<'saveStatisticsReport'>;

/** A report to begin with: what every district did this year. */
export const FIRST_DESIGN: ReportDesign = {
  measures: ['visits', 'visits-problem', 'cases-filed', 'fine-decided'], groups: ['district'], period: 'year', custom: null, filter: {}, compare: true, chart: 'bar',
};

const FACT_TITLES: Readonly<Record<Fact, string>> = { task: '监管任务与检查', order: '责令改正', case: '案件', payment: '缴款' };

/** The figures by what they count, for the picker. */
export const MEASURE_SECTIONS = (Object.keys(FACTS) as Fact[]).map((fact) => ({ fact, title: FACT_TITLES[fact], measures: MEASURE_KEYS.filter((key) => measureOf(key).fact === fact) }));

/** Groups that go with every figure chosen. */
export function possibleGroups(measures: readonly MeasureKey[], other: GroupKey | ''): Readonly<Partial<Record<GroupKey, string>>> {
  const keys = GROUP_KEYS.filter((group) => group !== other && measures.every((measure) => groupRefusal(measure, group) === null));
  return Object.fromEntries(keys.map((key) => [key, GROUPS[key].label]));
}

/** Why a figure cannot be added to a report; `null` when it can. */
export function measureRefusal(measure: MeasureKey, { groups, filter }: ReportDesign): string | null {
  return groups.map((group) => groupRefusal(measure, group)).find((refusal) => refusal !== null) ?? filterRefusal([measure], filter);
}

/** Lines that are listed; a longer report is for the file. */
export const SHOWN_LINES = 500;
/** Bars and points that can still be told apart. */
const DRAWN = 40;

/** Figures of one unit share an axis: those that go with the first one. */
export function drawnMeasures(measures: readonly MeasureKey[]): readonly MeasureKey[] {
  const [first] = measures;
  return first === undefined ? [] : measures.filter((measure) => measureOf(measure).unit === measureOf(first).unit).slice(0, 4);
}

/** Lines that are drawn: of one group; the largest of them where there are too many. */
export function drawnLines({ groups, measures }: Pick<ReportDesign, 'groups' | 'measures'>, report: Report): readonly ReportLine[] {
  const lines = detailLines(report);
  if (groups.length !== 1) return [];
  if (lines.length <= DRAWN || groups[0] === 'month') return lines;
  const first = measures.indexOf(drawnMeasures(measures)[0] ?? 'visits');
  return [...lines].sort((one, other) => (other.values[first] ?? 0) - (one.values[first] ?? 0)).slice(0, DRAWN);
}

export function reportData(design: ReportDesign, report: Report, names: Names): ChartData {
  const [group] = design.groups;
  const lines = drawnLines(design, report);
  return {
    labels: group === undefined ? [] : axisLabels(group, lines.map(({ keys }) => keys[0] ?? ''), names),
    series: drawnMeasures(design.measures).map((measure) => ({ name: MEASURES[measure].label, values: lines.map(({ values }) => values[design.measures.indexOf(measure)] ?? null) })),
  };
}

/** Title a report is offered to be kept under. */
export function suggestedTitle({ measures, groups }: ReportDesign): string {
  const first = measures[0] === undefined ? '' : MEASURES[measures[0]].label;
  const by = groups.map((group) => GROUPS[group].label).join('、');
  return `${by === '' ? '' : `按${by}`}${first}${measures.length > 1 ? '等' : ''}统计`.slice(0, 60);
}

/** Whether the report on the table differs from the one kept. */
export function differs(design: ReportDesign, saved: SavedReport | undefined): boolean {
  return saved === undefined || JSON.stringify(ordered(design)) !== JSON.stringify(ordered(saved.design));
}

function ordered({ measures, groups, period, custom, filter, compare, chart }: ReportDesign): unknown {
  return [measures, groups, period, custom === null ? null : [custom.from, custom.to], [filter.district, filter.channel, filter.matter, filter.source, filter.officer], compare, chart];
}
