import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import { isOnlineOnly } from '#shared/domain/case-file/apply.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { commandSummary } from '#shared/domain/case-file/summary.ts';
import { documentRules } from '#shared/domain/document/data.ts';
import { caseNumber, documentNumber, documentSeries, exampleNumber, type NumberForm } from '#shared/domain/document/number-series.ts';
import { checkConfig } from '#shared/domain/config/kinds.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { settingsBody } from '#shared/domain/setting/groups.ts';
import { createWorld, RECORD_VALUES, walkTo } from '#tests/helpers/cases.ts';

const ACT = { by: 'officer-1', on: '2026-03-11' };
const PDF = { sha256: 'a'.repeat(64), bytes: 100, pages: 2, fonts: ['FZXiaoBiaoSong-B05S'] };

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

describe('numbers (domain notes §2.4)', () => {
  it('writes 文号 with 〔〕, the channel and no leading zeros, and case numbers with five digits', () => {
    expect(documentSeries({ authorityShort: '苏住建' }, 'JC', 'CFJD')).toBe('苏住建监罚字');
    expect(documentNumber('苏住建监罚字', 2026, 1, {})).toBe('苏住建监罚字\u30142026\u3015第1号');
    expect(documentSeries({ authorityShort: '苏住建' }, 'ZA', 'GZS')).toBe('苏住建质安罚告字');
    expect(documentSeries({ authorityShort: '苏住建' }, 'FDC', 'FZSH')).toBe('苏住建房法审字');
    expect(documentSeries({ authorityShort: '苏住建' }, 'JC', 'XWBL')).toBeNull();
    expect(caseNumber('SZZJ-JC', 2026, 42)).toBe('SZZJ-JC-2026-00042');
  });

  it('has its literals as the settings say; those stored before say nothing and keep 字…第', () => {
    const written = (numberForm?: NumberForm) => documentNumber('苏住建监罚字', 2026, 12, numberForm === undefined ? {} : { numberForm });
    expect(([undefined, 'zi-di', 'zi', 'plain'] as const).map(written)).toEqual(['苏住建监罚字〔2026〕第12号', '苏住建监罚字〔2026〕第12号', '苏住建监罚字〔2026〕12号', '苏住建监罚〔2026〕12号']);
    expect(exampleNumber({ authorityShort: '苏住建', numberForm: 'plain' }, '质安', 2027)).toBe('苏住建质安罚〔2027〕1号');
    const { numberForm: _, ...before } = DEFAULT_SETTINGS;
    expect(settingsBody({ ...before, unverified: [] })).toMatchObject({ numberForm: 'zi-di', unverified: ['numberForm'] });
    expect(checkConfig('settings', 'current', { ...settingsBody(DEFAULT_SETTINGS), numberForm: '第' }).ok).toBe(false);
  });
});

