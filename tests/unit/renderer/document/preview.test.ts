import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { pageInView, pagesInSight, replacePages, stagePages } from '#renderer/ui/preview-pages.ts';
import { createPreviewScheduler } from '#renderer/composables/preview-scheduler.ts';

/** A worker whose answers the test gives when it likes. */
function slowWorker() {
  const waiting: { input: string; answer: (output: string) => void; refuse: (error: Error) => void }[] = [];
  const shown: string[] = [];
  const failed: unknown[] = [];
  const scheduler = createPreviewScheduler<string, string>({
    delay: 1,
    make: (input) => new Promise((answer, refuse) => { waiting.push({ input, answer, refuse }); }),
    show: async (output) => { shown.push(output); await Promise.resolve(); },
    fail: (error) => { failed.push(error); },
  });
  return { waiting, shown, failed, scheduler };
}

describe('preview scheduler', () => {
  it('joins keys typed within the delay', async () => {
    const { waiting, scheduler } = slowWorker();
    scheduler.request('一');
    scheduler.request('一二');
    await vi.waitFor(() => { expect(waiting.length).toBe(1); });
    expect(waiting[0]?.input).toBe('一二');
  });

  it('makes one picture at a time and goes on with the latest request only', async () => {
    const { waiting, shown, scheduler } = slowWorker();
    scheduler.request('a');
    await vi.waitFor(() => { expect(waiting.length).toBe(1); });
    for (const input of ['ab', 'abc', 'abcd']) scheduler.request(input);
    expect(waiting.length).toBe(1);
    waiting[0]?.answer('A');
    await vi.waitFor(() => { expect(waiting.length).toBe(2); });
    expect(waiting[1]?.input).toBe('abcd');
    waiting[1]?.answer('ABCD');
    await vi.waitFor(() => { expect(shown).toEqual(['A', 'ABCD']); });
  });

  it('tells a failure and draws the next request all the same', async () => {
    const { waiting, shown, failed, scheduler } = slowWorker();
    scheduler.request('bad');
    await vi.waitFor(() => { expect(waiting.length).toBe(1); });
    waiting[0]?.refuse(new Error('broken'));
    await vi.waitFor(() => { expect(failed.length).toBe(1); });
    scheduler.request('good');
    await vi.waitFor(() => { expect(waiting.length).toBe(2); });
    waiting[1]?.answer('GOOD');
    await vi.waitFor(() => { expect(shown).toEqual(['GOOD']); });
  });

  it('shows nothing after the page was left', async () => {
    const { waiting, shown, scheduler } = slowWorker();
    scheduler.request('a');
    await vi.waitFor(() => { expect(waiting.length).toBe(1); });
    scheduler.dispose();
    waiting[0]?.answer('A');
    // All that hangs on the answer has run.
    await nextTurn();
    expect(shown).toEqual([]);
  });
});

describe('preview pages', () => {
  it('keep their address while their picture is the same', () => {
    let made = 0;
    const url = (): string => `blob:${(made += 1)}`;
    const first = replacePages([], ['<a>', '<b>'], url);
    const second = replacePages(first, ['<a>', '<b2>', '<c>'], url);
    expect(second.map((page) => page.url)).toEqual(['blob:1', 'blob:3', 'blob:4']);
    expect(second[0]).toBe(first[0]);
  });

  it('are painted in sight first, and old elsewhere until the rest is ready', () => {
    const shown = ['<a>', '<b>', '<c>'].map((svg) => ({ svg, url: svg }));
    const target = ['<a2>', '<b2>'].map((svg) => ({ svg, url: svg }));
    expect(stagePages(shown, target, { first: 2, last: 2 }).map((page) => page.svg)).toEqual(['<a>', '<b2>']);
    expect(stagePages([], target, { first: 1, last: 1 }).map((page) => page.svg)).toEqual(['<a2>', '<b2>']);
  });

  it('are counted by what fills the view', () => {
    const tops = [0, 1000, 2000];
    expect(pageInView(tops, 400)).toBe(1);
    expect(pageInView(tops, 1400)).toBe(2);
    expect(pagesInSight(tops, 900, 1500)).toEqual({ first: 1, last: 2 });
  });
});
