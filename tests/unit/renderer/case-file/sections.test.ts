import { describe, expect, it } from 'vitest';
import { sortedDeadlines } from '#renderer/features/case-file/due.ts';
import { fieldText } from '#renderer/features/case-file/field-text.ts';
import { accountOf, paymentErrors, planRows } from '#renderer/features/case-file/payment.ts';
import { checkPenalty, discretionOf, parseScore, penaltyOf, proposalOf } from '#renderer/features/case-file/penalty-check.ts';
import { sectionInView, sectionsOf } from '#renderer/features/case-file/sections.ts';
import { kindOf, peopleOf, timelineDays } from '#renderer/features/case-file/timeline.ts';
import { stageChoices, tierText, untabledText, violationMatches } from '#renderer/features/case-file/violation-text.ts';
import { rangeText } from '#shared/domain/violation/range-text.ts';
import { underTable } from '#shared/domain/discretion/overlay.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { parseYuan } from '#renderer/ui/money.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { createWorld, VIOLATIONS, walkTo } from '../../../helpers/cases.ts';
import { channelBody, TABLE } from '../../../helpers/discretion.ts';
import { hearingRequested } from '../../../helpers/lines.ts';

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
  const law = (violation: Violation) => ({ violation, reason: '', refusal: null });
  const form = (values: Record<string, unknown>) => (path: string): unknown => values[path];

  it('gives range and tier in yuan of a share of the base, and accepts a fine inside', () => {
    const value = form({ 'discretion.tier': 'light', 'discretion.baseFen': 1_000_000_000, 'discretion.baseSource': '施工合同', 'proposed.kinds': ['fine'], 'proposed.fineFen': 12_000_000 });
    expect(checkPenalty(law(permit), discretionOf(value), penaltyOf(value))).toEqual({
      statutory: '100,000.00元至200,000.00元', tier: '100,000.00元至130,000.00元', refusal: null, needsDiscussion: false,
    });
  });

  it('refuses a fine above the article, and asks for a reason outside the tier', () => {
    const value = (fineFen: number) => form({ 'discretion.tier': 'light', 'proposed.kinds': ['fine'], 'proposed.fineFen': fineFen });
    const above = value(11_000_000);
    expect(checkPenalty(law(archive), discretionOf(above), penaltyOf(above)).refusal?.code).toBe('FINE_OUT_OF_RANGE');
    const outside = value(5_000_000);
    expect(checkPenalty(law(archive), discretionOf(outside), penaltyOf(outside))).toMatchObject({ refusal: { code: 'TIER_DEVIATION_UNEXPLAINED' }, needsDiscussion: true });
  });

  it('measures by the other range of the article once it is chosen', () => {
    const tiers = { light: [20_000, 30_000], normal: [30_000, 40_000], heavy: [40_000, 50_000] } as const;
    const staged: Violation = { ...archive, stages: [{ on: 'overdue', evidenceFlag: 'V', unit: 'yuan', min: 20_000, max: 50_000, base: '', tiers }] };
    expect(stageChoices(staged)).toEqual([{ key: '', label: '一般情形：1万元至10万元' }, { key: 'overdue', label: '责令限期改正后逾期未改正：2万元至5万元' }]);
    const value = form({ 'discretion.tier': 'light', 'discretion.stage': 'overdue', 'proposed.kinds': ['fine'], 'proposed.fineFen': 6_000_000 });
    expect(checkPenalty(law(staged), discretionOf(value), penaltyOf(value))).toMatchObject({ statutory: '20,000.00元至50,000.00元', tier: '20,000.00元至30,000.00元', refusal: { code: 'FINE_OUT_OF_RANGE' } });
  });

  it('proposes the fine of the table\'s formula once every factor asked, the tier and the base are there', () => {
    const table = { ...TABLE, key: 'GCJS', effectiveFrom: '2026-01-01' };
    const benchmarked = { violation: underTable(permit, permit, table), reason: '', refusal: null, benchmark: { table, row: TABLE.rows[1]! } };
    const proposal = (values: Record<string, unknown>) => proposalOf(benchmarked, discretionOf(form(values)));
    const scored = { 'discretion.scores.scale': 20, 'discretion.scores.consequence': 60, 'discretion.scores.repeats': 0 };
    expect(proposal({ 'discretion.scores.scale': 20 })).toEqual({ missing: 2, weight: null, fineFen: null });
    expect(proposal(scored)).toEqual({ missing: 0, weight: 36, fineFen: null });
    // 1.2 % of 12,800,000 yuan and 36 % of the way to 1.6 %: 153,600 + 18,432 = 172,032 → 172,000 yuan.
    expect(proposal({ ...scored, 'discretion.tier': 'normal', 'discretion.baseFen': 1_280_000_000 })).toEqual({ missing: 0, weight: 36, fineFen: 17_200_000 });
    expect(proposalOf({ ...benchmarked, benchmark: null }, discretionOf(form(scored)))).toBeNull();
    expect(proposalOf(null, discretionOf(form(scored)))).toBeNull();
  });

  it('reads a score of whole points from 0 to 100', () => {
    expect(['0', ' 100 ', '４５', '', '101', '-1', '1.5', '高'].map(parseScore)).toEqual([0, 100, 45, null, undefined, undefined, undefined, undefined]);
  });

  it('names the table only noted, and one that leaves the article undivided', () => {
    expect(untabledText(null, 'JC')).toContain('待录入');
    const settings = { ...DEFAULT_SETTINGS, channels: [{ ...channelBody('GCJS'), key: 'JC' }] };
    expect([untabledText(settings, 'JC'), untabledText(settings, 'ZA')]).toEqual(['未就本条款划分，按违法行为目录的档次', '']);
  });

  it('says nothing before a kind is chosen', () => {
    const empty = form({});
    expect(checkPenalty(law(archive), discretionOf(empty), penaltyOf(empty)).refusal).toBeNull();
    expect(checkPenalty(null, discretionOf(empty), penaltyOf(empty)).statutory).toBe('');
  });

  it('words range and tiers as the article measures them', () => {
    expect([rangeText(archive), rangeText(permit), tierText(permit, 'light')]).toEqual(['1万元至10万元', '合同价款的 1%至2%', '轻微 1%至1.3%']);
    expect([violationMatches(permit, '施工许可'), violationMatches(permit, 'j01'), violationMatches(permit, '招标')]).toEqual([true, true, false]);
  });
});

