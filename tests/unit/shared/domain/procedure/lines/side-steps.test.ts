import { describe, expect, it } from 'vitest';
import { overlays } from '#shared/domain/procedure/overlays.ts';
import { CALENDAR_2026, type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, paper } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';
const MEASURE = {
  kind: 'preservation', reason: '证据可能灭失。', items: [{ name: '施工日志', spec: '', quantity: '一册', condition: '完好' }], place: '本局', keeper: '甲承办',
};

function preserved(): CaseRun {
  const run = walkTo('INVEST');
  run.mustStep('propose-measure', { by: O1, on: '2026-03-10' }, MEASURE);
  run.mustStep('approve-measure', { by: 'leader-1', on: '2026-03-10' }, { measureId: 'measure-01' });
  paper(run, 'DJTZ', '2026-03-11', { serve: true });
  return run;
}

describe('measures (行政处罚法第五十六条、行政强制法第二十四条、第二十五条)', () => {
  it('preserves evidence from the notice on for seven working days, and then says that it lapsed', () => {
    const run = preserved();
    expect(run.file.measures).toMatchObject([{ approvedOn: '2026-03-10', startedOn: '2026-03-11', settledOn: null }]);
    // Wednesday 11 March + 7 working days: Friday 20 March.
    expect(overlays(run.file, CALENDAR_2026, '2026-03-20')).toMatchObject([{ key: 'preservation', until: '2026-03-20' }]);
    expect(overlays(run.file, CALENDAR_2026, '2026-03-21')).toMatchObject([{ key: 'lapsed', label: '先行登记保存已逾期' }]);
    expect(codeOf(run.step('extend-measure', { by: 'leader-1', on: '2026-03-12' }, { measureId: 'measure-01', days: 7 }))).toBe('MEASURE_NOT_ALLOWED');
    run.mustStep('settle-measure', { by: 'leader-1', on: '2026-03-18' }, { measureId: 'measure-01', outcome: 'released' });
    expect(run.file.measures).toMatchObject([{ settledOn: '2026-03-18', outcome: 'released' }]);
  });

  it('seals only where a law grants it, and extends once before the thirty days are over', () => {
    const run = walkTo('INVEST');
    const seal = { ...MEASURE, kind: 'sealing', powerClause: '《中华人民共和国安全生产法》第六十五条第一款第四项' };
    expect(codeOf(run.step('propose-measure', { by: O1, on: '2026-03-10' }, { ...seal, powerClause: '' }))).toBe('MEASURE_NOT_ALLOWED');
    expect(codeOf(run.step('propose-measure', { by: O1, on: '2026-03-10' }, { ...MEASURE, urgent: true }))).toBe('MEASURE_NOT_ALLOWED');
    const urgent = (startedAt: string) => codeOf(run.step('propose-measure', { by: O1, on: '2026-03-10' }, { ...seal, urgent: true, startedAt }));
    // Reported later than twenty-four hours, or before it was done (行政强制法第十九条).
    expect([urgent(''), urgent('2026-03-08T23:59'), urgent('2026-03-10T23:59')]).toEqual(['MEASURE_NOT_ALLOWED', 'MEASURE_NOT_ALLOWED', 'MEASURE_NOT_ALLOWED']);
    run.mustStep('propose-measure', { by: O1, on: '2026-03-10' }, { ...seal, urgent: true, startedAt: '2026-03-10T09:00' });
    expect(run.file.measures).toMatchObject([{ urgent: true, startedOn: '2026-03-10', approvedOn: null }]);
    run.mustStep('approve-measure', { by: 'leader-1', on: '2026-03-11' }, { measureId: 'measure-01' });
    expect(codeOf(run.step('extend-measure', { by: 'leader-1', on: '2026-04-10' }, { measureId: 'measure-01', days: 30 }))).toBe('MEASURE_NOT_ALLOWED');
    run.mustStep('extend-measure', { by: 'leader-1', on: '2026-04-09' }, { measureId: 'measure-01', days: 30 });
    expect(codeOf(run.step('extend-measure', { by: 'leader-1', on: '2026-04-09' }, { measureId: 'measure-01', days: 30 }))).toBe('MEASURE_NOT_ALLOWED');
  });

  it('releases what was sealed in urgency and not approved', () => {
    const run = walkTo('INVEST');
    run.mustStep('propose-measure', { by: O1, on: '2026-03-10' }, { ...MEASURE, kind: 'seizure', powerClause: '某法第一条', urgent: true, startedAt: '2026-03-10T09:00' });
    run.mustStep('refuse-measure', { by: 'leader-1', on: '2026-03-11' }, { measureId: 'measure-01' }, '没有依据。');
    expect(run.file.measures).toMatchObject([{ settledOn: '2026-03-11', outcome: 'released', approvedOn: null }]);
  });

  it('is settled before the case ends early', () => {
    expect(codeOf(preserved().step('terminate', { by: 'leader-1', on: '2026-03-12' }, { ground: 'unproven' }))).toBe('MEASURE_UNSETTLED');
  });
});

