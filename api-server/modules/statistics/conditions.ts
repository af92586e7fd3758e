import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { GroupKey } from '#shared/domain/statistics/groups.ts';
import { type Measure, type MeasureKey, measureOf } from '#shared/domain/statistics/measures.ts';
import { monthPeriod, type Period } from '#shared/domain/statistics/period.ts';
import type { At, Filter } from '#shared/domain/statistics/report.ts';
import { caseCondition } from '../../sync/scope.ts';
import { expressionOf, TABLES } from './expressions.ts';

type Condition = RawBuilder<boolean>;

/** Columns of the groups that are columns; the others are made of one. */
const COLUMNS: Readonly<Record<Exclude<GroupKey, 'month' | 'matter' | 'officer'>, string>> = {
  district: 'district', channel: 'channel', source: 'source', state: 'state', result: 'result', class: 'check_class', kind: 'kind', stage: 'stage', violation: 'violation',
};
const ARRAYS = { matter: 'matter_codes', officer: 'officer_ids' } as const;

/** The value of a group in a row, as text. Of a group of many values each makes a row of its own (`valuesOf`). */
export function valueOf(group: GroupKey, day: string): RawBuilder<unknown> {
  if (group === 'matter' || group === 'officer') return sql.ref(`${group}_value`);
  if (group === 'month') return sql`to_char(${sql.ref(day)}::timestamp, 'YYYY-MM')`;
  return sql`coalesce(${sql.ref(COLUMNS[group])}, '')`;
}

/** Divides a row by the values of a group that may have many; one without any has the empty value. */
export function valuesOf(group: GroupKey): RawBuilder<unknown> {
  if (group !== 'matter' && group !== 'officer') return sql``;
  const column = sql.ref(ARRAYS[group]);
  return sql`cross join lateral unnest(case when ${column} = '{}' then array[''] else ${column} end) as ${sql.id(`${group}_values`)} (${sql.id(`${group}_value`)})`;
}

/** Where a row has a value of a group; inside `period` for a month. */
export function atCondition({ group, key }: At, day: string): Condition {
  if (group === 'matter' || group === 'officer') {
    const column = sql.ref(ARRAYS[group]);
    return key === '' ? sql<boolean>`${column} = '{}'` : sql<boolean>`${column} @> array[${key}::text]`;
  }
  if (group !== 'month') return sql<boolean>`coalesce(${sql.ref(COLUMNS[group])}, '') = ${key}`;
  const { from, to } = monthPeriod(key);
  return sql<boolean>`${sql.ref(day)} between ${from}::date and ${to}::date`;
}

/** What the caller may see and asked for. */
export function filterCondition(scope: Scope, { district, channel, matter, source, officer }: Filter): Condition {
  return all([
    caseCondition(scope),
    ...(district === undefined ? [] : [sql<boolean>`district = ${district}`]),
    ...(channel === undefined ? [] : [sql<boolean>`channel = ${channel}`]),
    ...(source === undefined ? [] : [sql<boolean>`source = ${source}`]),
    ...(matter === undefined ? [] : [sql<boolean>`matter_codes @> array[${matter}::text]`]),
    ...(officer === undefined ? [] : [sql<boolean>`officer_ids @> array[${officer}::text]`]),
  ]);
}

/** Rows of the period, for all measures that share fact, kind and day. */
export function periodCondition({ fact, kind }: Measure, day: string, { from, to }: Period, asOf: string): Condition {
  if (kind === 'flow') return sql<boolean>`${sql.ref(day)} between ${from}::date and ${to}::date`;
  const since = sql.ref(TABLES[fact].since);
  return sql<boolean>`${since} <= ${asOf}::date and (ended_on is null or ended_on > ${asOf}::date)`;
}

/** The last day that counts for what stands: that of the period, or today where the period reaches beyond or the figure knows no other. */
export function asOfDay({ kind }: Measure, { to }: Period, today: string): string {
  return kind === 'now' || to > today ? today : to;
}

/** Rows behind one figure. */
export function figureCondition(measure: MeasureKey, { scope, filter, period, at, today }: { readonly scope: Scope; readonly filter: Filter; readonly period: Period; readonly at: readonly At[]; readonly today: string }): Condition {
  const definition = measureOf(measure);
  const { day, where } = expressionOf(measure);
  const asOf = asOfDay(definition, period, today);
  return all([filterCondition(scope, filter), periodCondition(definition, day, period, asOf), where(asOf), ...at.map((each) => atCondition(each, day))]);
}

function all(conditions: readonly Condition[]): Condition {
  return sql<boolean>`${sql.join([...conditions], sql` and `)}`;
}
