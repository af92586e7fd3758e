import { dateOf, dayNumber, weekday } from '#shared/domain/time-limit/days.ts';

export interface GridDay {
  readonly date: string;
  readonly day: number;
  /** `rest`: a usual weekend; `holiday`, `workday`: as the notice says; `plain`: worked. */
  readonly kind: 'plain' | 'rest' | 'holiday' | 'workday';
  readonly name: string;
}

export interface GridMonth {
  readonly month: number;
  /** Empty cells before the first, Monday being the first day of the week. */
  readonly before: number;
  readonly days: readonly GridDay[];
}

/** The twelve months of a year, each day as it is worked or not. */
export function monthsOf(year: number, announced: readonly { readonly date: string; readonly type: 'holiday' | 'workday'; readonly name: string }[]): readonly GridMonth[] {
  const known = new Map(announced.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_each, index) => {
    const month = index + 1;
    const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
    const next = month === 12 ? dayNumber(`${year + 1}-01-01`) : dayNumber(`${year}-${String(month + 1).padStart(2, '0')}-01`);
    const days = Array.from({ length: next - first }, (_day, offset) => gridDay(first + offset, known.get(dateOf(first + offset))));
    return { month, before: weekday(first) - 1, days };
  });
}

function gridDay(number: number, announced: { readonly type: 'holiday' | 'workday'; readonly name: string } | undefined): GridDay {
  const date = dateOf(number);
  return { date, day: Number(date.slice(8)), kind: announced?.type ?? (weekday(number) > 5 ? 'rest' : 'plain'), name: announced?.name ?? '' };
}
