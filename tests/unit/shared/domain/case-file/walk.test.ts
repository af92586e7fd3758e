import { describe, expect, it } from 'vitest';
import { documentRules } from '#shared/domain/document/data.ts';
import { createWorld, walkTo } from '#tests/helpers/cases.ts';

describe('the main line of the ordinary procedure', () => {
  it('takes a small case from clue to closing', () => {
    const { file } = walkTo('CLOSED');
    expect(file.approvals.map((approval) => `${approval.event}:${approval.from}>${approval.to}`)).toEqual([
      'assign:CLUE>VERIFY', 'propose-filing:VERIFY>FILING', 'approve-filing:FILING>INVEST', 'submit-report:INVEST>CONCL', 'approve-report:CONCL>NOTICE_APPR',
      'approve-notice:NOTICE_APPR>NOTICE_APPR', 'close-defence:NOTIFIED>LEGAL', 'pass-review:LEGAL>DEC_APPR', 'approve-decision:DEC_APPR>DEC_APPR',
      'propose-closing:SERVED>CLOSE_APPR', 'approve-closing:CLOSE_APPR>CLOSED',
    ]);
    expect(file).toMatchObject({
      caseNo: 'SZZJ-JC-2026-00001', filedOn: '2026-03-06', notifiedOn: '2026-03-19', decidedOn: '2026-04-01', servedOn: '2026-04-02', closingGroundOn: '2026-04-08', closedOn: '2026-04-10',
      notified: { fineFen: 2_000_000 }, decided: { fineFen: 2_000_000 },
    });
    expect(file.documents.map((document) => [document.code, document.status, document.docNo])).toEqual([
      ['XCJC', 'issued', null], ['DCZJ', 'draft', null], ['GZS', 'issued', '苏住建监罚告字〔2026〕第1号'], ['CFJD', 'issued', '苏住建监罚字〔2026〕第1号'],
    ]);
  });

  it('sends a fine of hearing class through collective discussion (行政处罚法第五十七条第二款)', () => {
    const { file } = walkTo('CLOSED', { size: 'large' });
    expect(file.approvals.map((approval) => approval.to)).toContain('COLLECT');
    expect(file.discussion).toMatchObject({ heldOn: '2026-03-30', conclusion: '同意拟处罚意见。' });
    expect(file.decided?.fineFen).toBe(15_000_000);
  });

  it('passes with the documents of the product itself, all eight of them', () => {
    const run = walkTo('SERVED', { world: createWorld({ documents: documentRules }) });
    const act = { by: 'officer-1', on: '2026-04-03' };
    run.draft('document-lasp', 'LASP', act, null, { remark: '' });
    run.draft('document-sdhz', 'SDHZ', act, 'document-cfjd');
    run.issue('document-lasp', act);
    run.issue('document-sdhz', act);
    expect(run.file.documents.map((document) => [document.code, document.docNo])).toContainEqual(['LASP', '苏住建监立字〔2026〕第1号']);
    const reviewed = walkTo('DEC_APPR', { world: createWorld({ documents: documentRules }) });
    const review = { by: 'reviewer-1', on: '2026-03-31' };
    reviewed.draft('document-fzsh', 'FZSH', review);
    reviewed.issue('document-fzsh', review);
    expect(reviewed.file.documents.at(-1)).toMatchObject({ code: 'FZSH', status: 'issued', docNo: '苏住建监法审字〔2026〕第1号' });
  });

  it('writes who did what into the timeline, in words', () => {
    const texts = walkTo('DECIDED').file.timeline.map((entry) => `${entry.officerName} ${entry.text}`);
    expect(texts.slice(0, 4)).toEqual(['甲承办 登记线索：示例项目未移交档案', '庚大队 指派承办人（线索登记 → 线索核查）', '甲承办 添加证据“营业执照复印件”', '甲承办 修改当事人']);
    expect(texts.slice(-2)).toEqual(['甲承办 签发《行政处罚决定书》（决定审批 → 决定待送达）', '甲承办 编定《行政处罚决定书》文号苏住建监罚字〔2026〕第1号']);
  });
});
