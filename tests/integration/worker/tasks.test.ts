import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { carryOver } from '#shared/domain/task/carry-over.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { addCalendarDays, shanghaiDay, shanghaiMinute } from '#shared/domain/time-limit/days.ts';
import { openCabledOffice, type CabledOffice } from '#tests/helpers/cabled-office.ts';
import { PARTY } from '#tests/helpers/cases.ts';
import type { Desk } from '#tests/helpers/worker.ts';

let office: CabledOffice;
let head: Desk;
let officer: Desk;
let second: Desk;
/** A matter that may be inspected, and its code. */
let matterCode = '';

beforeAll(async () => {
  office = await openCabledOffice(0);
  // Later than the office's usual day: everybody lives by the real clock.
  [head, officer, second] = await Promise.all([office.desk('jchead'), office.desk('jc01', { serverUrl: office.cable.url, clock: Date.now }), office.desk('jc02')]);
  const matters = await head.must('reference.matters', {});
  matterCode = matters.find((matter) => matter.channel === 'JC' && matter.claim === 'claimed' && matter.publishedOn !== null && matter.cap === 1)?.code ?? '';
});
afterAll(() => office.close());

function plan(changes: Partial<CommandPayload<'task.create'>> = {}): CommandPayload<'task.create'> {
  const day = shanghaiDay(new Date().toISOString());
  return {
    channel: 'JC', district: '320500', source: 'plan', checkClass: 'routine', title: '示例工地检查', matterCodes: [matterCode], planId: null, parentId: null, party: PARTY, project: null,
    place: '示例路1号', description: '', urgent: false, plannedOn: null, dueOn: addCalendarDays(day, 20),
    checklist: [{ itemId: 'item-permit', matterCode, content: '施工许可证', method: '查看', clause: '《建筑法》第七条', violationId: 'J01', result: 'unchecked', note: '', evidenceIds: [] }],
    ...changes,
  };
}

async function assigned(taskId: string, changes: Partial<CommandPayload<'task.create'>> = {}): Promise<void> {
  await head.submit('task.create', taskId, plan(changes));
  await head.submit('task.assign', taskId, { officerIds: [office.officerId('jc01'), office.officerId('jc02')], plannedOn: null, reason: '' });
  await head.submit('task.approve', taskId, { opinion: '同意检查。' });
  await head.settled();
  await officer.settled();
}

async function task(desk: Desk, taskId: string): Promise<Task> {
  return desk.must('task.get', { taskId });
}

