import { http } from '#renderer/bridge/http.ts';
import type { FineStatistics, SimilarCases, SimilarQuery, Spread } from '#shared/domain/review/similar.ts';
import { yuanOf } from '#renderer/ui/format.ts';

/** Asks the server, which alone knows the whole city's cases. Throws `AppFailure`. */
export function findSimilar({ violationId, tier, result, caseId }: SimilarQuery): Promise<SimilarCases> {
  return http('similarCases', { violationId, ...(tier && { tier }), ...(result && { result }), ...(caseId !== undefined && { caseId }) });
}

/** Where a fine lies among the others; `null` where there is nothing to compare with. */
export function placeOf(fineFen: number, { fineFen: spread }: FineStatistics): string | null {
  if (spread === null || fineFen <= 0) return null;
  if (fineFen < spread.min) return '低于以往最低';
  if (fineFen > spread.max) return '高于以往最高';
  if (fineFen === spread.median) return '与中位数相同';
  return fineFen < spread.median ? '在中位数以下' : '在中位数以上';
}

export function yuanSpread({ min, median, max }: Spread): Readonly<Record<keyof Spread, string>> {
  return { min: yuanOf(min), median: yuanOf(median), max: yuanOf(max) };
}

/** `1.52%` of 0.0152. */
export function shareText(share: number): string {
  return `${String(Math.round(share * 10_000) / 100)}%`;
}
