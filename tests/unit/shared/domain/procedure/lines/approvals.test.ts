import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Delegation } from '#shared/domain/officer/delegation.ts';
import { advance } from '#shared/domain/procedure/advance.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { linkedProposal, limitationOf, sameActRefusal } from '#shared/domain/procedure/linked-case.ts';
import { nextSteps } from '#shared/domain/procedure/next-steps.ts';
import { contextOf, createWorld, VIOLATIONS, walkTo } from '#tests/helpers/cases.ts';
import { codeOf } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';

describe('a case sent back', () => {
  it('carries remarks on single paragraphs, and goes straight back to the node that returned it', () => {
    const run = walkTo('NOTICE_APPR');
    const remarks = [{ path: 'facts', text: '补充竣工日期。' }, { path: 'document-dczj#discretion', text: '写明从轻的事实。' }];
    run.must('case.advance', { event: 'return-notice', opinion: '请修改。', data: {}, remarks }, { by: 'leader-1', on: '2026-03-18' });
    expect(run.file).toMatchObject({ stage: 'CONCL', returned: { event: 'return-notice', from: 'NOTICE_APPR', byName: '癸局长' } });
    expect(run.file.approvals.at(-1)).toMatchObject({ opinion: '请修改。', remarks });
    run.mustStep('resubmit', { by: O1, on: '2026-03-19' }, {}, '已按意见修改。');
    expect(run.file.stage).toBe('NOTICE_APPR');
    expect(run.file.returned).toBeUndefined();
  });

  it('does not skip the head of the unit where nobody returned it', () => {
    expect(codeOf(walkTo('CONCL').step('resubmit', { by: O1, on: '2026-03-17' }))).toBe('STEP_NOT_ALLOWED');
  });
});

describe('countersigning', () => {
  it('holds the approval until everyone asked has spoken, and keeps every opinion', () => {
    const run = walkTo('DEC_APPR');
    const ask = (officerIds: readonly string[]) => codeOf(run.step('request-countersign', { by: 'leader-1', on: '2026-03-31' }, { officerIds }));
    expect([ask(['leader-1']), ask(['officer-left']), ask(['leader-2', 'reviewer-2']), ask(['leader-2'])]).toEqual(['FIELD_INVALID', 'FIELD_INVALID', 'ok', 'FIELD_INVALID']);
    expect(codeOf(run.step('approve-decision', { by: 'leader-1', on: '2026-03-31' }))).toBe('COUNTERSIGN_MISSING');
    expect(codeOf(run.step('countersign', { by: 'officer-3', on: '2026-03-31' }, { agrees: 'yes' }))).toBe('ROLE_NOT_ALLOWED');
    expect(nextSteps(run.file, contextOf(run.world, 'reviewer-2', '2026-03-31')).map((step) => step.event)).toContain('countersign');
    run.mustStep('countersign', { by: 'reviewer-2', on: '2026-03-31' }, { agrees: 'no' }, '幅度偏高。');
    run.mustStep('countersign', { by: 'leader-2', on: '2026-03-31' }, { agrees: 'yes' }, '同意。');
    expect(codeOf(run.step('countersign', { by: 'leader-2', on: '2026-03-31' }, { agrees: 'yes' }))).toBe('ROLE_NOT_ALLOWED');
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-31' });
    expect(run.file.approvals.filter((approval) => approval.event === 'countersign').map((approval) => `${approval.officerName}：${approval.opinion}`)).toEqual(['壬新任：不同意。幅度偏高。', '辰副局：同意。同意。']);
  });
});