describe('a supervision task between desks', () => {
  it('is numbered by the server and reaches its officers', async () => {
    await assigned('task-reaches-1', { checkClass: 'single' });
    expect(await task(officer, 'task-reaches-1')).toMatchObject({ state: 'assigned', rev: 3, officerIds: [office.officerId('jc01'), office.officerId('jc02')] });
    expect((await task(officer, 'task-reaches-1')).taskNo).toMatch(/^RW-JC-\d{4}-00001$/);
    const page = await officer.must('task.list', { filter: { states: ['assigned'], officerId: office.officerId('jc01') }, sort: 'due', offset: 0, limit: 20 });
    expect(page).toMatchObject({ total: 1, counts: { assigned: 1 }, items: [{ id: 'task-reaches-1', pending: false, title: '示例工地检查' }] });
  });

  it('is inspected without network, and everything arrives in order when the cable is back', async () => {
    await assigned('task-offline-1', { checkClass: 'single' });
    await second.settled();
    await second.submit('task.accept', 'task-offline-1', {});
    await second.submit('task.arrive', 'task-offline-1', { at: shanghaiMinute(new Date().toISOString()), place: '示例路1号', position: null });
    await second.settled();
    await officer.settled();
    office.cable.set({ refuse: true });
    await officer.must('sync.now', {});
    await officer.submit('task.arrive', 'task-offline-1', { at: shanghaiMinute(new Date().toISOString()), place: '示例路1号', position: null });
    await officer.submit('task.edit', 'task-offline-1', { changes: [{ path: 'checklist.item-permit.result', from: 'unchecked', to: 'fail' }, { path: 'checklist.item-permit.note', from: '', to: '未能出示施工许可证' }] });
    await officer.submit('document.create', 'task-offline-1', { documentId: 'document-offline-1', code: 'XCJC', aboutDocumentId: null, values: {} });
    await officer.submit('task.sign', 'task-offline-1', { signature: { id: 'signature-1', signer: 'party', name: '示例人', evidenceId: null, refusal: '拒绝签名，已录像。', at: shanghaiMinute(new Date().toISOString()) } });
    await officer.submit('task.finish', 'task-offline-1', { on: shanghaiDay(new Date().toISOString()), result: 'pending', note: '待立案' });
    expect(await task(officer, 'task-offline-1')).toMatchObject({ state: 'done', result: 'pending' });
    expect((await officer.must('sync.state', {})).pending).toBe(5);
    const found = await task(officer, 'task-offline-1');
    const violations = new Map((await officer.must('reference.violations', {})).map((violation) => [violation.id, violation]));
    for (const { kind, payload } of carryOver(found, violations)) await officer.submit(kind, 'case-from-task-1', payload);
    await officer.submit('task.hand-over', 'task-offline-1', { caseId: 'case-from-task-1' });

    office.cable.set({});
    await officer.settled();
    expect(await officer.must('outbox.list', {})).toEqual([]);
    await head.settled();
    expect(await task(head, 'task-offline-1')).toMatchObject({ state: 'done', caseId: 'case-from-task-1', documents: [{ id: 'document-offline-1', code: 'XCJC', status: 'draft' }] });
    expect(await head.must('case.get', { caseId: 'case-from-task-1' })).toMatchObject({ stage: 'CLUE', violationId: 'J01', party: { name: PARTY.name }, fromTask: { taskId: 'task-offline-1' } });
    expect((await head.must('document.get', { documentId: 'document-offline-1' })).caseId).toBe('task-offline-1');
  });

  it('is refused by the server beyond the yearly cap, and stays visible with the reason', async () => {
    await head.submit('task.create', 'task-routine-1', plan());
    await head.settled();
    office.cable.set({ refuse: true });
    await officer.must('sync.now', {});
    await officer.submit('task.create', 'task-routine-2', plan());
    office.cable.set({});
    await officer.settled();
    const [stuck] = await officer.must('outbox.list', {});
    expect(stuck).toMatchObject({ status: 'refused', caseTitle: '示例工地检查', error: { code: 'CAP_EXCEEDED', article: '国办发〔2024〕54号' } });
    await officer.must('outbox.resolve', { opId: stuck?.opId ?? '', action: 'withdraw' });
    expect((await officer.refused('task.get', { taskId: 'task-routine-2' })).code).toBe('NOT_FOUND');
  });

  it('is not given to an officer who stays away from the party (行政处罚法第四十三条)', async () => {
    await office.server.db.insertInto('recusal').values({
      id: 'recusal-1', officer_id: office.officerId('jc02'), party_name: PARTY.name, credit_code: PARTY.creditCode, reason: '近亲属在该单位任职', from_on: '2026-01-01', to_on: null, declared_by_name: '示例', declared_at: new Date(),
    }).execute();
    await head.submit('task.create', 'task-recused-1', plan({ checkClass: 'single' }));
    await head.submit('task.assign', 'task-recused-1', { officerIds: [office.officerId('jc01'), office.officerId('jc02')], plannedOn: null, reason: '' });
    await head.settled();
    const [stuck] = await head.must('outbox.list', {});
    expect(stuck).toMatchObject({ status: 'refused', error: { code: 'OFFICER_RECUSED', details: { officerId: office.officerId('jc02') } } });
    await head.must('outbox.resolve', { opId: stuck?.opId ?? '', action: 'withdraw' });
  });

  it('is out of sight for other districts', async () => {
    const stranger = await office.desk('wz01');
    expect((await stranger.must('task.list', { filter: {}, sort: 'newest', offset: 0, limit: 20 })).total).toBe(0);
    expect((await stranger.refused('task.get', { taskId: 'task-offline-1' })).code).toBe('NOT_FOUND');
  });

  it('stands in the columns that lists and figures read', async () => {
    const rows = await office.server.db.selectFrom('task').select(['id', 'state', 'party_no', 'matter_codes', 'officer_ids']).where('id', '=', 'task-offline-1').execute();
    expect(rows).toEqual([{ id: 'task-offline-1', state: 'done', party_no: PARTY.creditCode, matter_codes: [matterCode], officer_ids: [office.officerId('jc01'), office.officerId('jc02')] }]);
  });
});
