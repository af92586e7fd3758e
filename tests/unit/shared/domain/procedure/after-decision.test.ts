import { describe, expect, it } from 'vitest';
import { ledger } from '#shared/domain/money/ledger.ts';
import { openFineFen } from '#shared/domain/money/schedule.ts';
import { surcharge } from '#shared/domain/money/surcharge.ts';
import { CALENDAR_2026, type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';

/** Served on 2 April: to be paid by Friday 17 April. */
function withPenalty(fineFen: number, confiscationFen: number): CaseRun {
  const run = walkTo('SERVED');
  const decided = { kinds: ['fine' as const, 'confiscation' as const], fineFen, confiscationFen, otherItems: [] };
  run.aggregate = run.aggregate && { ...run.aggregate, file: { ...run.file, decided } };
  return run;
}

const defer = (run: CaseRun, on: string, plan: readonly { dueOn: string; amountFen: number }[]) =>
  run.step('apply-deferral', { by: O1, on }, { kind: plan.length > 1 ? 'instalments' : 'deferral', appliedOn: on, reason: '确有经济困难。', plan });

describe('a deferral (行政处罚法第六十六条第二款)', () => {
  it('covers the fine and not the confiscation, which keeps its day: nothing is owed twice', () => {
    const run = withPenalty(2_000_000, 1_000_000);
    expect(codeOf(defer(run, '2026-04-08', [{ dueOn: '2026-06-15', amountFen: 3_000_000 }]))).toBe('PLAN_INVALID');
    expect(codeOf(defer(run, '2026-04-08', [{ dueOn: '2026-06-15', amountFen: 2_000_000 }]))).toBe('ok');
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-04-09' });
    const book = ledger(run.file, CALENDAR_2026, '2026-04-20');
    expect(book.rows.map(({ kind, dueOn, openFen, overdue }) => [kind, dueOn, openFen, overdue])).toEqual([['confiscation', '2026-04-17', 1_000_000, true], ['fine', '2026-06-15', 2_000_000, false]]);
    expect(book.dueFen).toBe(3_000_000);
  });

  it('is not granted once the fine is paid and only the confiscation is left', () => {
    const run = withPenalty(2_000_000, 1_000_000);
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-04-08', amountFen: 2_000_000, receiptNo: 'P-1' } }, { by: O1, on: '2026-04-08' });
    expect(openFineFen(run.file)).toBe(0);
    expect(defer(run, '2026-04-08', [{ dueOn: '2026-06-15', amountFen: 1_000_000 }])).toMatchObject({ ok: false, error: { code: 'PLAN_INVALID', message: expect.stringContaining('只有罚款可以延期') } });
  });

  it('shrinks with a fine lowered since, from its last row', () => {
    const run = walkTo('SERVED');
    defer(run, '2026-04-08', [{ dueOn: '2026-05-15', amountFen: 1_000_000 }, { dueOn: '2026-06-15', amountFen: 1_000_000 }]);
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-04-09' });
    run.mustStep('change-decision', { by: 'leader-1', on: '2026-04-20' }, { result: 'changed', fineFen: 1_200_000 }, '计算有误。');
    expect(ledger(run.file, CALENDAR_2026, '2026-04-20').rows.map(({ dueOn, openFen }) => [dueOn, openFen])).toEqual([['2026-05-15', 1_000_000], ['2026-06-15', 200_000]]);
  });

  it('keeps its days free of surcharge when a second one is asked for, granted or refused: deferred to 15 June, five days from the 16th', () => {
    const run = walkTo('SERVED');
    defer(run, '2026-04-08', [{ dueOn: '2026-06-15', amountFen: 2_000_000 }]);
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-04-09' });
    run.mustStep('mark-overdue', { by: O1, on: '2026-06-16' });
    // 3 % of 20,000 yuan is 600 yuan a day: 16, 17, 18, 19, 20 June.
    const late = () => surcharge(run.file, CALENDAR_2026, '2026-06-20');
    expect(late()).toMatchObject({ startOn: '2026-06-16', days: 5, fen: 300_000 });
    expect(codeOf(defer(run, '2026-06-20', [{ dueOn: '2026-09-15', amountFen: 2_000_000 }]))).toBe('ok');
    expect(late()).toMatchObject({ startOn: '2026-06-16', days: 5, fen: 300_000 });
    run.mustStep('refuse-deferral', { by: 'leader-1', on: '2026-06-20' }, {}, '已延期一次。');
    expect(run.file.deferral).toMatchObject({ approvedOn: '2026-04-09' });
    expect(late()).toMatchObject({ days: 5, fen: 300_000 });
    defer(run, '2026-06-20', [{ dueOn: '2026-09-15', amountFen: 2_000_000 }]);
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-06-20' });
    // From the 20th on nothing is overdue until 15 September: 16 to 19 June stay.
    expect(surcharge(run.file, CALENDAR_2026, '2026-09-15')).toMatchObject({ days: 4, fen: 240_000 });
  });
});

describe('a decision the bureau changes by itself (行政处罚法第七十五条)', () => {
  const change = (run: CaseRun, data: object) => codeOf(run.step('change-decision', { by: 'leader-1', on: '2026-05-06' }, { result: 'changed', ...data }, '计算有误。'));

  it('is no way round the collective: J16 commands 10,000 yuan at least, its tier 37,000 at most (第五十七条第二款)', () => {
    const run = walkTo('SERVED');
    expect([change(run, { fineFen: 999_999 }), change(run, { fineFen: 1_000_000 })]).toEqual(['COLLECTIVE_DISCUSSION_REQUIRED', 'ok']);
  });

  it('is not made heavier behind an answer the step never asked for: an old remedy named beside it', () => {
    const run = walkTo('SERVED');
    expect(change(run, { fineFen: 2_500_000, remedyId: 'remedy-01' })).toBe('PENALTY_HEAVIER_THAN_NOTIFIED');
  });

  it('is not changed to nothing: that is a revocation', () => {
    expect(change(walkTo('SERVED'), { fineFen: 0 })).toBe('FIELD_INVALID');
  });

  it('follows a court or reconsideration organ below the minimum as well', () => {
    const run = walkTo('SERVED');
    run.mustStep('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'reconsideration', organ: '苏州市人民政府', acceptedOn: '2026-04-09' });
    run.evidence('evidence-outcome', '行政复议决定书', { by: O1, on: '2026-05-20' });
    const end = (fineFen: number) => codeOf(run.step('end-remedy', { by: O1, on: '2026-05-20' }, { remedyId: 'remedy-01', endedOn: '2026-05-19', result: 'changed', evidenceId: 'evidence-outcome', fineFen }, '按复议决定办理。'));
    expect([end(0), end(500_000)]).toEqual(['FIELD_INVALID', 'ok']);
  });
});

describe('a remedy against a decision that the bureau has made anew meanwhile', () => {
  it('ends without touching the new decision', () => {
    const run = walkTo('SERVED');
    run.mustStep('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'reconsideration', organ: '苏州市人民政府', acceptedOn: '2026-04-09' });
    run.mustStep('change-decision', { by: 'leader-1', on: '2026-04-15' }, { result: 'redo' }, '程序违法。');
    const { file } = run;
    const decided = { kinds: ['fine' as const], fineFen: 1_500_000, confiscationFen: 0, otherItems: [] };
    run.aggregate = { ...run.aggregate!, file: { ...file, stage: 'SERVED', decided, decidedOn: '2026-05-18', servedOn: '2026-05-18' } };
    run.evidence('evidence-outcome', '行政复议决定书', { by: O1, on: '2026-06-10' });
    run.mustStep('end-remedy', { by: O1, on: '2026-06-10' }, { remedyId: 'remedy-01', endedOn: '2026-06-09', result: 'revoked', evidenceId: 'evidence-outcome' }, '原决定已撤销。');
    expect(run.file).toMatchObject({ stage: 'SERVED', decidedOn: '2026-05-18', decided: { fineFen: 1_500_000 }, remedies: [{ result: 'revoked', endedOn: '2026-06-09' }] });
  });
});

describe('goods held beyond the term (行政处罚法第五十六条；行政强制法第二十八条)', () => {
  it('can only be released: kept on Wednesday 11 March, seven working days end on Friday 20 March', () => {
    const run = walkTo('INVEST');
    const measure = { id: 'measure-01', kind: 'preservation' as const, reason: '', powerClause: '', items: [], place: '', keeper: '', approvedOn: '2026-03-10', startedOn: '2026-03-11', extendedDays: 0, settledOn: null, outcome: null };
    run.aggregate = run.aggregate && { ...run.aggregate, file: { ...run.file, measures: [measure] } };
    const settle = (outcome: string, on: string) => codeOf(run.step('settle-measure', { by: 'leader-1', on }, { measureId: 'measure-01', outcome }));
    expect([settle('appraisal', '2026-03-21'), settle('to-seizure', '2026-03-23'), settle('released', '2026-03-23')]).toEqual(['MEASURE_NOT_ALLOWED', 'MEASURE_NOT_ALLOWED', 'ok']);
    run.aggregate = { ...run.aggregate!, file: { ...run.file, measures: [measure] } };
    expect(settle('appraisal', '2026-03-20')).toBe('ok');
  });
});
