import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import { answers, type CaseRun, createWorld, directService, PARTY, walkTo } from '#tests/helpers/cases.ts';

const O1 = 'officer-1';

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

function penalty(run: CaseRun, fineFen: number, on: string): void {
  run.set('proposed', { kinds: ['fine'], fineFen, confiscationFen: 0, otherItems: [] }, { by: O1, on });
}

describe('legal review (行政处罚法第五十八条)', () => {
  const pass = (run: CaseRun, by: string, points = answers()) => run.step('pass-review', { by, on: '2026-03-30' }, { points }, '同意。');

  it('is done by a qualified reviewer', () => {
    expect(refusal(pass(walkTo('LEGAL'), 'reviewer-2')).code).toBe('REVIEWER_NOT_QUALIFIED');
    expect(refusal(pass(walkTo('LEGAL'), 'leader-1')).code).toBe('ROLE_NOT_ALLOWED');
  });

  it('is never done by who investigated, not even by who was replaced', () => {
    const run = walkTo('INVEST');
    run.mustStep('assign', { by: 'head-one', on: '2026-03-09' }, { officerIds: ['officer-1', 'reviewer-1'], noRecusal: true }, '协办人调整。');
    run.mustStep('assign', { by: 'head-one', on: '2026-03-10' }, { officerIds: ['officer-1', 'officer-2'], noRecusal: true }, '协办人调整。');
    expect(run.file.formerOfficerIds).toEqual(['officer-2', 'reviewer-1']);
    const review = walkTo('LEGAL');
    review.aggregate = review.aggregate && { ...review.aggregate, file: { ...review.file, formerOfficerIds: run.file.formerOfficerIds ?? [] } };
    expect(refusal(pass(review, 'reviewer-1'))).toMatchObject({ code: 'REVIEWER_IS_OFFICER', article: '行政处罚法第五十八条' });
  });

  it('passes only with all eight points', () => {
    expect(refusal(pass(walkTo('LEGAL'), 'reviewer-1', { ...answers(), facts: false }))).toMatchObject({ code: 'LEGAL_REVIEW_REQUIRED', details: { failed: ['facts'] } });
    expect(refusal(pass(walkTo('LEGAL'), 'reviewer-1', { facts: true })).code).toBe('FIELD_INVALID');
  });

  it('sends the case back for investigation or notice, and both end the round of notice', () => {
    const investigation = walkTo('LEGAL');
    investigation.mustStep('return-review-investigation', { by: 'reviewer-1', on: '2026-03-30' }, { points: { ...answers(), facts: false } }, '证据不足。');
    expect(investigation.file).toMatchObject({ stage: 'INVEST', notifiedOn: null, reviews: [{ passed: false }] });
    const notice = walkTo('LEGAL');
    expect(refusal(notice.step('return-review-notice', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() }, ' ')).message).toContain('请填写意见');
    notice.mustStep('return-review-notice', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() }, '依据引用有误。');
    expect(notice.file).toMatchObject({ stage: 'NOTICE_APPR', noticeApproved: false });
  });
});

