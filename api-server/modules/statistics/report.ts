import type { Kysely } from 'kysely';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { CITY, DISTRICT_KEYS, type Scope } from '#shared/domain/organisation/organisation.ts';
import { compareValues, filterRefusal, type GroupKey, reportRefusal } from '#shared/domain/statistics/groups.ts';
import { DEFINITIONS_VERSION, type MeasureKey, measureOf } from '#shared/domain/statistics/measures.ts';
import { lastYear, matchMonth, monthsIn, type Period, periodRefusal, previousPeriod } from '#shared/domain/statistics/period.ts';
import { type Figure, nothing, type Report, type ReportLine, type ReportQuery } from '#shared/domain/statistics/report.ts';
import type { Database } from '../../db/schema.ts';
import { type Part, partsOf, type PartRow, readFigures } from './report-sql.ts';

/** Lines beyond which a table can neither be read nor printed. */
const MOST_LINES = 5000;

/** What is wrong with the question itself, before anything is read. */
export function checkQuestion(scope: Scope, { measures, groups, period, filter }: ReportQuery): Result<null> {
  const refusal = periodRefusal(period) ?? reportRefusal(measures, groups) ?? filterRefusal(measures, filter);
  if (refusal !== null) return fail({ code: 'FIELD_INVALID', message: refusal });
  const outside = scope.district !== CITY && ((filter.district ?? scope.district) !== scope.district || (scope.channel !== null && (filter.channel ?? scope.channel) !== scope.channel));
  return outside ? fail({ code: 'OUT_OF_SCOPE', message: '只能统计您权限范围内的地区和渠道，请改选筛选条件。' }) : ok(null);
}

/** Computes a report in one statement; `today` bounds what stands. */
export async function makeReport(db: Kysely<Database>, scope: Scope, query: ReportQuery, now: { readonly today: string; readonly at: Date }): Promise<Result<Report>> {
  const checked = checkQuestion(scope, query);
  if (!checked.ok) return checked;
  const periods = [query.period, lastYear(query.period), previousPeriod(query.period)] as const;
  const parts = partsOf(query.measures);
  const rows = await readFigures(db, { ...query, scope, periods, today: now.today }, parts);
  const lines = linesOf(scope, query, periods, parts, rows);
  if (lines.length > MOST_LINES) return fail({ code: 'FIELD_INVALID', message: `结果有${String(lines.length)}行，超过${String(MOST_LINES)}行。请减少分组，或者加上筛选条件。` });
  return ok({ period: periods[0], lastYear: periods[1], previous: periods[2], lines, definitions: DEFINITIONS_VERSION, at: now.at.toISOString() });
}

type Keys = readonly (string | null)[];
type Columns = [Figure[], Figure[], Figure[]];

function linesOf(scope: Scope, query: ReportQuery, periods: readonly Period[], parts: readonly Part[], rows: readonly PartRow[]): readonly ReportLine[] {
  const { measures, groups } = query;
  const table = new Map<string, { readonly keys: Keys; readonly columns: Columns }>();
  const lineAt = (keys: Keys): Columns => {
    const name = JSON.stringify(keys);
    const known = table.get(name) ?? { keys, columns: [empty(measures), empty(measures), empty(measures)] };
    table.set(name, known);
    return known.columns;
  };
  lineAt(groups.map(() => null));
  for (const keys of expectedKeys(scope, query)) lineAt(keys);
  for (const row of rows) put(lineAt(keysOf(row, groups, periods)), row, parts[row.part], measures);
  withoutPast(table.values(), measures);
  const lines = [...table.values()].map(({ keys, columns: [values, before, previous] }) => ({ keys, values, lastYear: before, previous }));
  return lines.toSorted((one, other) => compareKeys(groups, one.keys, other.keys));
}

function empty(measures: readonly MeasureKey[]): Figure[] {
  return measures.map(nothing);
}

/** Months in which nothing happened and districts in which nothing was done are lines too: nought is a report. */
function expectedKeys(scope: Scope, { groups, period, filter }: ReportQuery): readonly Keys[] {
  const [group] = groups;
  if (groups.length !== 1) return [];
  if (group === 'month') return monthsIn(period).map((month) => [month]);
  const districts = filter.district !== undefined ? [filter.district] : scope.district === CITY ? DISTRICT_KEYS : [scope.district];
  return group === 'district' ? districts.map((district) => [district]) : [];
}

/** A month of another period stands in the line of the month it is compared with. */
function keysOf({ k1, k2, period: place }: PartRow, groups: readonly GroupKey[], periods: readonly Period[]): Keys {
  const [period, other] = [periods[0], periods[place]];
  return groups.map((group, index) => {
    const key = index === 0 ? k1 : k2;
    return group === 'month' && key !== null && period !== undefined && other !== undefined ? matchMonth(key, other, period) : key;
  });
}

function put(columns: Columns, { period, figures }: PartRow, part: Part | undefined, measures: readonly MeasureKey[]): void {
  for (const [index, measure] of (part?.measures ?? []).entries()) {
    const column = columns[period];
    if (column !== undefined) column[measures.indexOf(measure)] = figures[index] ?? nothing(measure);
  }
}

/** What stands today is compared with no other day. */
function withoutPast(lines: Iterable<{ readonly columns: Columns }>, measures: readonly MeasureKey[]): void {
  const places = measures.flatMap((measure, index) => (measureOf(measure).kind === 'now' ? [index] : []));
  for (const { columns } of lines) for (const place of places) [columns[1][place], columns[2][place]] = [null, null];
}

/** By the order of the values; a sum behind what it sums. */
function compareKeys(groups: readonly GroupKey[], one: Keys, other: Keys): number {
  for (const [index, group] of groups.entries()) {
    const [left, right] = [one[index] ?? null, other[index] ?? null];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return compareValues(group, left, right);
  }
  return 0;
}
