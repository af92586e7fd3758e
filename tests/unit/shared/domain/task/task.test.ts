import { describe, expect, it } from 'vitest';
import { CaseRun } from '#tests/helpers/cases.ts';
import { answer, arrival, photo, PLAN, recheck, signed, taskIn, taskOf, taskWorld } from '#tests/helpers/tasks.ts';

const HEAD = { by: 'head-one', on: '2026-03-03' };
const SITE = { by: 'officer-1', on: '2026-03-10' };

function refusal(result: { readonly ok: boolean; readonly error?: { readonly code: string; readonly article?: string } }) {
  return result.ok ? null : { code: result.error?.code, article: result.error?.article };
}

describe('making a task', () => {
  it('gets its number, and waits for officers', () => {
    const task = taskOf(taskIn('new'));
    expect(task).toMatchObject({ state: 'new', taskNo: 'RW-JC-2026-00001', createdBy: 'officer-3', createdOn: '2026-03-02' });
    expect(task.timeline.map((entry) => entry.text)).toEqual(['登记监管任务：示例家园施工许可检查', '编定任务编号RW-JC-2026-00001']);
  });

  it('rests on published, claimed matters only (国办发〔2024〕54号)', () => {
    for (const code of ['M-2', 'M-3']) {
      const run = new CaseRun(taskWorld());
      expect(refusal(run.try('task.create', { ...PLAN, matterCodes: [code] }, { by: 'officer-1', on: '2026-03-02' }))).toEqual({ code: 'MATTER_NOT_PUBLISHED', article: '国办发〔2024〕54号' });
    }
  });

  it('keeps a routine visit within the yearly cap, and lets a check of a clue through', () => {
    const world = taskWorld({ visits: new Map([['M-1', 1]]) });
    expect(refusal(new CaseRun(world).try('task.create', PLAN, { by: 'officer-1', on: '2026-03-02' }))).toEqual({ code: 'CAP_EXCEEDED', article: '国办发〔2024〕54号' });
    expect(new CaseRun(world).try('task.create', { ...PLAN, checkClass: 'single', source: 'complaint' }, { by: 'officer-1', on: '2026-03-02' }).ok).toBe(true);
  });

  it('refuses days gone by and plans beyond the term', () => {
    const run = new CaseRun(taskWorld());
    expect(refusal(run.try('task.create', { ...PLAN, dueOn: '2026-03-01', plannedOn: null }, { by: 'officer-1', on: '2026-03-02' }))?.code).toBe('DATES_OUT_OF_ORDER');
    expect(refusal(run.try('task.create', { ...PLAN, plannedOn: '2026-04-01' }, { by: 'officer-1', on: '2026-03-02' }))?.code).toBe('DATES_OUT_OF_ORDER');
  });
});

describe('assigning', () => {
  const assign = (officerIds: string[], world = taskWorld()) => refusal(taskIn('new', world).try('task.assign', { officerIds, plannedOn: null, reason: '' }, HEAD))?.code;

  it('takes two officers with certificates valid on the day of the visit (行政处罚法第四十二条)', () => {
    expect(assign(['officer-1'])).toBe('OFFICERS_INSUFFICIENT');
    expect(assign(['officer-1', 'officer-expired'])).toBe('CERTIFICATE_INVALID');
    expect(assign(['officer-1', 'officer-left'])).toBe('OFFICERS_INSUFFICIENT');
    expect(assign(['officer-1', 'officer-fdc-1'])).toBe('OUT_OF_SCOPE');
    expect(assign(['officer-1', 'officer-2'])).toBeUndefined();
  });

  it('keeps whoever approves and whoever is recused away', () => {
    expect(assign(['officer-1', 'head-one'])).toBe('OFFICER_RECUSED');
    expect(assign(['officer-1', 'officer-2'], taskWorld({ recusals: [{ officerId: 'officer-2', partyName: '苏州示例甲建设有限公司' }] }))).toBe('OFFICER_RECUSED');
  });

  it('names others with a reason, and asks for a new approval then', () => {
    const run = taskIn('accepted');
    const change = { officerIds: ['officer-1', 'officer-3'], plannedOn: null, reason: '' };
    expect(refusal(run.try('task.assign', change, { ...HEAD, on: '2026-03-05' }))?.code).toBe('FIELD_INVALID');
    run.must('task.assign', { ...change, reason: '乙协办请假。' }, { ...HEAD, on: '2026-03-05' });
    expect(taskOf(run)).toMatchObject({ state: 'assigned', officerIds: ['officer-1', 'officer-3'], approval: null });
  });
});

