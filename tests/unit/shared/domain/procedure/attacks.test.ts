import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { answers, type CaseRun, createWorld, directService, PARTY, VIOLATIONS, walkTo } from '#tests/helpers/cases.ts';

const O1 = 'officer-1';

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

function patch(run: CaseRun, members: Partial<CaseFile>): void {
  run.aggregate = run.aggregate && { ...run.aggregate, file: { ...run.file, ...members } };
}

function penalty(members: Partial<NonNullable<CaseFile['proposed']>>) {
  return { kinds: ['fine' as const], fineFen: 2_000_000, confiscationFen: 0, otherItems: [], ...members };
}

describe('limitation (行政处罚法第三十六条) is asked again after filing', () => {
  it('refuses the report when the act turns out to have ended more than two years before the discovery of 2026-03-02', () => {
    const run = walkTo('CONCL');
    run.set('actOn', '2024-03-01', { by: O1, on: '2026-03-16' });
    expect(refusal(run.step('approve-report', { by: 'head-one', on: '2026-03-17' }))).toMatchObject({
      code: 'LIMITATION_EXPIRED', article: '行政处罚法第三十六条', details: { endedOn: '2026-03-01' }, message: expect.stringContaining('不再给予行政处罚'),
    });
    run.set('actOn', '2024-03-02', { by: O1, on: '2026-03-16' });
    expect(run.step('approve-report', { by: 'head-one', on: '2026-03-17' }).ok).toBe(true);
  });

  it('keeps the five years that were stated when filing was proposed', () => {
    const run = walkTo('CONCL');
    patch(run, { actOn: '2023-01-01', fiveYearLimitation: true });
    expect(run.step('approve-report', { by: 'head-one', on: '2026-03-17' }).ok).toBe(true);
  });

  it('does not file on evidence that was withdrawn while the leader had the case (第五十四条)', () => {
    const run = walkTo('FILING');
    run.must('evidence.withdraw', { evidenceId: 'evidence-licence', reason: '误传' }, { by: O1, on: '2026-03-05' });
    expect(refusal(run.step('approve-filing', { by: 'leader-1', on: '2026-03-06' })).code).toBe('EVIDENCE_MISSING');
  });

  it('punishes nobody under fourteen on the day of the act (第三十条)', () => {
    // Born 2012-02-11, act of 2026-02-10: one day short of fourteen.
    const run = walkTo('CONCL');
    const person = { ...PARTY, kind: 'person' as const, creditCode: '', representative: '', idNumber: '320508201202110010' };
    const first17 = person.idNumber.slice(0, 17);
    const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
    const idNumber = `${first17}${'10X98765432'[sum % 11] ?? ''}`;
    patch(run, { party: { ...person, idNumber } });
    const approve = () => run.step('approve-report', { by: 'head-one', on: '2026-03-17' });
    expect(refusal(approve())).toMatchObject({ code: 'PARTY_INVALID', article: '行政处罚法第三十条' });
    patch(run, { party: { ...person, idNumber, birthDate: '2012-02-10' } });
    expect(refusal(approve()).message).toContain('与公民身份号码（2012年2月11日）不一致');
    patch(run, { party: { ...person, idNumber }, actOn: '2026-02-11' });
    expect(approve().ok).toBe(true);
  });
});

