import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault-proxy.ts';
import { openOffice, today, type Office } from '#tests/helpers/office.ts';
import { taskDraft } from '#tests/helpers/tasks.ts';
import type { Desk } from '#tests/helpers/worker.ts';

let office: Office;
let proxy: FaultProxy;
let head: Desk;
let officer: Desk;

beforeAll(async () => {
  office = await openOffice();
  proxy = await startFaultProxy(office.server.url);
  [head, officer] = await Promise.all([office.desk('jchead'), office.desk('jc01', { serverUrl: proxy.url })]);
});
afterAll(async () => {
  await proxy.close();
  await office.close();
});

const ids = (queue: { readonly items: readonly { readonly id: string }[] } | null): readonly string[] | null => queue?.items.map((item) => item.id) ?? null;

describe('the queues of the workbench', () => {
  it('move a task from who sends to who goes, also without network', async () => {
    await head.submit('task.create', 'task-queue-1', taskDraft(today(), { dueOn: addCalendarDays(today(), 9) }));
    expect(ids((await head.must('task.bench', {})).unassigned)).toEqual(['task-queue-1']);
    await head.submit('task.assign', 'task-queue-1', { officerIds: [office.officerId('jc01'), office.officerId('jc02')], plannedOn: today(), reason: '' });
    expect(await head.must('task.bench', {})).toMatchObject({ mine: { total: 0 }, unassigned: { total: 0 }, approvals: { total: 1, items: [{ id: 'task-queue-1', pending: true }] } });
    await head.settled();
    await officer.settled();
    expect(await officer.must('task.bench', {})).toMatchObject({ today: today(), mine: { total: 1, items: [{ id: 'task-queue-1', state: 'assigned' }] }, unassigned: null, approvals: null });

    proxy.set({ refuse: true });
    await officer.must('sync.now', {});
    await officer.submit('task.accept', 'task-queue-1', {});
    expect(await officer.must('task.bench', {})).toMatchObject({ mine: { items: [{ state: 'accepted', pending: true }] } });
    expect((await officer.must('outbox.list', {})).map(({ summary, caseTitle }) => [summary, caseTitle])).toEqual([['接收任务', taskDraft(today()).title]]);
    proxy.set({});
    await officer.settled();
    await head.settled();
    expect(await head.must('task.list', { filter: { states: ['accepted'] }, sort: 'due', offset: 0, limit: 10 })).toMatchObject({ total: 1, items: [{ id: 'task-queue-1', pending: false }] });
  });

  it('show a head his own unit only, and who stands beside it nothing', async () => {
    await head.submit('task.create', 'task-queue-2', taskDraft(today(), { district: '320506' }));
    await head.settled();
    expect(ids((await head.must('task.bench', {})).unassigned)).toEqual([]);
    const district = await office.desk('wzhead');
    expect(ids((await district.must('task.bench', {})).unassigned)).toEqual(['task-queue-2']);
    const leader = await office.desk('leader1');
    expect(await leader.must('task.bench', {})).toMatchObject({ mine: null, unassigned: null, approvals: { total: 1 } });
  });

  it('tell the load of the team', async () => {
    const { rows } = await head.must('task.team', { channel: 'JC', district: '320500' });
    expect(rows.map((row) => [row.officerId, row.states, row.today])).toEqual([['officer-jc01', { accepted: 1 }, 1], ['officer-jc02', { accepted: 1 }, 1]]);
  });

  it('refuse what the contract does not know', async () => {
    expect((await head.refused('task.list', { filter: { dayFrom: 'tomorrow' }, sort: 'due', offset: 0, limit: 10 })).code).toBe('INVALID_INPUT');
    expect((await head.refused('task.get', { taskId: 'task-unknown' })).code).toBe('NOT_FOUND');
  });
});
