import { describe, expect, it } from 'vitest';
import { owedFen } from '#shared/domain/procedure/guards/index.ts';
import { CALENDAR_2026, createWorld, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, demanded, paper } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';
/** Working days of 2027 must be counted for the court's window. */
const WORLD = createWorld({ calendar: { ...CALENDAR_2026, years: [2026, 2027] } });

describe('deferral and instalments (行政处罚法第六十六条第二款)', () => {
  const plan = [{ dueOn: '2026-05-15', amountFen: 1_200_000 }, { dueOn: '2026-06-15', amountFen: 800_000 }];
  const apply = { kind: 'instalments', appliedOn: '2026-04-08', reason: '经营困难。', plan };

  it('follow a plan that adds up to what is owed, and close when it is paid', () => {
    const run = walkTo('SERVED');
    run.mustStep('apply-deferral', { by: O1, on: '2026-04-08' }, apply);
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-04-09' });
    expect(run.file).toMatchObject({ stage: 'DEFER', deferral: { approvedOn: '2026-04-09' } });
    expect(codeOf(run.step('mark-overdue', { by: O1, on: '2026-05-15' }))).toBe('PAYMENT_NOT_OVERDUE');
    expect(codeOf(run.step('complete-deferral', { by: O1, on: '2026-05-15' }))).toBe('PERFORMANCE_INCOMPLETE');
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-05-14', amountFen: 1_200_000, receiptNo: 'P-1' } }, { by: O1, on: '2026-05-14' });
    run.must('payment.record', { payment: { id: 'payment-02', paidOn: '2026-06-12', amountFen: 800_000, receiptNo: 'P-2' } }, { by: O1, on: '2026-06-12' });
    run.mustStep('complete-deferral', { by: O1, on: '2026-06-12' });
    run.mustStep('propose-closing', { by: O1, on: '2026-06-15' }, { otherItemsDone: true });
    expect(run.file).toMatchObject({ stage: 'CLOSE_APPR', closingGroundOn: '2026-06-12' });
    run.mustStep('return-closing', { by: 'leader-1', on: '2026-06-16' }, {}, '补正。');
    expect(run.file.stage).toBe('SERVED');
  });

  it('refuse a plan that does not', () => {
    const run = walkTo('SERVED');
    const tried = (data: object) => codeOf(run.step('apply-deferral', { by: O1, on: '2026-04-08' }, { ...apply, ...data }));
    expect(tried({ plan: [{ dueOn: '2026-05-15', amountFen: 1_200_000 }, { dueOn: '2026-06-15', amountFen: 700_000 }] })).toBe('PLAN_INVALID');
    expect(tried({ plan: [{ dueOn: '2026-06-15', amountFen: 1_200_000 }, { dueOn: '2026-05-15', amountFen: 800_000 }] })).toBe('PLAN_INVALID');
    expect(tried({ plan: [{ dueOn: '2026-05-15', amountFen: 2_000_000 }] })).toBe('PLAN_INVALID');
    expect(tried({ appliedOn: '2026-04-01' })).toBe('DATES_OUT_OF_ORDER');
    expect(codeOf(run.step('approve-deferral', { by: 'leader-1', on: '2026-04-09' }))).toBe('STEP_NOT_ALLOWED');
  });

  it('fall overdue with a missed row', () => {
    const run = walkTo('SERVED');
    run.mustStep('apply-deferral', { by: O1, on: '2026-04-08' }, apply);
    run.mustStep('approve-deferral', { by: 'leader-1', on: '2026-04-09' });
    run.mustStep('mark-overdue', { by: O1, on: '2026-05-16' });
    expect(run.file.stage).toBe('OVERDUE');
  });
});

