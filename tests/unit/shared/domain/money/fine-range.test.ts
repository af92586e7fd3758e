import { describe, expect, it } from 'vitest';
import type { Discretion, Penalty } from '#shared/domain/case-file/case-file.ts';
import { checkFine, statutoryRange, tierRange } from '#shared/domain/money/fine-range.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { VIOLATIONS } from '#tests/helpers/cases.ts';

function byId(id: string): Violation {
  const violation = VIOLATIONS.find((each) => each.id === id);
  if (violation === undefined) throw new Error(id);
  return violation;
}

const discretion = (members: Partial<Discretion>): Discretion => ({ tier: 'light', baseFen: null, baseSource: '', factors: '', deviationReason: '', ...members });
const fine = (fineFen: number): Penalty => ({ kinds: ['fine'], fineFen, confiscationFen: 0, otherItems: [] });

describe('ranges in fen', () => {
  it('takes fixed money as it stands: 质量条例第五十九条, 1–10 万元', () => {
    expect(statutoryRange(byId('J16'), null)).toEqual({ minFen: 1_000_000, maxFen: 10_000_000 });
  });

  it('takes a share of the contract price: 1–2 % of 10 million yuan, tier 一般 1.3–1.7 %', () => {
    expect(statutoryRange(byId('J01'), 1_000_000_000)).toEqual({ minFen: 10_000_000, maxFen: 20_000_000 });
    expect(tierRange(byId('J01'), discretion({ tier: 'normal', baseFen: 1_000_000_000 }))).toEqual({ minFen: 13_000_000, maxFen: 17_000_000 });
  });

  it('takes per mille: 5–10 ‰ of 10 million yuan', () => {
    expect(statutoryRange(byId('J28'), 1_000_000_000)).toEqual({ minFen: 5_000_000, maxFen: 10_000_000 });
  });

  it('takes multiples, e.g. 1–2 times of 12,345.67 yuan', () => {
    expect(statutoryRange({ ...byId('J01'), unit: 'multiple' }, 1_234_567)).toEqual({ minFen: 1_234_567, maxFen: 2_469_134 });
  });

  it('rounds inwards, so that rounding never widens the range: 1.3 % of 0.77 yuan', () => {
    const violation = { ...byId('J01'), min: 1.3, max: 1.7 };
    expect(statutoryRange(violation, 77)).toEqual({ minFen: 2, maxFen: 1 });
    expect(statutoryRange(violation, 12_345)).toEqual({ minFen: 161, maxFen: 209 });
  });

  it('gives none where the article knows no fine or the base is missing', () => {
    expect(statutoryRange(byId('Z07'), null)).toBeNull();
    expect(statutoryRange(byId('J01'), null)).toBeNull();
  });
});

describe('checkFine (domain notes §1.11, 7)', () => {
  it.each([
    ['inside the tier', 'J16', fine(2_000_000), discretion({}), null],
    ['fixed sum met', 'J36', fine(3_000_000), discretion({ tier: null }), null],
    ['fixed sum missed', 'J36', fine(3_000_100), discretion({ tier: null }), 'FINE_OUT_OF_RANGE'],
    ['above the maximum, even with a reason', 'J16', fine(10_000_001), discretion({ tier: 'heavy', deviationReason: '从重' }), 'FINE_OUT_OF_RANGE'],
    ['below the minimum without a reason', 'J16', fine(999_999), discretion({}), 'FINE_OUT_OF_RANGE'],
    ['below the minimum with a reason (减轻, collective discussion follows)', 'J16', fine(500_000), discretion({ deviationReason: '主动消除危害后果' }), null],
    ['outside the tier without a reason', 'J16', fine(5_000_000), discretion({}), 'TIER_DEVIATION_UNEXPLAINED'],
    ['outside the tier with a reason', 'J16', fine(5_000_000), discretion({ deviationReason: '两年内再次违法' }), null],
    ['no tier chosen', 'J16', fine(2_000_000), discretion({ tier: null }), 'DISCRETION_INCOMPLETE'],
    ['no base for a share', 'J01', fine(2_000_000), discretion({}), 'DISCRETION_INCOMPLETE'],
    ['no fine in the article', 'Z07', fine(1), discretion({}), 'FINE_OUT_OF_RANGE'],
    ['no kind', 'J16', { ...fine(0), kinds: [] }, discretion({}), 'DISCRETION_INCOMPLETE'],
    ['kind without amount', 'J16', fine(0), discretion({}), 'DISCRETION_INCOMPLETE'],
    ['amount without kind', 'J16', { ...fine(2_000_000), kinds: ['warning'] }, discretion({}), 'DISCRETION_INCOMPLETE'],
    ['a warning alone', 'Z07', { ...fine(0), kinds: ['warning'] }, discretion({ tier: null }), null],
    ['confiscation without amount', 'J16', { ...fine(2_000_000), kinds: ['fine', 'confiscation'] }, discretion({}), 'DISCRETION_INCOMPLETE'],
  ] as const)('%s', (_name, id, penalty, chosen, code) => {
    expect(checkFine(penalty, chosen, byId(id))?.code ?? null).toBe(code);
  });

  it('says the range and the article', () => {
    expect(checkFine(fine(20_000_000), discretion({ tier: 'heavy' }), byId('J16'))).toMatchObject({
      message: '罚款200,000.00元高于法定上限。《建设工程质量管理条例》第五十九条规定的幅度为10,000.00元至100,000.00元，请调整金额。',
      article: '《建设工程质量管理条例》第五十九条',
      details: { minFen: 1_000_000, maxFen: 10_000_000 },
    });
  });
});
