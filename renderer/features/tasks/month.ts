import type { TaskListItem } from '#shared/contract/task-views.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { worksOn } from '#shared/domain/time-limit/calendar.ts';
import { addCalendarDays, addMonths, dateOf, dayNumber, weekday } from '#shared/domain/time-limit/days.ts';
import { dueOf } from './item.ts';

export interface MonthEntry {
  readonly item: TaskListItem;
  /** A visit planned for the day, or the day the task or its order is due. */
  readonly kind: 'visit' | 'due';
}

export interface MonthDay {
  readonly date: string;
  readonly inMonth: boolean;
  readonly rest: boolean;
  readonly entries: readonly MonthEntry[];
}

/** First and last day shown: whole weeks from Monday to Sunday around the month. */
export function monthRange(month: string): { readonly from: string; readonly to: string } {
  const first = `${month}-01`;
  const last = addCalendarDays(addMonths(first, 1), -1);
  return { from: addCalendarDays(first, 1 - weekday(dayNumber(first))), to: addCalendarDays(last, 7 - weekday(dayNumber(last))) };
}

export function shiftMonth(month: string, by: number): string {
  return addMonths(`${month}-01`, by).slice(0, 7);
}

/** The month as weeks of days; visits before what is due. Without a calendar, weekends are the days of rest. */
export function monthDays(month: string, items: readonly TaskListItem[], calendar: WorkCalendar | null): readonly MonthDay[] {
  const { from, to } = monthRange(month);
  const entries = entriesByDay(items);
  const days: MonthDay[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const date = dateOf(day);
    const works = (calendar === null ? null : worksOn(calendar, day)) ?? weekday(day) <= 5;
    days.push({ date, inMonth: date.startsWith(month), rest: !works, entries: entries.get(date) ?? [] });
  }
  return days;
}

function entriesByDay(items: readonly TaskListItem[]): ReadonlyMap<string, readonly MonthEntry[]> {
  const found = new Map<string, MonthEntry[]>();
  const put = (day: string, entry: MonthEntry): void => { found.set(day, [...(found.get(day) ?? []), entry]); };
  for (const item of items) if (item.plannedOn !== null && item.state !== 'cancelled') put(item.plannedOn, { item, kind: 'visit' });
  for (const item of items) {
    const due = dueOf(item);
    if (due !== null) put(due.on, { item, kind: 'due' });
  }
  return found;
}
