import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { GroupKey } from '#shared/domain/statistics/groups.ts';
import type { MeasureKey } from '#shared/domain/statistics/measures.ts';
import type { Period } from '#shared/domain/statistics/period.ts';
import type { Filter } from '#shared/domain/statistics/report.ts';

export interface Question {
  readonly measures: readonly MeasureKey[];
  readonly groups: readonly GroupKey[];
  readonly filter: Filter;
  readonly scope: Scope;
  /** Compared with each other, e.g. this period, last year's and the one before. */
  readonly periods: readonly Period[];
  readonly today: string;
}

/** Every combination of the groups, none and all included. */
export function subsetsOf(groups: readonly GroupKey[]): readonly (readonly GroupKey[])[] {
  return groups.reduce<readonly (readonly GroupKey[])[]>((sets, group) => [...sets, ...sets.map((set) => [...set, group])], [[]]);
}

export function setOf(level: readonly GroupKey[]): RawBuilder<unknown> {
  return sql`(${sql.join(level.map((group) => sql.id(`key_${group}`)))})`;
}

/** The group's value, or `null` where the line sums over it. */
export function keyOf(group: GroupKey | undefined, used: readonly GroupKey[]): RawBuilder<unknown> {
  return group === undefined || !used.includes(group) ? sql`null::text` : sql`${sql.id(`key_${group}`)}::text`;
}
