import { describe, expect, it } from 'vitest';
import { asksOtherCases } from '#shared/domain/case-file/other-cases.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { advance } from '#shared/domain/procedure/advance.ts';
import { answers, contextOf, createWorld, walkTo } from '#tests/helpers/cases.ts';
import { codeOf, demanded, hearingReported, hearingRequested, paper, summaryReady, SUMMARY_DATA, unpunished } from '#tests/helpers/lines.ts';

/** Raw commands of a hostile officer, line by line through §1.4–1.11 of the domain notes. */
const O1 = 'officer-1';
const MEASURE = { kind: 'preservation', reason: '证据可能灭失。', items: [{ name: '施工日志', spec: '', quantity: '一册', condition: '完好' }], place: '示例库房', keeper: '示例人' };
const REPORT = { teamOfficerIds: [O1, 'officer-2'], receivingBody: '示例公安局', ground: '涉嫌重大责任事故。', materials: ['调查报告'] };

describe('goods of the party', () => {
  it('are not kept by ending the case before it is filed (行政处罚法第五十六条)', () => {
    const run = walkTo('VERIFY');
    run.mustStep('propose-measure', { by: O1, on: '2026-03-04' }, MEASURE);
    run.mustStep('approve-measure', { by: 'leader-1', on: '2026-03-04' }, { measureId: 'measure-01' });
    paper(run, 'DJTZ', '2026-03-04', { serve: true });
    expect(codeOf(run.step('reject-clue', { by: 'leader-1', on: '2026-03-05' }, { ground: 'other' }))).toBe('MEASURE_UNSETTLED');
    expect(codeOf(run.step('settle-measure', { by: 'leader-1', on: '2026-03-05' }, { measureId: 'measure-01', outcome: 'confiscated' }))).toBe('MEASURE_NOT_ALLOWED');
    run.mustStep('settle-measure', { by: 'leader-1', on: '2026-03-05' }, { measureId: 'measure-01', outcome: 'released' });
    expect(codeOf(run.step('reject-clue', { by: 'leader-1', on: '2026-03-05' }, { ground: 'other' }))).toBe('ok');
  });

  it('are not sealed on a form finished before the approval, unless on the spot (行政强制法第十八条、第十九条)', () => {
    const run = walkTo('INVEST');
    run.mustStep('propose-measure', { by: O1, on: '2026-03-10' }, { ...MEASURE, kind: 'sealing', powerClause: '某法第一条', urgent: true, startedAt: '2026-03-10T09:00' });
    run.draft('paper-qzsp', 'QZSP', { by: O1, on: '2026-03-10' });
    expect(codeOf(run.try('document.issue', { documentId: 'paper-qzsp' }, { by: O1, on: '2026-03-10' }))).toBe('DOCUMENT_NOT_READY');
    paper(run, 'CFKY', '2026-03-10', { serve: true });
    run.mustStep('approve-measure', { by: 'leader-1', on: '2026-03-10' }, { measureId: 'measure-01' });
    run.issue('paper-qzsp', { by: O1, on: '2026-03-10' });
  });
});

describe('a crime reported (行政处罚法第二十七条)', () => {
  it.each([
    ['suspend', { ground: 'E' }], ['terminate', { ground: 'other' }], ['withdraw-case', { ground: 'error' }],
  ] as const)('is not buried by “%s” before the head has decided', (event, data) => {
    const run = walkTo('INVEST');
    run.mustStep('report-crime', { by: O1, on: '2026-03-10' }, REPORT);
    expect(codeOf(run.step(event, { by: 'leader-1', on: '2026-03-10' }, data))).toBe('CASE_TRANSFERRED');
  });

  it('stops a decision not to punish that was already approved', () => {
    const run = unpunished();
    run.mustStep('approve-no-penalty', { by: 'leader-1', on: '2026-03-18' }, { educated: true });
    run.draft('paper-bycf', 'BYCF', { by: O1, on: '2026-03-18' });
    run.mustStep('report-crime', { by: O1, on: '2026-03-18' }, REPORT);
    expect(codeOf(run.try('document.issue', { documentId: 'paper-bycf' }, { by: O1, on: '2026-03-18' }))).not.toBe('ok');
  });
});

describe('not punishing', () => {
  it('is decided within the case term as well (第六十条): filed on 6 March, day 90 is 4 June', () => {
    const run = unpunished();
    run.mustStep('approve-no-penalty', { by: 'leader-1', on: '2026-06-04' }, { educated: true });
    run.draft('paper-bycf', 'BYCF', { by: O1, on: '2026-06-04' });
    expect(codeOf(run.try('document.issue', { documentId: 'paper-bycf' }, { by: O1, on: '2026-06-05' }))).toBe('CASE_TERM_EXPIRED');
    run.issue('paper-bycf', { by: O1, on: '2026-06-04' });
  });
});

