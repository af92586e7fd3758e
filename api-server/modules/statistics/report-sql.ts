import { sql, type Kysely, type RawBuilder } from 'kysely';
import { type GroupKey, groupOf } from '#shared/domain/statistics/groups.ts';
import { type Measure, type MeasureKey, measureOf } from '#shared/domain/statistics/measures.ts';
import type { Period } from '#shared/domain/statistics/period.ts';
import type { Database } from '../../db/schema.ts';
import { asOfDay, filterCondition, periodCondition, valueOf, valuesOf } from './conditions.ts';
import { coverageStatement } from './coverage.ts';
import { aggregate, expressionOf, TABLES } from './expressions.ts';
import { keyOf, type Question, setOf, subsetsOf } from './question.ts';

/** One line of one part: the figures of `measures` in the period of that place. */
export interface PartRow {
  readonly period: number;
  readonly part: number;
  readonly k1: string | null;
  readonly k2: string | null;
  readonly figures: readonly (number | null)[];
}

/** Measures that one scan answers: of one fact, one kind and one day. */
export interface Part {
  readonly measures: readonly MeasureKey[];
}

export function partsOf(measures: readonly MeasureKey[]): readonly Part[] {
  const parts = new Map<string, MeasureKey[]>();
  for (const measure of measures) {
    const { fact, kind } = measureOf(measure);
    const key = measure === 'coverage' ? 'coverage' : kind === 'flow' ? `${fact} ${expressionOf(measure).day}` : `${fact} ${kind}`;
    parts.set(key, [...parts.get(key) ?? [], measure]);
  }
  return [...parts.values()].map((each) => ({ measures: each }));
}

/**
 * All figures of a report in one statement, so that they belong to one moment. Each line of the answer says of which part and
 * period it is; a group that is `null` is summed over.
 */
export async function readFigures(db: Kysely<Database>, question: Question, parts: readonly Part[]): Promise<readonly PartRow[]> {
  const statements = question.periods.flatMap((period, place) => parts.flatMap(({ measures }, part) => partStatements(question, measures, period).map(
    (statement) => sql`select ${sql.lit(place)} as period, ${sql.lit(part)} as part, answer.* from (${statement}) as answer`,
  )));
  const { rows } = await sql<PartRow>`${sql.join(statements, sql` union all `)}`.execute(db);
  return rows;
}

function partStatements(question: Question, measures: readonly MeasureKey[], period: Period): readonly RawBuilder<unknown>[] {
  const [first] = measures;
  if (first === undefined) return [];
  const definition = measureOf(first);
  if (first === 'coverage') return [coverageStatement(question, period)];
  if (definition.kind === 'now' && period !== question.periods[0]) return [];
  return levelsOf(question.groups).map((levels) => scan(question, measures, definition, period, levels));
}

/**
 * The combinations of groups to be summed by, in classes that divide rows alike: a sum over a group of many values must not
 * see the rows divided by it, or what has three values would count three times.
 */
export function levelsOf(groups: readonly GroupKey[]): readonly (readonly (readonly GroupKey[])[])[] {
  const classes = new Map<string, (readonly GroupKey[])[]>();
  for (const subset of subsetsOf(groups)) {
    const key = subset.filter((group) => groupOf(group).many).join(' ');
    classes.set(key, [...classes.get(key) ?? [], subset]);
  }
  return [...classes.values()];
}

function scan({ groups, filter, scope, today }: Question, measures: readonly MeasureKey[], definition: Measure, period: Period, levels: readonly (readonly GroupKey[])[]): RawBuilder<unknown> {
  const [first] = measures;
  const day = expressionOf(first ?? 'visits').day;
  const asOf = asOfDay(definition, period, today);
  const used = groups.filter((group) => levels.some((level) => level.includes(group)));
  const figures = sql.join(measures.map((measure) => sql`(${aggregate(expressionOf(measure), asOf)})::float8`));
  return sql`
    select ${keyOf(groups[0], used)} as k1, ${keyOf(groups[1], used)} as k2, array[${figures}]::float8[] as figures
    from (
      select * ${sql.join(used.map((group) => sql`, ${valueOf(group, day)} as ${sql.id(`key_${group}`)}`), sql``)}
      from ${sql.table(TABLES[definition.fact].table)} ${sql.join(used.map(valuesOf), sql` `)}
      where ${filterCondition(scope, filter)} and ${periodCondition(definition, day, period, asOf)}
    ) as rows
    group by grouping sets (${sql.join(levels.map(setOf))})
  `;
}
