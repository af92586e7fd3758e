import { describe, expect, it } from 'vitest';
import type { Discretion, Penalty } from '#shared/domain/case-file/case-file.ts';
import { checkFine, isBelowMinimum, needsLapsedOrder, statutoryRange, tierRange } from '#shared/domain/money/fine-range.ts';
import { GUARDS } from '#shared/domain/procedure/guards/index.ts';
import { lawOf } from '#shared/domain/violation/versions.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { contextOf, walkTo } from '#tests/helpers/cases.ts';

const Z10: Violation = {
  id: 'Z10', channel: 'ZA', cause: '未配专职安全管理人员', subject: '施工单位', breached: '《中华人民共和国安全生产法》第二十四条', basis: '《中华人民共和国安全生产法》第九十七条第（一）项',
  otherMeasures: '', note: '', base: '', unit: 'yuan', min: 0, max: 100_000, tiers: { light: [0, 30_000], normal: [30_000, 70_000], heavy: [70_000, 100_000] }, fineOnlyAfterOrder: false, evidenceFlag: 'V',
  stages: [
    { on: 'overdue', unit: 'yuan', min: 100_000, max: 200_000, base: '', tiers: { light: [100_000, 130_000], normal: [130_000, 170_000], heavy: [170_000, 200_000] }, evidenceFlag: 'V' },
    { on: 'responsible', unit: 'yuan', min: 20_000, max: 50_000, base: '', tiers: null, evidenceFlag: 'V' },
    { on: 'gains', unit: 'multiple', min: 0, max: 3, base: '违法所得', tiers: null, capYuan: 30_000, evidenceFlag: 'M' },
  ],
};
const fine = (fineFen: number): Penalty => ({ kinds: fineFen === 0 ? ['warning'] : ['fine'], fineFen, confiscationFen: 0, otherItems: [] });
const discretion = (members: Partial<Discretion>): Discretion => ({ tier: 'light', baseFen: null, baseSource: '', factors: '', deviationReason: '', ...members });

describe('two-stage ranges (安全生产法第九十七条: up to 100,000, overdue 100,000–200,000)', () => {
  it('takes the range of the stage chosen', () => {
    expect(statutoryRange(Z10, null)).toEqual({ minFen: 0, maxFen: 10_000_000 });
    expect(statutoryRange(Z10, null, 'overdue')).toEqual({ minFen: 10_000_000, maxFen: 20_000_000 });
    expect(tierRange(Z10, discretion({ stage: 'overdue', tier: 'normal' }))).toEqual({ minFen: 13_000_000, maxFen: 17_000_000 });
    expect(statutoryRange(Z10, null, 'responsible')).toEqual({ minFen: 2_000_000, maxFen: 5_000_000 });
  });

  it('caps three times the gains at 30,000 yuan', () => {
    expect(statutoryRange(Z10, 500_000, 'gains')).toEqual({ minFen: 0, maxFen: 1_500_000 });
    expect(statutoryRange(Z10, 5_000_000, 'gains')).toEqual({ minFen: 0, maxFen: 3_000_000 });
    expect(statutoryRange(Z10, null, 'gains')).toBeNull();
  });

  it.each([
    ['150,000 is above the first range', fine(15_000_000), { tier: 'heavy' }, 'FINE_OUT_OF_RANGE'],
    ['and inside the overdue one', fine(15_000_000), { tier: 'normal', stage: 'overdue' }, null],
    ['90,000 is below the overdue one', fine(9_000_000), { tier: 'light', stage: 'overdue' }, 'FINE_OUT_OF_RANGE'],
    ['overdue commands a fine', fine(0), { stage: 'overdue' }, 'FINE_OUT_OF_RANGE'],
    ['the first range leaves it open', fine(0), {}, null],
    ['no tiers, no tier asked', fine(3_000_000), { tier: null, stage: 'responsible' }, null],
    ['a stage the article does not know', fine(3_000_000), { stage: 'consequence' }, 'DISCRETION_INCOMPLETE'],
    ['gains without a base', fine(1_000_000), { tier: null, stage: 'gains' }, 'DISCRETION_INCOMPLETE'],
  ] as const)('%s', (_name, penalty, chosen, code) => {
    expect(checkFine(penalty, discretion(chosen), Z10)?.code ?? null).toBe(code);
  });

  it('knows which presuppose a lapsed corrective order', () => {
    expect([needsLapsedOrder(Z10, null), needsLapsedOrder(Z10, 'overdue'), needsLapsedOrder(Z10, 'responsible'), needsLapsedOrder({ ...Z10, fineOnlyAfterOrder: true }, null)]).toEqual([false, true, false, true]);
    expect(isBelowMinimum(fine(9_000_000), discretion({ stage: 'overdue', deviationReason: '减轻' }), Z10)).toBe(true);
  });
});

