import type { CaseFile } from '../case-file/case-file.ts';
import { caseTitle } from '../case-file/case-file.ts';
import type { Channel, District } from '../organisation/organisation.ts';
import type { Stage } from '../procedure/stages.ts';
import type { Tier } from '../violation/violation.ts';

/** How a decided case ended, as far as a comparison asks. */
export const CASE_RESULTS = { fined: '罚款', other: '不罚款的处罚', unpunished: '不予处罚' } as const;
export type CaseResult = keyof typeof CASE_RESULTS;
export const CASE_RESULT_KEYS = Object.keys(CASE_RESULTS) as [CaseResult, ...CaseResult[]];

/** Cases a comparison shows: the last ones. */
export const SIMILAR_CASES = 20;

/** Stages in which a decision stands: from its making to the archive. */
const DECIDED_STAGES = ['DECIDED', 'SERVED', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'EXEC_STOP', 'CLOSE_APPR', 'CLOSED', 'ARCH'] as const satisfies readonly Stage[];

/** A decided case to compare with. Of another district's case neither number nor party is told. */
export interface Precedent {
  /** `null` where the case lies outside the reader's scope. */
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly title: string | null;
  readonly channel: Channel;
  readonly district: District;
  readonly decidedOn: string;
  readonly tier: Tier | null;
  readonly result: CaseResult;
  readonly fineFen: number;
  /** What a share or multiple was measured by; `null` where the range is fixed money. */
  readonly baseFen: number | null;
}

export interface SimilarQuery {
  readonly violationId: string;
  readonly tier?: Tier | undefined;
  readonly result?: CaseResult | undefined;
  /** The case that asks; never compared with itself. */
  readonly caseId?: string | undefined;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Over the cases listed that were fined. */
export interface FineStatistics {
  readonly count: number;
  /** Integer fen; `null` when none was fined. */
  readonly fineFen: Spread | null;
  /** Fine as a share of its base (0.015 = 1.5 %), of the cases with a base. */
  readonly share: Spread | null;
}

export interface SimilarCases {
  readonly items: readonly Precedent[];
  readonly statistics: FineStatistics;
}

export function resultOf(file: Pick<CaseFile, 'decided' | 'noPenaltyGround'>): CaseResult {
  if (file.noPenaltyGround !== undefined) return 'unpunished';
  return (file.decided?.fineFen ?? 0) > 0 ? 'fined' : 'other';
}

/** The case as a precedent; `null` where no decision stands. `open`: the reader may know whose case it is. */
export function precedentOf(file: CaseFile, open: boolean): Precedent | null {
  if (file.decidedOn === null || !(DECIDED_STAGES as readonly Stage[]).includes(file.stage)) return null;
  const result = resultOf(file);
  return {
    caseId: open ? file.id : null, caseNo: open ? file.caseNo : null, title: open ? caseTitle(file) : null, channel: file.channel, district: file.district,
    decidedOn: file.decidedOn, tier: file.discretion.tier, result, fineFen: result === 'fined' ? file.decided?.fineFen ?? 0 : 0, baseFen: file.discretion.baseFen,
  };
}

export function isSimilar(file: CaseFile, query: SimilarQuery): boolean {
  if (file.id === query.caseId || file.violationId !== query.violationId) return false;
  if (query.tier !== undefined && file.discretion.tier !== query.tier) return false;
  return query.result === undefined || resultOf(file) === query.result;
}

/** The last of the precedents with their statistics. */
export function similarCases(precedents: readonly Precedent[]): SimilarCases {
  const items = [...precedents].sort((one, other) => other.decidedOn.localeCompare(one.decidedOn)).slice(0, SIMILAR_CASES);
  return { items, statistics: fineStatistics(items) };
}

function fineStatistics(items: readonly Precedent[]): FineStatistics {
  const fined = items.filter((item) => item.result === 'fined');
  const fines = spread(fined.map((item) => item.fineFen));
  const shares = fined.flatMap((item) => (item.baseFen === null || item.baseFen <= 0 ? [] : [item.fineFen / item.baseFen]));
  return { count: items.length, fineFen: fines === null ? null : { ...fines, median: Math.round(fines.median) }, share: spread(shares) };
}

/** Of an even number of values the median is the mean of the middle two. */
function spread(values: readonly number[]): Spread | null {
  const sorted = [...values].sort((one, other) => one - other);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? min, sorted[Math.floor(sorted.length / 2)] ?? max];
  return { min, median: (low + high) / 2, max };
}
