import { expect, test } from 'vitest';
import { askWorkbenchAhead, takeWorkbench } from '#renderer/composables/workbench-ahead.ts';
import type { Workbench } from '#shared/contract/views.ts';
import { openDesk } from '../desk-double.ts';

/** Tells the first answer from the second. */
function openWorkbench() {
  let asked = 0;
  return openDesk({ 'workbench.get': (): Workbench => ({ todos: [], todoTotal: ++asked, near: [], toPrint: [], counts: { open: 0, overdue: 0, near: 0, closedThisYear: 0 } }) });
}

const taken = async (): Promise<number> => (await takeWorkbench()).todoTotal;

test('what was asked for ahead is taken once', async () => {
  const desk = openWorkbench();
  askWorkbenchAhead();
  expect([await taken(), desk.calls.length]).toEqual([1, 1]);
  expect([await taken(), desk.calls.length]).toEqual([2, 2]);
});

test('records that change before the page listens for itself make it ask again', async () => {
  const desk = openWorkbench();
  askWorkbenchAhead();
  desk.announce('records.changed', { caseIds: ['case-1'], documentIds: [], reference: false });
  expect(await taken()).toBe(2);
});

test('a refusal reaches who takes it and nobody else', async () => {
  const desk = openWorkbench();
  desk.refuse('workbench.get', { code: 'NOT_SIGNED_IN', message: '请先登录。' });
  askWorkbenchAhead();
  await expect(takeWorkbench()).rejects.toThrow();
});
