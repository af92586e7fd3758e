import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { batched } from '#api/db/batched.ts';

const PATIENT = 60_000;

/** Work that ends when told; `lots` are the items of each begun so far. */
function workshop(options: Partial<Parameters<typeof batched<number, number>>[0]> = {}) {
  const lots: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const ask = batched<number, number>({ lanes: 2, patience: PATIENT, capacity: 10, ...options }, async (items) => {
    lots.push(items);
    await new Promise<void>((resolve) => { ends.push(resolve); });
    return items.map((item) => item * 2);
  });
  return { lots, ask, end: (index: number) => ends[index]?.() };
}

describe('work done together', () => {
  test('one item goes at once and alone', async () => {
    const { lots, ask, end } = workshop();
    const answer = ask(1);
    await turn();
    expect(lots).toEqual([[1]]);
    end(0);
    expect(await answer).toBe(2);
  });

  test('items that come together share a lot; each gets its own answer', async () => {
    const { lots, ask, end } = workshop();
    const answers = Promise.all([ask(1), ask(2), ask(3)]);
    await turn();
    end(0);
    expect(await answers).toEqual([2, 4, 6]);
    expect(lots).toEqual([[1, 2, 3]]);
  });

  test('an item never joins a lot that has begun: what it reads is no older than its asking', async () => {
    const { lots, ask, end } = workshop();
    const first = ask(1);
    await turn();
    const second = Promise.all([ask(2), ask(3)]);
    await turn();
    expect(lots).toEqual([[1]]);
    end(0);
    await first;
    await expect.poll(() => lots).toEqual([[1], [2, 3]]);
    end(1);
    expect(await second).toEqual([4, 6]);
  });

  test('a slow lot holds the next one up only as long as the patience', async () => {
    const { lots, ask, end } = workshop({ patience: 5 });
    const slow = ask(1);
    await turn();
    const quick = ask(2);
    await expect.poll(() => lots).toEqual([[1], [2]]);
    end(1);
    expect(await quick).toBe(4);
    end(0);
    await slow;
  });

  test('no more lots are under way than there are lanes', async () => {
    const { lots, ask, end } = workshop({ patience: 0, capacity: 1 });
    const answers = Promise.all([ask(1), ask(2), ask(3)]);
    await expect.poll(() => lots).toEqual([[1], [2]]);
    await turn();
    expect(lots).toHaveLength(2);
    end(1);
    await expect.poll(() => lots).toEqual([[1], [2], [3]]);
    end(0);
    end(2);
    expect(await answers).toEqual([2, 4, 6]);
  });

  test('a lot holds no more than its capacity, and a heavier item goes alone', async () => {
    const { lots, ask, end } = workshop({ lanes: 9, patience: 0, weight: (item) => item });
    const answers = Promise.all([ask(4), ask(6), ask(1), ask(50), ask(2)]);
    await expect.poll(() => lots).toEqual([[4, 6], [1], [50], [2]]);
    for (const index of lots.keys()) end(index);
    expect(await answers).toEqual([8, 12, 2, 100, 4]);
  });

  test('what the work throws goes to all of the lot and to nobody else', async () => {
    const ask = batched<number, number>({ lanes: 1, patience: PATIENT, capacity: 2 }, async (items) => {
      if (items.includes(1)) throw new Error('refused');
      return items;
    });
    const answers = await Promise.allSettled([ask(1), ask(2), ask(3)]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
