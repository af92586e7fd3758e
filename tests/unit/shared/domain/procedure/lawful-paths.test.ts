import { describe, expect, it } from 'vitest';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { type CaseRun, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, hearingNotified, hearingReported, paper, summaryReady, summaryServed, SUMMARY_DATA } from '#tests/helpers/lines.ts';

const O1 = 'officer-1';
const REPORT = { teamOfficerIds: [O1, 'officer-2'], receivingBody: '示例公安局', ground: '涉嫌重大责任事故。', materials: ['调查报告'] };

/** What an officer may lawfully do and must not be kept from. */
describe('officers who leave while a case stands still or ends early', () => {
  const standing: readonly (readonly [string, (run: CaseRun) => void])[] = [
    ['suspended', (run) => void run.mustStep('suspend', { by: 'leader-1', on: '2026-03-10' }, { ground: 'C' })],
    ['terminated', (run) => void run.mustStep('terminate', { by: 'leader-1', on: '2026-03-10' }, { ground: 'died' })],
    ['withdrawn', (run) => void run.mustStep('withdraw-case', { by: 'leader-1', on: '2026-03-10' }, { ground: 'error' })],
  ];
  it.each(standing)('are replaced: %s', (_name, bring) => {
    const run = walkTo('INVEST');
    bring(run);
    const { stage } = run.file;
    run.mustStep('assign', { by: 'head-one', on: '2026-03-11' }, { officerIds: ['officer-3', 'officer-2'], noRecusal: true }, '原承办人调离。');
    expect(run.file).toMatchObject({ stage, officerIds: ['officer-3', 'officer-2'], formerOfficerIds: [O1] });
    if (stage !== 'SUSP') expect(codeOf(run.step('propose-closing', { by: 'officer-3', on: '2026-03-11' }))).toBe('ok');
  });
});

describe('a case the police took and the judiciary sends back (行政处罚法第二十七条第一款)', () => {
  it('is taken up again after it was closed, with a term of its own', () => {
    const run = walkTo('INVEST');
    run.mustStep('report-crime', { by: O1, on: '2026-03-10' }, REPORT);
    run.mustStep('approve-transfer', { by: 'bureau-head', on: '2026-03-10' });
    run.mustStep('move-case', { by: O1, on: '2026-03-11' }, { movedAt: '2026-03-10T16:00' });
    run.evidence('evidence-slip', '立案通知书', { by: O1, on: '2026-03-12' });
    run.mustStep('accept-transfer', { by: O1, on: '2026-03-12' }, { outcomeOn: '2026-03-12', receiptEvidenceId: 'evidence-slip' });
    run.mustStep('propose-closing', { by: O1, on: '2026-03-13' });
    run.mustStep('approve-closing', { by: 'leader-1', on: '2026-03-16' });
    run.mustStep('reopen', { by: 'bureau-head', on: '2026-09-01' }, { ground: 'returned' }, '检察机关不起诉，提出检察意见。');
    expect(run.file).toMatchObject({ stage: 'INVEST', roundFrom: '2026-09-01', suspensions: [] });
    expect(run.file.transfer).toBeUndefined();
  });
});

describe('a hearing the party stayed away from (第六十四条)', () => {
  it('asks for no record of what was not said before the volume is archived', () => {
    const lacking = (run: CaseRun) => missingPapers(run.file).filter((paper) => paper.title === '听证笔录').length;
    const absent = hearingNotified();
    absent.mustStep('record-hearing', { by: 'host-one', on: '2026-04-10' }, { partyAbsent: true });
    absent.mustStep('report-hearing', { by: 'host-one', on: '2026-04-13' }, { findings: '事实清楚。', advice: 'uphold', recordSigned: true }, '当事人放弃听证。');
    const held = hearingReported();
    const unrecorded = { ...held.file, documents: held.file.documents.filter((document) => document.code !== 'TZBL') };
    expect([lacking(absent), missingPapers(unrecorded).filter((paper) => paper.title === '听证笔录').length]).toEqual([0, 1]);
  });
});

describe('a penalty on the spot registered wrongly (第五十二条)', () => {
  const act = { by: O1, on: '2026-03-03' };

  it('is taken back before its paper is issued, mended and registered again', () => {
    const run = summaryReady();
    run.mustStep('summary-penalty', act, SUMMARY_DATA);
    expect(codeOf(run.try('case.edit', { changes: [{ path: 'proposed.fineFen', from: 200_000, to: 100_000 }] }, act))).toBe('FIELD_NOT_EDITABLE');
    expect(codeOf(run.step('withdraw-summary', { by: 'officer-3', on: '2026-03-03' }))).toBe('ROLE_NOT_ALLOWED');
    run.mustStep('withdraw-summary', act, {}, '金额填写有误。');
    expect(run.file).toMatchObject({ stage: 'CLUE', procedure: 'ordinary', officerIds: [], formerOfficerIds: [O1, 'officer-2'] });
    expect(run.file.summary).toBeUndefined();
    run.set('proposed.fineFen', 100_000, act);
    run.mustStep('summary-penalty', act, SUMMARY_DATA);
    paper(run, 'DCCF', '2026-03-03');
    expect(run.file.decided?.fineFen).toBe(100_000);
  });

  it('may go on as an ordinary case, and those who were there review nothing in it', () => {
    const run = summaryReady();
    run.mustStep('summary-penalty', act, { ...SUMMARY_DATA, officerIds: [O1, 'reviewer-1'] });
    run.mustStep('withdraw-summary', act, {}, '应当适用普通程序。');
    run.mustStep('assign', { by: 'head-one', on: '2026-03-03' }, { officerIds: [O1, 'officer-2'], noRecusal: true });
    expect(run.file).toMatchObject({ stage: 'VERIFY', officerIds: [O1, 'officer-2'] });
    expect(run.file.formerOfficerIds).toContain('reviewer-1');
  });

  it('stays once its paper is issued', () => {
    expect(codeOf(summaryServed().step('withdraw-summary', act, {}, '撤回。'))).toBe('STEP_NOT_ALLOWED');
    const issued = summaryReady();
    issued.mustStep('summary-penalty', act, SUMMARY_DATA);
    paper(issued, 'DCCF', '2026-03-03');
    expect(codeOf(issued.step('withdraw-summary', act, {}, '撤回。'))).toBe('STEP_NOT_ALLOWED');
  });
});