describe('who decides', () => {
  /** `reviewer-1` stands in for the leader from April on. */
  const standingIn = (toOfficerId: string) => {
    const base = createWorld();
    const delegations = [{ id: 'delegation-1', fromOfficerId: 'leader-2', toOfficerId, role: 'leader' as const, from: '2026-03-01', to: '2026-12-31', reason: '出差' }];
    return createWorld({ settings: { ...base.settings, delegations } });
  };

  it('is nobody who reviewed the case, though he stands in for a leader (第五十七条、第五十八条)', () => {
    const run = walkTo('DEC_APPR', { world: standingIn('reviewer-1') });
    expect(codeOf(run.step('approve-decision', { by: 'reviewer-1', on: '2026-03-31' }))).toBe('OFFICER_RECUSED');
  });

  it('is nobody who led the hearing (第六十四条第四项)', () => {
    const run = hearingReported('uphold', standingIn('host-two'));
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-04-14' }, { points: answers() });
    run.mustStep('record-discussion', { by: 'leader-1', on: '2026-04-15' }, { heldOn: '2026-04-15', attendees: ['甲', '乙', '丙'], conclusion: '同意。' });
    expect(codeOf(run.step('approve-decision', { by: 'host-two', on: '2026-04-15' }))).toBe('OFFICER_RECUSED');
  });

  it('hears no countersign of those who investigated (第四十三条)', () => {
    const run = walkTo('DEC_APPR');
    expect(codeOf(run.step('request-countersign', { by: 'leader-1', on: '2026-03-31' }, { officerIds: ['officer-2'] }))).toBe('OFFICER_RECUSED');
  });

  it('is a collective of three, not one person named three times (第五十七条第二款)', () => {
    const run = walkTo('COLLECT', { size: 'large' });
    const held = (attendees: readonly string[]) => codeOf(run.step('record-discussion', { by: 'leader-1', on: '2026-03-30' }, { heldOn: '2026-03-30', attendees, conclusion: '同意。' }));
    expect([held(['甲', '甲 ', '甲']), held(['甲', '乙', '丙'])]).toEqual(['COLLECTIVE_DISCUSSION_REQUIRED', 'ok']);
  });

  it('assigns nobody who took the record of the hearing', () => {
    const base = createWorld();
    const host = base.officers.get('host-one');
    const officers = new Map(base.officers);
    if (host !== undefined) officers.set('host-two', { ...host, id: 'host-two' });
    const run = hearingReported('uphold', { ...base, officers });
    expect(codeOf(run.step('assign', { by: 'head-one', on: '2026-04-14' }, { officerIds: [O1, 'host-two'], noRecusal: true }, '调整。'))).toBe('OFFICER_RECUSED');
  });
});

describe('a hearing asked for', () => {
  it('is not taken back on a paper that is not there, nor on the request itself (第六十三条)', () => {
    const run = hearingRequested();
    const back = (evidenceId: string) => codeOf(run.step('withdraw-hearing', { by: O1, on: '2026-03-25' }, { evidenceId }));
    expect([back('evidence-none'), back('evidence-licence')]).toEqual(['EVIDENCE_MISSING', 'EVIDENCE_MISSING']);
  });
});

describe('the penalty on the spot (第五十一条)', () => {
  it('is no way round the collective: not below the minimum of an article that commands a fine', () => {
    const run = summaryReady(200_000);
    run.set('violationId', 'J16', { by: O1, on: '2026-03-03' });
    run.set('discretion.deviationReason', '情节显著轻微。', { by: O1, on: '2026-03-03' });
    expect(codeOf(run.step('summary-penalty', { by: O1, on: '2026-03-03' }, SUMMARY_DATA))).toBe('SUMMARY_NOT_ALLOWED');
  });

  it('is given once for one act, whichever case it is given in (第二十九条)', () => {
    const run = summaryReady(200_000);
    const first = { ...run.file, id: 'case-0002' };
    const said = { opinion: '', data: SUMMARY_DATA };
    const context = contextOf(run.world, O1, '2026-03-03');
    expect(advance(run.file, 'summary-penalty', said, { ...context, otherCases: [first] })).toMatchObject({ ok: false, error: { code: 'SAME_ACT_PUNISHED', article: '行政处罚法第二十九条' } });
    expect(advance(run.file, 'summary-penalty', said, { ...context, otherCases: [{ ...first, actOn: '2026-03-02' }] }).ok).toBe(true);
  });

  it('and every filing and decision asks for the other cases; nothing else does', () => {
    const command = (event: string): AnyCommand => ({ opId: 'op-00000001', kind: 'case.advance', entityId: 'case-0001', baseRev: 0, createdAt: '', payload: { event, opinion: '', data: {} } }) as AnyCommand;
    expect(asksOtherCases(command('summary-penalty'), walkTo('CLUE').file)).toBe(true);
    expect(asksOtherCases(command('approve-filing'), walkTo('FILING').file)).toBe(true);
    expect(asksOtherCases(command('approve-decision'), walkTo('DEC_APPR').file)).toBe(true);
    expect(asksOtherCases(command('pass-review'), walkTo('LEGAL').file)).toBe(false);
    expect(asksOtherCases({ ...command('x'), payload: null } as unknown as AnyCommand, walkTo('LEGAL').file)).toBe(false);
  });
});