describe('the penalty proposed', () => {
  const approve = (run: CaseRun) => run.step('approve-report', { by: 'head-one', on: '2026-03-17' });
  const act = { by: O1, on: '2026-03-16' };

  it.each(['责令停业整顿三个月', '吊销资质证书', '并处罚款五万元', '没收违法建筑物'])('hides no other kind of penalty in “%s” (第九条、第六十三条)', (item) => {
    const run = walkTo('CONCL');
    run.set('proposed', penalty({ otherItems: [item] }), act);
    expect(refusal(approve(run))).toMatchObject({ code: 'DISCRETION_INCOMPLETE', details: { path: 'proposed.otherItems' } });
  });

  it('leaves out a fine the article commands only with a reason and the collective (第三十二条、第五十七条第二款)', () => {
    const run = walkTo('CONCL');
    run.set('proposed', penalty({ kinds: ['warning'] as never, fineFen: 0 }), act);
    expect(refusal(approve(run))).toMatchObject({ code: 'FINE_OUT_OF_RANGE', article: '行政处罚法第三十二条' });
    run.set('discretion.deviationReason', '主动消除违法行为危害后果。', act);
    run.mustStep('approve-report', { by: 'head-one', on: '2026-03-17' });
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    run.draft('document-gzs', 'GZS', { by: O1, on: '2026-03-19' });
    run.issue('document-gzs', { by: O1, on: '2026-03-19' });
    run.serve('document-gzs', { by: O1, on: '2026-03-19' });
    run.mustStep('close-defence', { by: O1, on: '2026-03-27' });
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() });
    expect(run.file.stage).toBe('COLLECT');
  });

  it('takes no percentage of a price that nothing proves (第四十条)', () => {
    const run = walkTo('CONCL', { size: 'large' });
    run.set('discretion.baseSource', ' ', act);
    expect(refusal(approve(run))).toMatchObject({ code: 'DISCRETION_INCOMPLETE', details: { path: 'discretion.baseSource' } });
  });

  it('is never a negative or fractional sum, nor an object with members of its own', () => {
    const run = walkTo('INVEST');
    const put = (path: string, from: unknown, to: unknown) => refusal(run.try('case.edit', { changes: [{ path, from, to }] }, { by: O1, on: '2026-03-11' })).code;
    expect(put('proposed', null, penalty({ fineFen: -1 }))).toBe('FIELD_INVALID');
    expect(put('proposed', null, penalty({ fineFen: Number.NaN }))).toBe('FIELD_INVALID');
    expect(put('proposed', null, { ...penalty({}), note: 'x'.repeat(100_000) })).toBe('FIELD_INVALID');
    expect(put('__proto__.polluted', null, 1)).toBe('FIELD_NOT_EDITABLE');
    expect(put('party.__proto__', null, { polluted: 1 })).toBe('FIELD_NOT_EDITABLE');
    expect(put('party', run.file.party, JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(run.file.party).slice(1)}`))).toBe('FIELD_NOT_EDITABLE');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('dates nothing after today', () => {
    const run = walkTo('INVEST');
    const put = (path: string, from: unknown, to: unknown) => refusal(run.try('case.edit', { changes: [{ path, from, to }] }, { by: O1, on: '2026-03-11' })).code;
    expect(put('actOn', '2026-02-10', '2026-03-12')).toBe('DATES_OUT_OF_ORDER');
    expect(put('correctiveOrder.recheckedOn', '', '2026-03-12')).toBe('DATES_OUT_OF_ORDER');
    const evidence = { id: 'evidence-future', kind: 'physical' as const, title: '物证', proves: '', takenAt: '2026-03-12T08:00:00.000Z', takenPlace: '', takenBy: '', file: null };
    expect(refusal(run.try('evidence.add', { evidence }, { by: O1, on: '2026-03-11' })).code).toBe('DATES_OUT_OF_ORDER');
  });
});

describe('a fine after a corrective order (逾期后罚)', () => {
  it('needs a term that was set, and a re-check after it', () => {
    const violations = new Map(VIOLATIONS.map((each) => [each.id, each]));
    const run = walkTo('CONCL', { world: createWorld({ violations }) });
    const act = { by: O1, on: '2026-03-17' };
    run.set('violationId', 'J34', act);
    run.set('proposed', penalty({ fineFen: 5_500_000 }), act);
    const order = { servedOn: '2026-03-09', dueOn: '', recheckedOn: '2026-03-16', corrected: false };
    run.set('correctiveOrder', order, act);
    const approve = () => refusal(run.step('approve-report', { by: 'head-one', on: '2026-03-17' }));
    expect(approve()).toMatchObject({ code: 'CORRECTION_REQUIRED_FIRST', message: expect.stringContaining('期限未填写') });
    run.set('correctiveOrder.dueOn', '2026-03-16', act);
    expect(approve().message).toContain('届满以后进行');
  });

  it('cannot be unmade once the notice rests on it', () => {
    const run = walkTo('NOTIFIED');
    const order = { servedOn: '2026-03-11', dueOn: '2026-04-01', recheckedOn: '', corrected: null };
    patch(run, { correctiveOrder: order });
    const put = (path: string, from: unknown, to: unknown) => run.try('case.edit', { changes: [{ path, from, to }] }, { by: O1, on: '2026-03-20' });
    expect(refusal(put('correctiveOrder', order, null)).code).toBe('FIELD_NOT_EDITABLE');
    expect(refusal(put('correctiveOrder.dueOn', '2026-04-01', '2026-03-12')).code).toBe('FIELD_NOT_EDITABLE');
    expect(put('correctiveOrder.recheckedOn', '', '2026-03-20').ok).toBe(true);
  });
});

describe('offices that must be apart', () => {
  it('lets nobody approve what he investigated, though he was replaced since (第四十三条)', () => {
    const run = walkTo('DEC_APPR');
    patch(run, { formerOfficerIds: ['leader-officer'] });
    expect(refusal(run.step('approve-decision', { by: 'leader-officer', on: '2026-03-31' })).code).toBe('OFFICER_RECUSED');
  });

  it('assigns nobody who approved or reviewed the case', () => {
    const run = walkTo('DEC_APPR');
    const assign = (id: string) => refusal(run.step('assign', { by: 'head-one', on: '2026-03-31' }, { officerIds: [O1, id], noRecusal: true }, '调整。'));
    expect(assign('reviewer-1')).toMatchObject({ code: 'OFFICER_RECUSED', article: '行政处罚法第四十三条' });
  });

  it('reviews with nobody who approved the report or the notice (第五十八条)', () => {
    const world = createWorld();
    const head = world.officers.get('head-one');
    const officers = new Map(world.officers);
    if (head !== undefined) officers.set('head-one', { ...head, roles: ['unit-head', 'legal-reviewer'], legallyQualified: true });
    const run = walkTo('LEGAL', { world: { ...world, officers } });
    expect(refusal(run.step('pass-review', { by: 'head-one', on: '2026-03-30' }, { points: answers() })).code).toBe('REVIEWER_IS_OFFICER');
  });

  it('counts no review of an earlier notice', () => {
    const run = walkTo('DEC_APPR');
    patch(run, { reviews: run.file.reviews.map((review) => ({ ...review, at: '2026-03-17T02:00:00.000Z' })) });
    expect(refusal(run.step('approve-decision', { by: 'leader-1', on: '2026-03-31' })).code).toBe('LEGAL_REVIEW_REQUIRED');
  });
});

describe('defence, waiver and hearing (行政处罚法第四十五条、第六十二条至第六十四条)', () => {
  it('takes no waiver that was in the file before the notice', () => {
    const run = walkTo('INVEST');
    run.scan('evidence-early', '放弃陈述申辩声明', { by: O1, on: '2026-03-11' });
    patch(run, { ...walkTo('NOTIFIED').file, evidence: run.file.evidence });
    expect(refusal(run.step('waive-defence', { by: O1, on: '2026-03-20' }, { evidenceId: 'evidence-early' })).code).toBe('DATES_OUT_OF_ORDER');
  });

  it('hears a defence within the term although it was waived and the case has gone on: notice of 19 March, term to 26 March', () => {
    const run = walkTo('NOTIFIED');
    const act = { by: O1, on: '2026-03-20' };
    run.scan('evidence-waiver', '放弃陈述申辩声明', act);
    run.mustStep('waive-defence', act, { evidenceId: 'evidence-waiver' });
    run.mustStep('close-defence', act);
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-23' }, { points: answers() });
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-24' });
    run.mustStep('record-defence', { by: O1, on: '2026-03-25' }, { receivedOn: '2026-03-25', content: '请求从轻。' });
    expect(run.file).toMatchObject({ stage: 'DEFENCE', waiverEvidenceId: null, decisionApproved: false });
    run.mustStep('record-defence', { by: O1, on: '2026-03-26' }, { receivedOn: '2026-03-26', content: '已改正。' });
    expect(run.file.defence).toMatchObject({ receivedOn: '2026-03-25', content: '请求从轻。\n2026年3月26日又提出：已改正。', adopted: null });
    run.mustStep('review-defence', { by: O1, on: '2026-03-26' }, { adopted: 'no', reviewOpinion: '不成立。' });
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-26' }, { points: answers() });
    expect(refusal(run.step('approve-decision', { by: 'leader-1', on: '2026-03-26' })).code).toBe('DEFENCE_TERM_RUNNING');
    expect(run.step('approve-decision', { by: 'leader-1', on: '2026-03-27' }).ok).toBe(true);
  });

  it('goes past a hearing class only when nobody asked for a hearing', () => {
    const run = walkTo('NOTIFIED', { size: 'large' });
    const act = { by: O1, on: '2026-03-27' };
    expect(refusal(run.step('close-defence', act))).toMatchObject({ code: 'HEARING_NOTICE_REQUIRED', article: '行政处罚法第六十三条、第六十四条' });
    run.mustStep('record-defence', { by: 'leader-1', on: '2026-03-27' }, { receivedOn: '2026-03-27', content: '要求听证。' });
    expect(refusal(run.step('review-defence', act, { adopted: 'no', reviewOpinion: '不成立。' })).code).toBe('HEARING_NOTICE_REQUIRED');
    expect(run.step('review-defence', act, { adopted: 'no', reviewOpinion: '不成立。', noHearing: true }).ok).toBe(true);
  });

  it('leaves the evidence of a notice as the party was told it, until it is told anew (第四十四条)', () => {
    const run = walkTo('NOTIFIED');
    const act = { by: O1, on: '2026-03-20' };
    const change = { evidenceId: 'evidence-licence', changes: [{ path: 'proves', from: '证明当事人身份和违法事实', to: '别的' }] };
    expect(refusal(run.try('evidence.edit', change, act))).toMatchObject({ code: 'FIELD_NOT_EDITABLE', message: expect.stringContaining('重新告知') });
    expect(refusal(run.try('evidence.withdraw', { evidenceId: 'evidence-licence', reason: '误' }, act)).code).toBe('FIELD_NOT_EDITABLE');
    run.mustStep('renotify', act, {}, '证据有误。');
    expect(run.try('evidence.edit', change, act).ok).toBe(true);
  });

  it('gives out one notice a round', () => {
    const run = walkTo('NOTICE_APPR');
    const act = { by: O1, on: '2026-03-19' };
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    run.draft('document-gzs1', 'GZS', act);
    run.draft('document-gzs2', 'GZS', act);
    run.issue('document-gzs1', act);
    expect(refusal(run.try('document.issue', { documentId: 'document-gzs2' }, act)).message).toContain('不能再签发一份');
  });
});

describe('service and payment', () => {
  it('registers a service once, at a time of day, and electronically only with consent (第六十一条第二款)', () => {
    const run = walkTo('DECIDED');
    const serve = (members: Partial<ReturnType<typeof directService>>) => run.try('document.serve', { service: { ...directService('document-cfjd', '2026-04-02'), ...members } }, { by: O1, on: '2026-04-02' });
    expect(refusal(serve({ id: 'service-document-gzs' })).message).toContain('不能重复登记');
    expect(refusal(serve({ servedAt: '2026-04-02T24:61' })).code).toBe('DATES_OUT_OF_ORDER');
    expect(refusal(serve({ method: 'electronic' }))).toMatchObject({ code: 'FIELD_INVALID', article: '行政处罚法第六十一条第二款' });
    run.evidence('evidence-consent', '送达地址确认书', { by: O1, on: '2026-04-02' });
    expect(serve({ method: 'electronic' }).ok).toBe(true);
  });

  it('needs a receipt (第七十条), and closes from the last thing done', () => {
    const run = walkTo('SERVED');
    const act = { by: O1, on: '2026-04-20' };
    const pay = (receiptNo: string, paidOn = '2026-04-01') => run.try('payment.record', { payment: { id: 'payment-01', paidOn, amountFen: 2_000_000, receiptNo } }, act);
    expect(refusal(pay(' '))).toMatchObject({ code: 'FIELD_INVALID', article: '行政处罚法第七十条' });
    expect(refusal(pay('P-1', '2026-03-31')).code).toBe('DATES_OUT_OF_ORDER');
    run.set('correctiveOrder', { servedOn: '2026-03-11', dueOn: '2026-04-01', recheckedOn: '', corrected: null }, act);
    pay('P-1');
    expect(run.file.closingGroundOn).toBeNull();
    run.set('correctiveOrder.recheckedOn', '2026-04-16', act);
    run.set('correctiveOrder.corrected', true, act);
    run.mustStep('propose-closing', act, { otherItemsDone: true }, '已履行完毕。');
    expect(run.file.closingGroundOn).toBe('2026-04-16');
  });
});