describe('standing in for somebody absent (AB 角)', () => {
  const delegation: Delegation = { id: 'delegation-1', fromOfficerId: 'leader-1', toOfficerId: 'officer-3', role: 'leader', from: '2026-03-05', to: '2026-03-10', reason: '出差' };
  const world = (members: Partial<Delegation> = {}) => {
    const base = createWorld();
    return createWorld({ settings: { ...base.settings, delegations: [{ ...delegation, ...members }] } });
  };

  it('is boxed in time and written into the approval', () => {
    const run = walkTo('FILING', { world: world() });
    expect(nextSteps(run.file, contextOf(run.world, 'officer-3', '2026-03-06'))[0]).toMatchObject({ event: 'approve-filing', allowed: true });
    run.mustStep('approve-filing', { by: 'officer-3', on: '2026-03-06' });
    expect(run.file.approvals.at(-1)).toMatchObject({ officerName: '丙执法', actingFor: '癸局长' });
    const late = walkTo('FILING', { world: world({ to: '2026-03-05' }) });
    expect(codeOf(late.step('approve-filing', { by: 'officer-3', on: '2026-03-06' }))).toBe('ROLE_NOT_ALLOWED');
  });

  it('lends nobody the power over his own case, nor a power its lender lacks', () => {
    const own = walkTo('FILING', { world: world({ toOfficerId: 'officer-2' }) });
    expect(codeOf(own.step('approve-filing', { by: 'officer-2', on: '2026-03-06' }))).toBe('OFFICER_RECUSED');
    const empty = walkTo('FILING', { world: world({ fromOfficerId: 'head-one' }) });
    expect(codeOf(empty.step('approve-filing', { by: 'officer-3', on: '2026-03-06' }))).toBe('ROLE_NOT_ALLOWED');
    const recused = walkTo('FILING', { world: world({ fromOfficerId: 'leader-officer' }) });
    recused.mustStep('return-filing', { by: 'leader-1', on: '2026-03-06' });
    recused.mustStep('assign', { by: 'head-one', on: '2026-03-06' }, { officerIds: ['leader-officer', 'officer-2'], noRecusal: true });
    expect(codeOf(recused.step('reject-clue', { by: 'officer-3', on: '2026-03-06' }, { ground: 'other' }))).toBe('OFFICER_RECUSED');
  });

  it('is not noted where he acts in his own right', () => {
    const run = walkTo('FILING', { world: world({ toOfficerId: 'leader-2' }) });
    run.mustStep('approve-filing', { by: 'leader-2', on: '2026-03-06' });
    expect(run.file.approvals.at(-1)).not.toHaveProperty('actingFor');
  });
});

describe('linked cases', () => {
  const violations = new Map(VIOLATIONS.map((violation) => [violation.id, violation]));

  it('propose the case of the persons responsible: 5–10 % of the fine of the unit (质量条例第七十三条)', () => {
    const { file } = walkTo('CLOSED', { size: 'large' });
    // 150,000 yuan: 7,500 to 15,000.
    expect(linkedProposal(file, violations)).toMatchObject({ relation: 'responsible-person', minFen: 750_000, maxFen: 1_500_000, article: '《建设工程质量管理条例》第七十三条' });
    expect(linkedProposal({ ...file, linkedCases: [{ caseId: 'case-0002', relation: 'responsible-person' }] }, violations)).toBeNull();
    expect(linkedProposal({ ...file, party: file.party === null ? null : { ...file.party, kind: 'person' } }, violations)).toBeNull();
  });

  it('are linked once, by those who handle the case, even after it was closed', () => {
    const run = walkTo('CLOSED');
    const link = (caseId: string, by = O1) => codeOf(run.try('case.link', { caseId, relation: 'responsible-person' }, { by, on: '2026-05-06' }));
    expect([link('case-0001'), link('case-0002', 'reviewer-1'), link('case-0002'), link('case-0002')]).toEqual(['FIELD_INVALID', 'ROLE_NOT_ALLOWED', 'ok', 'FIELD_INVALID']);
    expect(run.file.linkedCases).toEqual([{ caseId: 'case-0002', relation: 'responsible-person' }]);
  });

  it('refuse a second fine for the same act (行政处罚法第二十九条)', () => {
    const one = walkTo('INVEST').file;
    const other: CaseFile = { ...walkTo('CLOSED').file, id: 'case-0002' };
    expect(sameActRefusal(one, [other])).toMatchObject({ code: 'SAME_ACT_PUNISHED', article: '行政处罚法第二十九条', message: expect.stringContaining('不得再次罚款') });
    expect(sameActRefusal(one, [{ ...other, decided: null, stage: 'INVEST' }])?.message).toContain('不得分案');
    expect(sameActRefusal(one, [{ ...other, stage: 'WITHDR' }, { ...other, actOn: '2026-02-11' }, one])).toBeNull();
  });

  it('hold the filing and the decision where the other cases of the party are known', () => {
    const other: CaseFile = { ...walkTo('CLOSED').file, id: 'case-0002' };
    const filing = walkTo('FILING');
    const refused = (run: typeof filing, event: CaseEvent, on: string) => advance(run.file, event, { opinion: '', data: {} }, { ...contextOf(run.world, 'leader-1', on), otherCases: [other] });
    expect(refused(filing, 'approve-filing', '2026-03-06')).toMatchObject({ ok: false, error: { code: 'SAME_ACT_PUNISHED' } });
    expect(refused(walkTo('DEC_APPR'), 'approve-decision', '2026-03-31')).toMatchObject({ ok: false, error: { code: 'SAME_ACT_PUNISHED' } });
  });

  it('show the limitation with its sentence (行政处罚法第三十六条)', () => {
    const { file } = walkTo('INVEST');
    expect(limitationOf(file)).toMatchObject({ endsOn: '2028-02-10', inTime: true, explanation: expect.stringContaining('二年至2028年2月10日') });
    expect(limitationOf({ ...file, fiveYearLimitation: true })?.endsOn).toBe('2031-02-10');
  });
});
