import { describe, expect, it } from 'vitest';
import { outstandingFen } from '#shared/domain/procedure/guards/index.ts';
import { overlays } from '#shared/domain/procedure/overlays.ts';
import { caseTerm } from '#shared/domain/time-limit/term.ts';
import { CALENDAR_2026, type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, paper, supplyPapers } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';

function reconsidered(): CaseRun {
  const run = walkTo('SERVED');
  run.mustStep('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'reconsideration', organ: '苏州市人民政府', acceptedOn: '2026-04-09' });
  return run;
}

function end(run: CaseRun, result: string, more: object = {}) {
  if (!run.file.evidence.some((evidence) => evidence.id === 'evidence-outcome')) run.evidence('evidence-outcome', '行政复议决定书', { by: O1, on: '2026-05-20' });
  return run.step('end-remedy', { by: O1, on: '2026-05-20' }, { remedyId: 'remedy-01', endedOn: '2026-05-19', result, evidenceId: 'evidence-outcome', ...more }, '按复议决定办理。');
}

describe('reconsideration and suit', () => {
  it('are shown beside the stage while they run, and hold the closing', () => {
    const run = reconsidered();
    expect(overlays(run.file, CALENDAR_2026, '2026-04-10').map((overlay) => overlay.label)).toEqual(['复议中']);
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-04-13', amountFen: 2_000_000, receiptNo: 'P-1' } }, { by: O1, on: '2026-04-13' });
    expect(codeOf(run.step('propose-closing', { by: O1, on: '2026-04-13' }, { otherItemsDone: true }))).toBe('REMEDY_RUNNING');
    expect(codeOf(end(run, 'upheld'))).toBe('ok');
    expect(run.file).toMatchObject({ stage: 'SERVED', remedies: [{ result: 'upheld', endedOn: '2026-05-19' }] });
    expect(overlays(run.file, CALENDAR_2026, '2026-05-20')).toEqual([]);
  });

  it('may lower the penalty and never raise it; the former decision is kept', () => {
    const run = reconsidered();
    expect(codeOf(end(run, 'changed', { fineFen: 2_000_001 }))).toBe('PENALTY_HEAVIER_THAN_NOTIFIED');
    expect(codeOf(end(run, 'changed'))).toBe('FIELD_INVALID');
    expect(codeOf(end(run, 'changed', { fineFen: 1_500_000 }))).toBe('ok');
    expect(run.file).toMatchObject({ stage: 'SERVED', decided: { fineFen: 1_500_000 }, formerDecisions: [{ docNo: '苏住建监罚字〔2026〕第1号', decided: { fineFen: 2_000_000 }, endedOn: '2026-05-19' }] });
    expect(outstandingFen(run.file)).toBe(1_500_000);
    run.draft('paper-bgcx', 'BGCX', { by: O1, on: '2026-05-21' });
    run.issue('paper-bgcx', { by: 'leader-1', on: '2026-05-21' });
    expect(run.file.documents.at(-1)).toMatchObject({ code: 'BGCX', status: 'issued' });
  });

  it('may revoke the decision, which ends the case without a penalty', () => {
    const run = reconsidered();
    end(run, 'revoked');
    expect(run.file).toMatchObject({ stage: 'TERM', decided: null, decidedOn: null, servedOn: null, formerDecisions: [{ decidedOn: '2026-04-01' }] });
    run.mustStep('propose-closing', { by: O1, on: '2026-05-21' });
    run.mustStep('approve-closing', { by: 'leader-1', on: '2026-05-22' });
  });

  it('may order the decision to be made anew: a new round with a notice and a term of its own', () => {
    const run = reconsidered();
    end(run, 'redo');
    expect(run.file).toMatchObject({ stage: 'INVEST', roundFrom: '2026-05-20', filedOn: '2026-03-06', notified: null, decided: null, decisionApproved: false, extensionDays: [] });
    // 20 May + 90 days.
    expect(caseTerm(run.file, CALENDAR_2026, '2026-05-20')).toMatchObject({ ok: true, value: { dueOn: '2026-08-18' } });
    expect(codeOf(run.try('document.create', { documentId: 'paper-cfjd', code: 'CFJD', aboutDocumentId: null, values: {} }, { by: O1, on: '2026-05-21' }))).toBe('DOCUMENT_NOT_READY');
    // The report of the first round does not serve the second.
    expect(codeOf(run.step('submit-report', { by: O1, on: '2026-05-21' }, { recordsSigned: true, identityEvidenceId: 'evidence-licence' }))).toBe('DOCUMENT_NOT_READY');
    run.draft('document-dczj-2', 'DCZJ', { by: O1, on: '2026-05-21' });
    run.mustStep('submit-report', { by: O1, on: '2026-05-21' }, { recordsSigned: true, identityEvidenceId: 'evidence-licence' });
    run.mustStep('approve-report', { by: 'head-one', on: '2026-05-22' });
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-05-22' });
    expect(codeOf(run.try('document.issue', { documentId: 'document-gzs' }, { by: O1, on: '2026-05-22' }))).toBe('DOCUMENT_IMMUTABLE');
    paper(run, 'GZS', '2026-05-25', { serve: true });
    expect(run.file.stage).toBe('NOTIFIED');
  });

  it('hold for dates that cannot be, and for a case without decision', () => {
    expect(codeOf(walkTo('SERVED').step('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'suit', organ: '法院', acceptedOn: '2026-03-31' }))).toBe('DATES_OUT_OF_ORDER');
    expect(codeOf(end(walkTo('SERVED'), 'upheld'))).toBe('FIELD_INVALID');
    expect(codeOf(walkTo('INVEST').step('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'suit', organ: '法院', acceptedOn: '2026-04-10' }))).toBe('STEP_NOT_ALLOWED');
  });
});

describe('correction by the authority itself (行政处罚法第七十五条)', () => {
  it('changes, revokes or remakes a decision, the leader answering for it', () => {
    const run = walkTo('CLOSED');
    expect(codeOf(run.step('change-decision', { by: O1, on: '2026-05-06' }, { result: 'revoked' }))).toBe('ROLE_NOT_ALLOWED');
    run.mustStep('change-decision', { by: 'leader-1', on: '2026-05-06' }, { result: 'changed', fineFen: 1_800_000 }, '计算有误。');
    expect(run.file).toMatchObject({ stage: 'CLOSED', decided: { fineFen: 1_800_000 } });
    run.mustStep('change-decision', { by: 'leader-1', on: '2026-05-07' }, { result: 'redo' }, '程序违法。');
    expect(run.file).toMatchObject({ stage: 'INVEST', closedOn: null, formerDecisions: [{}, { redo: true, decided: { fineFen: 1_800_000 } }] });
  });
});

describe('publication and the archive', () => {
  it('publishes what was served, takes it down when it fell, and publishes it again', () => {
    const run = walkTo('SERVED');
    const data = { publishedOn: '2026-04-09', places: ['信用中国（江苏苏州）'], redacted: true };
    expect(codeOf(walkTo('DECIDED').step('publish-decision', { by: 'publicist', on: '2026-04-09' }, data))).toBe('PUBLICATION_NOT_ALLOWED');
    run.mustStep('publish-decision', { by: 'publicist', on: '2026-04-09' }, data);
    expect(overlays(run.file, CALENDAR_2026, '2026-04-10')).toMatchObject([{ label: '公示中', since: '2026-04-09' }]);
    expect(codeOf(run.step('publish-decision', { by: 'publicist', on: '2026-04-10' }, { ...data, publishedOn: '2026-04-10' }))).toBe('PUBLICATION_NOT_ALLOWED');
    run.mustStep('take-down', { by: 'publicist', on: '2026-05-08' }, { takenDownOn: '2026-05-08' }, '决定已变更。');
    run.mustStep('publish-decision', { by: 'publicist', on: '2026-05-09' }, { ...data, publishedOn: '2026-05-09' });
    expect(run.file.publication).toMatchObject({ publishedOn: '2026-05-09', takenDownOn: null });
  });

  it('archives a volume without loose drafts; only the head of the bureau reopens it', () => {
    const run = walkTo('CLOSE_APPR');
    run.must('document.discard', { documentId: 'document-dczj', reason: '未使用' }, { by: O1, on: '2026-04-10' });
    run.mustStep('approve-closing', { by: 'leader-1', on: '2026-04-10' });
    supplyPapers(run, '2026-04-20');
    run.mustStep('archive', { by: 'archivist', on: '2026-04-20' }, { archiveNo: 'A-2026-001', retention: 'thirty-years', pages: 60, checked: true });
    expect(run.file).toMatchObject({ stage: 'ARCH', archive: { archiveNo: 'A-2026-001', pages: 60, archivistName: '申档案' } });
    expect(codeOf(run.try('case.edit', { changes: [{ path: 'facts', from: '', to: '改' }] }, { by: O1, on: '2026-04-21' }))).toBe('STEP_NOT_ALLOWED');
    expect(codeOf(run.step('reopen', { by: 'leader-1', on: '2026-06-01' }, { ground: 'supervision' }))).toBe('ROLE_NOT_ALLOWED');
    run.mustStep('reopen', { by: 'bureau-head', on: '2026-06-01' }, { ground: 'supervision' }, '监督机关责令重新办理。');
    expect(run.file).toMatchObject({ stage: 'INVEST', closedOn: null, decidedOn: null, formerDecisions: [{ reason: expect.stringContaining('监督') }] });
    expect(run.file.archive).toBeUndefined();
  });
});
