import { describe, expect, it } from 'vitest';
import type { CaseFile, Payment } from '#shared/domain/case-file/case-file.ts';
import { ledger } from '#shared/domain/money/ledger.ts';
import { surcharge } from '#shared/domain/money/surcharge.ts';
import { CALENDAR } from '../time-limit/scenarios/calendar.ts';
import { FINE, remedy, served } from '../time-limit/scenarios/file.ts';

const pay = (id: string, paidOn: string, amountFen: number): Payment => ({ id, paidOn, amountFen, receiptNo: id });
const PLAN = [{ dueOn: '2026-05-15', amountFen: 1_000_000 }, { dueOn: '2026-06-15', amountFen: 1_000_000 }];
const deferral = (approvedOn: string, plan = PLAN) => ({ kind: 'instalments', appliedOn: '2026-04-10', reason: '经营困难', approvedOn, plan } as const);

/** What happened, the file, the day, days counted, days frozen, fen. A fine of 20,000 yuan, to be paid by Friday 17 April 2026. */
const SCENARIOS: readonly (readonly [name: string, changes: Partial<CaseFile>, today: string, days: number, frozen: number, fen: number])[] = [
  ['nothing on the last day to pay', {}, '2026-04-17', 0, 0, 0],
  ['3 % on the first day after it', {}, '2026-04-18', 1, 0, 60_000],
  ['30 days: 13 of April and 17 of May', {}, '2026-05-17', 30, 0, 1_800_000],
  ['33 days are 99 %', {}, '2026-05-20', 33, 0, 1_980_000],
  ['the 34th reaches the fine and no more', {}, '2026-05-21', 34, 0, 2_000_000],
  ['the cap holds', {}, '2026-07-01', 34, 0, 2_000_000],
  ['half paid on the 20th: three days of all, four of the rest', { payments: [pay('p1', '2026-04-20', 1_000_000)] }, '2026-04-24', 7, 0, 300_000],
  ['all paid on the 20th: three days and no more', { payments: [pay('p1', '2026-04-20', 2_000_000)] }, '2026-05-30', 3, 0, 180_000],
  ['paid in time', { payments: [pay('p1', '2026-04-17', 2_000_000)] }, '2026-05-30', 0, 0, 0],
  ['reconsideration of 20 to 29 April stands still: 18 19, 30, 1 May', { remedies: [remedy({ acceptedOn: '2026-04-20', endedOn: '2026-04-29', result: 'upheld' })] }, '2026-05-01', 4, 10, 240_000],
  ['a remedy that runs since before: 13 and 30 days frozen', { remedies: [remedy({ acceptedOn: '2026-04-10' })] }, '2026-05-30', 0, 43, 0],
  ['two remedies that overlap freeze a day once', { remedies: [remedy({ acceptedOn: '2026-04-18', endedOn: '2026-04-22', result: 'upheld' }), remedy({ id: 'r2', kind: 'suit', acceptedOn: '2026-04-22', endedOn: '2026-04-25', result: 'rejected' })] }, '2026-04-26', 1, 8, 60_000],
  ['a deferral approved in time moves the day', { deferral: deferral('2026-04-15', [{ dueOn: '2026-06-15', amountFen: 2_000_000 }]) }, '2026-06-16', 1, 0, 60_000],
  ['one approved late leaves the days before it: 18 19', { deferral: deferral('2026-04-20', [{ dueOn: '2026-06-15', amountFen: 2_000_000 }]) }, '2026-05-30', 2, 0, 120_000],
  ['a missed instalment costs 3 % of itself', { deferral: deferral('2026-04-15') }, '2026-05-20', 5, 0, 150_000],
  ['both missed: 31 days of the first, one of both', { deferral: deferral('2026-04-15') }, '2026-06-16', 32, 0, 990_000],
  ['a confiscation bears none', { decided: { ...FINE, kinds: ['confiscation'], fineFen: 0, confiscationFen: 500_000 } }, '2026-05-30', 0, 0, 0],
  ['fractions of a fen are dropped: 3 % of 333.33 yuan', { decided: { ...FINE, fineFen: 33_333 } }, '2026-04-18', 1, 0, 999],
  ['not before service', { servedOn: null }, '2026-05-30', 0, 0, 0],
];