describe('the visit', () => {
  it('does not begin without approval, unless it is urgent and made up before the end', () => {
    const run = taskIn('assigned');
    run.must('task.accept', {}, { by: 'officer-1', on: '2026-03-03' });
    expect(refusal(run.try('task.arrive', arrival('2026-03-10'), SITE))).toEqual({ code: 'CHECK_NOT_APPROVED', article: '国办发〔2024〕54号' });

    const urgent = new CaseRun(taskWorld());
    urgent.must('task.create', { ...PLAN, urgent: true, checkClass: 'single' }, { by: 'officer-3', on: '2026-03-02' });
    urgent.must('task.assign', { officerIds: ['officer-1', 'officer-2'], plannedOn: null, reason: '' }, HEAD);
    urgent.must('task.accept', {}, SITE);
    for (const by of ['officer-1', 'officer-2']) urgent.must('task.arrive', arrival('2026-03-10'), { by, on: '2026-03-10' });
    answer(urgent, 'item-permit', 'pass');
    signed(urgent);
    expect(refusal(urgent.try('task.finish', { on: '2026-03-10', result: 'clean', note: '' }, SITE))?.code).toBe('CHECK_NOT_APPROVED');
    urgent.must('task.approve', { opinion: '情况紧急，补批。' }, { by: 'head-one', on: '2026-03-11' });
    urgent.must('task.finish', { on: '2026-03-11', result: 'clean', note: '' }, { ...SITE, on: '2026-03-11' });
    expect(taskOf(urgent)).toMatchObject({ state: 'done', result: 'clean', inspectedOn: '2026-03-10', finishedOn: '2026-03-11' });
  });

  it('needs both officers on site, at least one item looked at, and a signature or its refusal', () => {
    const run = taskIn('accepted');
    const finish = () => refusal(run.try('task.finish', { on: '2026-03-10', result: 'clean', note: '' }, SITE))?.code;
    run.must('task.arrive', arrival('2026-03-10'), SITE);
    expect(finish()).toBe('OFFICERS_INSUFFICIENT');
    run.must('task.arrive', arrival('2026-03-10'), { ...SITE, by: 'officer-2' });
    expect(finish()).toBe('RECORD_UNSIGNED');
    signed(run);
    expect(finish()).toBe('CHECKLIST_EMPTY');
    run.must('task.unsign', { reason: '补记检查项。' }, SITE);
    answer(run, 'item-permit', 'fail', '未能出示');
    signed(run);
    expect(finish()).toBe('FIELD_INVALID');
    expect(refusal(run.try('task.finish', { on: '2026-03-10', result: 'ordered', note: '' }, SITE))?.code).toBe('CORRECTION_REQUIRED_FIRST');
    run.must('task.unsign', { reason: '现场又找到许可证。' }, SITE);
    answer(run, 'item-permit', 'pass', '已出示');
    signed(run);
    expect(finish()).toBeUndefined();
  });

  it('keeps what the party signed (行政处罚法第五十五条), and its exhibits once it is over', () => {
    const run = taskIn('on-site');
    photo(run, 'photo-001', '2026-03-10');
    answer(run, 'item-permit', 'pass');
    signed(run);
    const change = { changes: [{ path: 'checklist.item-files.result', from: 'unchecked', to: 'fail' }] };
    expect(refusal(run.try('task.edit', change, SITE))).toEqual({ code: 'FIELD_NOT_EDITABLE', article: '行政处罚法第四十七条、第五十五条' });
    run.must('task.finish', { on: '2026-03-10', result: 'clean', note: '' }, SITE);
    expect(refusal(run.try('evidence.withdraw', { evidenceId: 'photo-001', reason: '重复' }, SITE))?.code).toBe('STEP_NOT_ALLOWED');
  });

  it('is told at the time it took place, however late the server learns of it, and not before its approval', () => {
    const run = taskIn('accepted');
    const later = { by: 'officer-1', on: '2026-03-12' };
    expect(refusal(run.try('task.arrive', { ...arrival('2026-03-13') }, later))?.code).toBe('DATES_OUT_OF_ORDER');
    expect(refusal(run.try('task.arrive', { ...arrival('2026-03-03') }, later))?.code).toBe('CHECK_NOT_APPROVED');
    run.must('task.arrive', arrival('2026-03-10'), later);
    expect(taskOf(run)).toMatchObject({ inspectedOn: '2026-03-10', signIns: [{ at: '2026-03-10T09:30', recordedAt: '2026-03-12T02:00:00.000Z' }] });
  });

  it('merges what two officers fill in, and shows where they met', () => {
    const run = taskIn('on-site');
    answer(run, 'item-permit', 'pass', '已出示', 'officer-1');
    answer(run, 'item-files', 'fail', '缺竣工图', 'officer-2');
    const met = run.try('task.edit', { changes: [{ path: 'checklist.item-permit.result', from: 'unchecked', to: 'fail' }] }, { by: 'officer-2', on: '2026-03-10' });
    expect(met).toMatchObject({ ok: false, error: { code: 'CONFLICT', details: { path: 'checklist.item-permit.result', current: 'pass' } } });
    expect(taskOf(run).checklist.map((line) => line.result)).toEqual(['pass', 'fail', 'unchecked']);
  });

  it('takes exhibits and papers by the rules of a case, and numbers them in its own series', () => {
    const run = taskIn('on-site');
    photo(run, 'photo-001', '2026-03-10');
    run.draft('document-xcjc', 'XCJC', SITE);
    expect(taskOf(run).evidence.map((each) => each.id)).toEqual(['photo-001']);
    expect(taskOf(run).documents.map((each) => each.code)).toEqual(['XCJC']);
    expect(refusal(run.try('document.create', { documentId: 'document-cfjd', code: 'CFJD', aboutDocumentId: null, values: {} }, SITE))?.code).toBe('DOCUMENT_NOT_READY');
    expect(refusal(run.try('case.advance', { event: 'assign', opinion: '', data: {} }, SITE))?.code).toBe('INVALID_INPUT');
  });
});

