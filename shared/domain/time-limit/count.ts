import { ok, type Result } from '../../contract/result.ts';
import { notMaintained, worksOn, type WorkCalendar } from './calendar.ts';
import { dateOf, dayNumber } from './days.ts';

export { addCalendarDays, addMonths, daysBetween } from './days.ts';

/** Days by which a term stood still, e.g. a suspension; `to` is open while it lasts. */
export interface Exclusion {
  readonly from: string;
  readonly to: string | null;
}

/**
 * The last day of a term of `days` working days, the start day not counted (Administrative Penalty Law, art. 85).
 * Refuses with `CALENDAR_NOT_MAINTAINED` where a day of the term lies outside the maintained years.
 */
export function addWorkingDays(calendar: WorkCalendar, start: string, days: number): Result<string> {
  let day = dayNumber(start);
  for (let left = days; left > 0; ) {
    day += 1;
    const works = worksOn(calendar, day);
    if (works === null) return notMaintained(Number(dateOf(day).slice(0, 4)));
    if (works) left -= 1;
  }
  return ok(dateOf(day));
}

/** The last day that lies at least `days` working days before `date`, itself a working day. Refuses like `addWorkingDays`. */
export function subtractWorkingDays(calendar: WorkCalendar, date: string, days: number): Result<string> {
  let day = dayNumber(date);
  for (let left = days; left > 0; ) {
    day -= 1;
    const works = worksOn(calendar, day);
    if (works === null) return notMaintained(Number(dateOf(day).slice(0, 4)));
    if (works) left -= 1;
  }
  return ok(dateOf(day));
}

/** The date itself, or the next working day where it is a rest day or holiday. */
export function rollForward(calendar: WorkCalendar, date: string): Result<string> {
  let day = dayNumber(date);
  for (;;) {
    const works = worksOn(calendar, day);
    if (works === null) return notMaintained(Number(dateOf(day).slice(0, 4)));
    if (works) return ok(dateOf(day));
    day += 1;
  }
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): Result<number> {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const sign = end >= start ? 1 : -1;
  let count = 0;
  for (let day = Math.min(start, end) + 1; day <= Math.max(start, end); day += 1) {
    const works = worksOn(calendar, day);
    if (works === null) return notMaintained(Number(dateOf(day).slice(0, 4)));
    if (works) count += 1;
  }
  return ok(count === 0 ? 0 : sign * count);
}

/** Days not counted because a term stood still, an open exclusion up to `today`; overlapping ones count once. */
export function excludedDays(exclusions: readonly Exclusion[], today: string): number {
  const spans = exclusions
    .map((exclusion) => [dayNumber(exclusion.from), dayNumber(exclusion.to ?? today)] as const)
    .sort((left, right) => left[0] - right[0]);
  let [total, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of spans) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

/**
 * Days by which a term of `amount` days from `start` stood still until `until`. What begins after the term has ended
 * cannot revive it, what lies before its start never counted, and overlapping ones count once.
 */
export function standstill(exclusions: readonly Exclusion[], start: string, amount: number, until: string): number {
  const first = dayNumber(start);
  const spans = exclusions
    .map((exclusion) => [Math.max(first, dayNumber(exclusion.from)), Math.min(dayNumber(exclusion.to ?? until), dayNumber(until))] as const)
    .sort((left, right) => left[0] - right[0]);
  let [total, reached] = [0, first];
  for (const [from, to] of spans) {
    if (from > first + amount + total) break;
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}
