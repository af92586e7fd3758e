import type { WorkCalendar } from './calendar.ts';
import { worksOn } from './calendar.ts';
import { chineseDate, dateOf, dayNumber } from './days.ts';

/** Fewer working days left than this and the administrator is warned: the notice comes out in November. */
export const CALENDAR_WARNING_DAYS = 60;

export interface CalendarWarning {
  /** Last day that can be counted without a gap; `null` where today's year itself is missing. */
  readonly lastOn: string | null;
  /** Working days after today up to and including `lastOn`. */
  readonly workingDaysLeft: number;
  readonly message: string;
}

/** A warning when fewer than 60 working days remain in the maintained years without a gap; `null` while there are enough. */
export function calendarWarning(calendar: WorkCalendar, today: string): CalendarWarning | null {
  const first = dayNumber(today);
  if (worksOn(calendar, first) === null) return { lastOn: null, workingDaysLeft: 0, message: `${today.slice(0, 4)}年的节假日日历未维护，期限无法按工作日计算。请立即导入${today.slice(0, 4)}年日历。` };
  let [day, left] = [first + 1, 0];
  for (let works = worksOn(calendar, day); works !== null; works = worksOn(calendar, day)) {
    if (works) left += 1;
    if (left >= CALENDAR_WARNING_DAYS) return null;
    day += 1;
  }
  const [lastOn, year] = [dateOf(day - 1), dateOf(day).slice(0, 4)];
  return { lastOn, workingDaysLeft: left, message: `节假日日历只维护到${chineseDate(lastOn)}，今天之后只剩${left}个工作日可以计算。请按国务院办公厅的放假通知导入${year}年日历。` };
}
