import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import { commandSummary } from '#shared/domain/case-file/summary.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { type CaseRun, walkTo } from '#tests/helpers/cases.ts';

const REASON = '当事人名称有误';

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

/** A case whose notice is issued, numbered and not served. */
function withNotice(): CaseRun {
  const run = walkTo('NOTICE_APPR');
  run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
  run.draft('document-gzs1', 'GZS', { by: 'officer-1', on: '2026-03-18' });
  run.issue('document-gzs1', { by: 'officer-1', on: '2026-03-19' });
  return run;
}

const cancel = (run: CaseRun, documentId: string, by = 'officer-1', reason = REASON, on = '2026-03-19') => run.try('document.cancel', { documentId, reason }, { by, on });

describe('an issued document that was never served (domain notes §2.4: 作废 with reason)', () => {
  it('is cancelled with a reason: number and frozen data stay, and the next one takes the next number', () => {
    const run = withNotice();
    expect(refusal(cancel(run, 'document-gzs1', 'officer-1', ' '))).toMatchObject({ code: 'FIELD_INVALID', details: { path: 'reason' } });
    expect(cancel(run, 'document-gzs1').ok).toBe(true);
    const summary = run.file.documents.find((document) => document.id === 'document-gzs1');
    expect(summary).toMatchObject({ status: 'discarded', docNo: '苏住建监罚告字〔2026〕第1号', cancelled: { reason: REASON, officerId: 'officer-1' } });
    expect(run.aggregate?.documents.get('document-gzs1')).toMatchObject({ status: 'discarded', docNo: '苏住建监罚告字〔2026〕第1号', issued: { issuedBy: 'officer-1' }, cancelled: { reason: REASON } });
    expect(run.file.timeline.at(-1)?.text).toBe(`作废已签发的《行政处罚意见告知书》苏住建监罚告字〔2026〕第1号，理由：${REASON}`);
    run.draft('document-gzs2', 'GZS', { by: 'officer-1', on: '2026-03-19' });
    run.issue('document-gzs2', { by: 'officer-1', on: '2026-03-19' });
    expect(run.file.documents.at(-1)?.docNo).toBe('苏住建监罚告字〔2026〕第2号');
  });

  it('can then neither be served, edited, issued nor cancelled again', () => {
    const run = withNotice();
    cancel(run, 'document-gzs1');
    const act = { by: 'officer-1', on: '2026-03-19' };
    expect(() => run.serve('document-gzs1', act)).toThrow('DOCUMENT_NOT_READY');
    expect(refusal(run.try('document.edit', { documentId: 'document-gzs1', changes: [{ path: 'facts', from: null, to: '别的' }] }, act)).code).toBe('DOCUMENT_IMMUTABLE');
    expect(refusal(run.try('document.issue', { documentId: 'document-gzs1' }, act)).code).toBe('DOCUMENT_IMMUTABLE');
    expect(refusal(cancel(run, 'document-gzs1')).code).toBe('DOCUMENT_IMMUTABLE');
  });

  it('is cancelled by those who may issue it only', () => {
    const run = withNotice();
    for (const by of ['officer-3', 'reviewer-1', 'archivist-1'].filter((id) => run.world.officers.has(id))) expect(refusal(cancel(run, 'document-gzs1', by)).code, by).toBe('ROLE_NOT_ALLOWED');
    expect(cancel(run, 'document-gzs1', 'leader-1').ok).toBe(true);
  });
});

describe('what cannot be cancelled', () => {
  it('a served document: it is changed by a document of its own (行政处罚法第六十一条)', () => {
    const run = withNotice();
    run.serve('document-gzs1', { by: 'officer-1', on: '2026-03-19' });
    expect(refusal(cancel(run, 'document-gzs1'))).toMatchObject({ code: 'DOCUMENT_IMMUTABLE', article: '行政处罚法第六十一条', message: expect.stringContaining('补正通知书') });
  });

  it('the decision that stands, served or not (行政处罚法第七十五条)', () => {
    const run = walkTo('DECIDED');
    expect(run.file.services.some((service) => service.documentId === 'document-cfjd')).toBe(false);
    expect(refusal(cancel(run, 'document-cfjd', 'leader-1', REASON, '2026-04-01'))).toMatchObject({ code: 'STEP_NOT_ALLOWED', article: '行政处罚法第七十五条' });
  });

  it('a record, an internal paper, a draft, and anything of an ended case', () => {
    const run = withNotice();
    expect(refusal(cancel(run, 'document-xcjc'))).toMatchObject({ code: 'DOCUMENT_IMMUTABLE', message: expect.stringContaining('笔录') });
    run.draft('document-zgtz', 'ZGTZ', { by: 'officer-1', on: '2026-03-19' });
    expect(refusal(cancel(run, 'document-zgtz'))).toMatchObject({ code: 'STEP_NOT_ALLOWED', message: expect.stringContaining('请作废草稿') });
    expect(refusal(cancel(run, 'document-none')).code).toBe('NOT_FOUND');
    const closed = walkTo('CLOSED' satisfies Stage);
    expect(refusal(cancel(closed, 'document-gzs', 'officer-1', REASON, '2026-05-20')).code).toBe('STEP_NOT_ALLOWED');
  });
});

it('says in the outbox what it does', () => {
  const payload = { documentId: 'document-gzs1', reason: REASON };
  expect(commandSummary({ opId: 'op-1', kind: 'document.cancel', entityId: 'case-0001', baseRev: 0, payload, createdAt: '' })).toContain(REASON);
});
