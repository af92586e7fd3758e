import { expect, it } from 'vitest';
import { createRestartLimit } from '#main/worker-host/restart-limit.ts';

it('gives up on what crashes again and again, and forgets crashes of long ago', () => {
  let now = 0;
  const limit = createRestartLimit({ crashes: 2, withinMs: 1000, now: () => now });
  expect([limit.crashed(), limit.crashed(), limit.crashed()]).toEqual([true, true, false]);
  now = 5000;
  expect(limit.crashed()).toBe(true);
  limit.reset();
  expect([limit.crashed(), limit.crashed()]).toEqual([true, true]);
});
