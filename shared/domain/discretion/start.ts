import type { FineRule, FineStageKey, Violation } from '../violation/violation.ts';
import { rangeOf } from './overlay.ts';
import type { DiscretionRow, DiscretionTier } from './table.ts';

/** 30 % / 40 % / 30 % of a range, to two decimals: what holds until a table says otherwise (domain notes on matters and violations). */
export function evenTiers(min: number, max: number): NonNullable<FineRule['tiers']> {
  const at = (share: number): number => Math.round((min + (max - min) * share) * 100) / 100;
  return { light: [min, at(0.3)], normal: [at(0.3), at(0.7)], heavy: [at(0.7), max] };
}

/** The row that says what the catalogue says, as a start; `null` where there is nothing to divide. */
export function rowFromCatalogue(violation: Violation, stage: FineStageKey | null): DiscretionRow | null {
  const rule = rangeOf(violation, stage);
  if (rule === null || rule.unit === 'none' || rule.min === rule.max) return null;
  const tiers = rule.tiers ?? evenTiers(rule.min, rule.max);
  const tier = ([min, max]: readonly [number, number]): DiscretionTier => ({ min, max, when: '' });
  return { violationId: violation.id, stage, light: tier(tiers.light), normal: tier(tiers.normal), heavy: tier(tiers.heavy) };
}

/** Ranges of a violation, its first one under `null`. */
export function rangesOf(violation: Violation): readonly (FineStageKey | null)[] {
  return [null, ...(violation.stages ?? []).map(({ on }) => on)];
}

/** Every range of a violation that can be divided. */
export function rowsFromCatalogue(violation: Violation): readonly DiscretionRow[] {
  return rangesOf(violation).flatMap((stage) => rowFromCatalogue(violation, stage) ?? []);
}