describe('after the decision', () => {
  it('lets nobody register a revocation without its paper (行政复议法)', () => {
    const run = walkTo('SERVED');
    run.mustStep('record-remedy', { by: O1, on: '2026-04-10' }, { kind: 'reconsideration', organ: '苏州市人民政府', acceptedOn: '2026-04-09' });
    const end = (data: object) => codeOf(run.step('end-remedy', { by: O1, on: '2026-05-20' }, { remedyId: 'remedy-01', endedOn: '2026-05-19', ...data }, '办理。'));
    expect([end({ result: 'revoked' }), end({ result: 'changed', fineFen: 1 }), end({ result: 'upheld' })]).toEqual(['EVIDENCE_MISSING', 'EVIDENCE_MISSING', 'ok']);
  });

  it('serves no decision of an earlier round in the place of the new one', () => {
    const run = walkTo('DECIDED');
    run.mustStep('change-decision', { by: 'leader-1', on: '2026-04-02' }, { result: 'redo' });
    const { file } = run;
    // The new round has come to its decision, with a paper of its own.
    const issued = file.documents.find((document) => document.code === 'CFJD');
    if (run.aggregate === null || issued === undefined) throw new Error('no decision');
    const next = { ...issued, id: 'document-cfjd-2', docNo: '苏住建监罚字〔2026〕第2号' };
    run.aggregate = { ...run.aggregate, file: { ...file, stage: 'DECIDED', decidedOn: '2026-04-03', decided: file.proposed, documents: [...file.documents, next] } };
    const serve = (id: string) => run.try('document.serve', { service: { id: `service-${id}`, documentId: id, method: 'direct', servedAt: '2026-04-03T10:00', place: '示例路', recipient: '示例人', recipientRelation: '法定代表人', serverIds: [O1, 'officer-2'], refusalReason: '', witness: '' } }, { by: O1, on: '2026-04-03' });
    expect(codeOf(serve('document-cfjd'))).toBe('DOCUMENT_NOT_READY');
    expect(codeOf(serve('document-cfjd-2'))).toBe('ok');
  });

  it('approves no plan that payments have overtaken (第六十六条第二款)', () => {
    const run = walkTo('SERVED');
    run.mustStep('apply-deferral', { by: O1, on: '2026-04-08' }, { kind: 'deferral', appliedOn: '2026-04-08', reason: '确有困难。', plan: [{ dueOn: '2026-06-30', amountFen: 2_000_000 }] });
    run.must('payment.record', { payment: { id: 'payment-01', paidOn: '2026-04-09', amountFen: 500_000, receiptNo: 'P-1' } }, { by: O1, on: '2026-04-09' });
    expect(codeOf(run.step('approve-deferral', { by: 'leader-1', on: '2026-04-09' }))).toBe('PLAN_INVALID');
  });

  it('imposes no surcharge and applies to no court while a remedy runs (第七十二条、第七十三条；行政强制法第五十四条)', () => {
    const run = demanded();
    run.mustStep('record-remedy', { by: O1, on: '2026-10-09' }, { kind: 'suit', organ: '示例法院', acceptedOn: '2026-10-09' });
    for (const code of ['JCFK', 'QZZX'] as const) {
      run.draft(`paper-${code}-x`, code, { by: O1, on: '2026-10-26' });
      expect(codeOf(run.try('document.issue', { documentId: `paper-${code}-x` }, { by: 'leader-1', on: '2026-10-26' }))).not.toBe('ok');
    }
  });

  it('signs no application to the court before the demand has lapsed: served on 9 October, ten working days to 22 October', () => {
    const run = demanded();
    run.draft('paper-qzzx', 'QZZX', { by: O1, on: '2026-10-22' });
    expect(codeOf(run.try('document.issue', { documentId: 'paper-qzzx' }, { by: 'leader-1', on: '2026-10-22' }))).toBe('DEMAND_TERM_RUNNING');
  });

  it('proves every service, that of a notice not to file too (第六十一条)', () => {
    const run = walkTo('VERIFY');
    run.mustStep('reject-clue', { by: 'leader-1', on: '2026-03-05' }, { ground: 'other' });
    const notice = paper(run, 'BYGZ', '2026-03-05', { serve: true });
    run.draft('paper-sdhz', 'SDHZ', { by: O1, on: '2026-03-05' }, notice);
    run.issue('paper-sdhz', { by: O1, on: '2026-03-05' });
  });
});

describe('a case sent back by the reviewer', () => {
  it('goes straight to the approval of the new notice once mended, never past it', () => {
    const run = walkTo('LEGAL');
    run.mustStep('return-review-investigation', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers(false) });
    expect(run.file).toMatchObject({ stage: 'INVEST', notified: null });
    run.mustStep('resubmit', { by: O1, on: '2026-03-31' }, {}, '已补充。');
    expect(run.file.stage).toBe('NOTICE_APPR');
  });
});
