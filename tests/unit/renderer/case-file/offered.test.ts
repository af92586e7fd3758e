import { describe, expect, it } from 'vitest';
import { numberText } from '#renderer/ui/case-number.ts';
import { dueLabel, sortedDeadlines } from '#renderer/features/case-file/due.ts';
import { askedFields, onlyChoices } from '#renderer/features/case-file/field-visibility.ts';
import { offeredSteps } from '#renderer/features/case-file/offered-steps.ts';
import { accountOf } from '#renderer/features/case-file/payment.ts';
import { railOf } from '#renderer/features/case-file/rail.ts';
import { archiveFacts } from '#renderer/features/case-file/side-lines.ts';
import { groupSteps } from '#renderer/features/case-file/step-groups.ts';
import { summaryCourse } from '#renderer/features/case-file/summary-course.ts';
import { nextSteps } from '#shared/domain/procedure/next-steps.ts';
import { transitionOf } from '#shared/domain/procedure/table.ts';
import { type CaseRun, contextOf, createWorld, walkTo } from '../../../helpers/cases.ts';
import { demanded, hearingNotified, paper, SUMMARY_DATA, summaryReady, summaryServed } from '../../../helpers/lines.ts';

const world = createWorld();
const O1 = 'officer-1';

function offered(run: CaseRun, by: string, on: string) {
  const groups = groupSteps(offeredSteps(run.file, nextSteps(run.file, contextOf(world, by, on))));
  const names = (list: readonly { readonly event: string }[]): string[] => list.map(({ event }) => event);
  return { forward: names(groups.forward), back: names(groups.back), aside: names(groups.aside), blocked: names(groups.blocked) };
}

function course(run: CaseRun, today: string) {
  const due = sortedDeadlines(run.file, { calendar: world.calendar, settings: world.settings, today }).items;
  return summaryCourse(run.file, due, accountOf(run.file, world.calendar, today).openFen);
}

describe('the steps an officer is offered', () => {
  it('leave out what was done: the answer to a hearing, its day once it was held', () => {
    const run = hearingNotified();
    expect(offered(run, 'leader-1', '2026-03-30')).toMatchObject({ forward: [], blocked: [] });
    expect(offered(run, 'host-one', '2026-03-30').blocked).toContain('record-hearing');
    run.mustStep('record-hearing', { by: 'host-one', on: '2026-04-10' });
    const after = offered(run, 'host-one', '2026-04-10');
    expect([...after.forward, ...after.blocked]).not.toContain('record-hearing');
    expect([...after.forward, ...after.blocked]).not.toContain('schedule-hearing');
  });

  it('put the report of a penalty on the spot forward, because it has a term of three working days', () => {
    const run = summaryServed();
    expect(offered(run, O1, '2026-03-04').forward).toContain('report-summary');
    run.mustStep('report-summary', { by: O1, on: '2026-03-05' }, { reportedOn: '2026-03-05' });
    const after = offered(run, O1, '2026-03-05');
    expect([...after.forward, ...after.aside, ...after.blocked]).not.toContain('report-summary');
  });

  it('do not put the end of the execution beside the acceptance, before the court has ruled', () => {
    const run = demanded();
    run.mustStep('apply-court', { by: 'leader-1', on: '2026-11-02' }, { court: '示例市人民法院', appliedOn: '2026-11-02' });
    expect(offered(run, O1, '2026-11-03')).toMatchObject({ forward: ['record-court-acceptance'] });
    expect(offered(run, O1, '2026-11-03').aside).toContain('end-execution');
  });
});

describe('the course of a penalty on the spot', () => {
  const states = (run: CaseRun, today: string): readonly string[] => course(run, today).map(({ key, state }) => `${key} ${state}`);

  it('goes from the decision to the report; one paid at the bank is not handed in', () => {
    const run = summaryReady();
    run.mustStep('summary-penalty', { by: O1, on: '2026-03-03' }, SUMMARY_DATA);
    expect(states(run, '2026-03-03')).toEqual(['issue now', 'hand-over later', 'pay later', 'report later']);
    paper(run, 'DCCF', '2026-03-03', { serve: true });
    expect(states(run, '2026-03-03')).toEqual(['issue done', 'hand-over done', 'pay now', 'report now']);
    // Tuesday 3 March 2026: the third working day is Friday 6 March; the fifteenth day of payment Wednesday 18 March.
    expect(course(run, '2026-03-04').map(({ note }) => note).slice(2)).toEqual(['最迟 2026-03-18', '最迟 2026-03-06']);
    expect(course(run, '2026-03-09').map(({ overdue }) => overdue)).toEqual([false, false, false, true]);
  });

  it('collected on the spot within 100 yuan: handed in within two working days, then reported (arts. 68, 71)', () => {
    const run = summaryReady(10_000);
    run.mustStep('summary-penalty', { by: O1, on: '2026-03-03' }, { ...SUMMARY_DATA, collection: 'spot', spotGround: 'small' });
    paper(run, 'DCCF', '2026-03-03', { serve: true });
    expect(states(run, '2026-03-03')).toEqual(['issue done', 'hand-over done', 'pay now', 'hand-in later', 'report now']);
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-03-03', amountFen: 10_000, receiptNo: 'P-0001' } }, { by: O1, on: '2026-03-03' });
    const [, , pay, handIn] = course(run, '2026-03-03');
    expect([pay?.state, handIn?.state, handIn?.step, handIn?.note]).toEqual(['done', 'now', 'hand-in-fine', '最迟 2026-03-05']);
    run.mustStep('hand-in-fine', { by: O1, on: '2026-03-04' }, { handedInOn: '2026-03-04' });
    run.mustStep('report-summary', { by: O1, on: '2026-03-04' }, { reportedOn: '2026-03-04' });
    expect(course(run, '2026-03-04').every(({ state }) => state === 'done')).toBe(true);
  });

  it('of a warning has no money in it, and stands under the number of its decision', () => {
    const run = summaryReady(0);
    run.mustStep('summary-penalty', { by: O1, on: '2026-03-03' }, SUMMARY_DATA);
    expect(states(run, '2026-03-03')).toEqual(['issue now', 'hand-over later', 'report later']);
    expect(numberText(run.file)).toBe('决定书待签发');
    paper(run, 'DCCF', '2026-03-03');
    expect(numberText(run.file)).toBe(run.file.documents.find(({ code }) => code === 'DCCF')?.docNo);
    expect(numberText(walkTo('VERIFY').file)).toBe('编号待签发');
  });
});