describe('the decision (行政处罚法第五十七条、第六十条)', () => {
  it('goes to the collective at the hearing threshold, for a deviation and below the minimum', () => {
    const large = walkTo('COLLECT', { size: 'large' });
    expect(refusal(large.step('record-discussion', { by: 'leader-1', on: '2026-03-30' }, { heldOn: '2026-03-30', attendees: ['甲', '乙'], conclusion: '同意。' })).code).toBe('COLLECTIVE_DISCUSSION_REQUIRED');
    expect(refusal(large.step('record-discussion', { by: 'leader-1', on: '2026-03-30' }, { heldOn: '2026-04-30', attendees: ['甲', '乙', '丙'], conclusion: '同意。' })).code).toBe('DATES_OUT_OF_ORDER');
    for (const fineFen of [4_500_000, 900_000]) {
      const run = walkTo('CONCL');
      run.set('discretion.deviationReason', '当事人主动消除危害后果。', { by: O1, on: '2026-03-16' });
      penalty(run, fineFen, '2026-03-16');
      run.mustStep('approve-report', { by: 'head-one', on: '2026-03-17' });
      run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
      run.draft('document-gzs', 'GZS', { by: O1, on: '2026-03-18' });
      run.issue('document-gzs', { by: O1, on: '2026-03-18' });
      run.serve('document-gzs', { by: O1, on: '2026-03-18' });
      run.mustStep('close-defence', { by: O1, on: '2026-03-26' });
      run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-27' }, { points: answers() });
      expect(run.file.stage).toBe('COLLECT');
    }
  });

  it('is not approved by who has no such office, nor by an officer of the case', () => {
    expect(refusal(walkTo('DEC_APPR').step('approve-decision', { by: O1, on: '2026-03-31' })).code).toBe('ROLE_NOT_ALLOWED');
    const run = walkTo('INVEST');
    run.mustStep('assign', { by: 'head-one', on: '2026-03-09' }, { officerIds: ['officer-1', 'leader-officer'], noRecusal: true }, '调整。');
    expect(refusal(run.step('suspend', { by: 'leader-officer', on: '2026-03-10' }, { ground: 'E' }, '等待鉴定。')).code).toBe('OFFICER_RECUSED');
  });

  it('is refused after the 90 days, unless the term was extended in time: 4 June', () => {
    const late = walkTo('DEC_APPR');
    expect(refusal(late.step('approve-decision', { by: 'leader-1', on: '2026-06-05' }))).toMatchObject({ code: 'CASE_TERM_EXPIRED', details: { dueOn: '2026-06-04' } });
    expect(refusal(late.step('extend-case', { by: 'leader-1', on: '2026-06-05' }, { days: 30 }, '案情复杂。')).code).toBe('CASE_TERM_EXPIRED');
    const extended = walkTo('DEC_APPR');
    expect(refusal(extended.step('extend-case', { by: 'leader-1', on: '2026-06-04' }, { days: 31 }, '案情复杂。')).message).toContain('不得超过30日');
    extended.mustStep('extend-case', { by: 'leader-1', on: '2026-06-04' }, { days: 30 }, '案情复杂。');
    expect(refusal(extended.step('extend-case', { by: 'leader-1', on: '2026-07-04' }, { days: 60 }, '案情复杂。')).code).toBe('COLLECTIVE_DISCUSSION_REQUIRED');
    extended.mustStep('extend-case', { by: 'leader-1', on: '2026-07-04' }, { days: 60, discussedOn: '2026-07-03' }, '案情复杂。');
    expect(refusal(extended.step('extend-case', { by: 'leader-1', on: '2026-09-01' }, { days: 1, discussedOn: '2026-09-01' }, '案情复杂。')).code).toBe('STEP_NOT_ALLOWED');
    expect(extended.step('approve-decision', { by: 'leader-1', on: '2026-09-02' }).ok).toBe(true);
  });

  it('is refused when the calendar of the year is not maintained rather than counted wrongly', () => {
    const run = walkTo('NOTIFIED', { world: createWorld({ calendar: { years: [2026], exceptions: {} } }) });
    run.aggregate = run.aggregate && { ...run.aggregate, file: { ...run.file, notifiedOn: '2026-12-29' } };
    expect(refusal(run.step('close-defence', { by: O1, on: '2026-12-31' })).code).toBe('CALENDAR_NOT_MAINTAINED');
  });

  it('checks every hard stop again at the moment of issuing', () => {
    const run = walkTo('DEC_APPR');
    const act = { by: O1, on: '2026-04-01' };
    run.draft('document-cfjd', 'CFJD', act);
    expect(refusal(run.try('document.issue', { documentId: 'document-cfjd' }, act))).toMatchObject({ code: 'DOCUMENT_NOT_READY', message: expect.stringContaining('尚未经分管领导批准') });
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-04-01' });
    const { file } = run;
    const broken = [
      [{ notifiedOn: null }, 'NOTICE_NOT_SERVED'],
      [{ notifiedOn: '2026-03-30' }, 'DEFENCE_TERM_RUNNING'],
      [{ proposed: file.proposed && { ...file.proposed, fineFen: 2_000_001 } }, 'PENALTY_HEAVIER_THAN_NOTIFIED'],
      [{ proposed: file.proposed && { ...file.proposed, kinds: ['fine', 'warning'] as const } }, 'PENALTY_HEAVIER_THAN_NOTIFIED'],
      [{ reviews: [] }, 'LEGAL_REVIEW_REQUIRED'],
      [{ officerIds: ['officer-2', 'reviewer-1', 'officer-1'] }, 'REVIEWER_IS_OFFICER'],
      [{ defence: { receivedOn: '2026-03-20', content: '', reviewOpinion: '', adopted: null } }, 'DEFENCE_NOT_REVIEWED'],
      [{ filedOn: '2025-12-01' }, 'CASE_TERM_EXPIRED'],
      [{ party: { ...PARTY, creditCode: '' } }, 'PARTY_INVALID'],
      [{ evidence: [] }, 'EVIDENCE_MISSING'],
    ] as const;
    for (const [members, code] of broken) {
      run.aggregate = run.aggregate && { ...run.aggregate, file: { ...file, ...members } };
      expect(refusal(run.try('document.issue', { documentId: 'document-cfjd' }, act)).code).toBe(code);
    }
    const world = createWorld({ settings: { ...run.world.settings, court: '' } });
    expect(() => walkTo('DECIDED', { world })).toThrow(/STATUTORY_ITEMS_MISSING/);
  });
});