describe('payments', () => {
  const book = (file: CaseFile, today: string) => accountOf(file, world.calendar, today);

  it('are what is owed less what has come in', () => {
    expect(book(walkTo('SERVED').file, '2026-04-08')).toMatchObject({ owedFen: 2_000_000, paidFen: 0, openFen: 2_000_000, surplusFen: 0 });
    expect(book(walkTo('CLOSED').file, '2026-04-10')).toMatchObject({ openFen: 0, paidFen: 2_000_000 });
  });

  it('count the surcharge only where the bureau imposed it', () => {
    const run = walkTo('SERVED');
    // Served 2 April 2026: the fifteenth day is Friday 17 April; Monday the 20th is the third day overdue, 3 % a day of 20,000 yuan.
    expect(book(run.file, '2026-04-20').openFen).toBe(2_000_000);
    run.mustStep('mark-overdue', { by: 'officer-1', on: '2026-04-20' });
    const account = book(run.file, '2026-04-20');
    expect([account.openFen, account.surcharge.days, account.rows.map((row) => row.kind)]).toEqual([2_180_000, 3, ['fine', 'surcharge']]);
    expect(account.surcharge.explanation).toContain('计3日');
  });

  it('are matched against the rows of a plan once it is approved', () => {
    const run = walkTo('SERVED');
    const plan = [{ dueOn: '2026-05-20', amountFen: 800_000 }, { dueOn: '2026-06-22', amountFen: 1_200_000 }];
    run.mustStep('apply-deferral', { by: 'officer-1', on: '2026-04-08' }, { kind: 'instalments', appliedOn: '2026-04-08', reason: '资金困难', plan });
    expect(planRows(run.file, world.calendar, '2026-04-08').map((row) => row.openFen)).toEqual([800_000, 1_200_000]);
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-04-09' });
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-05-18', amountFen: 1_000_000, receiptNo: 'P-0001' } }, { by: 'officer-1', on: '2026-05-18' });
    expect(planRows(run.file, world.calendar, '2026-05-18').map((row) => [row.paidFen, row.openFen])).toEqual([[800_000, 0], [200_000, 1_000_000]]);
  });

  it('are checked at the field', () => {
    const { file } = walkTo('SERVED');
    const errors = (paidOn: string | null, amountFen: number | null, receiptNo: string) => paymentErrors({ paidOn, amountFen, receiptNo }, file, 2_000_000, '2026-04-08');
    expect(errors(null, null, '')).toEqual({ paidOn: '请填写缴款日期', amountFen: '请填写金额', receiptNo: '请填写罚没票据号' });
    expect(errors('2026-04-09', 3_000_000, 'P1')).toEqual({ paidOn: '缴款日期不能晚于今天', amountFen: '超过尚欠金额 20,000.00 元' });
    expect(errors('2026-04-08', 2_000_000, 'P1')).toEqual({});
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
    expect(timelineDays(timeline, { officerId: '', text: '', from: '2026-03-04', to: '2026-03-05' }).map((day) => day.date)).toEqual(['2026-03-05', '2026-03-04']);
    expect(timelineDays(timeline, { officerId: '', text: '', kind: 'approval' }).map((day) => day.date)).toEqual(['2026-03-06', '2026-03-05', '2026-03-03']);
    expect(timelineDays(timeline, { officerId: '', text: '', kind: 'evidence' }).flatMap((day) => day.entries.map(kindOf))).toEqual(['evidence']);
    expect(peopleOf(timeline).map((person) => person.name)).toEqual(['甲承办', '庚大队', '癸局长']);
  });

  it('shows a side line only where the case took it', () => {
    const plain = sectionsOf(walkTo('INVEST').file, false).map((section) => section.anchor);
    expect(plain).not.toContain('case-hearing');
    expect(sectionsOf(hearingRequested().file, false).map((section) => section.anchor)).toEqual(expect.arrayContaining(['case-hearing', 'case-exclusions']));
    expect(sectionsOf(walkTo('INVEST').file, true).map((section) => section.anchor)).toContain('case-linked');
  });

  it('knows the section that is being read', () => {
    const tops = [{ anchor: 'a', top: -500 }, { anchor: 'b', top: 20 }, { anchor: 'c', top: 600 }];
    expect(sectionInView(tops, 48)).toBe('b');
  });

  it('says so where nothing is filled in', () => {
    expect([fieldText('text', '', {}), fieldText('money', 1234500, {}), fieldText('choice', 'unit', { unit: '法人' }), fieldText('text', [], {})]).toEqual(['未填写', '12,345.00 元', '法人', '未填写']);
  });
});
