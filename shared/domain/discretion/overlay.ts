import type { FineRule, FineStageKey, Violation } from '../violation/violation.ts';
import { type DiscretionRow, type DiscretionTable, rowOf } from './table.ts';

/** One range of a violation; `null` where its article has no such range. */
export function rangeOf(violation: Violation, stage: FineStageKey | null): FineRule | null {
  return stage === null ? violation : (violation.stages?.find((each) => each.on === stage) ?? null);
}

function sameRange(one: FineRule, other: FineRule): boolean {
  return one.unit === other.unit && one.min === other.min && one.max === other.max && one.capYuan === other.capYuan;
}

/**
 * The row of a table that divides a range of a version of the law. A row divides the range it was checked against, that of
 * the law on the table's first day (`checked`): a version of the law with another range (从旧兼从轻), or a catalogue
 * corrected since, keeps the tiers of its own.
 */
export function rowFor(version: Violation, stage: FineStageKey | null, checked: Violation | null, table: DiscretionTable): DiscretionRow | null {
  const row = rowOf(table, version.id, stage);
  if (row === undefined || checked === null) return null;
  const [rule, then] = [rangeOf(version, stage), rangeOf(checked, stage)];
  if (rule === null || then === null || rule.unit === 'none' || !sameRange(rule, then)) return null;
  return rule.min <= row.light.min && row.heavy.max <= rule.max ? row : null;
}

function tiersOf({ light, normal, heavy }: DiscretionRow): NonNullable<FineRule['tiers']> {
  return { light: [light.min, light.max], normal: [normal.min, normal.max], heavy: [heavy.min, heavy.max] };
}

/** The violation with the tiers of a table in the place of the catalogue's, as far as the table has rows for its ranges. */
export function underTable(version: Violation, checked: Violation | null, table: DiscretionTable): Violation {
  const first = rowFor(version, null, checked, table);
  const tiered = first === null ? version : { ...version, tiers: tiersOf(first) };
  if (version.stages === undefined) return tiered;
  const rows = version.stages.map((stage) => rowFor(version, stage.on, checked, table));
  if (rows.every((row) => row === null)) return tiered;
  return { ...tiered, stages: version.stages.map((stage, index) => { const row = rows[index] ?? null; return row === null ? stage : { ...stage, tiers: tiersOf(row) }; }) };
}