describe('the form of a step', () => {
  const fieldsOf = (stage: Parameters<typeof transitionOf>[0], event: Parameters<typeof transitionOf>[1], values: Record<string, unknown>): readonly string[] => askedFields(event, transitionOf(stage, event)?.fields ?? [], values).map(({ key }) => key);

  it('asks for new amounts only where the decision was changed', () => {
    expect(fieldsOf('SERVED', 'end-remedy', { result: 'upheld' })).not.toContain('fineFen');
    expect(fieldsOf('SERVED', 'end-remedy', { result: 'changed' })).toEqual(expect.arrayContaining(['fineFen', 'confiscationFen']));
  });

  it('asks for the power to seal only where something is sealed, and for the hour where it was urgent', () => {
    expect(fieldsOf('INVEST', 'propose-measure', { kind: 'preservation' })).toEqual(['kind', 'reason', 'items', 'place', 'keeper']);
    expect(fieldsOf('INVEST', 'propose-measure', { kind: 'sealing' })).toEqual(['kind', 'reason', 'powerClause', 'items', 'place', 'keeper', 'urgent']);
    expect(fieldsOf('INVEST', 'propose-measure', { kind: 'seizure', urgent: true })).toContain('startedAt');
  });

  it('asks for the ground of collecting on the spot only where that is done', () => {
    expect(fieldsOf('CLUE', 'summary-penalty', { collection: 'bank' })).not.toContain('spotGround');
    expect(fieldsOf('CLUE', 'summary-penalty', { collection: 'spot' })).toContain('spotGround');
  });

  it('takes the only remedy there is for the one meant', () => {
    const run = walkTo('SERVED');
    run.mustStep('record-remedy', { by: O1, on: '2026-04-08' }, { kind: 'suit', organ: '示例区人民法院', acceptedOn: '2026-04-08' });
    const fields = transitionOf('SERVED', 'end-remedy')?.fields ?? [];
    expect(onlyChoices('end-remedy', fields, run.file)).toEqual({ remedyId: run.file.remedies?.[0]?.id });
    run.mustStep('record-remedy', { by: O1, on: '2026-04-09' }, { kind: 'reconsideration', organ: '示例市人民政府', acceptedOn: '2026-04-09' });
    expect(onlyChoices('end-remedy', fields, run.file)).toEqual({});
  });
});

describe('what is said of a case', () => {
  it('says a term once', () => {
    expect(dueLabel('先行登记保存处理：先行登记保存')).toBe('先行登记保存处理');
    expect(dueLabel('延期、分期缴纳：罚款（第2期）')).toBe('延期、分期缴纳：罚款（第2期）');
    expect(dueLabel('办案期限')).toBe('办案期限');
  });

  it('has short names on a crowded rail, and the whole ones beside them', () => {
    const plain = railOf(walkTo('CONCL').file).find(({ stage }) => stage === 'CONCL');
    expect([plain?.label, plain?.name]).toEqual(['调查终结审核', '调查终结审核']);
    const crowded = railOf(demanded().file).find(({ stage }) => stage === 'CONCL');
    expect([crowded?.label, crowded?.name]).toEqual(['终结审核', '调查终结审核']);
  });

  it('tells with whom an archived volume is', () => {
    const archive = { archiveNo: '20260001', archivedOn: '2026-06-08', retention: 'permanent', pages: 41, archivistId: 'archivist', archivistName: '申档案' } as const;
    const loan = { id: 'loan-0001', borrower: '示例借阅人', unit: '示例市审计局', purpose: '审计', lentOn: '2026-06-10', dueOn: '2026-06-20', lentByName: '申档案', returnedOn: null, condition: '' };
    const lent = (loans: readonly (typeof loan | (Omit<typeof loan, 'returnedOn'> & { readonly returnedOn: string }))[]) => archiveFacts({ ...archive, loans }).find(({ label }) => label === '借阅')?.value;
    expect(lent([loan])).toBe('借出：示例借阅人（示例市审计局），2026-06-20 前归还');
    expect(lent([{ ...loan, returnedOn: '2026-06-18' }])).toBe('在库，曾借阅 1 次');
    expect(lent([])).toBeUndefined();
  });
});
