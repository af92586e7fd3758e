import { describe, expect, it } from 'vitest';
import { answers, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, hearingNotified, hearingReported, hearingRequested, paper } from '#tests/helpers/lines.ts';

describe('a hearing (行政处罚法第六十三条至第六十五条)', () => {
  it('is asked for, granted, notified, held and reported, and the case goes to legal review', () => {
    const run = hearingReported();
    expect(run.file).toMatchObject({
      stage: 'LEGAL',
      hearing: { requestedOn: '2026-03-24', accepted: true, hostName: '午主持', recorderName: '未记录', noticeServedOn: '2026-03-27', heldAt: '2026-04-10T09:30', public: true, report: { advice: 'uphold', reportedOn: '2026-04-13' } },
      // Its time does not count towards the ninety days.
      exclusions: [{ kind: 'hearing', from: '2026-03-24', to: '2026-04-13' }],
    });
  });

  it('ends in a decision that was reviewed and discussed', () => {
    const run = hearingReported();
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-04-14' }, { points: answers() });
    expect(run.file.stage).toBe('COLLECT');
    run.mustStep('record-discussion', { by: 'leader-1', on: '2026-04-15' }, { heldOn: '2026-04-15', attendees: ['甲', '乙', '丙'], conclusion: '同意。' });
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-04-16' });
    paper(run, 'CFJD', '2026-04-16', { serve: true });
    expect(run.file).toMatchObject({ stage: 'SERVED', decidedOn: '2026-04-16' });
  });

  it('must be held when asked for in time against a penalty of its class', () => {
    const run = hearingRequested();
    expect(codeOf(run.step('refuse-hearing', { by: 'leader-1', on: '2026-03-25' }, {}, '不同意。'))).toBe('HEARING_MUST_BE_HELD');
    expect(codeOf(run.step('close-defence', { by: 'officer-1', on: '2026-03-30' }, { noHearing: true }))).toBe('STEP_NOT_ALLOWED');
  });

  it('is refused when asked for after the fifth working day, and not granted then', () => {
    const run = walkTo('NOTIFIED', { size: 'large' });
    // Served on Thursday 19 March: the fifth working day is Thursday 26 March.
    run.mustStep('request-hearing', { by: 'officer-1', on: '2026-03-27' }, { requestedOn: '2026-03-27' });
    expect(run.step('accept-hearing', { by: 'leader-1', on: '2026-03-27' }, { hostId: 'host-one', recorderId: 'host-two' })).toMatchObject({ ok: false, error: { details: { dueOn: '2026-03-26' } } });
    run.mustStep('refuse-hearing', { by: 'leader-1', on: '2026-03-27' }, {}, '逾期提出，不予受理。');
    expect(run.file).toMatchObject({ stage: 'NOTIFIED', hearing: { accepted: false, refusalReason: '逾期提出，不予受理。' }, exclusions: [] });
    run.mustStep('close-defence', { by: 'officer-1', on: '2026-03-27' }, { noHearing: true });
  });

  it('is not granted against a small penalty', () => {
    const run = walkTo('NOTIFIED');
    run.mustStep('request-hearing', { by: 'officer-1', on: '2026-03-20' }, { requestedOn: '2026-03-20' });
    expect(codeOf(run.step('accept-hearing', { by: 'leader-1', on: '2026-03-20' }, { hostId: 'host-one', recorderId: 'host-two' }))).toBe('STEP_NOT_ALLOWED');
    run.mustStep('refuse-hearing', { by: 'leader-1', on: '2026-03-20' }, {}, '未达到听证标准。');
  });

  it('has a host and a recorder who did not investigate and are two people', () => {
    const run = hearingRequested();
    const accept = (hostId: string, recorderId: string) => codeOf(run.step('accept-hearing', { by: 'leader-1', on: '2026-03-25' }, { hostId, recorderId }));
    expect(accept('officer-1', 'host-two')).toBe('HOST_IS_OFFICER');
    expect(accept('host-one', 'officer-2')).toBe('HOST_IS_OFFICER');
    expect(accept('host-one', 'host-one')).toBe('HOST_IS_OFFICER');
    expect(accept('host-one', 'host-two')).toBe('ok');
    expect(codeOf(run.step('schedule-hearing', { by: 'host-two', on: '2026-03-26' }, { heldAt: '2026-04-10T09:30', place: '室', publicity: 'public' }))).toBe('ROLE_NOT_ALLOWED');
  });

  it('leaves seven working days after its notice', () => {
    const run = hearingRequested();
    run.mustStep('accept-hearing', { by: 'leader-1', on: '2026-03-25' }, { hostId: 'host-one', recorderId: 'host-two' });
    run.mustStep('schedule-hearing', { by: 'host-one', on: '2026-03-26' }, { heldAt: '2026-04-03T09:30', place: '示例听证室', publicity: 'public' });
    expect(codeOf(run.step('record-hearing', { by: 'host-one', on: '2026-04-03' }))).toBe('HEARING_NOTICE_TOO_SHORT');
    paper(run, 'TZTZ', '2026-03-27', { by: 'host-one', serve: true });
    // Friday 27 March plus seven working days, 4–6 April being holidays: Wednesday 8 April (Qingming).
    expect(run.step('record-hearing', { by: 'host-one', on: '2026-04-03' })).toMatchObject({ ok: false, error: { code: 'HEARING_NOTICE_TOO_SHORT', message: expect.stringContaining('最早可于2026年4月8日') } });
    run.mustStep('schedule-hearing', { by: 'host-one', on: '2026-03-30' }, { heldAt: '2026-04-10T09:30', place: '示例听证室', publicity: 'public' });
    expect(run.file.hearing?.noticeServedOn).toBeNull();
  });

  it('is not reported before its record is made out, unless the party stayed away', () => {
    const held = hearingNotified();
    expect(codeOf(held.step('record-hearing', { by: 'host-one', on: '2026-04-09' }))).toBe('DATES_OUT_OF_ORDER');
    held.mustStep('record-hearing', { by: 'host-one', on: '2026-04-10' });
    const report = { findings: '事实清楚。', advice: 'uphold', recordSigned: true };
    expect(codeOf(held.step('report-hearing', { by: 'host-one', on: '2026-04-13' }, report))).toBe('HEARING_NOT_HELD');
    const absent = hearingNotified();
    absent.mustStep('record-hearing', { by: 'host-one', on: '2026-04-10' }, { partyAbsent: true });
    absent.mustStep('report-hearing', { by: 'host-one', on: '2026-04-13' }, report, '当事人放弃听证。');
    expect(absent.file.stage).toBe('LEGAL');
  });

  it('leads to a new notice where the host finds other facts', () => {
    const run = hearingReported('renotify');
    expect(run.file).toMatchObject({ stage: 'NOTICE_APPR', notified: null, notifiedOn: null, noticeApproved: false });
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-04-14' });
    paper(run, 'GZS', '2026-04-14', { serve: true });
    expect(run.file.hearing).toBeUndefined();
  });

  it('is reviewed by someone else than its host', () => {
    const run = hearingReported();
    expect(codeOf(run.step('pass-review', { by: 'host-one', on: '2026-04-14' }, { points: answers() }))).toBe('ROLE_NOT_ALLOWED');
  });

  it('ends where the party takes the request back, and the term of defence goes on', () => {
    const run = hearingRequested();
    run.evidence('evidence-back', '撤回听证申请书', { by: 'officer-1', on: '2026-03-25' });
    run.mustStep('withdraw-hearing', { by: 'officer-1', on: '2026-03-25' }, { evidenceId: 'evidence-back' });
    expect(run.file.stage).toBe('NOTIFIED');
    expect(codeOf(run.step('close-defence', { by: 'officer-1', on: '2026-03-26' }, { noHearing: true }))).toBe('DEFENCE_TERM_RUNNING');
  });
});