describe('a corrective order (行政处罚法第二十八条)', () => {
  it('is followed until a re-check finds everything put right', () => {
    const run = taskIn('rectify');
    expect(taskOf(run)).toMatchObject({ state: 'rectify', result: 'ordered', finishedOn: null });
    expect(recheck(run, 'done', '2026-03-20').ok).toBe(true);
    expect(taskOf(run)).toMatchObject({ state: 'done', finishedOn: '2026-03-20', orders: [{ endedOn: '2026-03-20', rounds: [{ no: 1, passed: true }] }] });
  });

  it('gets two rounds and must then go over to enforcement', () => {
    const run = taskIn('rectify');
    expect(recheck(run, 'open', '2026-03-20').ok).toBe(true);
    expect(recheck(run, 'open', '2026-03-27').ok).toBe(true);
    expect(refusal(recheck(run, 'open', '2026-04-01'))?.code).toBe('RECHECKS_USED_UP');
    run.must('task.hand-over', { caseId: 'case-from-visit' }, { by: 'officer-1', on: '2026-04-01' });
    expect(taskOf(run)).toMatchObject({ state: 'done', caseId: 'case-from-visit', orders: [{ endedOn: '2026-04-01' }] });
  });

  it('goes over only to a case that was registered from it', () => {
    const run = taskIn('rectify', taskWorld({ handedCase: { fromTask: { taskId: 'another-task', taskNo: '', officerIds: [] } } }));
    expect(refusal(run.try('task.hand-over', { caseId: 'case-from-visit' }, { by: 'officer-1', on: '2026-03-21' }))?.code).toBe('NOT_FOUND');
  });

  it('is extended by a head who does not inspect, to a later day', () => {
    const run = taskIn('rectify');
    const extend = { orderId: 'order-001', to: '2026-03-25', reason: '材料采购需要时间。' };
    expect(refusal(run.try('task.extend-order', extend, { by: 'officer-1', on: '2026-03-18' }))?.code).toBe('ROLE_NOT_ALLOWED');
    expect(refusal(run.try('task.extend-order', { ...extend, to: '2026-03-19' }, { by: 'head-one', on: '2026-03-18' }))?.code).toBe('DATES_OUT_OF_ORDER');
    run.must('task.extend-order', extend, { by: 'head-one', on: '2026-03-18' });
    expect(taskOf(run).orders[0]).toMatchObject({ dueOn: '2026-03-25', extensions: [{ from: '2026-03-20', to: '2026-03-25' }] });
  });

  it('of stopped works ends only when a leader lets them go on (建设工程安全生产管理条例第四十三条)', () => {
    const run = taskIn('on-site');
    answer(run, 'item-permit', 'fail', '临边无防护');
    const items = [{ id: 'order-item-1', text: '设置临边防护', clause: '', violationId: null, checkItemId: 'item-permit', beforeIds: [] }];
    expect(refusal(run.try('task.order', { order: { id: 'order-001', kind: 'stop-work', madeOn: '2026-03-10', dueOn: '2026-03-20', scope: '', items } }, SITE))?.code).toBe('FIELD_INVALID');
    run.must('task.order', { order: { id: 'order-001', kind: 'stop-work', madeOn: '2026-03-10', dueOn: '2026-03-20', scope: '3号楼十层以上', items } }, SITE);
    signed(run);
    run.must('task.finish', { on: '2026-03-10', result: 'ordered', note: '' }, SITE);
    expect(refusal(run.try('task.lift', { orderId: 'order-001', opinion: '同意复工。' }, { by: 'leader-1', on: '2026-03-18' }))?.code).toBe('CORRECTION_REQUIRED_FIRST');
    expect(recheck(run, 'done', '2026-03-18').ok).toBe(true);
    expect(taskOf(run).state).toBe('rectify');
    expect(refusal(run.try('task.lift', { orderId: 'order-001', opinion: '' }, { by: 'head-one', on: '2026-03-18' }))?.code).toBe('ROLE_NOT_ALLOWED');
    run.must('task.lift', { orderId: 'order-001', opinion: '同意复工。' }, { by: 'leader-1', on: '2026-03-18' });
    expect(taskOf(run)).toMatchObject({ state: 'done', orders: [{ lifted: { on: '2026-03-18', opinion: '同意复工。' } }] });
  });
});
