import { expect, test, vi } from 'vitest';
import { laterOnce } from '#renderer/composables/later-once.ts';
import { useLoad } from '#renderer/composables/load.ts';
import { matches } from '#renderer/composables/shortcut.ts';
import { AppFailure } from '#shared/contract/result.ts';

test('many announcements in a row cause one reload', () => {
  vi.useFakeTimers();
  const action = vi.fn();
  const soon = laterOnce(action, 100);
  soon(); soon(); soon();
  vi.advanceTimersByTime(150);
  soon();
  vi.advanceTimersByTime(150);
  vi.useRealTimers();
  expect(action).toHaveBeenCalledTimes(2);
});

test('the latest load wins, and an error leaves the old value in place', async () => {
  const answers: ((value: string) => void)[] = [];
  const load = useLoad(() => new Promise<string>((resolve) => { answers.push(resolve); }));
  const first = load.reload();
  const second = load.reload();
  answers[1]?.('second');
  answers[0]?.('first');
  await Promise.all([first, second]);
  expect([load.value.value, load.loading.value]).toEqual(['second', false]);
  const failing = useLoad<string>(() => Promise.reject(new AppFailure({ code: 'NOT_FOUND', message: '没有这个案件。' })));
  await failing.reload();
  expect(failing.error.value).toEqual({ code: 'NOT_FOUND', message: '没有这个案件。' });
});

test('a shortcut needs exactly its keys', () => {
  const event = (key: string, ctrlKey: boolean, altKey = false) => ({ key, ctrlKey, altKey });
  expect([matches(event('K', true), { key: 'k', ctrl: true }), matches(event('k', false), { key: 'k', ctrl: true }), matches(event('k', true, true), { key: 'k', ctrl: true })]).toEqual([true, false, false]);
});
