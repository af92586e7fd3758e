import { grouped } from './grouped.ts';
import type { Stream } from './stream.ts';

/** A lot in the pot. */
export interface Lot {
  /** Positive integer; those of all lots add up to at most 2^32. */
  readonly weight: number;
  /** Lots of one owner share an allowance: when it is used up, those left are taken out of the pot. */
  readonly owner: string;
  readonly allowance: number | null;
}

/**
 * Draws `count` of the lots, or all that may be, without putting any back, each time in proportion to the weights of those
 * left: a lot is drawn next with its weight over the sum of the weights in the pot. Whole numbers throughout, so that every
 * machine draws the same. Answers indexes in the order of drawing.
 */
export function drawLots(lots: readonly Lot[], count: number, stream: Stream): readonly number[] {
  const pot = createPot(lots.map(({ weight }) => weight));
  const owners = grouped(lots.keys(), (index) => lots[index]?.owner ?? '');
  const used = new Map<string, number>();
  const drawn: number[] = [];
  while (drawn.length < count && pot.total() > 0) {
    const index = pot.ownerOf(stream.below(pot.total()));
    const lot = lots[index];
    if (lot === undefined) throw new Error('The pot is empty');
    pot.remove(index);
    drawn.push(index);
    const visits = (used.get(lot.owner) ?? 0) + 1;
    used.set(lot.owner, visits);
    if (lot.allowance !== null && visits >= lot.allowance) owners.get(lot.owner)?.forEach(pot.remove);
  }
  return drawn;
}

interface Pot {
  readonly total: () => number;
  /** The lot that owns `ticket` when the tickets of all lots lie in a row. */
  readonly ownerOf: (ticket: number) => number;
  /** Takes a lot out; one that is out already stays out. */
  readonly remove: (index: number) => void;
}

/** Sums of weights by powers of two (Fenwick tree): finding and taking out a lot takes log2(n) steps. */
function createPot(weights: readonly number[]): Pot {
  const left = Float64Array.from(weights);
  const sums = new Float64Array(weights.length + 1);
  let total = 0;
  const add = (index: number, weight: number): void => {
    total += weight;
    for (let at = index + 1; at < sums.length; at += at & -at) sums[at] = (sums[at] ?? 0) + weight;
  };
  for (const [index, weight] of weights.entries()) {
    if (!Number.isInteger(weight) || weight < 1) throw new RangeError(`weight ${String(weight)} of lot ${String(index)}`);
    add(index, weight);
  }
  const top = 2 ** Math.floor(Math.log2(Math.max(1, weights.length)));
  return {
    total: () => total,
    ownerOf: (ticket) => ownerOf(sums, ticket, top),
    remove: (index) => {
      add(index, -(left[index] ?? 0));
      left[index] = 0;
    },
  };
}

function ownerOf(sums: Float64Array, ticket: number, top: number): number {
  let [found, left] = [0, ticket];
  for (let step = top; step > 0; step /= 2) {
    const sum = sums[found + step];
    if (sum === undefined || sum > left) continue;
    found += step;
    left -= sum;
  }
  return found;
}
