import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { worksOn } from '#shared/domain/time-limit/calendar.ts';
import { dateOf, dayNumber } from '#shared/domain/time-limit/days.ts';

/** The working days of the maintained calendar, numbered, so that histories are laid out by adding. */
export interface WorkDays {
  /** Number of the last working day up to `date`. */
  readonly indexOf: (date: string) => number;
  readonly dateAt: (index: number) => string;
}

export function createWorkDays(calendar: WorkCalendar): WorkDays {
  const first = dayNumber(`${String(Math.min(...calendar.years))}-01-01`);
  const last = dayNumber(`${String(Math.max(...calendar.years))}-12-31`);
  const days: string[] = [];
  const numbers: number[] = [];
  for (let day = first; day <= last; day += 1) {
    if (worksOn(calendar, day) === true) days.push(dateOf(day));
    numbers.push(days.length - 1);
  }
  return {
    indexOf: (date) => {
      const index = numbers[dayNumber(date) - first];
      if (index === undefined || index < 0) throw new Error(`${date} lies outside the maintained calendar`);
      return index;
    },
    dateAt: (index) => {
      const date = days[index];
      if (date === undefined) throw new Error('A history reaches beyond the maintained calendar');
      return date;
    },
  };
}
