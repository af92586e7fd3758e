import { describe, expect, it } from 'vitest';
import { officerChoices } from '#renderer/features/case-file/officer-choice.ts';
import { paperSteps } from '#renderer/features/case-file/paper-steps.ts';
import { railOf } from '#renderer/features/case-file/rail.ts';
import { startStep, stepData, stepErrors } from '#renderer/features/case-file/step-form.ts';
import { groupSteps } from '#renderer/features/case-file/step-groups.ts';
import { nextSteps } from '#shared/domain/procedure/next-steps.ts';
import { answers, contextOf, createWorld, OFFICERS, walkTo } from '../../../helpers/cases.ts';

const world = createWorld();

function stepOf(stage: 'CLUE' | 'VERIFY' | 'LEGAL', by: string, on: string, event: string) {
  const run = walkTo(stage);
  const step = nextSteps(run.file, contextOf(world, by, on)).find((each) => each.event === event);
  if (step === undefined) throw new Error(`no step ${event}`);
  return { run, step };
}

describe('the form of a step', () => {
  it('makes the data the rules accept', () => {
    const { run, step } = stepOf('CLUE', 'head-one', '2026-03-03', 'assign');
    const values = { ...startStep(step, { officerIds: [], today: '2026-03-03' }), officerIds: ['officer-1', 'officer-2'], noRecusal: true };
    expect(stepErrors(step, values, '')).toEqual({});
    expect(run.step('assign', { by: 'head-one', on: '2026-03-03' }, stepData(step.fields, values)).ok).toBe(true);
  });

  it('names every field still open', () => {
    const { step } = stepOf('CLUE', 'head-one', '2026-03-03', 'assign');
    const values = startStep(step, { officerIds: ['officer-1'], today: '2026-03-03' });
    expect(stepErrors(step, values, '')).toEqual({ officerIds: '请选择至少两名执法人员', noRecusal: '请确认' });
  });

  it('asks for every point of the checklist and leaves out what was not confirmed', () => {
    const { step } = stepOf('VERIFY', 'officer-1', '2026-03-04', 'propose-filing');
    const half = { conditions: { evidence: true }, fiveYears: false };
    expect(stepErrors(step, half, '')).toEqual({ conditions: '请逐项核对并勾选' });
    expect(stepData(step.fields, half)).toEqual({ conditions: { evidence: true } });
  });

  it('takes a legal review with eight answers and an opinion', () => {
    const { run, step } = stepOf('LEGAL', 'reviewer-1', '2026-03-30', 'pass-review');
    expect(stepErrors(step, { points: { facts: true } }, '')).toEqual({ opinion: '请填写意见', points: '请逐项作出结论' });
    const values = { points: answers() };
    expect(stepErrors(step, values, '同意。')).toEqual({});
    expect(run.step('pass-review', { by: 'reviewer-1', on: '2026-03-30' }, stepData(step.fields, values), '同意。').ok).toBe(true);
  });
});

describe('the steps offered', () => {
  it('lead with the way forward, keep returns aside, and say what is missing', () => {
    const leader = groupSteps(nextSteps(walkTo('FILING').file, contextOf(world, 'leader-1', '2026-03-06')));
    expect(leader.forward.map((step) => step.event)).toEqual(['approve-filing']);
    expect(leader.back.map((step) => step.event)).toEqual(['return-filing']);
    expect(leader.aside.map((step) => step.event)).toEqual(['refuse-filing', 'request-countersign']);
    const officer = groupSteps(nextSteps(walkTo('INVEST').file, contextOf(world, 'officer-1', '2026-03-10')));
    expect(officer.blocked.map((step) => step.event)).toEqual(['submit-report']);
  });

  it('name the paper the case waits for', () => {
    const run = walkTo('NOTICE_APPR');
    expect(paperSteps(run.file)).toEqual([]);
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    expect(paperSteps(run.file)).toEqual([{ code: 'GZS', label: '制作行政处罚意见告知书', documentId: null, due: true, by: 'case-officer' }]);
    run.draft('document-gzs', 'GZS', { by: 'officer-1', on: '2026-03-18' });
    expect(paperSteps(run.file)[0]?.label).toBe('填写并签发行政处罚意见告知书');
    run.issue('document-gzs', { by: 'officer-1', on: '2026-03-19' });
    expect(paperSteps(run.file)).toEqual([{ code: 'GZS', label: '送达行政处罚意见告知书', documentId: 'document-gzs', due: true, by: 'case-officer' }]);
  });

  it('offer only officers with a valid certificate, and say why not the others', () => {
    const choices = officerChoices(OFFICERS, { district: '320500', channel: 'JC' }, '2026-03-03');
    const problems = Object.fromEntries(choices.map((choice) => [choice.officer.id, choice.problem]));
    expect(problems['officer-1']).toBe('');
    expect(problems['officer-expired']).toBe('执法证已于 2026-01-31 到期');
    expect(problems['officer-left']).toBe('已停用');
    expect(problems).not.toHaveProperty('officer-fdc-1');
  });
});

describe('the rail', () => {
  it('shows what is behind, where the case is, and what comes next, with dates', () => {
    const rail = railOf(walkTo('INVEST').file);
    expect(rail.map((stop) => `${stop.stage} ${stop.state} ${stop.on}`.trim()).slice(0, 5)).toEqual([
      'CLUE done 2026-03-02', 'VERIFY done 2026-03-03', 'FILING done 2026-03-05', 'INVEST current 2026-03-06', 'CONCL next',
    ]);
    expect(rail.map((stop) => stop.stage)).not.toContain('COLLECT');
  });

  it('shows a detour once it was taken', () => {
    const rail = railOf(walkTo('DEC_APPR', { size: 'large' }).file);
    expect(rail.find((stop) => stop.stage === 'COLLECT')).toMatchObject({ state: 'done', detour: true, on: '2026-03-30' });
  });

  it('ends where a case was not filed', () => {
    const run = walkTo('VERIFY');
    run.mustStep('reject-clue', { by: 'leader-1', on: '2026-03-05' }, { ground: 'no-violation' });
    expect(railOf(run.file).map((stop) => `${stop.stage} ${stop.state}`)).toEqual(['CLUE done', 'VERIFY done', 'NOFILE done']);
  });

  it('has nothing to do left in a closed case', () => {
    expect(railOf(walkTo('CLOSED').file).every((stop) => stop.state === 'done')).toBe(true);
  });
});
