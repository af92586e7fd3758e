import type { Discretion } from '../case-file/case-file.ts';
import type { Violation } from '../violation/violation.ts';
import { type FineRange, statutoryRange, tierRange } from './fine-range.ts';

/** Factors of discretion (domain notes, formula of the tiers); each is scored from 0 (least) to 100 (most grave). */
export const FACTORS = {
  scale: '违法规模（面积、造价）',
  duration: '持续时间',
  consequence: '危害后果',
  repeats: '两年内违法次数',
  cooperation: '配合调查情况',
  rectification: '改正情况',
} as const;
export type Factor = keyof typeof FACTORS;
export type FactorScores = Readonly<Partial<Record<Factor, number>>>;

/** Fines are proposed in whole hundreds of yuan. */
const STEP_FEN = 10_000;

/** The mean of the factors scored, 0–100 in whole points; `null` when none is. Scores outside 0–100 count as the nearer end. */
export function factorWeight(scores: FactorScores): number | null {
  const given = Object.values(scores).filter((score) => Number.isFinite(score)).map((score) => Math.min(100, Math.max(0, score)));
  return given.length === 0 ? null : Math.round(given.reduce((total, score) => total + score, 0) / given.length);
}

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
