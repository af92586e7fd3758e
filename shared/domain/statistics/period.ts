import { addCalendarDays, addMonths, daysBetween } from '../time-limit/days.ts';

/** Both days included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Periods by name, so that a report saved in March is one of this month in April too. */
export const PERIODS = { month: '本月', 'last-month': '上月', quarter: '本季度', 'last-quarter': '上季度', year: '本年', 'last-year': '上年', custom: '自定期间' } as const;
export type PeriodKey = keyof typeof PERIODS;
export const PERIOD_KEYS = Object.keys(PERIODS) as [PeriodKey, ...PeriodKey[]];

export function monthPeriod(month: string): Period {
  const from = `${month}-01`;
  return { from, to: addCalendarDays(addMonths(from, 1), -1) };
}

/** A named period on `today`: those that are under way end today. */
export function namedPeriod(key: Exclude<PeriodKey, 'custom'>, today: string): Period {
  const quarterFrom = `${today.slice(0, 4)}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const yearFrom = `${today.slice(0, 4)}-01-01`;
  const monthFrom = `${today.slice(0, 7)}-01`;
  const before = (from: string, months: number): Period => ({ from: addMonths(from, -months), to: addCalendarDays(from, -1) });
  const periods = {
    month: () => ({ from: monthFrom, to: today }), 'last-month': () => before(monthFrom, 1),
    quarter: () => ({ from: quarterFrom, to: today }), 'last-quarter': () => before(quarterFrom, 3),
    year: () => ({ from: yearFrom, to: today }), 'last-year': () => before(yearFrom, 12),
  } as const;
  return periods[key]();
}

function isMonthEnd(day: string): boolean {
  return addCalendarDays(day, 1).endsWith('-01');
}

function monthEnd(day: string): string {
  return monthPeriod(day.slice(0, 7)).to;
}

/** Months a period touches. */
function monthsOf({ from, to }: Period): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}

/** Moves both ends by whole months; the end of a month goes to the end of a month, so that February compares with February. */
function shift({ from, to }: Period, months: number): Period {
  const moved = addMonths(to, months);
  return { from: addMonths(from, months), to: from.endsWith('-01') && isMonthEnd(to) ? monthEnd(moved) : moved };
}

/** 同比: the same days a year before; 29 February is compared with 28 February, a whole February with a whole one. */
export function lastYear(period: Period): Period {
  return shift(period, -12);
}

/**
 * 环比: of whole months as many months before; of a month under way the same days of the month before; of anything else as many
 * days directly before.
 */
export function previousPeriod(period: Period): Period {
  const months = monthsOf(period);
  if (period.from.endsWith('-01') && (isMonthEnd(period.to) || months === 1)) return shift(period, -months);
  const days = daysBetween(period.from, period.to) + 1;
  return { from: addCalendarDays(period.from, -days), to: addCalendarDays(period.from, -1) };
}

/** Month keys of a period in order, so that a month without anything stands in the table as nought. */
export function monthsIn(period: Period): readonly string[] {
  return Array.from({ length: monthsOf(period) }, (_each, index) => addMonths(`${period.from.slice(0, 7)}-01`, index).slice(0, 7));
}

/** A month of another period as the month of `period` it is compared with. */
export function matchMonth(month: string, other: Period, period: Period): string {
  return addMonths(`${month}-01`, monthsOf({ from: other.from, to: period.from }) - 1).slice(0, 7);
}

/** Longest period a report may have, in days: thirty years of records (retention, domain notes §5.5). */
const LONGEST_DAYS = 11_000;

/** What is wrong with a period, as a sentence; `null` when nothing is. */
export function periodRefusal({ from, to }: Period): string | null {
  const days = daysBetween(from, to);
  if (Number.isNaN(days)) return '统计期间不是有效的日期，请按“年-月-日”填写。';
  if (days < 0) return '统计期间的止日早于起日，请更正。';
  return days > LONGEST_DAYS ? '统计期间不能超过三十年。' : null;
}