describe('suspicion of crime (国务院令第310号)', () => {
  const REPORT = { teamOfficerIds: [O1, 'officer-2'], receivingBody: '示例公安局', ground: '涉嫌重大责任事故。', materials: ['调查报告'] };

  it('stops the administrative procedure until the head decides, and while the police have the case', () => {
    const run = walkTo('DEC_APPR');
    run.mustStep('report-crime', { by: O1, on: '2026-03-31' }, REPORT);
    expect(codeOf(run.step('approve-decision', { by: 'leader-1', on: '2026-03-31' }))).toBe('CASE_TRANSFERRED');
    expect(codeOf(run.step('approve-transfer', { by: 'leader-1', on: '2026-04-01' }))).toBe('ROLE_NOT_ALLOWED');
    run.mustStep('approve-transfer', { by: 'bureau-head', on: '2026-04-01' });
    expect(run.file).toMatchObject({ stage: 'TRANSF', transfer: { reportedOn: '2026-03-31', decidedAt: '2026-04-01T10:00' }, suspensions: [{ from: '2026-04-01', to: null }] });
    const moved = (data: Record<string, unknown>) => codeOf(run.step('move-case', { by: O1, on: '2026-04-03' }, data));
    expect(moved({ movedAt: '2026-04-02T10:01' })).toBe('FIELD_INVALID');
    expect(moved({ movedAt: '2026-04-02T10:00' })).toBe('ok');
    run.evidence('evidence-police', '不予立案通知书', { by: O1, on: '2026-04-07' });
    run.mustStep('return-transfer', { by: O1, on: '2026-04-07' }, { outcomeOn: '2026-04-07', receiptEvidenceId: 'evidence-police' }, '公安机关不予立案。');
    expect(run.file).toMatchObject({ stage: 'INVEST', transfer: { outcome: 'refused' }, notified: null, suspensions: [{ from: '2026-04-01', to: '2026-04-07' }] });
  });

  it('goes on where the head decides not to transfer', () => {
    const run = walkTo('DEC_APPR');
    run.mustStep('report-crime', { by: O1, on: '2026-03-31' }, REPORT);
    run.mustStep('refuse-transfer', { by: 'bureau-head', on: '2026-03-31' }, {}, '没有犯罪事实。');
    expect(run.file.approvals.at(-1)).toMatchObject({ event: 'refuse-transfer', opinion: '没有犯罪事实。' });
    expect(codeOf(run.step('approve-decision', { by: 'leader-1', on: '2026-03-31' }))).toBe('ok');
  });

  it('needs a team of two', () => {
    expect(codeOf(walkTo('INVEST').step('report-crime', { by: O1, on: '2026-03-31' }, { ...REPORT, teamOfficerIds: [O1] }))).toBe('OFFICERS_INSUFFICIENT');
  });

  it('closes when the receiver took the case', () => {
    const run = walkTo('VERIFY');
    run.mustStep('transfer-authority', { by: 'leader-1', on: '2026-03-05' }, { receivingBody: '示例区城管局', ground: '不属于本机关管辖。', materials: ['线索材料'] });
    run.mustStep('move-case', { by: O1, on: '2026-03-06' }, { movedAt: '2026-03-06T09:00' });
    expect(codeOf(run.step('propose-closing', { by: O1, on: '2026-03-06' }))).toBe('PERFORMANCE_INCOMPLETE');
    run.evidence('evidence-slip', '受理回执', { by: O1, on: '2026-03-09' });
    run.mustStep('accept-transfer', { by: O1, on: '2026-03-09' }, { outcomeOn: '2026-03-09', receiptEvidenceId: 'evidence-slip' });
    run.mustStep('propose-closing', { by: O1, on: '2026-03-10' });
    run.mustStep('return-closing', { by: 'leader-1', on: '2026-03-10' });
    expect(run.file.stage).toBe('TRANSF');
  });
});

