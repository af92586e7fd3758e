import chineseDays from 'chinese-days';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';

/** Years whose holidays the State Council has announced and `chinese-days` carries. */
const YEARS = [2024, 2025, 2026] as const;

/**
 * The maintained calendar at the start: the exceptions to Monday–Friday of each announced year.
 * `chinese-days` answers silently by weekday for a year it does not know, so such a year is refused here.
 */
export function readCalendar(): WorkCalendar {
  const exceptions: Record<string, 'holiday' | 'workday'> = {};
  for (const year of YEARS) Object.assign(exceptions, exceptionsOf(year));
  return { years: [...YEARS], exceptions };
}

function exceptionsOf(year: number): Readonly<Record<string, 'holiday' | 'workday'>> {
  const found: Record<string, 'holiday' | 'workday'> = {};
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    const rest = chineseDays.isHoliday(date);
    if (rest && !weekend) found[date] = 'holiday';
    if (!rest && weekend) found[date] = 'workday';
  }
  // New Year's Day and National Day are never empty: none at all means that the year is unknown.
  if (!Object.values(found).includes('holiday')) throw new Error(`The holidays of ${String(year)} are not known`);
  return found;
}
