import { describe, expect, it } from 'vitest';
import { factorsAsked, factorWeight, scoreWord, weightShare } from '#shared/domain/discretion/factors.ts';
import { suggestedFine } from '#shared/domain/money/suggestion.ts';
import { underTable } from '#shared/domain/discretion/overlay.ts';
import { VIOLATIONS } from '../../../../helpers/cases.ts';
import { TABLE } from '../../../../helpers/discretion.ts';

const [archive, permit] = VIOLATIONS;
const table = { ...TABLE, key: 'GCJS', effectiveFrom: '2026-01-01' };

describe('the weights of the factors', () => {
  it('count by their proportion', () => {
    expect(factorWeight({ scale: 50, repeats: 100 }, { scale: 1, repeats: 1 })).toBe(75);
    // (30 × 20 + 50 × 60 + 20 × 0) ÷ 100 = 36.
    expect(factorWeight({ scale: 20, consequence: 60, repeats: 0 }, TABLE.weights)).toBe(36);
    // (2 × 10 + 1 × 0) ÷ 3 = 6.67.
    expect(factorWeight({ scale: 10, repeats: 0 }, { scale: 2, repeats: 1 })).toBe(7);
    expect([weightShare(TABLE.weights, 'consequence'), weightShare({ scale: 2, repeats: 1 }, 'scale'), weightShare(TABLE.weights, 'duration')]).toEqual([50, 66.7, 0]);
  });

  it('say nothing while a factor asked is not scored; what is not asked does not count', () => {
    expect(factorWeight({ scale: 20, consequence: 60 }, TABLE.weights)).toBeNull();
    expect(factorWeight({ scale: 20, consequence: 60, repeats: null }, TABLE.weights)).toBeNull();
    expect(factorWeight({ scale: 20, duration: 100 }, { scale: 5, duration: 0 })).toBe(20);
    expect(factorWeight({ scale: 20 }, {})).toBeNull();
    expect(factorsAsked(TABLE.weights)).toEqual(['scale', 'consequence', 'repeats']);
  });

  it('read as the nearest of three words', () => {
    expect([0, 33, 34, 66, 67, 100].map((score) => scoreWord('cooperation', score))).toEqual(['积极配合', '积极配合', '一般', '一般', '不配合', '不配合']);
  });
});

describe('the formula in the tiers of a table (行政处罚法第三十四条)', () => {
  const suggested = (violation: typeof archive, tier: 'light' | 'normal' | 'heavy', weight: number, baseFen: number | null = null) => suggestedFine(underTable(violation!, violation!, table), { tier, baseFen }, weight);

  it('takes the floor of the tier and a share of its width', () => {
    // 15,000 + 36 % of (50,000 − 15,000) = 15,000 + 12,600 = 27,600 yuan.
    expect(suggested(archive, 'normal', 36)).toBe(2_760_000);
    // 10,000 + 36 % of 5,000 = 11,800 yuan.
    expect(suggested(archive, 'light', 36)).toBe(1_180_000);
    expect([suggested(archive, 'heavy', 0), suggested(archive, 'heavy', 100)]).toEqual([5_000_000, 10_000_000]);
  });

  it('measures shares by the base', () => {
    // Of a contract of 12,800,000 yuan: 1.2 % = 153,600, 1.6 % = 204,800; 153,600 + 36 % of 51,200 = 172,032 → 172,000 yuan.
    expect(suggested(permit, 'normal', 36, 1_280_000_000)).toBe(17_200_000);
  });
});
