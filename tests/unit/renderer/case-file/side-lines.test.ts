import { describe, expect, it } from 'vitest';
import { linkedCopies, linkedRegistration } from '#renderer/features/case-file/linked.ts';
import { measureDue, measureState } from '#renderer/features/case-file/measure-term.ts';
import { peopleChoices } from '#renderer/features/case-file/officer-choice.ts';
import { overlayChips } from '#renderer/features/case-file/overlay-chips.ts';
import { paperSteps } from '#renderer/features/case-file/paper-steps.ts';
import { spreadEvenly } from '#renderer/features/case-file/plan.ts';
import { railOf } from '#renderer/features/case-file/rail.ts';
import { remarkAt, remarkGroups, returningApproval, writtenRemarks } from '#renderer/features/case-file/remarks.ts';
import { exclusionRows, hearingFacts, hearingState, transferState } from '#renderer/features/case-file/side-lines.ts';
import { measureChoices } from '#renderer/features/case-file/standing.ts';
import { refusedField, startStep, stepData, stepErrors } from '#renderer/features/case-file/step-form.ts';
import type { Measure } from '#shared/domain/case-file/side-lines.ts';
import { linkedProposal } from '#shared/domain/procedure/linked-case.ts';
import { nextSteps, type NextStep } from '#shared/domain/procedure/next-steps.ts';
import { overlays } from '#shared/domain/procedure/overlays.ts';
import { type CaseRun, contextOf, createWorld, OFFICERS, walkTo } from '../../../helpers/cases.ts';
import { hearingNotified, hearingReported, hearingRequested, summaryServed } from '../../../helpers/lines.ts';

const world = createWorld();

function stepOf(run: CaseRun, by: string, on: string, event: string): NextStep {
  const step = nextSteps(run.file, contextOf(world, by, on)).find((each) => each.event === event);
  if (step === undefined) throw new Error(`no step ${event}`);
  return step;
}

const PRESERVED = {
  kind: 'preservation', reason: '证据可能灭失', place: '示例库房', keeper: '甲承办', items: [{ name: '施工日志', spec: '', quantity: '2册', condition: '完好' }, { name: '', spec: '', quantity: '', condition: '' }],
};

describe('steps of the side lines, as forms', () => {
  it('take a list of things, without the empty rows', () => {
    const run = walkTo('INVEST');
    const step = stepOf(run, 'officer-1', '2026-03-10', 'propose-measure');
    const start = startStep(step, { officerIds: run.file.officerIds, today: '2026-03-10' });
    expect(stepErrors(step, start, '')).toMatchObject({ items: '请至少填写一件物品', kind: '请选择', keeper: '请填写' });
    const values = { ...start, ...PRESERVED };
    expect(stepErrors(step, values, '')).toEqual({});
    expect(run.step('propose-measure', { by: 'officer-1', on: '2026-03-10' }, stepData(step.fields, values)).ok).toBe(true);
    expect(run.file.measures?.[0]?.items).toHaveLength(1);
    expect(measureChoices(run.file, 'approve-measure').map((choice) => choice.label)).toEqual(['先行登记保存：施工日志']);
    expect(measureChoices(run.file, 'settle-measure')).toEqual([]);
  });

  it('take a plan, and say at the field what the rules refuse', () => {
    const run = walkTo('SERVED');
    const step = stepOf(run, 'officer-1', '2026-04-08', 'apply-deferral');
    const start = startStep(step, { officerIds: [], today: '2026-04-08' });
    const rows = [{ dueOn: '2026-05-20', amountFen: null }, { dueOn: '2026-06-22', amountFen: null }];
    expect(stepErrors(step, { ...start, plan: rows }, '')).toMatchObject({ plan: '请填写第 1 期的日期和金额' });
    const short = { ...start, kind: 'instalments', reason: '困难', plan: [{ dueOn: '2026-05-20', amountFen: 100 }, { dueOn: '2026-06-22', amountFen: 100 }] };
    const refused = run.step('apply-deferral', { by: 'officer-1', on: '2026-04-08' }, stepData(step.fields, short));
    expect(refusedField(step, refused.ok ? null : refused.error)).toBe('plan');
    const full = { ...short, plan: spreadEvenly(rows, 2_000_000) };
    expect(run.step('apply-deferral', { by: 'officer-1', on: '2026-04-08' }, stepData(step.fields, full)).ok).toBe(true);
  });

  it('spread what does not divide into the last row', () => {
    expect(spreadEvenly([{ dueOn: '', amountFen: null }, { dueOn: '', amountFen: null }, { dueOn: '', amountFen: null }], 1_000_001).map((row) => row.amountFen)).toEqual([333_300, 333_300, 333_401]);
  });

  it('offer as host of a hearing only hosts who took no part in the case', () => {
    const { file } = hearingRequested();
    const step = { event: 'accept-hearing', actorId: 'leader-1' } as const;
    expect(peopleChoices(OFFICERS, file, { ...step, key: 'hostId' }).map((choice) => choice.officer.id).sort()).toEqual(['host-one', 'host-two']);
    const recorders = peopleChoices(OFFICERS, file, { ...step, key: 'recorderId' });
    expect(recorders.find((choice) => choice.officer.id === 'officer-1')?.problem).toBe('参与过本案的调查或者审核');
  });

  it('ask for countersigners from an empty list, and for one at least', () => {
    const run = walkTo('FILING');
    const step = stepOf(run, 'leader-1', '2026-03-06', 'request-countersign');
    const start = startStep(step, { officerIds: run.file.officerIds, today: '2026-03-06' });
    expect([start['officerIds'], stepErrors(step, start, '')]).toEqual([[], { officerIds: '请选择会签人员' }]);
    expect(stepErrors(step, { officerIds: ['leader-2'] }, '')).toEqual({});
  });
});