describe('dated versions, 从旧兼从轻 (行政处罚法第三十七条)', () => {
  const amended = (max: number, oldMax: number): Violation => ({
    ...Z10, from: '2026-03-01', max, basis: '新规定第五条',
    formerVersions: [
      { from: null, to: '2024-12-31', breached: '旧规定', basis: '旧规定第二条', unit: 'none', min: 0, max: 0, base: '', tiers: null },
      { from: '2025-01-01', to: '2026-02-28', breached: '旧规定', basis: '旧规定第三条', unit: 'yuan', min: 10_000, max: oldMax, base: '', tiers: null },
    ],
  });
  const law = (violation: Violation, actOn: string, chosen: Partial<Discretion> = {}, decidedOn: string | null = '2026-06-01') => {
    const found = lawOf({ violations: new Map([[violation.id, violation]]), settings: null, today: '2026-06-01' }, { channel: 'ZA', violationId: violation.id, actOn, decidedOn, discretion: discretion(chosen) });
    if (found === null) throw new Error('no law');
    return found;
  };
  const basisOn = (violation: Violation, day: string) => law(violation, day, {}, day).violation.basis;

  it('finds the version by the day, both ends included', () => {
    const violation = amended(100_000, 50_000);
    expect(['2024-12-31', '2025-01-01', '2026-02-28', '2026-03-01'].map((day) => basisOn(violation, day))).toEqual(['旧规定第二条', '旧规定第三条', '旧规定第三条', '新规定第五条']);
    expect(law(violation, '2025-06-01', {}, '2025-06-01').violation.stages).toBeUndefined();
  });

  it('keeps the old law where the new one is heavier', () => {
    expect(law(amended(100_000, 50_000), '2026-02-28').violation.basis).toBe('旧规定第三条');
    expect(law(amended(100_000, 50_000), '2024-06-01').violation.basis).toBe('旧规定第二条');
  });

  it('takes the new law where it is lighter, today counting as long as nothing is decided', () => {
    const found = law(amended(30_000, 50_000), '2026-02-28', {}, null);
    expect(found.violation.basis).toBe('新规定第五条');
    expect(found.reason).toContain('处罚较轻，适用新的新规定第五条。依据行政处罚法第三十七条');
  });

  it('takes the lower minimum where the maximum stayed', () => {
    expect(law(amended(50_000, 50_000), '2026-02-28').violation.basis).toBe('新规定第五条');
  });

  it('stays with the old law until a missing base lets the two be compared', () => {
    const based: Violation = { ...amended(0, 50_000), unit: 'percent', min: 1, max: 2, base: '工程合同价款', tiers: null };
    expect(law(based, '2026-02-28').violation.basis).toBe('旧规定第三条');
    expect(law(based, '2026-02-28').reason).toContain('请先填写罚款基数');
    expect(law(based, '2026-02-28', { baseFen: 100_000_000 }).violation.basis).toBe('新规定第五条');
  });

  it('gives no reason where the law has one version', () => {
    expect(law(Z10, '2025-06-01')).toEqual({ violation: Z10, reason: '', refusal: null, benchmark: null });
    expect(law(amended(100_000, 50_000), '2026-04-01').violation.basis).toBe('新规定第五条');
  });

  it('refuses a law younger than the act', () => {
    const { formerVersions: _none, ...young } = amended(100_000, 50_000);
    expect(law(young, '2026-02-28').refusal).toMatchObject({ article: '行政处罚法第三十七条', message: expect.stringContaining('自2026年3月1日起施行') as string });
  });

  it('is what the procedure measures the fine by', () => {
    const run = walkTo('CONCL');
    const violation = run.world.violations.get('J16')!;
    const { id: _id, channel: _channel, cause: _cause, subject: _subject, ...rule } = violation;
    const heavier: Violation = { ...violation, from: '2026-03-01', basis: '新规定', min: 100_000, max: 200_000, tiers: null, formerVersions: [{ ...rule, from: null, to: '2026-02-28', basis: '旧规定' }] };
    const guard = (next: Violation, actOn: string) => {
      const context = { ...contextOf(run.world, 'head-one', '2026-03-17'), violations: new Map([['J16', next]]) };
      return GUARDS.penaltyInRange({ file: { ...run.file, actOn }, context, data: null });
    };
    expect(guard(heavier, '2026-02-10')).toBeNull();
    expect(guard(heavier, '2026-03-02')).toMatchObject({ code: 'FINE_OUT_OF_RANGE', article: '新规定' });
    expect(guard({ ...heavier, formerVersions: [] }, '2026-02-10')).toMatchObject({ article: '行政处罚法第三十七条' });
  });
});
