import { expect, test } from 'vitest';
import { inOrder, readable, sidesOf, waysOut } from '#renderer/features/sync/way-out.ts';
import type { OutboxItem } from '#shared/contract/views.ts';

function item(status: OutboxItem['status'], error: OutboxItem['error'] = null): OutboxItem {
  const command: OutboxItem['command'] = { opId: `op-${status}`, kind: 'case.edit', entityId: 'case-0001', baseRev: 1, payload: { changes: [] }, createdAt: '2026-11-22T00:00:00Z' };
  return { opId: command.opId, command, caseTitle: '', summary: '', status, error, createdAt: command.createdAt, attempts: 1 };
}

test('only what waits for a person offers ways out, and what loses something says so', () => {
  expect((['pending', 'sending', 'held'] as const).flatMap((status) => waysOut(item(status)))).toEqual([]);
  expect(waysOut(item('conflict')).map(({ action, consequence }) => [action, consequence !== ''])).toEqual([['mine', true], ['withdraw', true]]);
  expect(waysOut(item('refused')).map(({ action, consequence }) => [action, consequence !== ''])).toEqual([['retry', false], ['withdraw', true]]);
});

test('what waits for a person stands first, the rest in the order it was made', () => {
  expect(inOrder([item('pending'), item('held'), item('refused'), item('sending'), item('conflict')]).map(({ status }) => status)).toEqual(['refused', 'conflict', 'pending', 'held', 'sending']);
});

test('both values of a conflict are shown', () => {
  const error = { code: 'CONFLICT', message: '', details: { path: 'facts', label: '违法事实', current: '对方写的', from: '原来的', to: '我写的' } } as const;
  expect(sidesOf(item('conflict', error))).toEqual({ label: '违法事实', mine: '我写的', theirs: '对方写的' });
  expect([sidesOf(item('refused', error)), sidesOf(item('conflict'))]).toEqual([null, null]);
});

test('any value becomes readable', () => {
  expect([readable(null), readable(''), readable(true), readable({ name: '甲公司', phone: '', tags: ['a', 'b'] }), readable([])]).toEqual(['（空）', '（空）', '是', '甲公司；a；b', '（空）']);
});
