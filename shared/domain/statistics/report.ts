import Type, { type Static } from 'typebox';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../organisation/organisation.ts';
import { GROUP_KEYS, type GroupKey } from './groups.ts';
import { MEASURE_KEYS, type MeasureKey, measureOf } from './measures.ts';
import { namedPeriod, type Period, PERIOD_KEYS } from './period.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Key = Type.String({ maxLength: 64 });

export const PeriodSchema = Type.Object({ from: Day, to: Day }, { additionalProperties: false });

/** Narrows every figure of a report; absent: everything in the caller's scope. */
export const FilterSchema = Type.Object({
  district: Type.Optional(Type.Enum([...DISTRICT_KEYS])),
  channel: Type.Optional(Type.String({ pattern: CHANNEL_KEY_PATTERN })),
  matter: Type.Optional(Key),
  source: Type.Optional(Key),
  officer: Type.Optional(Key),
}, { additionalProperties: false });
export type Filter = Static<typeof FilterSchema>;

export const MOST_MEASURES = 12;
export const MOST_GROUPS = 2;

/** What a report asks for. */
export const ReportQuerySchema = Type.Object({
  measures: Type.Array(Type.Enum([...MEASURE_KEYS]), { minItems: 1, maxItems: MEASURE_KEYS.length, uniqueItems: true }),
  groups: Type.Array(Type.Enum([...GROUP_KEYS]), { maxItems: MOST_GROUPS }),
  period: PeriodSchema,
  filter: FilterSchema,
}, { additionalProperties: false });
export type ReportQuery = Static<typeof ReportQuerySchema>;

export const CHART_FORMS = { none: '只看表格', bar: '柱状图', line: '折线图' } as const;
export type ChartForm = keyof typeof CHART_FORMS;
export const CHART_FORM_KEYS = Object.keys(CHART_FORMS) as [ChartForm, ...ChartForm[]];

/** A report as it is kept: the period by its name, or two days. */
export const ReportDesignSchema = Type.Object({
  measures: Type.Array(Type.Enum([...MEASURE_KEYS]), { minItems: 1, maxItems: MOST_MEASURES, uniqueItems: true }),
  groups: Type.Array(Type.Enum([...GROUP_KEYS]), { maxItems: MOST_GROUPS }),
  period: Type.Enum([...PERIOD_KEYS]),
  /** Of `custom`. */
  custom: Type.Union([PeriodSchema, Type.Null()]),
  filter: FilterSchema,
  compare: Type.Boolean(),
  chart: Type.Enum([...CHART_FORM_KEYS]),
}, { additionalProperties: false });
export type ReportDesign = Static<typeof ReportDesignSchema>;

/** One line: the values of its groups (`null`: all of them, a sum line) and its figures in the order of the measures. */
export interface ReportLine {
  readonly keys: readonly (string | null)[];
  readonly values: readonly Figure[];
  /** Of the same period last year (同比) and of the previous period (环比). */
  readonly lastYear: readonly Figure[];
  readonly previous: readonly Figure[];
}

/** `null`: nothing to divide by, or a figure that cannot be told of that day. */
export type Figure = number | null;

export interface Report {
  readonly period: Period;
  readonly lastYear: Period;
  readonly previous: Period;
  /** In the order of the groups' values; sum lines behind what they sum. */
  readonly lines: readonly ReportLine[];
  readonly definitions: number;
  /** ISO instant. */
  readonly at: string;
}

export function queryOf(design: ReportDesign, today: string): ReportQuery {
  const period = design.period === 'custom' ? design.custom ?? namedPeriod('month', today) : namedPeriod(design.period, today);
  return { measures: design.measures, groups: design.groups, period, filter: design.filter };
}

/** The line over everything. */
export function totalLine({ lines }: Pick<Report, 'lines'>): ReportLine | undefined {
  return lines.find((line) => line.keys.every((key) => key === null));
}

/** Lines that carry a value in every group. */
export function detailLines({ lines }: Pick<Report, 'lines'>): readonly ReportLine[] {
  return lines.filter((line) => line.keys.length > 0 && line.keys.every((key) => key !== null));
}

/** What a figure is where no row was counted. */
export function nothing(measure: MeasureKey): Figure {
  const { unit } = measureOf(measure);
  return unit === 'count' || unit === 'fen' ? 0 : null;
}

/** Growth over another period: a share for amounts, the difference for shares; `null` where there is nothing to compare with. */
export function growth(measure: MeasureKey, value: Figure, other: Figure): number | null {
  if (value === null || other === null) return null;
  if (measureOf(measure).unit === 'share') return value - other;
  return other === 0 ? null : value / other - 1;
}

/** A condition that a figure's list is opened with: the value of one of its groups. */
export interface At {
  readonly group: GroupKey;
  readonly key: string;
}
