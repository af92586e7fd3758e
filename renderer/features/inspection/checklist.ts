import { CHECK_RESULT_KEYS, type CheckLine, type CheckResult } from '#shared/domain/task/task.ts';

/** Keys 1–4 answer an item, in the order of the words on screen. */
export const RESULT_KEYS: readonly CheckResult[] = CHECK_RESULT_KEYS;

export function resultOfKey(key: string): CheckResult | null {
  return /^[1-9]$/u.test(key) ? RESULT_KEYS[Number(key) - 1] ?? null : null;
}

export interface Progress {
  readonly total: number;
  readonly answered: number;
  readonly counts: Readonly<Record<CheckResult, number>>;
  /** The first item nobody looked at; `null` when all were answered. */
  readonly nextId: string | null;
}

export function progressOf(lines: readonly Pick<CheckLine, 'itemId' | 'result'>[]): Progress {
  const counts: Record<CheckResult, number> = { pass: 0, fail: 0, unchecked: 0, absent: 0 };
  for (const line of lines) counts[line.result] += 1;
  return { total: lines.length, answered: lines.length - counts.unchecked, counts, nextId: lines.find((line) => line.result === 'unchecked')?.itemId ?? null };
}

/** Items of a matter stand together, in the order of the list. */
export function groupsOf(lines: readonly CheckLine[]): readonly { readonly matterCode: string; readonly lines: readonly CheckLine[] }[] {
  const codes = [...new Set(lines.map((line) => line.matterCode))];
  return codes.map((matterCode) => ({ matterCode, lines: lines.filter((line) => line.matterCode === matterCode) }));
}