describe('late payment (行政处罚法第七十二条第一款)', () => {
  it('is overdue from the sixteenth day', () => {
    // Served on 2 April: the fifteenth day is Friday 17 April.
    expect(codeOf(walkTo('SERVED').step('mark-overdue', { by: O1, on: '2026-04-17' }))).toBe('PAYMENT_NOT_OVERDUE');
    expect(codeOf(walkTo('SERVED').step('mark-overdue', { by: O1, on: '2026-04-18' }))).toBe('ok');
  });

  it('costs three per cent a day, which must be paid before the case is closed', () => {
    const run = walkTo('SERVED');
    run.mustStep('mark-overdue', { by: O1, on: '2026-04-20' });
    // 18, 19 and 20 April: three days of 3 % of 20,000 yuan.
    expect(owedFen(run.file, CALENDAR_2026, '2026-04-20')).toBe(2_000_000 + 180_000);
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-04-20', amountFen: 2_000_000, receiptNo: 'P-1' } }, { by: O1, on: '2026-04-20' });
    expect(run.step('propose-closing', { by: O1, on: '2026-04-21' }, { otherItemsDone: true })).toMatchObject({ ok: false, error: { code: 'PERFORMANCE_INCOMPLETE', message: expect.stringContaining('1,800.00元（含加处罚款）') } });
    run.must('payment.record', { payment: { id: 'payment-02', paidOn: '2026-04-21', amountFen: 180_000, receiptNo: 'P-2' } }, { by: O1, on: '2026-04-21' });
    run.mustStep('propose-closing', { by: O1, on: '2026-04-21' }, { otherItemsDone: true });
  });

  it('is not declared while execution is stayed', () => {
    const run = walkTo('SERVED');
    run.mustStep('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'reconsideration', organ: '苏州市人民政府', acceptedOn: '2026-04-10', stay: true });
    expect(codeOf(run.step('mark-overdue', { by: O1, on: '2026-04-20' }))).toBe('REMEDY_RUNNING');
  });
});

describe('enforcement by the court (行政强制法第五十三条至第五十八条)', () => {
  const apply = (on: string) => ({ court: '示例区人民法院', appliedOn: on });

  it('waits for the demand, ten working days, and the end of the rights, and ends three months later', () => {
    const run = demanded(WORLD);
    expect(run.file).toMatchObject({ stage: 'DEMAND', demands: [{ servedOn: '2026-10-09' }] });
    // Served on Friday 9 October; Saturday 10 October is worked: the tenth working day is Thursday 22 October.
    expect(codeOf(run.step('apply-court', { by: 'leader-1', on: '2026-10-22' }, apply('2026-10-22')))).toBe('DEMAND_TERM_RUNNING');
    expect(codeOf(run.step('apply-court', { by: 'leader-1', on: '2026-10-23' }, apply('2026-10-23')))).toBe('ok');
    const late = demanded(WORLD);
    // 2 April + 6 months, which falls in the holidays to 7 October; + 3 months from 2 October: 2 January 2027.
    expect(codeOf(late.step('apply-court', { by: 'leader-1', on: '2027-01-04' }, apply('2027-01-04')))).toBe('COURT_WINDOW_CLOSED');
  });

  it('does not open while the party may still sue', () => {
    const run = walkTo('SERVED', { world: WORLD });
    run.mustStep('mark-overdue', { by: O1, on: '2026-04-20' });
    run.mustStep('approve-demand', { by: 'leader-1', on: '2026-04-21' });
    paper(run, 'CGS', '2026-04-22', { serve: true });
    expect(codeOf(run.step('apply-court', { by: 'leader-1', on: '2026-09-30' }, apply('2026-09-30')))).toBe('COURT_WINDOW_CLOSED');
    run.mustStep('record-remedy', { by: O1, on: '2026-05-20' }, { kind: 'suit', organ: '示例法院', acceptedOn: '2026-05-20' });
    expect(codeOf(run.step('apply-court', { by: 'leader-1', on: '2026-10-12' }, apply('2026-10-12')))).toBe('REMEDY_RUNNING');
  });

  it('needs the demand itself', () => {
    const run = walkTo('SERVED', { world: WORLD });
    run.mustStep('mark-overdue', { by: O1, on: '2026-04-20' });
    run.mustStep('approve-demand', { by: 'leader-1', on: '2026-10-08' });
    expect(codeOf(run.step('apply-court', { by: 'leader-1', on: '2026-11-08' }, apply('2026-11-08')))).toBe('DEMAND_TERM_RUNNING');
  });

  it('is stopped, taken up again and ended, and then the case may be closed unpaid', () => {
    const run = demanded(WORLD);
    run.mustStep('apply-court', { by: 'leader-1', on: '2026-10-26' }, apply('2026-10-26'));
    run.evidence('evidence-ruling', '行政裁定书', { by: O1, on: '2026-11-10' });
    const paperOf = { evidenceId: 'evidence-ruling' };
    expect(codeOf(run.step('record-court-ruling', { by: O1, on: '2026-11-10' }, { on: '2026-11-09', ruling: 'granted', ...paperOf }))).toBe('STEP_NOT_ALLOWED');
    run.mustStep('record-court-acceptance', { by: O1, on: '2026-10-30' }, { on: '2026-10-30' });
    run.mustStep('record-court-ruling', { by: O1, on: '2026-11-10' }, { on: '2026-11-09', ruling: 'granted', ...paperOf });
    expect(codeOf(run.step('propose-closing', { by: O1, on: '2026-11-10' }, { otherItemsDone: true }))).toBe('PERFORMANCE_INCOMPLETE');
    run.mustStep('stop-execution', { by: O1, on: '2026-11-12' }, { on: '2026-11-12', ...paperOf });
    expect(run.file.stage).toBe('EXEC_STOP');
    run.mustStep('resume-execution', { by: O1, on: '2026-11-20' });
    run.mustStep('end-execution', { by: O1, on: '2026-12-01' }, { on: '2026-12-01', ground: 'dissolved', ...paperOf });
    run.mustStep('propose-closing', { by: O1, on: '2026-12-02' }, { otherItemsDone: true });
    expect(run.file).toMatchObject({ stage: 'CLOSE_APPR', closingGroundOn: '2026-12-01' });
  });
});
