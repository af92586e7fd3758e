import type { Officer, Role } from '../officer/officer.ts';
import { MEASURE_KEYS, type MeasureKey, measureOf } from './measures.ts';
import { monthPeriod } from './period.ts';
import type { ReportLine } from './report.ts';

/** Who answers for what is reported. */
const REPORTING_ROLES = ['leader', 'bureau-head', 'admin'] as const satisfies readonly Role[];

export function mayReport(officer: Pick<Officer, 'roles'>): boolean {
  return REPORTING_ROLES.some((role) => officer.roles.includes(role));
}

/** What a monthly report holds: every figure, over all and by district and by channel. */
export const SNAPSHOT_GROUPS = ['district', 'channel'] as const;
export const SNAPSHOT_MEASURES: readonly MeasureKey[] = MEASURE_KEYS;

/** A figure as it was defined when it was reported, so that an old report can be read for ever. */
export interface FrozenMeasure {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly unit: string;
  readonly per: string;
}

export interface SnapshotFigures {
  readonly measures: readonly FrozenMeasure[];
  readonly total: ReportLine;
  readonly district: readonly ReportLine[];
  readonly channel: readonly ReportLine[];
}

/** Why a month cannot be reported yet; `null` when it can. */
export function monthRefusal(month: string, today: string): string | null {
  if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(month)) return '月份无效，请按“年-月”填写，例如 2026-10。';
  const { to } = monthPeriod(month);
  return to < today ? null : `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月还没有结束，请在月末以后生成月报。`;
}

/** A figure that changed since it was reported. */
export interface Changed {
  readonly measure: MeasureKey;
  readonly reported: number | null;
  readonly now: number | null;
}

/** What differs between reported and now, of the figures both know; what only stands today is no difference. */
export function changes(frozen: readonly FrozenMeasure[], reported: readonly (number | null)[], now: readonly (number | null)[]): readonly Changed[] {
  return frozen.flatMap(({ key }, index) => {
    const place = SNAPSHOT_MEASURES.findIndex((each) => each === key);
    const measure = SNAPSHOT_MEASURES[place];
    if (measure === undefined || measureOf(measure).kind === 'now') return [];
    const pair = { measure, reported: reported[index] ?? null, now: now[place] ?? null };
    return pair.reported === pair.now ? [] : [pair];
  });
}
