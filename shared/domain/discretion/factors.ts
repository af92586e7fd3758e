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
export const FACTOR_KEYS = Object.keys(FACTORS) as [Factor, ...Factor[]];

/** What the scores 0, 50 and 100 of a factor mean in words. */
export const FACTOR_WORDS: Readonly<Record<Factor, readonly [string, string, string]>> = {
  scale: ['较小', '一般', '较大'],
  duration: ['较短', '一般', '较长'],
  consequence: ['较轻', '一般', '较重'],
  repeats: ['首次', '再次', '多次'],
  cooperation: ['积极配合', '一般', '不配合'],
  rectification: ['已改正', '部分改正', '未改正'],
};

/** Scores of a case; absent or `null`: not scored yet. */
export type FactorScores = Readonly<Partial<Record<Factor, number | null>>>;
/** What each factor counts for; any unit, as only their proportion matters. Absent or 0: not asked. */
export type FactorWeights = Readonly<Partial<Record<Factor, number>>>;

export function factorsAsked(weights: FactorWeights): readonly Factor[] {
  return FACTOR_KEYS.filter((factor) => (weights[factor] ?? 0) > 0);
}

/** Share of a factor in all that are asked, in % to one decimal. */
export function weightShare(weights: FactorWeights, factor: Factor): number {
  const total = factorsAsked(weights).reduce((sum, each) => sum + (weights[each] ?? 0), 0);
  return Math.round(((weights[factor] ?? 0) / total) * 1000) / 10;
}

/** The nearest of the three words of a factor. */
export function scoreWord(factor: Factor, score: number): string {
  const [least, middle, most] = FACTOR_WORDS[factor];
  return score < 34 ? least : score < 67 ? middle : most;
}

/** The weighted mean of the factors asked, 0–100 in whole points; `null` while one of them is not scored, or none is asked. */
export function factorWeight(scores: FactorScores, weights: FactorWeights): number | null {
  const asked = factorsAsked(weights);
  if (asked.length === 0 || asked.some((factor) => typeof scores[factor] !== 'number')) return null;
  const total = asked.reduce((sum, factor) => sum + (weights[factor] ?? 0), 0);
  return Math.round(asked.reduce((sum, factor) => sum + (weights[factor] ?? 0) * (scores[factor] ?? 0), 0) / total);
}
