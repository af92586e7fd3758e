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

describe('two officers with valid certificates (行政处罚法第四十二条、第五十五条)', () => {
  const assign = (officerIds: string[], by = 'head-one') => walkTo('CLUE').step('assign', { by, on: '2026-03-03' }, { officerIds, noRecusal: true });

  it.each([
    [['officer-1'], 'OFFICERS_INSUFFICIENT', '现有1人'],
    [['officer-1', 'officer-1'], 'OFFICERS_INSUFFICIENT', '不得少于两人'],
    [['officer-1', 'officer-left'], 'OFFICERS_INSUFFICIENT', '戊离岗不是在岗'],
    [['officer-1', 'reviewer-2'], 'OFFICERS_INSUFFICIENT', '壬新任不是在岗的执法人员'],
    [['officer-1', 'nobody-here'], 'OFFICERS_INSUFFICIENT', '不在人员名录'],
    [['officer-1', 'officer-expired'], 'CERTIFICATE_INVALID', '2026年3月3日不在有效期内'],
    [['officer-1', 'officer-fdc-1'], 'OUT_OF_SCOPE', '己房产'],
    [['officer-1', 'head-one'], 'OFFICER_RECUSED', '不能把案件指派给自己'],
  ])('refuses %j', (ids, code, words) => {
    if (code === 'OUT_OF_SCOPE') ids = ['officer-fdc-1', 'officer-2'];
    expect(refusal(assign(ids))).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('needs the recusal check to be confirmed (第四十三条)', () => {
    expect(refusal(walkTo('CLUE').step('assign', { by: 'head-one', on: '2026-03-03' }, { officerIds: [O1, 'officer-2'] })).code).toBe('OFFICER_RECUSED');
  });

  it('stops the case when a certificate runs out on the way', () => {
    const world = createWorld();
    const officers = new Map(world.officers);
    const second = officers.get('officer-2');
    if (second !== undefined) officers.set('officer-2', { ...second, certificateTo: '2026-03-10' });
    expect(() => walkTo('CONCL', { world: { ...world, officers } })).toThrow(/CERTIFICATE_INVALID 乙协办/);
  });
});

describe('filing', () => {
  const conditions = { evidence: true, jurisdiction: true, limitation: true };
  const propose = (run: CaseRun, data: Record<string, unknown> = { conditions }) => refusal(run.step('propose-filing', { by: O1, on: '2026-03-05' }, data));

  it('needs violation, day of the act, party and evidence, and says which is missing', () => {
    const run = walkTo('VERIFY');
    const act = { by: O1, on: '2026-03-04' };
    expect(propose(run)).toMatchObject({ code: 'FILING_CONDITIONS_UNMET', details: { path: 'actOn' } });
    run.set('actOn', '2026-02-10', act);
    expect(propose(run)).toMatchObject({ code: 'PARTY_INVALID', details: { path: 'party.name' } });
    run.set('party', { ...PARTY, creditCode: '91320508MA1TEXT061' }, act);
    expect(propose(run)).toMatchObject({ code: 'CREDIT_CODE_INVALID', details: { expected: 'X' } });
    run.set('party.creditCode', PARTY.creditCode, act);
    expect(propose(run)).toMatchObject({ code: 'EVIDENCE_MISSING' });
    run.evidence('evidence-licence', '营业执照复印件', act);
    expect(propose(run, { conditions: { ...conditions, jurisdiction: false } })).toMatchObject({ code: 'FILING_CONDITIONS_UNMET', message: expect.stringContaining('立案条件') });
    expect(run.step('propose-filing', { by: O1, on: '2026-03-05' }, { conditions }).ok).toBe(true);
  });

  it('stops after two years, five with harm (行政处罚法第三十六条): act of 2024-03-01, found on 2026-03-02', () => {
    const run = walkTo('VERIFY');
    const act = { by: O1, on: '2026-03-04' };
    run.set('actOn', '2024-03-01', act);
    run.set('party', PARTY, act);
    run.evidence('evidence-licence', '营业执照复印件', act);
    expect(propose(run)).toMatchObject({ code: 'LIMITATION_EXPIRED', article: '行政处罚法第三十六条', details: { endedOn: '2026-03-01' } });
    expect(run.step('propose-filing', { by: O1, on: '2026-03-05' }, { conditions, fiveYears: true }).ok).toBe(true);
  });

  it('extends the verification once, and not after it has lapsed on 23 March', () => {
    expect(refusal(walkTo('VERIFY').step('extend-verification', { by: 'leader-1', on: '2026-03-24' })).message).toContain('2026年3月23日届满');
    const run = walkTo('VERIFY');
    run.mustStep('extend-verification', { by: 'leader-1', on: '2026-03-20' });
    expect(refusal(run.step('extend-verification', { by: 'leader-1', on: '2026-03-25' })).message).toContain('已延长过一次');
  });
});

describe('the report', () => {
  const submit = (run: CaseRun, data: Record<string, unknown> = { recordsSigned: true, identityEvidenceId: 'evidence-licence' }) => run.step('submit-report', { by: O1, on: '2026-03-16' }, data);

  it('needs a signed record, the report, facts, nature, a penalty in range and proof of identity, in this order', () => {
    const run = walkTo('INVEST');
    const act = { by: O1, on: '2026-03-11' };
    expect(refusal(submit(run)).code).toBe('RECORD_UNSIGNED');
    run.draft('document-xwbl', 'XWBL', act);
    expect(refusal(submit(run)).code).toBe('RECORD_UNSIGNED');
    run.issue('document-xwbl', act);
    expect(refusal(submit(run)).code).toBe('DOCUMENT_NOT_READY');
    run.draft('document-dczj', 'DCZJ', act);
    expect(refusal(submit(run))).toMatchObject({ details: { path: 'facts' } });
    run.set('facts', '事实。', act);
    expect(refusal(submit(run))).toMatchObject({ details: { path: 'nature' } });
    run.set('nature', '定性。', act);
    expect(refusal(submit(run))).toMatchObject({ code: 'DISCRETION_INCOMPLETE', details: { path: 'proposed' } });
    penalty(run, 2_000_000, '2026-03-11');
    expect(refusal(submit(run))).toMatchObject({ code: 'DISCRETION_INCOMPLETE', details: { path: 'discretion.tier' } });
    run.set('discretion.tier', 'light', act);
    expect(refusal(submit(run, { recordsSigned: false, identityEvidenceId: 'evidence-licence' })).code).toBe('RECORD_UNSIGNED');
    expect(refusal(submit(run, { recordsSigned: true, identityEvidenceId: 'evidence-unknown' })).code).toBe('EVIDENCE_MISSING');
    expect(submit(run).ok).toBe(true);
  });

  it('refuses a fine outside the article and an unexplained deviation, also at the approval', () => {
    const run = walkTo('CONCL');
    penalty(run, 10_000_100, '2026-03-16');
    expect(refusal(run.step('approve-report', { by: 'head-one', on: '2026-03-17' }))).toMatchObject({ code: 'FINE_OUT_OF_RANGE', article: '《建设工程质量管理条例》第五十九条' });
    penalty(run, 4_000_000, '2026-03-16');
    expect(refusal(run.step('approve-report', { by: 'head-one', on: '2026-03-17' })).code).toBe('TIER_DEVIATION_UNEXPLAINED');
  });

  it('fines only after a corrective order has lapsed unobeyed (逾期后罚)', () => {
    const run = walkTo('CONCL');
    const act = { by: O1, on: '2026-03-16' };
    const approve = () => run.step('approve-report', { by: 'head-one', on: '2026-03-17' });
    run.set('violationId', 'J34', act);
    penalty(run, 5_500_000, '2026-03-16');
    expect(refusal(approve())).toMatchObject({ code: 'CORRECTION_REQUIRED_FIRST', message: expect.stringContaining('须先责令限期改正') });
    run.set('correctiveOrder', { servedOn: '2026-03-09', dueOn: '2026-03-17', recheckedOn: '', corrected: null }, act);
    expect(refusal(approve()).message).toContain('至2026年3月17日');
    run.set('correctiveOrder.dueOn', '2026-03-16', act);
    expect(refusal(approve()).message).toContain('请先复查');
    run.set('correctiveOrder.recheckedOn', '2026-03-16', act);
    run.set('correctiveOrder.corrected', true, act);
    expect(refusal(approve()).message).toContain('已按期改正');
    run.set('correctiveOrder.corrected', false, act);
    expect(refusal(approve()).message).toContain('届满以后进行');
    run.set('correctiveOrder.recheckedOn', '2026-03-17', { by: O1, on: '2026-03-17' });
    expect(refusal(approve()).message).toContain('卷内没有');
    run.evidence('evidence-order', '责令改正通知书及送达回证', { by: O1, on: '2026-03-17' });
    expect(approve().ok).toBe(true);
  });
});

describe('notice and defence (行政处罚法第四十四条、第四十五条、第六十二条)', () => {
  it('waits for five working days: notice of 19 March, first day 27 March', () => {
    const run = walkTo('NOTIFIED');
    expect(refusal(run.step('close-defence', { by: O1, on: '2026-03-26' }))).toMatchObject({
      code: 'DEFENCE_TERM_RUNNING', details: { dueOn: '2026-03-26' }, message: expect.stringContaining('2026年3月26日届满'),
    });
    expect(run.step('close-defence', { by: O1, on: '2026-03-27' }).ok).toBe(true);
  });

  it('goes on at once with a written waiver in the file, and only as long as it stands', () => {
    const run = walkTo('NOTIFIED');
    const act = { by: O1, on: '2026-03-20' };
    expect(refusal(run.step('waive-defence', act, { evidenceId: 'evidence-waiver' })).code).toBe('EVIDENCE_MISSING');
    run.evidence('evidence-unscanned', '放弃陈述申辩声明', act);
    expect(refusal(run.step('waive-defence', act, { evidenceId: 'evidence-unscanned' }))).toMatchObject({ code: 'EVIDENCE_MISSING', article: '行政处罚法第四十五条、第六十二条', message: expect.stringContaining('没有扫描件') });
    run.scan('evidence-waiver', '放弃陈述申辩声明', act);
    run.mustStep('waive-defence', act, { evidenceId: 'evidence-waiver' });
    run.must('evidence.withdraw', { evidenceId: 'evidence-waiver', reason: '扫描错误' }, act);
    expect(refusal(run.step('close-defence', act)).code).toBe('DEFENCE_TERM_RUNNING');
    run.scan('evidence-waiver-2', '放弃陈述申辩声明', act);
    run.mustStep('waive-defence', act, { evidenceId: 'evidence-waiver-2' });
    run.mustStep('close-defence', act);
    expect(refusal(run.try('evidence.withdraw', { evidenceId: 'evidence-waiver-2', reason: '误传' }, act)).code).toBe('FIELD_NOT_EDITABLE');
  });

  it('needs the waiver to cover the hearing where one was offered (第六十三条、第六十四条)', () => {
    const run = walkTo('NOTIFIED', { size: 'large' });
    const act = { by: O1, on: '2026-03-20' };
    run.scan('evidence-waiver', '放弃陈述申辩声明', act);
    expect(refusal(run.step('waive-defence', act, { evidenceId: 'evidence-waiver' })).code).toBe('HEARING_NOTICE_REQUIRED');
    expect(run.step('waive-defence', act, { evidenceId: 'evidence-waiver', includesHearing: true }).ok).toBe(true);
  });

  it('lets only a leader accept a late defence, and none dated before the notice', () => {
    const run = walkTo('NOTIFIED');
    const data = { receivedOn: '2026-03-30', content: '请求从轻。' };
    expect(refusal(run.step('record-defence', { by: O1, on: '2026-03-30' }, data)).message).toContain('分管领导决定是否接收');
    expect(refusal(run.step('record-defence', { by: O1, on: '2026-03-30' }, { ...data, receivedOn: '2026-03-18' })).code).toBe('DATES_OUT_OF_ORDER');
    expect(run.step('record-defence', { by: 'leader-1', on: '2026-03-30' }, data).ok).toBe(true);
  });

  it('never lets a defence end in a heavier penalty without a new notice (第四十五条第二款)', () => {
    const run = walkTo('NOTIFIED');
    run.mustStep('record-defence', { by: O1, on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '请求从轻。' });
    penalty(run, 2_100_000, '2026-03-25');
    const review = { adopted: 'no', reviewOpinion: '申辩理由不成立。' };
    expect(refusal(run.step('review-defence', { by: O1, on: '2026-03-27' }, review))).toMatchObject({
      code: 'PENALTY_HEAVIER_THAN_NOTIFIED', message: expect.stringContaining('罚款21,000.00元高于告知的20,000.00元'),
    });
    run.mustStep('renotify', { by: O1, on: '2026-03-27' }, {}, '查明新的违法事实，处罚加重。');
    expect(run.file).toMatchObject({ stage: 'NOTICE_APPR', noticeApproved: false, notified: null, notifiedOn: null, defence: null });
    expect(run.file.approvals.find((approval) => approval.event === 'record-defence')?.opinion).toBe('请求从轻。\n同意。');
    expect(refusal(run.step('approve-notice', { by: 'leader-1', on: '2026-03-28' })).code).toBe('PENALTY_HEAVIER_THAN_NOTIFIED');
    run.set('facts', '当事人于2026年2月10日前未按规定移交建设项目档案，经催告仍拒不移交。', { by: O1, on: '2026-03-28' });
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-28' });
    expect(refusal(run.try('document.serve', { service: { ...directService('document-gzs', '2026-03-30'), id: 'service-again' } }, { by: O1, on: '2026-03-30' })).code).toBe('STEP_NOT_ALLOWED');
    run.draft('document-gzs2', 'GZS', { by: O1, on: '2026-03-30' });
    run.issue('document-gzs2', { by: O1, on: '2026-03-30' });
    run.serve('document-gzs2', { by: O1, on: '2026-03-30' });
    expect(run.file).toMatchObject({ stage: 'NOTIFIED', notifiedOn: '2026-03-30', notified: { fineFen: 2_100_000 } });
  });

  it('lets an adopted defence lower the penalty', () => {
    const run = walkTo('NOTIFIED');
    run.mustStep('record-defence', { by: O1, on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '请求从轻。' });
    penalty(run, 1_500_000, '2026-03-25');
    run.mustStep('review-defence', { by: O1, on: '2026-03-25' }, { adopted: 'yes', reviewOpinion: '部分采纳。' });
    expect(run.file).toMatchObject({ stage: 'LEGAL', defence: { adopted: true }, notified: { fineFen: 2_000_000 } });
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-25' }, { points: answers() });
    expect(refusal(run.step('approve-decision', { by: 'leader-1', on: '2026-03-26' })).code).toBe('DEFENCE_TERM_RUNNING');
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-27' });
  });

  it('does not serve the notice of an earlier round', () => {
    const run = walkTo('NOTICE_APPR');
    const act = { by: O1, on: '2026-03-18' };
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-17' });
    run.draft('document-gzs', 'GZS', act);
    run.issue('document-gzs', act);
    run.mustStep('return-notice', { by: 'leader-1', on: '2026-03-19' }, {}, '请补充裁量理由。');
    run.mustStep('approve-report', { by: 'head-one', on: '2026-03-19' });
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-20' });
    expect(refusal(run.try('document.serve', { service: directService('document-gzs', '2026-03-20') }, { by: O1, on: '2026-03-20' }))).toMatchObject({
      code: 'DOCUMENT_NOT_READY', message: expect.stringContaining('上一轮签发'),
    });
  });
});
