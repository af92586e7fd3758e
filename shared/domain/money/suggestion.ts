import type { Discretion } from '../case-file/case-file.ts';
import type { Violation } from '../violation/violation.ts';
import { type FineRange, statutoryRange, tierRange } from './fine-range.ts';

/** Fines are proposed in whole hundreds of yuan. */
const STEP_FEN = 10_000;

/**
 * The fine of the formula: the tier's floor and `weight` % of its width, to the nearest 100 yuan inside the tier and the
 * article's range; `null` without a range. In fen.
 */
export function suggestedFine(violation: Violation, discretion: Pick<Discretion, 'tier' | 'baseFen' | 'stage'>, weight: number): number | null {
  const range = tierRange(violation, discretion) ?? statutoryRange(violation, discretion.baseFen, discretion.stage);
  if (range === null || range.maxFen < range.minFen) return null;
  const share = Math.min(100, Math.max(0, Math.round(weight)));
  const exact = range.minFen + Number((BigInt(range.maxFen - range.minFen) * BigInt(share)) / 100n);
  return within(range, exact);
}

/** The nearest multiple of 100 yuan in the range, or the sum itself where the range holds none. */
function within(range: FineRange, fen: number): number {
  const [lowest, highest] = [Math.ceil(range.minFen / STEP_FEN) * STEP_FEN, Math.floor(range.maxFen / STEP_FEN) * STEP_FEN];
  if (lowest > highest) return fen;
  return Math.min(highest, Math.max(lowest, Math.round(fen / STEP_FEN) * STEP_FEN));
}