describe('a hearing on the page', () => {
  it('says what it waits for, and names the paper that is due', () => {
    expect(hearingState(hearingRequested().file.hearing!)).toBe('等待答复');
    const run = hearingRequested();
    run.mustStep('accept-hearing', { by: 'leader-1', on: '2026-03-25' }, { hostId: 'host-one', recorderId: 'host-two' });
    expect([hearingState(run.file.hearing!), paperSteps(run.file)]).toEqual(['待定时间', []]);
    run.mustStep('schedule-hearing', { by: 'host-one', on: '2026-03-26' }, { heldAt: '2026-04-10T09:30', place: '示例听证室', publicity: 'public' });
    expect(paperSteps(run.file)).toMatchObject([{ code: 'TZTZ', by: 'hearing-host', due: true }]);
    const notified = hearingNotified();
    expect([hearingState(notified.file.hearing!), paperSteps(notified.file)]).toEqual(['待举行', []]);
    notified.mustStep('record-hearing', { by: 'host-one', on: '2026-04-10' });
    expect(paperSteps(notified.file)).toMatchObject([{ code: 'TZBL', by: 'hearing-host' }]);
  });

  it('lists its facts without the empty ones, and its days among what is excluded', () => {
    const { file } = hearingReported();
    const facts = Object.fromEntries(hearingFacts(file.hearing!).map((fact) => [fact.label, fact.value]));
    expect(facts).toMatchObject({ 提出日期: '2026-03-24（口头）', 主持人: '午主持', 听证时间: '2026-04-10 09:30', 听证意见: '维持拟处罚意见' });
    expect(facts).not.toHaveProperty('不予受理理由');
    expect(exclusionRows(file)).toEqual([{ name: '听证', from: '2026-03-24', to: '2026-04-13' }]);
  });
});

describe('measures', () => {
  it('count seven working days of a preservation, and warn beside the stage', () => {
    // Friday 13 March 2026: the seventh working day is Tuesday 24 March (Administrative Penalty Law, art. 56).
    const measure: Measure = { id: 'measure-01', kind: 'preservation', reason: '', powerClause: '', items: [], place: '', keeper: '', approvedOn: '2026-03-12', startedOn: '2026-03-13', extendedDays: 0, settledOn: null, outcome: null };
    const file = { ...walkTo('INVEST').file, measures: [measure] };
    expect(measureDue(measure, file, world.calendar, '2026-03-20')).toEqual({ dueOn: '2026-03-24', level: 'near', remaining: 2, unit: '工作日' });
    expect(measureState(measure)).toBe('实施中');
    expect(overlayChips(overlays(file, world.calendar, '2026-03-22'), '2026-03-22', world.calendar)).toMatchObject([{ text: '登记保存 剩 2 个工作日', kind: 'near' }]);
    expect(overlayChips(overlays(file, world.calendar, '2026-03-25'), '2026-03-25', world.calendar)).toMatchObject([{ text: '先行登记保存已逾期', kind: 'danger' }]);
    expect(measureDue({ ...measure, settledOn: '2026-03-20', outcome: 'released' }, file, world.calendar, '2026-03-21')).toBeNull();
  });
});

