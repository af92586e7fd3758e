import { describe, expect, it } from 'vitest';
import { openLoan } from '#shared/domain/case-file/apply-archive.ts';
import { type CaseRun, createWorld, walkTo } from '#tests/helpers/cases.ts';
import { supplyPapers } from '#tests/helpers/lines.ts';

const KEEPER = { by: 'archivist', on: '2026-05-11' };
const LOAN = { id: 'loan-0001', borrower: '示例人', unit: '复议机构', purpose: '行政复议调卷', dueOn: '2026-05-21' };

const ARCHIVE = { archiveNo: '2026-CF-0001', retention: 'thirty-years', pages: 42, checked: true };

function archived(): CaseRun {
  const run = walkTo('CLOSED', { world: createWorld() });
  // A draft left over keeps the volume open: it is given up first.
  expect(codeOf(run.step('archive', { by: 'archivist', on: '2026-05-08' }, ARCHIVE, ''))).toBe('VOLUME_INCOMPLETE');
  run.must('document.discard', { documentId: 'document-dczj', reason: '归档前清理' }, { by: 'officer-1', on: '2026-05-08' });
  // Papers without which the decision does not stand are made up first; others are not.
  expect(run.step('archive', { by: 'archivist', on: '2026-05-08' }, ARCHIVE, '')).toMatchObject({ error: {
    code: 'VOLUME_INCOMPLETE', article: '行政处罚法第五十四条', message: expect.stringContaining('《立案审批表》') as string,
    details: { titles: ['立案审批表', '法制审核意见书', '行政处罚意见告知书的送达回证', '行政处罚决定书的送达回证'] },
  } });
  expect(codeOf(run.try('document.create', { documentId: 'document-jttl', code: 'JTTL', aboutDocumentId: null, values: {} }, { by: 'officer-1', on: '2026-05-08' }))).toBe('STEP_NOT_ALLOWED');
  supplyPapers(run, '2026-05-08');
  run.mustStep('archive', { by: 'archivist', on: '2026-05-08' }, ARCHIVE, '');
  return run;
}

function codeOf(result: ReturnType<CaseRun['try']>): string {
  return result.ok ? 'ok' : result.error.code;
}

describe('lending an archived volume', () => {
  it('is entered by the archivist with borrower, purpose and day, and closed when it comes back', () => {
    const run = archived();
    const lent = run.must('archive.lend', { loan: LOAN }, KEEPER);
    expect(openLoan(lent)).toMatchObject({ borrower: '示例人', lentOn: '2026-05-11', dueOn: '2026-05-21', returnedOn: null });
    expect(lent.timeline.at(-1)?.text).toBe('借出案卷：复议机构示例人，2026-05-21前归还');
    const back = run.must('archive.return', { loanId: LOAN.id, condition: '完好' }, { ...KEEPER, on: '2026-05-18' });
    expect(openLoan(back)).toBeNull();
    expect(back.archive?.loans).toMatchObject([{ returnedOn: '2026-05-18', condition: '完好' }]);
    expect(back.stage).toBe('ARCH');
  });

  it('is refused while the volume is out, to others than the archivist, without purpose, for a day gone by', () => {
    const run = archived();
    expect(codeOf(run.try('archive.lend', { loan: { ...LOAN, purpose: ' ' } }, KEEPER))).toBe('FIELD_INVALID');
    expect(codeOf(run.try('archive.lend', { loan: { ...LOAN, dueOn: '2026-05-10' } }, KEEPER))).toBe('DATES_OUT_OF_ORDER');
    expect(codeOf(run.try('archive.lend', { loan: LOAN }, { ...KEEPER, by: 'officer-1' }))).not.toBe('ok');
    run.must('archive.lend', { loan: LOAN }, KEEPER);
    expect(codeOf(run.try('archive.lend', { loan: { ...LOAN, id: 'loan-0002' } }, KEEPER))).toBe('STEP_NOT_ALLOWED');
    run.must('archive.return', { loanId: LOAN.id, condition: '' }, KEEPER);
    expect(codeOf(run.try('archive.return', { loanId: LOAN.id, condition: '' }, KEEPER))).toBe('STEP_NOT_ALLOWED');
  });

  it('is refused before the case is archived', () => {
    expect(codeOf(walkTo('CLOSED').try('archive.lend', { loan: LOAN }, KEEPER))).toBe('STEP_NOT_ALLOWED');
  });
});
