import { describe, expect, it } from 'vitest';
import type { AppError, Result } from '#shared/contract/result.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import { documentRules, warnings } from '#shared/domain/document/data.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { answers, CaseRun, contextOf, createWorld, RECORD_VALUES, walkTo } from '#tests/helpers/cases.ts';

const ACT = { by: 'officer-1', on: '2026-04-01' };
const world = createWorld({ documents: documentRules });

function refusal(result: Result<Applied>): AppError {
  if (result.ok) throw new Error('was not refused');
  return result.error;
}

/** A case whose decision is approved, with a draft in which `values` were typed. */
function approved(values: Record<string, unknown> = {}, run: CaseRun = walkTo('DEC_APPR', { world })): CaseRun {
  run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-31' });
  run.draft('document-cfjd', 'CFJD', ACT, null, values);
  return run;
}

function issue(run: CaseRun): Result<Applied> {
  return run.try('document.issue', { documentId: 'document-cfjd' }, ACT);
}

describe('the decision rests on what the party was told (行政处罚法第四十四条、第六十二条)', () => {
  it.each([
    ['facts', '当事人另有其他违法事实。', '违法事实'],
    ['basis', '《建设工程质量管理条例》第五十六条', '处罚依据'],
    ['breached', '《建设工程质量管理条例》第十六条', '违反的条款'],
  ])('refuses typed-over %s', (key, value, label) => {
    expect(refusal(issue(approved({ [key]: value })))).toMatchObject({
      code: 'DECISION_NOT_AS_NOTIFIED', article: '行政处罚法第四十四条、第六十二条', details: { differing: [label] }, message: expect.stringContaining('重新告知'),
    });
  });

  it('lets blanks and punctuation be mended, and other parts be worded better', () => {
    const facts = walkTo('DEC_APPR', { world }).file.facts.replace('，', ', ');
    expect(issue(approved({ facts, nature: '其行为构成竣工后未移交建设项目档案。' })).ok).toBe(true);
  });

  it('takes facts typed into the notice, not those of the case, and lists no evidence the notice did not', () => {
    const run = walkTo('NOTICE_APPR', { world });
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    run.draft('document-gzs', 'GZS', { by: 'officer-1', on: '2026-03-19' }, null, { facts: '告知书中写明的事实。' });
    run.issue('document-gzs', { by: 'officer-1', on: '2026-03-19' });
    run.serve('document-gzs', { by: 'officer-1', on: '2026-03-19' });
    run.scan('evidence-waiver', '放弃陈述申辩声明', { by: 'officer-1', on: '2026-03-20' });
    run.mustStep('waive-defence', { by: 'officer-1', on: '2026-03-20' }, { evidenceId: 'evidence-waiver' });
    run.mustStep('close-defence', { by: 'officer-1', on: '2026-03-20' });
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() });
    approved({}, run);
    if (!issue(run).ok) throw new Error('not issued');
    const data = run.aggregate?.documents.get('document-cfjd')?.issued?.data;
    expect(data?.['facts']).toBe('告知书中写明的事实。');
    expect(data?.['noticeHandling']).toContain('已书面声明放弃');
    expect(data?.['evidence']).toEqual([
      { kind: '书证', title: '营业执照复印件', proves: '证明当事人身份和违法事实', source: '2026年3月4日，示例工地，由甲承办提取' },
      { kind: '现场笔录', title: '现场检查笔录', proves: '检查时现场的情况', source: '2026年3月11日，示例工地' },
    ]);
  });

  it('can be told anew from where the decision is approved', () => {
    const run = approved({ facts: '不同的事实。' });
    run.mustStep('renotify', ACT, {}, '事实有变更，重新告知。');
    expect(run.file).toMatchObject({ stage: 'NOTICE_APPR', notified: null, notifiedOn: null, decisionApproved: false });
  });

  it('is refused where the threshold was lowered and the notice told of no hearing (第六十三条)', () => {
    const settings = { ...DEFAULT_SETTINGS, hearingFineUnitFen: 100_000_000_000 };
    const told = approved({}, walkTo('DEC_APPR', { world: { ...world, settings }, size: 'large' }));
    const run = new CaseRun(world);
    run.aggregate = { documents: told.aggregate?.documents ?? new Map(), file: { ...told.file, discussion: { heldOn: '2026-03-30', attendees: ['甲', '乙', '丙'], conclusion: '同意。' } } };
    expect(refusal(issue(run))).toMatchObject({ code: 'HEARING_NOTICE_REQUIRED', message: expect.stringContaining('没有告知听证权利') });
  });
});

describe('typed words agree with the penalty', () => {
  it.each([
    ['discretion', '综合裁量，确定罚款数额为人民币伍万元整（¥50,000.00）。', '处罚裁量'],
    ['performance', '当事人应当自收到本决定书之日起三日内缴纳罚款人民币贰万元整（¥20,000.00）。', '十五日'],
    ['performance', '当事人应当自收到本决定书之日起十五日内缴纳罚款¥30,000.00。', '20,000.00'],
    ['noticeHandling', '本机关已告知当事人。', '告知及陈述、申辩情况'],
    ['performance', '当事人应当自收到本决定书之日起十五日内，到示例银行（账号：6222 0000 1111 2222 333）缴纳罚款人民币贰万元整。', '指定账号以外的账号'],
  ])('refuses %s that says otherwise', (key, value, words) => {
    expect(refusal(issue(approved({ [key]: value }))).message).toContain(words);
  });

  it('answers the party in the decision, and no typed words hide that it spoke (第四十五条)', () => {
    const run = walkTo('NOTIFIED', { world });
    run.mustStep('record-defence', { by: 'officer-1', on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '请求从轻。' });
    run.mustStep('review-defence', { by: 'officer-1', on: '2026-03-27' }, { adopted: 'no', reviewOpinion: '理由不成立。' });
    run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers() });
    const { docNo } = run.file.documents.find((document) => document.code === 'GZS') ?? {};
    const hidden = approved({ noticeHandling: `2026年3月19日送达告知书（${docNo ?? ''}），当事人未提出陈述、申辩。` }, run);
    expect(refusal(issue(hidden)).message).toContain('应写明2026年3月24日');
    hidden.must('document.edit', { documentId: 'document-cfjd', changes: [{ path: 'noticeHandling', from: hidden.aggregate?.documents.get('document-cfjd')?.values['noticeHandling'], to: null }] }, ACT);
    expect(issue(hidden).ok).toBe(true);
  });

  it('lets no penalty in as a correction (第九条)', () => {
    expect(refusal(issue(approved({ correction: ['停业整顿一个月'] })))).toMatchObject({ details: { path: 'correction' } });
  });
});

