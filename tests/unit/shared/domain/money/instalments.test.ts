import { describe, expect, it } from 'vitest';
import { planRefusal } from '#shared/domain/money/instalments.ts';
import { responsibleFine, responsiblePersonRange } from '#shared/domain/money/responsible-person.ts';
import { suggestedFine } from '#shared/domain/money/suggestion.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';

const row = (dueOn: string, amountFen: number) => ({ dueOn, amountFen });

describe('plans of deferral and instalments (行政处罚法第六十六条第二款)', () => {
  const refused = (plan: Parameters<typeof planRefusal>[0], owed = 2_000_000) => planRefusal(plan, owed, '2026-04-15');

  it('takes ascending days that add up to what is owed', () => {
    expect(refused([row('2026-05-15', 1_000_000), row('2026-06-15', 1_000_000)])).toBeNull();
    expect(refused([row('2026-12-31', 2_000_000)])).toBeNull();
  });

  it.each([
    ['no rows', [], 'plan', '没有填写任何一期'],
    ['a row too small', [row('2026-05-15', 1_000_000), row('2026-06-15', 999_999)], 'plan', '少0.01元'],
    ['a row too large', [row('2026-05-15', 1_000_000), row('2026-06-15', 1_000_100)], 'plan', '多1.00元'],
    ['days out of order', [row('2026-06-15', 1_000_000), row('2026-05-15', 1_000_000)], 'plan.1.dueOn', '第2期的缴纳日期应当晚于上一期'],
    ['one day twice', [row('2026-06-15', 1_000_000), row('2026-06-15', 1_000_000)], 'plan.1.dueOn', '应当晚于上一期'],
    ['a day that is no day', [row('2026-06-31', 2_000_000)], 'plan.0.dueOn', '不是有效的日期'],
    ['today', [row('2026-04-15', 2_000_000)], 'plan.0.dueOn', '不晚于今天'],
    ['nothing to pay', [row('2026-05-15', 0), row('2026-06-15', 2_000_000)], 'plan.0.amountFen', '应当大于零'],
    ['half a fen', [row('2026-05-15', 0.5)], 'plan.0.amountFen', '精确到分'],
  ] as const)('refuses %s', (_name, plan, path, message) => {
    const refusal = refused(plan);
    expect(refusal).toMatchObject({ code: 'PLAN_INVALID', article: '行政处罚法第六十六条第二款', details: { path } });
    expect(refusal?.message).toContain(message);
  });
});

describe('responsible persons (质量条例第七十三条: 5–10 % of the unit\'s fine)', () => {
  it('rounds inwards', () => {
    expect(responsiblePersonRange(20_000_000)).toEqual({ minFen: 1_000_000, maxFen: 2_000_000 });
    expect(responsiblePersonRange(33_333)).toEqual({ minFen: 1667, maxFen: 3333 });
  });

  it('follows from the articles that say so, and no others', () => {
    expect(responsibleFine('《建设工程质量管理条例》第五十七条', 20_000_000)).toEqual({ minFen: 1_000_000, maxFen: 2_000_000, article: '《建设工程质量管理条例》第七十三条' });
    expect(responsibleFine('《建设工程抗震管理条例》第四十二条', 20_000_000)?.article).toBe('《建设工程抗震管理条例》第四十七条');
    expect(responsibleFine('《中华人民共和国招标投标法》第四十九条', 20_000_000)?.article).toBe('《中华人民共和国招标投标法》第四十九条');
    expect(responsibleFine('《中华人民共和国招标投标法》第五十一条', 20_000_000)).toBeNull();
    expect(responsibleFine('《建设工程安全生产管理条例》第五十七条', 20_000_000)).toBeNull();
    expect(responsibleFine('《建设工程质量管理条例》第五十七条', 0)).toBeNull();
  });
});

describe('the formula of the tiers', () => {
  const violation: Violation = {
    id: 'J16', channel: 'JC', cause: '竣工后未移交建设项目档案', subject: '建设单位', breached: '', basis: '《建设工程质量管理条例》第五十九条', otherMeasures: '', note: '', base: '',
    unit: 'yuan', min: 10_000, max: 100_000, tiers: { light: [10_000, 37_000], normal: [37_000, 73_000], heavy: [73_000, 100_000] }, fineOnlyAfterOrder: false, evidenceFlag: 'V',
  };
  const suggested = (tier: 'light' | 'normal' | 'heavy', weight: number) => suggestedFine(violation, { tier, baseFen: null }, weight);

  it('takes the floor of the tier and a share of its width, to 100 yuan', () => {
    expect([suggested('light', 0), suggested('light', 50), suggested('light', 100)]).toEqual([1_000_000, 2_350_000, 3_700_000]);
    // 37,000 + 33 % of 36,000 = 48,880 → 48,900 yuan.
    expect(suggested('normal', 33)).toBe(4_890_000);
    expect([suggested('heavy', 150), suggested('heavy', -5)]).toEqual([10_000_000, 7_300_000]);
  });

  it('stays in a range too narrow for 100 yuan', () => {
    const narrow: Violation = { ...violation, unit: 'percent', min: 1, max: 2, base: '合同价款', tiers: { light: [1, 1.3], normal: [1.3, 1.7], heavy: [1.7, 2] } };
    // 1–1.3 % of 4,800 yuan: 48.00 to 62.40, the middle 55.20.
    expect(suggestedFine(narrow, { tier: 'light', baseFen: 480_000 }, 50)).toBe(5520);
    expect(suggestedFine(narrow, { tier: 'light', baseFen: null }, 50)).toBeNull();
  });
});