describe('service, performance and closing', () => {
  it('registers only dates that can be, with what the method needs', () => {
    const run = walkTo('DECIDED');
    const service = directService('document-cfjd', '2026-04-02');
    const serve = (members: Partial<typeof service>, on = '2026-04-02') => refusal(run.try('document.serve', { service: { ...service, ...members } }, { by: O1, on }));
    expect(serve({ servedAt: '2026-03-31T09:00' }).code).toBe('DATES_OUT_OF_ORDER');
    expect(serve({ servedAt: '2026-04-03T09:00' }).code).toBe('DATES_OUT_OF_ORDER');
    expect(serve({ serverIds: [O1] }).code).toBe('OFFICERS_INSUFFICIENT');
    expect(serve({ method: 'leave' }).message).toContain('拒收事由');
    expect(serve({ method: 'leave', refusalReason: '拒绝签收' }).message).toContain('见证人');
    expect(serve({ recipient: '' }).code).toBe('FIELD_INVALID');
    expect(serve({ method: 'publication' }, '2026-05-01')).toMatchObject({ code: 'DATES_OUT_OF_ORDER', details: { effectiveOn: '2026-05-02' } });
    // Published on 2 April without the paper that says why (民事诉讼法第九十五条).
    expect(serve({ method: 'publication' }, '2026-05-02')).toMatchObject({ code: 'DOCUMENT_NOT_READY', article: '民事诉讼法第九十五条' });
    run.draft('document-ggsd', 'GGSD', { by: O1, on: '2026-04-03' }, 'document-cfjd');
    run.issue('document-ggsd', { by: O1, on: '2026-04-03' });
    expect(serve({ method: 'publication' }, '2026-05-03').code).toBe('DOCUMENT_NOT_READY');
    // Published on 3 April: 27 days of April and three of May.
    const published = { ...service, servedAt: '2026-04-03T09:00', method: 'publication' as const };
    expect(serve(published, '2026-05-02')).toMatchObject({ details: { effectiveOn: '2026-05-03' } });
    run.must('document.serve', { service: published }, { by: O1, on: '2026-05-03' });
    expect(run.file).toMatchObject({ stage: 'SERVED', servedOn: '2026-05-03' });
  });

  it('asks for certificates valid on the day of service, not on that of its registration (第四十二条)', () => {
    const world = createWorld();
    const officers = new Map(world.officers);
    const second = officers.get('officer-2');
    if (second !== undefined) officers.set('officer-2', { ...second, certificateTo: '2026-04-02' });
    const serve = (servedAt: string) => walkTo('DECIDED', { world: { ...world, officers } }).try('document.serve', { service: { ...directService('document-cfjd', '2026-04-02'), servedAt } }, { by: O1, on: '2026-04-03' });
    expect(serve('2026-04-02T16:00').ok).toBe(true);
    expect(refusal(serve('2026-04-03T09:00')).code).toBe('CERTIFICATE_INVALID');
  });

  it('closes only what was paid, corrected and done', () => {
    const run = walkTo('SERVED');
    const act = { by: O1, on: '2026-04-09' };
    const propose = (data: Record<string, unknown> = { otherItemsDone: true }) => refusal(run.step('propose-closing', act, data, '已履行完毕。'));
    expect(propose()).toMatchObject({ code: 'PERFORMANCE_INCOMPLETE', details: { outstandingFen: 2_000_000 } });
    const pay = (id: string, amountFen: number, receiptNo: string) => run.try('payment.record', { payment: { id, paidOn: '2026-04-08', amountFen, receiptNo } }, act);
    expect(pay('payment-01', 500_000, 'P-1').ok).toBe(true);
    expect(refusal(pay('payment-02', 500_000, 'P-1')).code).toBe('FIELD_INVALID');
    expect(refusal(pay('payment-02', 1_500_001, 'P-2')).code).toBe('FIELD_INVALID');
    expect(pay('payment-02', 1_500_000, 'P-2').ok).toBe(true);
    run.set('correctiveOrder', { servedOn: '2026-03-11', dueOn: '2026-04-01', recheckedOn: '', corrected: null }, act);
    expect(propose()).toMatchObject({ details: { path: 'correctiveOrder.corrected' } });
    run.set('correctiveOrder.corrected', true, act);
    expect(propose()).toMatchObject({ details: { path: 'correctiveOrder.recheckedOn' } });
    run.set('correctiveOrder.recheckedOn', '2026-04-02', act);
    expect(propose({})).toMatchObject({ code: 'FIELD_INVALID' });
    run.mustStep('propose-closing', act, { otherItemsDone: true }, '已履行完毕。');
    run.mustStep('return-closing', { by: 'leader-1', on: '2026-04-10' }, {}, '请补充票据。');
    expect(run.file).toMatchObject({ stage: 'SERVED', closingGroundOn: '2026-04-08' });
  });

  it('takes nothing but papers once the case is closed', () => {
    const run = walkTo('CLOSED');
    expect(refusal(run.try('case.edit', { changes: [{ path: 'facts', from: run.file.facts, to: '改' }] }, { by: O1, on: '2026-04-13' })).code).toBe('STEP_NOT_ALLOWED');
    run.must('document.printed', { documentId: 'document-cfjd', copies: 2, printer: 'Office-A4' }, { by: O1, on: '2026-04-13' });
    expect(run.file.documents.find((document) => document.id === 'document-cfjd')?.prints).toBe(1);
  });
});
