import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { dateOf, dayNumber, weekday } from '#shared/domain/time-limit/days.ts';

/** Holidays, first and last day, as the State Council's notices for 2024, 2025 and 2026 announce them. */
const HOLIDAYS = [
  ['2024-01-01', '2024-01-01'], ['2024-02-10', '2024-02-17'], ['2024-04-04', '2024-04-06'], ['2024-05-01', '2024-05-05'], ['2024-06-10', '2024-06-10'], ['2024-09-15', '2024-09-17'], ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07'],
] as const;

/** Weekends worked in their place. */
const WORKED = [
  '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
] as const;

function weekdaysOff(): string[] {
  return HOLIDAYS.flatMap(([from, to]) => {
    const days: number[] = [];
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) days.push(day);
    return days.filter((day) => weekday(day) <= 5).map(dateOf);
  });
}

/** The calendar of the scenarios, written down from the notices and not taken from a library. */
export const CALENDAR: WorkCalendar = {
  years: [2024, 2025, 2026],
  exceptions: Object.fromEntries([...weekdaysOff().map((day) => [day, 'holiday'] as const), ...WORKED.map((day) => [day, 'workday'] as const)]),
};