describe('not punishing (行政处罚法第三十三条、第五十七条)', () => {
  it('is proposed, approved, issued and served, and the case closes without payment', () => {
    const run = walkTo('CONCL');
    run.mustStep('propose-no-penalty', { by: 'head-one', on: '2026-03-17' }, { ground: 'no-fault' });
    const act = { by: O1, on: '2026-03-18' };
    run.draft('paper-bycf', 'BYCF', act);
    expect(codeOf(run.try('document.issue', { documentId: 'paper-bycf' }, act))).toBe('DOCUMENT_NOT_READY');
    run.mustStep('approve-no-penalty', { by: 'leader-1', on: '2026-03-18' }, { educated: true });
    run.issue('paper-bycf', act);
    expect(codeOf(run.step('return-no-penalty', { by: 'leader-1', on: '2026-03-18' }))).toBe('STEP_NOT_ALLOWED');
    expect(codeOf(run.step('propose-closing', act))).toBe('DECISION_NOT_SERVED');
    run.serve('paper-bycf', act);
    run.mustStep('propose-closing', { by: O1, on: '2026-03-19' });
    expect(run.file).toMatchObject({ stage: 'CLOSE_APPR', decidedOn: '2026-03-18', decided: null, servedOn: '2026-03-18' });
  });

  it('asks of each ground what the article says of it', () => {
    const run = walkTo('CONCL');
    const on = (ground: string) => codeOf(run.step('propose-no-penalty', { by: 'head-one', on: '2026-03-17' }, { ground }));
    expect([on('under-14'), on('limitation')]).toEqual(['STEP_NOT_ALLOWED', 'STEP_NOT_ALLOWED']);
    run.set('correctiveOrder', { servedOn: '2026-03-12', dueOn: '2026-03-20', recheckedOn: '', corrected: null }, { by: O1, on: '2026-03-17' });
    expect([on('minor'), on('not-established')]).toEqual(['STEP_NOT_ALLOWED', 'ok']);
  });

  it('may follow a defence, and goes back to the conclusion without a notice', () => {
    const run = walkTo('NOTIFIED');
    run.mustStep('record-defence', { by: O1, on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '没有过错。' });
    run.mustStep('propose-no-penalty', { by: 'leader-1', on: '2026-03-25' }, { ground: 'no-fault' });
    run.mustStep('return-no-penalty', { by: 'leader-2', on: '2026-03-26' }, {}, '证据不足以证明没有过错。');
    expect(run.file).toMatchObject({ stage: 'CONCL', notified: null });
    expect(run.file.noPenaltyGround).toBeUndefined();
  });
});

describe('early ends and stops of the term', () => {
  it('terminates from the suspension, withdraws a filing, and closes either', () => {
    const run = walkTo('INVEST');
    run.mustStep('suspend', { by: 'leader-1', on: '2026-03-10' }, { ground: 'D' });
    run.mustStep('terminate', { by: 'leader-1', on: '2026-03-20' }, { ground: 'died' });
    run.mustStep('propose-closing', { by: O1, on: '2026-03-23' });
    run.mustStep('approve-closing', { by: 'leader-1', on: '2026-03-24' });
    expect(run.file.stage).toBe('CLOSED');
    const withdrawn = walkTo('INVEST');
    withdrawn.mustStep('withdraw-case', { by: 'leader-1', on: '2026-03-10' }, { ground: 'duplicate' });
    withdrawn.mustStep('propose-closing', { by: O1, on: '2026-03-11' });
  });

  it('takes tests and appraisals off the term, one of a kind at a time', () => {
    const run = walkTo('INVEST');
    const start = (kind: string, from: string) => codeOf(run.step('start-exclusion', { by: O1, on: '2026-03-12' }, { kind, from }, '委托检测。'));
    expect(start('hearing', '2026-03-12')).toBe('FIELD_INVALID');
    expect(start('test', '2026-03-05')).toBe('DATES_OUT_OF_ORDER');
    expect(start('test', '2026-03-12')).toBe('DOCUMENT_NOT_READY');
    paper(run, 'JDWT', '2026-03-12');
    expect(start('test', '2026-03-11')).toBe('DOCUMENT_NOT_READY');
    expect(start('test', '2026-03-12')).toBe('ok');
    expect(start('test', '2026-03-12')).toBe('STEP_NOT_ALLOWED');
    expect(codeOf(run.step('end-exclusion', { by: O1, on: '2026-03-20' }, { kind: 'appraisal', to: '2026-03-20' }))).toBe('FIELD_INVALID');
    // Ended by the report that came in, not by anybody's word (行政处罚法第六十条).
    const end = (data: object) => codeOf(run.step('end-exclusion', { by: O1, on: '2026-03-20' }, { kind: 'test', to: '2026-03-20', ...data }));
    expect([end({}), end({ evidenceId: 'evidence-licence' })]).toEqual(['EVIDENCE_MISSING', 'EVIDENCE_MISSING']);
    run.evidence('evidence-report', '检测报告', { by: O1, on: '2026-03-20' });
    expect(end({ evidenceId: 'evidence-report' })).toBe('ok');
    expect(run.file.exclusions).toEqual([{ kind: 'test', from: '2026-03-12', to: '2026-03-20' }]);
  });
});

describe('the corrective order', () => {
  it('is written into the case when it is served, with the day it sets', () => {
    const run = walkTo('INVEST');
    paper(run, 'ZGTZ', '2026-03-11', { serve: true, values: { dueOn: '2026-03-25' } });
    expect(run.file.correctiveOrder).toEqual({ servedOn: '2026-03-11', dueOn: '2026-03-25', recheckedOn: '', corrected: null });
  });
});
