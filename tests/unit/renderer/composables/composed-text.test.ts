import { effectScope } from 'vue';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useComposedText } from '#renderer/composables/composed-text.ts';

/** An input as far as the listeners look at it. */
class Field {
  value = '';
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLInputElement', Field);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function typing() {
  const field = new Field();
  const scope = effectScope();
  const text = scope.run(() => useComposedText('', 100))!;
  const type = (value: string): Event => {
    field.value = value;
    return { target: field } as unknown as Event;
  };
  return { text, type, scope };
}

test('half-typed pinyin is not searched; the finished word is, once', async () => {
  const { text, type } = typing();
  text.listeners.compositionstart();
  text.listeners.input(type('sh'));
  text.listeners.input(type('shi h'));
  await vi.advanceTimersByTimeAsync(500);
  // What stands in the field is known, or drawing the page anew would wipe it out.
  expect([text.typed.value, text.settled.value]).toEqual(['shi h', '']);
  text.listeners.compositionend(type('石湖'));
  await vi.advanceTimersByTimeAsync(50);
  expect(text.settled.value).toBe('');
  await vi.advanceTimersByTimeAsync(60);
  expect([text.typed.value, text.settled.value]).toEqual(['石湖', '石湖']);
});

test('letters settle after the last key, without the spaces around them', async () => {
  const { text, type } = typing();
  text.listeners.input(type(' SZZJ-J'));
  await vi.advanceTimersByTimeAsync(60);
  text.listeners.input(type(' SZZJ-JC '));
  await vi.advanceTimersByTimeAsync(60);
  expect(text.settled.value).toBe('');
  await vi.advanceTimersByTimeAsync(50);
  expect(text.settled.value).toBe('SZZJ-JC');
});

test('setting a text settles at once, and nothing settles after the page is gone', async () => {
  const { text, type, scope } = typing();
  text.set('石湖');
  expect(text.settled.value).toBe('石湖');
  text.listeners.input(type('石湖花园'));
  scope.stop();
  await vi.advanceTimersByTimeAsync(500);
  expect(text.settled.value).toBe('石湖');
});