describe('a case sent back', () => {
  const remarks = [{ path: 'facts', text: '写明移交期限的起算日。' }];

  it('shows each remark at its field until the case goes on', () => {
    const run = walkTo('NOTICE_APPR');
    run.must('case.advance', { event: 'return-notice', opinion: '请补正。', data: {}, remarks }, { by: 'leader-1', on: '2026-03-18' });
    expect(returningApproval(run.file)?.opinion).toBe('请补正。');
    expect([remarkAt(run.file, 'facts'), remarkAt(run.file, 'nature')]).toEqual([{ by: '癸局长', text: '写明移交期限的起算日。' }, null]);
    run.mustStep('resubmit', { by: 'officer-1', on: '2026-03-18' });
    expect([run.file.stage, returningApproval(run.file)]).toEqual(['NOTICE_APPR', null]);
  });

  it('offers the case’s fields and those of its drafts, and drops empty remarks', () => {
    const groups = remarkGroups(walkTo('CONCL').file);
    expect(groups.map((group) => group.label)).toEqual(expect.arrayContaining(['事实与定性', '裁量', '《案件调查终结报告》']));
    expect(writtenRemarks([{ path: '', text: '无' }, { path: 'facts', text: ' ' }, ...remarks])).toEqual(remarks);
  });
});

describe('the rail of other lines', () => {
  it('of a penalty on the spot passes over investigation and notice', () => {
    expect(railOf(summaryServed().file).map((stop) => `${stop.stage} ${stop.state}`)).toEqual(['CLUE done', 'DECIDED done', 'SERVED current', 'CLOSE_APPR next', 'CLOSED later']);
  });

  it('of a case ended early leads from its end to the closing', () => {
    const run = walkTo('INVEST');
    run.mustStep('terminate', { by: 'leader-1', on: '2026-03-12' }, { ground: 'unproven' });
    expect(railOf(run.file).map((stop) => `${stop.stage} ${stop.state}`)).toEqual(['CLUE done', 'VERIFY done', 'FILING done', 'INVEST done', 'TERM current', 'CLOSE_APPR next', 'CLOSED later']);
    run.mustStep('propose-closing', { by: 'officer-1', on: '2026-03-13' });
    run.mustStep('approve-closing', { by: 'leader-1', on: '2026-03-13' });
    expect(railOf(run.file).every((stop) => stop.state === 'done')).toBe(true);
  });

  it('of a case handed over shows no suspension of its own', () => {
    const run = walkTo('INVEST');
    run.mustStep('transfer-authority', { by: 'leader-1', on: '2026-03-12' }, { receivingBody: '示例区城市管理局', ground: '属于其管辖', materials: ['案卷材料'] });
    expect([railOf(run.file).map((stop) => stop.stage), transferState(run.file.transfer!)]).toEqual([['CLUE', 'VERIFY', 'FILING', 'INVEST', 'TRANSF', 'CLOSE_APPR', 'CLOSED'], '待移交']);
  });
});

describe('the case of the responsible persons', () => {
  it('is registered with the sums that follow from the unit’s fine', () => {
    const violations = new Map([...world.violations].map(([id, violation]) => [id, violation] as const));
    const { file } = walkTo('CONCL', { size: 'large' });
    const proposal = linkedProposal(file, violations);
    // 150,000 yuan against the unit: 5–10 % are 7,500 to 15,000 yuan (建设工程质量管理条例 art. 73).
    expect(proposal).toMatchObject({ minFen: 750_000, maxFen: 1_500_000 });
    const registration = linkedRegistration(file, proposal!, '2026-03-17');
    expect(registration.clue.description).toContain('7,500.00元至15,000.00元');
    expect(linkedCopies(file)).toEqual([{ path: 'actOn', from: null, to: '2026-02-10' }]);
  });
});
