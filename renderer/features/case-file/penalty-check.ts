import type { AppError } from '#shared/contract/result.ts';
import type { Discretion, Penalty } from '#shared/domain/case-file/case-file.ts';
import { FACTOR_KEYS, factorsAsked, factorWeight } from '#shared/domain/discretion/factors.ts';
import { checkFine, deviatesFromTier, formatRange, isBelowMinimum, statutoryRange, tierRange } from '#shared/domain/money/fine-range.ts';
import { suggestedFine } from '#shared/domain/money/suggestion.ts';
import type { Law } from '#shared/domain/violation/versions.ts';
import { FINE_STAGES, type FineStageKey, type Tier } from '#shared/domain/violation/violation.ts';

export interface PenaltyCheck {
  /** 法定幅度 and 裁量档 in yuan; empty while a base or tier is missing. */
  readonly statutory: string;
  readonly tier: string;
  /** The rules' refusal, or `null` when the amount stands. */
  readonly refusal: AppError | null;
  /** A written reason is there, and a collective discussion will be needed. */
  readonly needsDiscussion: boolean;
}

/** The amount against article and tier, as it is typed. */
export function checkPenalty(law: Pick<Law, 'violation' | 'refusal'> | null, discretion: Discretion, penalty: Penalty): PenaltyCheck {
  if (law === null) return { statutory: '', tier: '', refusal: null, needsDiscussion: false };
  const { violation } = law;
  const range = statutoryRange(violation, discretion.baseFen, discretion.stage);
  const tier = tierRange(violation, discretion);
  return {
    statutory: range === null ? '' : formatRange(range),
    tier: tier === null ? '' : formatRange(tier),
    refusal: law.refusal ?? (penalty.kinds.length === 0 ? null : checkFine(penalty, discretion, violation)),
    needsDiscussion: isBelowMinimum(penalty, discretion, violation) || deviatesFromTier(penalty, discretion, violation),
  };
}

/** What the formula of the channel's discretion table makes of the scores. */
export interface Proposal {
  /** Factors still to be scored. */
  readonly missing: number;
  /** The weighted mean, 0–100; `null` until every factor is scored. */
  readonly weight: number | null;
  /** `null` until tier, base and scores are there. */
  readonly fineFen: number | null;
}

/** `null` where the range chosen is not divided by a table, and there is nothing to score. */
export function proposalOf(law: Law | null, discretion: Discretion): Proposal | null {
  if (law === null || law.benchmark === null) return null;
  const { weights } = law.benchmark.table;
  const scores = discretion.scores ?? {};
  const weight = factorWeight(scores, weights);
  return {
    missing: factorsAsked(weights).filter((factor) => typeof scores[factor] !== 'number').length,
    weight,
    fineFen: weight === null || discretion.tier === null ? null : suggestedFine(law.violation, discretion, weight),
  };
}

/** A score as typed: whole points from 0 to 100; `undefined` for what is none. An emptied field is not scored. */
export function parseScore(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : undefined;
}

/** Values of the form as the rules read them. */
export function discretionOf(value: (path: string) => unknown): Discretion {
  const tier = value('discretion.tier');
  const stage = value('discretion.stage');
  return {
    tier: tier === 'light' || tier === 'normal' || tier === 'heavy' ? (tier satisfies Tier) : null,
    ...(isFineStage(stage) ? { stage } : {}),
    baseFen: numberOrNull(value('discretion.baseFen')),
    baseSource: textOf(value('discretion.baseSource')),
    factors: textOf(value('discretion.factors')),
    scores: Object.fromEntries(FACTOR_KEYS.map((factor) => [factor, numberOrNull(value(`discretion.scores.${factor}`))])),
    deviationReason: textOf(value('discretion.deviationReason')),
  };
}

export function penaltyOf(value: (path: string) => unknown): Penalty {
  const kinds = value('proposed.kinds');
  const items = value('proposed.otherItems');
  return {
    kinds: Array.isArray(kinds) ? kinds : [],
    fineFen: numberOrNull(value('proposed.fineFen')) ?? 0,
    confiscationFen: numberOrNull(value('proposed.confiscationFen')) ?? 0,
    otherItems: Array.isArray(items) ? items : [],
  };
}

function isFineStage(value: unknown): value is FineStageKey {
  return typeof value === 'string' && Object.hasOwn(FINE_STAGES, value);
}
function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
