import { sql, type RawBuilder } from 'kysely';
import { scopeOf, type Officer } from '#shared/domain/officer/officer.ts';
import { CITY, type Scope } from '#shared/domain/organisation/organisation.ts';

/** Names a scope; a cursor made under another one is refused, since it would leave or miss records. */
export function scopeKey(officer: Officer): string {
  const { district, channel, sealed } = scopeOf(officer);
  if (sealed === true) return `${district}:sealed`;
  return district === CITY ? `${CITY}:*` : `${district}:${channel ?? '*'}`;
}

/** SQL condition on `district` and `channel` of the row: cases and documents the scope sees. */
export function caseCondition(scope: Scope): RawBuilder<boolean> {
  if (scope.sealed === true) return sql<boolean>`false`;
  if (scope.district === CITY) return sql<boolean>`true`;
  if (scope.channel === null) return sql<boolean>`district = ${scope.district}`;
  return sql<boolean>`district = ${scope.district} and channel = ${scope.channel}`;
}

/** SQL condition on `district` alone: projects. */
export function districtCondition(scope: Scope): RawBuilder<boolean> {
  return scope.district === CITY ? sql<boolean>`true` : sql<boolean>`district = ${scope.district}`;
}

/** SQL condition on a row of the change log; `null` in the row means everybody. */
export function changeCondition(scope: Scope): RawBuilder<boolean> {
  if (scope.sealed === true) return sql<boolean>`kind not in ('case', 'task', 'document') and ${changeCondition({ ...scope, sealed: false })}`;
  if (scope.district === CITY) return sql<boolean>`true`;
  const district = sql`(district is null or district = ${scope.district})`;
  return scope.channel === null ? sql<boolean>`${district}` : sql<boolean>`${district} and (channel is null or channel = ${scope.channel})`;
}
