import { describe, expect, it } from 'vitest';
import { caseTerm } from '#shared/domain/time-limit/term.ts';
import { answers, type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, hearingReported, hearingRequested, paper, unpunished } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';

function termOn(run: CaseRun, today: string): string {
  const term = caseTerm(run.file, run.world.calendar, today);
  return term?.ok === true ? term.value.dueOn : 'none';
}

/** Ways to stretch the 90 days of art. 60. Filed on 2026-03-06: 25 of March, 30 of April, 31 of May and 4 of June make 90. */
describe('the case term (行政处罚法第六十条) is not stretched', () => {
  it('by a hearing that was refused: eight days from 27 March to 4 April count', () => {
    const run = walkTo('NOTIFIED', { size: 'large' });
    run.mustStep('request-hearing', { by: O1, on: '2026-03-27' }, { requestedOn: '2026-03-27' });
    run.mustStep('refuse-hearing', { by: 'leader-1', on: '2026-04-04' }, {}, '逾期提出，不予受理。');
    expect(run.file.exclusions).toEqual([]);
    expect(termOn(run, '2026-04-04')).toBe('2026-06-04');
  });

  it('by a hearing that was asked for in time and taken back: 24 to 30 March stay out, six days', () => {
    const run = hearingRequested();
    run.evidence('evidence-back', '撤回听证申请书', { by: O1, on: '2026-03-30' });
    run.mustStep('withdraw-hearing', { by: O1, on: '2026-03-30' }, { evidenceId: 'evidence-back' });
    expect(termOn(run, '2026-03-30')).toBe('2026-06-10');
  });

  it('by a request that is registered when the term is over and dated back: notice of 19 March, “requested” on 26 March, entered on 8 June', () => {
    const run = walkTo('DEC_APPR', { size: 'large' });
    run.mustStep('request-hearing', { by: O1, on: '2026-06-08' }, { requestedOn: '2026-03-26' });
    expect(run.file.hearing?.requestedOn).toBe('2026-03-26');
    expect(termOn(run, '2026-06-20')).toBe('2026-06-04');
  });

  it('by an appraisal nobody ends', () => {
    const run = walkTo('DEC_APPR');
    const act = { by: O1, on: '2026-03-31' };
    run.aggregate = run.aggregate && { ...run.aggregate, file: { ...run.file, exclusions: [{ kind: 'appraisal', from: '2026-03-12', to: null }] } };
    expect(run.step('approve-decision', { by: 'leader-1', on: '2026-03-31' })).toMatchObject({ ok: false, error: { code: 'STEP_NOT_ALLOWED', article: '行政处罚法第六十条', message: expect.stringContaining('鉴定自2026年3月12日起') } });
    run.evidence('evidence-opinion', '鉴定意见', act);
    run.mustStep('end-exclusion', act, { kind: 'appraisal', to: '2026-03-20', evidenceId: 'evidence-opinion' });
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-31' });
  });

  it('by an appraisal that ends long after its opinion came in: in the file on 20 March, “ended” on 31 July', () => {
    const run = walkTo('INVEST');
    paper(run, 'JDWT', '2026-03-10');
    run.mustStep('start-exclusion', { by: O1, on: '2026-03-10' }, { kind: 'appraisal', from: '2026-03-10' }, '委托鉴定。');
    run.evidence('evidence-opinion', '鉴定意见', { by: O1, on: '2026-03-20' });
    const end = (to: string) => run.step('end-exclusion', { by: O1, on: '2026-08-03' }, { kind: 'appraisal', to, evidenceId: 'evidence-opinion' });
    expect(end('2026-07-31')).toMatchObject({ ok: false, error: { code: 'EVIDENCE_MISSING', article: '行政处罚法第六十条', message: expect.stringContaining('于2026年3月20日已在卷内') } });
    expect(codeOf(end('2026-03-20'))).toBe('ok');
    // 90 days and ten.
    expect(termOn(run, '2026-08-03')).toBe('2026-06-14');
  });

  it('nor before a decision not to punish', () => {
    const run = unpunished();
    run.aggregate = run.aggregate && { ...run.aggregate, file: { ...run.file, exclusions: [{ kind: 'test', from: '2026-03-12', to: null }] } };
    const approve = () => codeOf(run.step('approve-no-penalty', { by: 'leader-1', on: '2026-03-18' }, { educated: true }));
    expect(approve()).toBe('STEP_NOT_ALLOWED');
    run.evidence('evidence-report', '检测报告', { by: O1, on: '2026-03-18' });
    run.mustStep('end-exclusion', { by: O1, on: '2026-03-18' }, { kind: 'test', to: '2026-03-17', evidenceId: 'evidence-report' });
    expect(approve()).toBe('ok');
    paper(run, 'BYCF', '2026-03-18');
  });
});

describe('the collective (行政处罚法第五十七条第二款、第六十条)', () => {
  const minutes = (heldOn: string) => ({ heldOn, attendees: ['甲', '乙', '丙'], conclusion: '同意。' });

  it('met after the hearing it weighs: held on Friday 10 April (第六十五条)', () => {
    const run = hearingReported();
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-04-14' }, { points: answers() });
    const held = (on: string) => codeOf(run.step('record-discussion', { by: 'leader-1', on: '2026-04-15' }, minutes(on)));
    expect([held('2026-04-09'), held('2026-04-16'), held('2026-04-10')]).toEqual(['DATES_OUT_OF_ORDER', 'DATES_OUT_OF_ORDER', 'ok']);
  });

  it('met after the defence it weighs (第四十五条)', () => {
    const run = walkTo('NOTIFIED', { size: 'large' });
    run.mustStep('record-defence', { by: O1, on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '请求从轻。' });
    run.mustStep('review-defence', { by: O1, on: '2026-03-27' }, { adopted: 'no', reviewOpinion: '不成立。', noHearing: true });
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() });
    const held = (on: string) => codeOf(run.step('record-discussion', { by: 'leader-1', on: '2026-03-31' }, minutes(on)));
    expect([held('2026-03-23'), held('2026-03-24')]).toEqual(['DATES_OUT_OF_ORDER', 'ok']);
  });

  it('granted the second extension of this case, filed on 6 March', () => {
    const run = walkTo('INVEST');
    run.mustStep('extend-case', { by: 'leader-1', on: '2026-06-01' }, { days: 30 }, '案情复杂。');
    const extend = (discussedOn: string) => codeOf(run.step('extend-case', { by: 'leader-1', on: '2026-06-30' }, { days: 60, discussedOn }, '案情复杂。'));
    expect([extend(''), extend('2026-03-05'), extend('2026-07-01'), extend('2026-06-29')]).toEqual(['COLLECTIVE_DISCUSSION_REQUIRED', 'DATES_OUT_OF_ORDER', 'DATES_OUT_OF_ORDER', 'ok']);
  });
});