describe('drafts', () => {
  it('merge by value key by key and name the field in a conflict', () => {
    const run = walkTo('INVEST');
    run.draft('document-0001', 'XCJC', ACT);
    run.must('document.edit', { documentId: 'document-0001', changes: [{ path: 'place', from: null, to: '示例工地' }] }, ACT);
    run.must('document.edit', { documentId: 'document-0001', changes: [{ path: 'weather', from: null, to: '晴' }] }, { by: 'officer-2', on: '2026-03-11' });
    expect(refusal(run.try('document.edit', { documentId: 'document-0001', changes: [{ path: 'place', from: null, to: '别处' }] }, ACT))).toMatchObject({ code: 'CONFLICT', details: { label: '检查地点', current: '示例工地' } });
    run.must('document.edit', { documentId: 'document-0001', changes: [{ path: 'weather', from: '晴', to: null }] }, ACT);
    expect(run.aggregate?.documents.get('document-0001')?.values).toEqual({ place: '示例工地' });
  });

  it('belong to their stages and people', () => {
    const run = walkTo('INVEST');
    const draft = (code: 'CFJD' | 'GZS' | 'FZSH' | 'SDHZ' | 'XCJC', by = 'officer-1') => refusal(run.try('document.create', { documentId: 'document-0001', code, aboutDocumentId: null, values: {} }, { by, on: '2026-03-11' }));
    expect(draft('CFJD')).toMatchObject({ code: 'DOCUMENT_NOT_READY', message: expect.stringContaining('“调查取证”环节，不能制作行政处罚决定书') });
    expect(draft('XCJC', 'officer-3').code).toBe('ROLE_NOT_ALLOWED');
    expect(draft('FZSH').code).toBe('ROLE_NOT_ALLOWED');
    expect(draft('FZSH', 'reviewer-1').message).toContain('还没有送法制审核');
    const served = walkTo('NOTICE_APPR');
    expect(refusal(served.try('document.create', { documentId: 'document-0001', code: 'SDHZ', aboutDocumentId: 'document-xcjc', values: {} }, ACT)).message).toContain('须对应一份已签发');
  });

  it('are discarded with a reason and then stay as they are', () => {
    const run = walkTo('INVEST');
    run.draft('document-0001', 'XWBL', ACT);
    expect(refusal(run.try('document.discard', { documentId: 'document-0001', reason: ' ' }, ACT)).code).toBe('FIELD_INVALID');
    run.must('document.discard', { documentId: 'document-0001', reason: '重复' }, ACT);
    expect(refusal(run.try('document.issue', { documentId: 'document-0001' }, ACT)).code).toBe('DOCUMENT_IMMUTABLE');
  });
});

describe('issued documents', () => {
  it('are immutable: no edit, no discard, no second issue, one PDF', () => {
    const run = walkTo('CONCL');
    const documentId = 'document-xcjc';
    expect(refusal(run.try('document.edit', { documentId, changes: [{ path: 'place', from: RECORD_VALUES.place, to: '改' }] }, ACT)).code).toBe('DOCUMENT_IMMUTABLE');
    expect(refusal(run.try('document.discard', { documentId, reason: '误' }, ACT)).code).toBe('DOCUMENT_IMMUTABLE');
    expect(refusal(run.try('document.issue', { documentId }, ACT)).code).toBe('DOCUMENT_IMMUTABLE');
    expect(refusal(run.try('document.attach-pdf', { documentId: 'document-dczj', pdf: PDF }, ACT)).code).toBe('DOCUMENT_NOT_READY');
    run.must('document.attach-pdf', { documentId, pdf: PDF }, ACT);
    run.must('document.attach-pdf', { documentId, pdf: PDF }, ACT);
    expect(refusal(run.try('document.attach-pdf', { documentId, pdf: { ...PDF, sha256: 'b'.repeat(64) } }, ACT)).code).toBe('DOCUMENT_IMMUTABLE');
    expect(run.aggregate?.documents.get(documentId)?.issued).toMatchObject({ issuedOn: '2026-03-11', issuedBy: 'officer-1', pdf: PDF });
    expect(run.file.documents[0]).toMatchObject({ status: 'issued', pdf: PDF });
  });

  it('refuse record times that cannot be (domain notes §1.11, 1 and 2)', () => {
    const run = walkTo('INVEST', { world: createWorld({ documents: documentRules }) });
    const issue = (documentId: string, times: object) => {
      run.draft(documentId, 'XCJC', ACT, null, { ...RECORD_VALUES, ...times });
      return run.try('document.issue', { documentId }, ACT);
    };
    expect(refusal(issue('document-0001', { endAt: '2026-03-11T09:00' })).message).toContain('结束时间应晚于开始时间');
    expect(refusal(issue('document-0002', { endAt: '2026-03-11T10:01' })).message).toContain('晚于现在');
    expect(issue('document-0003', {}).ok).toBe(true);
    expect(refusal(issue('document-0004', { startAt: '2026-03-11T09:39', endAt: '2026-03-11T09:59' }))).toMatchObject({ code: 'DATES_OUT_OF_ORDER', message: expect.stringContaining('2026-03-11 09:00至09:40') });
    expect(issue('document-0005', { startAt: '2026-03-11T09:40', endAt: '2026-03-11T09:59' }).ok).toBe(true);
  });
});