describe('surcharge (行政处罚法第七十二条第一款第一项、第七十三条第三款)', () => {
  it.each(SCENARIOS)('%s', (_name, changes, today, days, frozenDays, fen) => {
    expect(surcharge(served(changes), CALENDAR, today)).toMatchObject({ days, frozenDays, fen });
  });

  it('explains itself', () => {
    const late = surcharge(served({ remedies: [remedy({ acceptedOn: '2026-04-20', endedOn: '2026-04-29', result: 'upheld' })] }), CALENDAR, '2026-05-01');
    expect(late.explanation).toBe(
      '自2026年4月18日起每日按逾期未缴罚款的百分之三加处，计4日，行政复议、行政诉讼期间10日不予计算，共2,400.00元；以罚款本数20,000.00元为限。依据行政处罚法第七十二条第一款第一项、第七十三条第三款。',
    );
    expect(surcharge(served(), CALENDAR, '2026-07-01').explanation).toContain('已于2026年5月21日达到罚款本数20,000.00元，不再增加');
    expect(surcharge(served(), CALENDAR, '2026-04-10').explanation).toContain('没有应当加处的罚款');
  });
});

describe('the ledger', () => {
  const both = { ...FINE, kinds: ['fine', 'confiscation'] as const, confiscationFen: 500_000 };
  const rows = (file: CaseFile, today: string) => ledger(file, CALENDAR, today).rows.map((row) => [row.label, row.dueOn, row.fen, row.paidFen, row.openFen, row.overdue]);

  it('matches the fine before the confiscation of the same day', () => {
    expect(rows(served({ decided: both, payments: [pay('p1', '2026-04-10', 2_100_000)] }), '2026-04-12')).toEqual([
      ['罚款', '2026-04-17', 2_000_000, 2_000_000, 0, false], ['没收违法所得', '2026-04-17', 500_000, 100_000, 400_000, false],
    ]);
  });

  it('matches the oldest due first: the confiscation of April before the instalments of May and June', () => {
    const file = served({ decided: both, deferral: deferral('2026-04-15'), payments: [pay('p1', '2026-04-16', 900_000)] });
    expect(rows(file, '2026-05-01')).toEqual([
      ['没收违法所得', '2026-04-17', 500_000, 500_000, 0, false], ['罚款（第1期）', '2026-05-15', 1_000_000, 400_000, 600_000, false], ['罚款（第2期）', '2026-06-15', 1_000_000, 0, 1_000_000, false],
    ]);
  });

  it('keeps the day of what a plan does not cover', () => {
    const file = served({ deferral: deferral('2026-04-15', [{ dueOn: '2026-05-15', amountFen: 1_500_000 }]), payments: [pay('p1', '2026-04-14', 500_000)] });
    expect(rows(file, '2026-04-20')).toEqual([['罚款', '2026-04-17', 500_000, 500_000, 0, false], ['罚款（延期缴纳）', '2026-05-15', 1_500_000, 0, 1_500_000, false]]);
  });

  it('matches the surcharge last, and tells what was paid too much', () => {
    const book = ledger(served({ payments: [pay('p2', '2026-04-21', 200_000), pay('p1', '2026-04-20', 2_000_000)] }), CALENDAR, '2026-04-25');
    expect(book).toMatchObject({ dueFen: 2_180_000, paidFen: 2_180_000, openFen: 0, surplusFen: 20_000 });
    expect(book.rows.at(-1)).toMatchObject({ kind: 'surcharge', fen: 180_000, matches: [{ paymentId: 'p2', fen: 180_000 }] });
  });

  it('takes off what an execution agreement reduced only once the rest is paid (行政强制法第四十二条)', () => {
    const agreement = { signedOn: '2026-06-01', plan: [], surchargeReducedFen: 1_500_000 };
    expect(ledger(served({ agreement }), CALENDAR, '2026-06-10').openFen).toBe(4_000_000);
    expect(ledger(served({ agreement, payments: [pay('p1', '2026-06-05', 2_000_000)] }), CALENDAR, '2026-06-10').openFen).toBe(500_000);
  });

  it('counts no payment of a later day', () => {
    expect(ledger(served({ payments: [pay('p1', '2026-04-16', 2_000_000)] }), CALENDAR, '2026-04-15')).toMatchObject({ paidFen: 0, openFen: 2_000_000 });
  });

  it('is empty before service', () => {
    expect(ledger(served({ servedOn: null }), CALENDAR, '2026-04-15')).toMatchObject({ rows: [], dueFen: 0 });
  });
});
