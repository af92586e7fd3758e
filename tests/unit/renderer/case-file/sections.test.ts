import { describe, expect, it } from 'vitest';
import { sortedDeadlines } from '#renderer/features/case-file/due.ts';
import { fieldText } from '#renderer/features/case-file/field-text.ts';
import { balanceOf, paymentErrors } from '#renderer/features/case-file/payment.ts';
import { checkPenalty, discretionOf, penaltyOf } from '#renderer/features/case-file/penalty-check.ts';
import { sectionInView } from '#renderer/features/case-file/sections.ts';
import { peopleOf, timelineDays } from '#renderer/features/case-file/timeline.ts';
import { rangeText, tierText, violationMatches } from '#renderer/features/case-file/violation-text.ts';
import { parseYuan } from '#renderer/ui/money.ts';
import { createWorld, VIOLATIONS, walkTo } from '../../../helpers/cases.ts';

const world = createWorld();
const archive = VIOLATIONS[0]!;
const permit = VIOLATIONS[1]!;

describe('amounts typed in yuan', () => {
  it.each([['20000', 2_000_000], ['20,000.5', 2_000_050], ['２万', 2_000_000], ['1.25万', 1_250_000], ['¥ 3亿', 30_000_000_000], ['0.01', 1], ['0', 0]])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });
  it.each(['', 'abc', '1.234', '-5', '1.2.3', '12345678901234'])('refuses %s', (text) => {
    expect(parseYuan(text)).toBeNull();
  });
});

describe('the live check of a penalty', () => {
  const form = (values: Record<string, unknown>) => (path: string): unknown => values[path];

  it('gives range and tier in yuan of a share of the base, and accepts a fine inside', () => {
    const value = form({ 'discretion.tier': 'light', 'discretion.baseFen': 1_000_000_000, 'discretion.baseSource': '施工合同', 'proposed.kinds': ['fine'], 'proposed.fineFen': 12_000_000 });
    expect(checkPenalty(permit, discretionOf(value), penaltyOf(value))).toEqual({
      statutory: '100,000.00元至200,000.00元', tier: '100,000.00元至130,000.00元', refusal: null, needsDiscussion: false,
    });
  });

  it('refuses a fine above the article, and asks for a reason outside the tier', () => {
    const value = (fineFen: number) => form({ 'discretion.tier': 'light', 'proposed.kinds': ['fine'], 'proposed.fineFen': fineFen });
    const above = value(11_000_000);
    expect(checkPenalty(archive, discretionOf(above), penaltyOf(above)).refusal?.code).toBe('FINE_OUT_OF_RANGE');
    const outside = value(5_000_000);
    expect(checkPenalty(archive, discretionOf(outside), penaltyOf(outside))).toMatchObject({ refusal: { code: 'TIER_DEVIATION_UNEXPLAINED' }, needsDiscussion: true });
  });

  it('says nothing before a kind is chosen', () => {
    const empty = form({});
    expect(checkPenalty(archive, discretionOf(empty), penaltyOf(empty)).refusal).toBeNull();
    expect(checkPenalty(null, discretionOf(empty), penaltyOf(empty)).statutory).toBe('');
  });

  it('words range and tiers as the article measures them', () => {
    expect([rangeText(archive), rangeText(permit), tierText(permit, 'light')]).toEqual(['1万元至10万元', '合同价款的 1%至2%', '轻微 1%至1.3%']);
    expect([violationMatches(permit, '施工许可'), violationMatches(permit, 'j01'), violationMatches(permit, '招标')]).toEqual([true, true, false]);
  });
});

describe('payments', () => {
  it('are what is owed less what has come in', () => {
    expect(balanceOf(walkTo('SERVED').file)).toEqual({ owedFen: 2_000_000, paidFen: 0, openFen: 2_000_000 });
    expect(balanceOf(walkTo('CLOSED').file).openFen).toBe(0);
  });

  it('are checked at the field', () => {
    const { file } = walkTo('SERVED');
    expect(paymentErrors({ paidOn: null, amountFen: null, receiptNo: '' }, file, '2026-04-08')).toEqual({ paidOn: '请填写缴款日期', amountFen: '请填写金额', receiptNo: '请填写罚没票据号' });
    expect(paymentErrors({ paidOn: '2026-04-09', amountFen: 3_000_000, receiptNo: 'P1' }, file, '2026-04-08')).toEqual({ paidOn: '缴款日期不能晚于今天', amountFen: '超过尚欠金额 20,000.00 元' });
    expect(paymentErrors({ paidOn: '2026-04-08', amountFen: 2_000_000, receiptNo: 'P1' }, file, '2026-04-08')).toEqual({});
  });
});

describe('what a case page lists', () => {
  it('puts what is due first on top and what is met last', () => {
    const { items, error } = sortedDeadlines(walkTo('NOTIFIED').file, { calendar: world.calendar, settings: world.settings, today: '2026-03-25' });
    expect(error).toBeNull();
    // Administrative Penalty Law, arts. 45, 85: served Thursday 2026-03-19, five working days end Thursday 2026-03-26.
    expect(items[0]).toMatchObject({ key: 'defence', dueOn: '2026-03-26', remaining: 1 });
    expect(items.map((item) => item.dueOn)).toEqual([...items.map((item) => item.dueOn)].sort());
  });

  it('still lists what can be counted where the calendar ends', () => {
    const file = { ...walkTo('SERVED').file, closingGroundOn: '2026-12-28' };
    const { items, error } = sortedDeadlines(file, { calendar: world.calendar, settings: world.settings, today: '2026-12-28' });
    expect(error?.code).toBe('CALENDAR_NOT_MAINTAINED');
    expect(items.length).toBeGreaterThan(0);
  });

  it('tells the course of the case newest first, by person and word', () => {
    const { timeline } = walkTo('INVEST').file;
    const days = timelineDays(timeline, { officerId: '', text: '' });
    expect(days.map((day) => day.date)).toEqual(['2026-03-06', '2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02']);
    expect(timelineDays(timeline, { officerId: 'head-one', text: '' }).map((day) => day.date)).toEqual(['2026-03-03']);
    expect(timelineDays(timeline, { officerId: '', text: '没有这样的事' })).toEqual([]);
    expect(peopleOf(timeline).map((person) => person.name)).toEqual(['甲承办', '庚大队', '癸局长']);
  });

  it('knows the section that is being read', () => {
    const tops = [{ anchor: 'a', top: -500 }, { anchor: 'b', top: 20 }, { anchor: 'c', top: 600 }];
    expect(sectionInView(tops, 48)).toBe('b');
  });

  it('says so where nothing is filled in', () => {
    expect([fieldText('text', '', {}), fieldText('money', 1234500, {}), fieldText('choice', 'unit', { unit: '法人' }), fieldText('text', [], {})]).toEqual(['未填写', '12,345.00 元', '法人', '未填写']);
  });
});
