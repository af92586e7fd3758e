import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, registration, type Office } from '#tests/helpers/office.ts';
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault-proxy.ts';
import type { Desk } from '#tests/helpers/worker.ts';
import type { OutboxItem } from '#shared/contract/views.ts';

let office: Office;
let proxy: FaultProxy;
let one: Desk;
let two: Desk;

beforeAll(async () => {
  office = await openOffice();
  proxy = await startFaultProxy(office.server.url);
  for (const id of ['case-merge-1', 'case-clash-1', 'case-clash-2', 'case-clash-3', 'case-refused-1']) await office.assigned(id);
  one = await office.desk('jc01', { serverUrl: proxy.url });
  two = await office.desk('jc02');
});
afterAll(async () => {
  await proxy.close();
  await office.close();
});

async function edit(desk: Desk, caseId: string, path: string, to: unknown): Promise<void> {
  const file = await desk.must('case.get', { caseId });
  await desk.submit('case.edit', caseId, { changes: [{ path, from: Reflect.get(file, path), to }] });
}

/** Both change the field while one is offline; two's change reaches the server first. */
async function clash(caseId: string): Promise<OutboxItem> {
  proxy.set({ refuse: true });
  await edit(one, caseId, 'facts', '一号电脑写的事实');
  await edit(two, caseId, 'facts', '二号电脑写的事实');
  await two.settled();
  proxy.set({});
  await one.settled();
  const item = (await one.must('outbox.list', {})).find((each) => each.command.entityId === caseId);
  if (item === undefined) throw new Error('Nothing is stuck');
  return item;
}

describe('two desks on one case', () => {
  it('merges edits of different fields made apart', async () => {
    proxy.set({ refuse: true });
    await edit(one, 'case-merge-1', 'facts', '一号写事实');
    await edit(two, 'case-merge-1', 'nature', '二号写定性');
    await two.settled();
    proxy.set({});
    await one.settled();
    await two.settled();
    const [first, second] = [await one.must('case.get', { caseId: 'case-merge-1' }), await two.must('case.get', { caseId: 'case-merge-1' })];
    expect(first).toMatchObject({ facts: '一号写事实', nature: '二号写定性' });
    expect(second).toEqual(first);
  });

  it('keeps both values of the same field and lets the person withdraw', async () => {
    const item = await clash('case-clash-1');
    expect(item).toMatchObject({ status: 'conflict', error: { code: 'CONFLICT', details: { path: 'facts', current: '二号电脑写的事实', to: '一号电脑写的事实' } } });
    expect((await one.must('case.get', { caseId: 'case-clash-1' })).facts).toBe('二号电脑写的事实');
    expect(await one.must('outbox.resolve', { opId: item.opId, action: 'withdraw' })).toEqual([]);
    await one.settled();
    expect((await one.must('case.get', { caseId: 'case-clash-1' })).facts).toBe('二号电脑写的事实');
  });

  it('sets mine over the other on demand', async () => {
    const item = await clash('case-clash-2');
    await one.must('outbox.resolve', { opId: item.opId, action: 'mine' });
    expect((await one.must('case.get', { caseId: 'case-clash-2' })).facts).toBe('一号电脑写的事实');
    await one.settled();
    await two.settled();
    expect((await two.must('case.get', { caseId: 'case-clash-2' })).facts).toBe('一号电脑写的事实');
    expect(await one.must('outbox.list', {})).toEqual([]);
  });

  it('holds what was written behind a conflict and sends it on once that is resolved', async () => {
    proxy.set({ refuse: true });
    await edit(one, 'case-clash-3', 'facts', '甲的事实');
    await edit(one, 'case-clash-3', 'nature', '甲的定性');
    await edit(two, 'case-clash-3', 'facts', '乙的事实');
    await two.settled();
    proxy.set({});
    await one.settled();
    const stuck = await one.must('outbox.list', {});
    expect(stuck.map((item) => item.status)).toEqual(['conflict', 'held']);
    expect(await one.must('sync.state', {})).toMatchObject({ stuck: 1, pending: 1 });
    await one.must('outbox.resolve', { opId: stuck[0]?.opId ?? '', action: 'withdraw' });
    await one.settled();
    await two.settled();
    expect(await two.must('case.get', { caseId: 'case-clash-3' })).toMatchObject({ facts: '乙的事实', nature: '甲的定性' });
  });

  it('keeps a refused command visible with its reason until it is given up', async () => {
    proxy.set({ refuse: true });
    await edit(one, 'case-refused-1', 'facts', '离线时所写');
    const head = await office.desk('jchead');
    await head.submit('case.advance', 'case-refused-1', { event: 'assign', opinion: '调整承办人。', data: { officerIds: [office.officerId('jc02'), office.officerId('jc03')], noRecusal: true } });
    await head.settled();
    proxy.set({});
    await one.settled();
    const [item] = await one.must('outbox.list', {});
    expect(item).toMatchObject({ status: 'refused', summary: expect.stringContaining('修改') as unknown });
    expect(item?.error?.message).not.toBe('');
    expect((await one.must('case.get', { caseId: 'case-refused-1' })).officerIds).not.toContain(office.officerId('jc01'));
    const again = await one.must('outbox.resolve', { opId: item?.opId ?? '', action: 'retry' });
    expect(again).toMatchObject([{ status: 'pending' }]);
    await one.settled();
    const [still] = await one.must('outbox.list', {});
    expect(still?.status).toBe('refused');
    expect(await one.must('outbox.resolve', { opId: still?.opId ?? '', action: 'withdraw' })).toEqual([]);
    expect(await one.must('case.get', { caseId: 'case-refused-1' })).toMatchObject({ facts: '' });
  });

  it('takes back a registration that never left, with all that stands on it', async () => {
    proxy.set({ refuse: true });
    await one.submit('case.register', 'case-withdrawn-1', registration());
    const [item] = await one.must('outbox.list', {});
    await one.must('outbox.resolve', { opId: item?.opId ?? '', action: 'withdraw' });
    expect((await one.refused('case.get', { caseId: 'case-withdrawn-1' })).code).toBe('NOT_FOUND');
    proxy.set({});
    await one.settled();
  });
});
