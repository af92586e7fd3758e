import { reactive } from 'vue';
import { expect, test } from 'vitest';
import { call, on, tryCall } from '#renderer/bridge/ipc.ts';
import { plain } from '#renderer/bridge/plain.ts';
import { AppFailure } from '#shared/contract/result.ts';
import { openDesk } from '../desk-double.ts';

test('a reactive form crosses to the worker as plain values', async () => {
  const desk = openDesk({ 'case.list': () => ({ items: [], total: 0 }) });
  const view = reactive({ filter: { stages: ['INVEST' as const] }, sort: 'due' as const, offset: 0, limit: 100 });
  expect(await call('case.list', view)).toEqual({ items: [], total: 0 });
  expect(desk.calls).toEqual([{ name: 'case.list', input: { filter: { stages: ['INVEST'] }, sort: 'due', offset: 0, limit: 100 } }]);
});

test('a refusal is a value for tryCall and an AppFailure for call', async () => {
  const desk = openDesk({});
  const refusal = { code: 'OFFLINE', message: '服务器连接不上。' } as const;
  desk.refuse('sync.now', refusal);
  expect(await tryCall('sync.now', {})).toEqual({ ok: false, error: refusal });
  await expect(call('sync.now', {})).rejects.toThrow(AppFailure);
});

test('a broken door is answered as INTERNAL, not thrown', async () => {
  openDesk({ 'sync.now': () => { throw new Error('port closed'); } });
  expect(await tryCall('sync.now', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
});

test('a listener that was ended hears nothing more', () => {
  const desk = openDesk({});
  const heard: number[] = [];
  const end = on('outbox.changed', ({ pending }) => { heard.push(pending); });
  desk.announce('outbox.changed', { pending: 1, stuck: 0 });
  end();
  desk.announce('outbox.changed', { pending: 2, stuck: 0 });
  expect(heard).toEqual([1]);
});

test('plain keeps bytes, drops undefined and leaves no proxy behind', () => {
  const bytes = new Uint8Array([1, 2]);
  const copy = plain(reactive({ bytes, nested: { list: [1, undefined], gone: undefined } }));
  expect(structuredClone(copy)).toEqual({ bytes, nested: { list: [1, undefined] } });
});
