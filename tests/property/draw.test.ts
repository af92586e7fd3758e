import { describe, expect, test } from 'vitest';
import { assignPairs } from '#shared/domain/draw/assign.ts';
import { sha256Text } from '#shared/domain/draw/hashing.ts';
import { mayLead, poolOfficer } from '#shared/domain/draw/pool.ts';
import { drawLots } from '#shared/domain/draw/select.ts';
import { createStream } from '#shared/domain/draw/stream.ts';
import { listedObject, listedOfficer } from '#tests/helpers/draws.ts';

/**
 * Whether the draw is even, by Pearson's chi-square against what is expected. The seeds are fixed, so that a run never fails
 * by chance; the bounds are those a fair draw passes in 999 of 1000 runs (tables of the chi-square distribution).
 */
const BOUND_0001: Readonly<Record<number, number>> = { 3: 16.27, 9: 27.88, 19: 43.82, 39: 72.05, 49: 85.35 };

function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, index) => sum + (count - (expected[index] ?? 0)) ** 2 / (expected[index] ?? 1), 0);
}

function seed(run: number): string {
  return sha256Text(`uniformity ${String(run)}`);
}

function lot(weight: number, owner: number) {
  return { weight, owner: String(owner), allowance: null };
}

describe('the draw is even', { timeout: 60_000 }, () => {
  test('numbers below a bound that is no power of two', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    const stream = createStream(seed(0));
    for (let run = 0; run < 100_000; run += 1) counts[stream.below(10)]! += 1;
    expect(chiSquare(counts, counts.map(() => 10_000))).toBeLessThan(BOUND_0001[9]!);
  });

  test('objects of one class are drawn alike: 10 of 50 in 4,000 draws', () => {
    const counts = Array.from({ length: 50 }, () => 0);
    const [stream, lots] = [createStream(seed(1)), counts.map((_, owner) => lot(100, owner))];
    for (let run = 0; run < 4000; run += 1) {
      for (const index of drawLots(lots, 10, stream)) counts[index]! += 1;
    }
    // Without replacement the statistic shrinks by (50-10)/(50-1).
    expect(chiSquare(counts, counts.map(() => 800)) * (49 / 40)).toBeLessThan(BOUND_0001[49]!);
  });

  test('the first one is drawn in proportion to its class: A 0.5, B 1, C 1.5, D 2', () => {
    const weights = [50, 100, 150, 200];
    const counts = [0, 0, 0, 0];
    // A seed of its own for each, as every draw has.
    for (let run = 0; run < 4000; run += 1) counts[drawLots(weights.map(lot), 1, createStream(seed(run)))[0] ?? 0]! += 1;
    expect(chiSquare(counts, [400, 800, 1200, 1600])).toBeLessThan(BOUND_0001[3]!);
  });

  test('the second one in proportion to what is left', () => {
    const weights = [50, 100, 150, 200];
    const counts = [0, 0, 0, 0];
    const stream = createStream(seed(2));
    for (let run = 0; run < 8000; run += 1) counts[drawLots(weights.map(lot), 2, stream)[1] ?? 0]! += 1;
    const expected = weights.map((own, index) => 8000 * weights.reduce((sum, first, other) => (other === index ? sum : sum + (first / 500) * (own / (500 - first))), 0));
    expect(chiSquare(counts, expected)).toBeLessThan(BOUND_0001[3]!);
  });

  test('pairs of officers are alike: 20 officers, one object, 8,000 draws', () => {
    const officers = Array.from({ length: 20 }, (_, index) => poolOfficer(listedOfficer(index)));
    const [leaders, seconds] = [new Map<string, number>(), new Map<string, number>()];
    const stream = createStream(seed(3));
    for (let run = 0; run < 8000; run += 1) {
      const [[leader, second] = ['', '']] = assignPairs([listed(0)], officers, 'JC', [], stream);
      leaders.set(leader, (leaders.get(leader) ?? 0) + 1);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    expect(officers.every((officer) => mayLead(officer, 'JC'))).toBe(true);
    for (const counts of [leaders, seconds]) expect(chiSquare([...counts.values()], officers.map(() => 400))).toBeLessThan(BOUND_0001[19]!);
  });
});

function listed(number: number) {
  return { ...listedObject(number), allowance: null };
}