describe('commands', () => {
  const command = (kind: AnyCommand['kind'], payload: unknown): AnyCommand => ({ opId: 'op-00000001', kind, entityId: 'case-0001', baseRev: 1, payload, createdAt: '' }) as AnyCommand;

  it('need the network only where the server gives a document number', () => {
    const { aggregate } = walkTo('DECIDED');
    const online = (documentId: string) => isOnlineOnly(command('document.issue', { documentId }), aggregate);
    expect([online('document-cfjd'), online('document-gzs'), online('document-xcjc'), online('document-none')]).toEqual([true, true, false, false]);
    expect(isOnlineOnly(command('case.advance', { event: 'approve-filing', opinion: '', data: {} }), aggregate)).toBe(false);
  });

  it('are told in officers’ words', () => {
    const { file } = walkTo('DECIDED');
    expect([
      commandSummary(command('case.edit', { changes: [{ path: 'party.address' }, { path: 'facts' }, { path: 'facts' }] }), file),
      commandSummary(command('document.issue', { documentId: 'document-cfjd' }), file),
      commandSummary(command('document.issue', { documentId: 'document-cfjd' })),
      commandSummary(command('case.advance', { event: 'approve-decision' }), file),
      commandSummary(command('evidence.withdraw', { evidenceId: 'evidence-licence', reason: '重复' }), file),
      commandSummary(command('payment.record', { payment: { amountFen: 2_000_000 } }), file),
    ]).toEqual(['修改住所（住址）、违法事实', '签发《行政处罚决定书》苏住建监罚字〔2026〕第1号', '签发文书', '批准处罚决定', '撤回证据“营业执照复印件”，理由：重复', '登记缴款20,000.00元']);
  });

  it('of an unknown kind or a broken payload are refused, not thrown', () => {
    const run = walkTo('INVEST');
    expect(refusal(run.try('case.fly' as 'case.edit', { changes: [] }, ACT)).code).toBe('UNKNOWN_COMMAND');
    expect(refusal(run.try('case.edit', { changes: [] }, ACT))).toMatchObject({ code: 'INVALID_INPUT', details: { path: '/changes' } });
    expect(refusal(run.try('case.edit', null as never, ACT)).code).toBe('INVALID_INPUT');
  });
});

describe('evidence', () => {
  it('merges, is never deleted, and stays as it was once the decision rests on it', () => {
    const run = walkTo('INVEST');
    const change = (path: string, from: string, to: string) => ({ evidenceId: 'evidence-licence', changes: [{ path, from, to }] });
    run.must('evidence.edit', change('proves', '证明当事人身份和违法事实', '证明主体资格'), ACT);
    expect(refusal(run.try('evidence.edit', change('proves', '证明当事人身份和违法事实', '别的'), ACT)).code).toBe('CONFLICT');
    expect(refusal(run.try('evidence.edit', change('kind', 'documentary', 'gossip'), ACT)).code).toBe('FIELD_INVALID');
    expect(refusal(run.try('evidence.edit', change('file', 'x', 'y'), ACT)).code).toBe('FIELD_NOT_EDITABLE');
    run.must('evidence.withdraw', { evidenceId: 'evidence-licence', reason: '重复' }, ACT);
    expect(run.file.evidence).toHaveLength(1);
    expect(run.file.evidence[0]?.withdrawn).toEqual({ by: 'officer-1', at: '2026-03-11T02:00:00.000Z', reason: '重复' });
    const served = walkTo('SERVED');
    expect(refusal(served.try('evidence.edit', change('title', '营业执照复印件', '改'), { by: 'officer-1', on: '2026-04-03' })).message).toContain('处罚决定已作出');
    served.evidence('evidence-receipt', '缴款凭证', { by: 'officer-1', on: '2026-04-03' });
    served.must('evidence.withdraw', { evidenceId: 'evidence-receipt', reason: '误传' }, { by: 'officer-1', on: '2026-04-03' });
  });
});
