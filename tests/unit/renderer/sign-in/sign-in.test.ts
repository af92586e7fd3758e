import { effectScope } from 'vue';
import { expect, test, vi } from 'vitest';
import { delayOf, useCountdown } from '#renderer/features/sign-in/countdown.ts';
import { readServerAddress } from '#renderer/features/sign-in/server-address.ts';

test('the seconds to wait come from the refusal', () => {
  expect(delayOf({ code: 'SIGN_IN_DELAYED', message: '', details: { seconds: 7.2 } })).toBe(8);
  expect(delayOf({ code: 'WRONG_CREDENTIALS', message: '' })).toBe(0);
});

test('the countdown ends by the clock, even after the machine slept', () => {
  vi.useFakeTimers();
  const scope = effectScope();
  const { left, start } = scope.run(useCountdown)!;
  start(8);
  expect(left.value).toBe(8);
  vi.advanceTimersByTime(3000);
  expect(left.value).toBe(5);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(250);
  expect(left.value).toBe(0);
  scope.stop();
  vi.useRealTimers();
});

test('a server address is stored as its origin', () => {
  expect(['192.168.1.8:7380', 'https://zfjg.example.com/app?x=1', ' http://127.0.0.1:7380 '].map((text) => readServerAddress(text).origin))
    .toEqual(['http://192.168.1.8:7380', 'https://zfjg.example.com', 'http://127.0.0.1:7380']);
  for (const wrong of ['', 'ftp://a.example', 'http://', 'file:///etc/passwd', 'javascript:alert(1)']) expect(readServerAddress(wrong).origin).toBeNull();
});