describe('a draft takes only what its fields take', () => {
  it.each([
    ['nothing', 'x', 'FIELD_NOT_EDITABLE'], ['__proto__', { polluted: 1 }, 'FIELD_NOT_EDITABLE'], ['penalty', { fineFen: 1 }, 'FIELD_NOT_EDITABLE'],
    ['startAt', '2026-03-11T25:00', 'FIELD_INVALID'], ['findings', 'one', 'FIELD_INVALID'], ['findings', ['x'.repeat(2001)], 'FIELD_INVALID'], ['weather', 'x'.repeat(501), 'FIELD_INVALID'],
  ])('%s: %j → %s', (path, to, code) => {
    const run = walkTo('INVEST');
    const act = { by: 'officer-1', on: '2026-03-11' };
    run.draft('document-xcjc', 'XCJC', act);
    expect(refusal(run.try('document.edit', { documentId: 'document-xcjc', changes: [{ path, from: null, to }] }, act)).code).toBe(code);
    const values = path === '__proto__' ? JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, unknown> : { [path]: to };
    expect(refusal(run.try('document.create', { documentId: 'document-xcjc2', code: 'XCJC', aboutDocumentId: null, values }, act)).code).toBe(code);
  });

  it('proves only a service that was registered, as it was', () => {
    const run = walkTo('SERVED', { world });
    const act = { by: 'officer-1', on: '2026-04-03' };
    run.draft('document-sdhz', 'SDHZ', act, 'document-cfjd', { servedAt: '2026-04-02T09:00' });
    expect(refusal(run.try('document.issue', { documentId: 'document-sdhz' }, act)).code).toBe('DATES_OUT_OF_ORDER');
  });

  it('is no record of officers whose certificate was not valid that day (第四十二条)', () => {
    const second = world.officers.get('officer-2');
    const officers = new Map(world.officers);
    if (second !== undefined) officers.set('officer-2', { ...second, certificateFrom: '2026-03-01' });
    const run = walkTo('INVEST', { world: { ...world, officers } });
    const act = { by: 'officer-1', on: '2026-03-11' };
    run.draft('document-xcjc', 'XCJC', act, null, { ...RECORD_VALUES, startAt: '2026-02-27T09:00', endAt: '2026-02-27T09:40' });
    expect(refusal(run.try('document.issue', { documentId: 'document-xcjc' }, act))).toMatchObject({ code: 'CERTIFICATE_INVALID', message: expect.stringContaining('2026年2月27日不在有效期内') });
  });
});

describe('what the papers say', () => {
  it('marks a record from before the filing of 2026-03-06, and no other', () => {
    const blocks = (startAt: string) => JSON.stringify(definitionOf('XCJC').blocks({ wordingVersion: 'XCJC-2026-01', filedOn: '2026-03-06', startAt }));
    expect(blocks('2026-03-05T09:00')).toContain('立案前核查');
    expect(blocks('2026-03-06T09:00')).not.toContain('立案前核查');
  });

  it('reports only what was done, and tells of a corrective order with its re-check (第二十八条)', () => {
    const run = walkTo('INVEST', { world });
    const act = { by: 'officer-1', on: '2026-03-11' };
    run.set('correctiveOrder', { servedOn: '2026-03-09', dueOn: '2026-03-10', recheckedOn: '2026-03-11', corrected: false }, act);
    const { file } = run;
    const context = { ...contextOf(world, 'officer-1', '2026-03-11'), file, document: { code: 'DCZJ', values: {} } as unknown as DocumentFile, about: null };
    const data = definitionOf('DCZJ').fill(context);
    expect(data['process']).toContain('本机关通过监督检查发现示例项目未移交档案的线索。');
    expect(data['process']).toContain('执法人员依法收集证据，');
    expect(data['correctionState']).toBe('本机关于2026年3月9日向当事人送达责令改正通知书，改正期限至2026年3月10日。经2026年3月11日复查，当事人逾期未改正。');
  });

  it('warns of a notice without any order to correct, and of a kind the article does not name', () => {
    const run = walkTo('CONCL', { world });
    run.set('proposed', { kinds: ['fine', 'warning'], fineFen: 2_000_000, confiscationFen: 0, otherItems: [] }, { by: 'officer-1', on: '2026-03-16' });
    const context = { ...contextOf(world, 'officer-1', '2026-03-16'), file: run.file, document: { code: 'GZS', values: {} } as unknown as DocumentFile, about: null };
    expect(warnings(context).filter((words) => words.includes('第二十八条') || words.includes('“警告”'))).toHaveLength(2);
  });
});
