import { fail, ok, type Result } from '../../contract/result.ts';
import { dayNumber, weekday } from './days.ts';

/** The maintained holiday calendar: exceptions to Monday–Friday, by year. */
export interface WorkCalendar {
  /** Years that were imported from the State Council's notice; counting working days beyond them is refused. */
  readonly years: readonly number[];
  /** `YYYY-MM-DD` → a holiday on a weekday, or a make-up working day on a weekend. */
  readonly exceptions: Readonly<Record<string, 'holiday' | 'workday'>>;
}

/** Exceptions by day number and the maintained years as first and last day, made once for each calendar. */
interface IndexedCalendar {
  readonly years: readonly (readonly [number, number])[];
  readonly exceptions: ReadonlyMap<number, 'holiday' | 'workday'>;
}

const indexed = new WeakMap<WorkCalendar, IndexedCalendar>();

function indexOf(calendar: WorkCalendar): IndexedCalendar {
  const known = indexed.get(calendar);
  if (known !== undefined) return known;
  const exceptions = new Map(Object.entries(calendar.exceptions).map(([date, kind]) => [dayNumber(date), kind]));
  const years = calendar.years.map((year) => [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)] as const);
  const made = { years, exceptions };
  indexed.set(calendar, made);
  return made;
}

/** Whether a day (number) is worked; `null` where its year is not maintained. */
export function worksOn(calendar: WorkCalendar, day: number): boolean | null {
  const { years, exceptions } = indexOf(calendar);
  if (!years.some(([first, last]) => first <= day && day <= last)) return null;
  const exception = exceptions.get(day);
  return exception === undefined ? weekday(day) <= 5 : exception === 'workday';
}

/** Refuses with `CALENDAR_NOT_MAINTAINED` outside the maintained years. */
export function isWorkingDay(calendar: WorkCalendar, date: string): Result<boolean> {
  const works = worksOn(calendar, dayNumber(date));
  return works === null ? notMaintained(Number(date.slice(0, 4))) : ok(works);
}

export function notMaintained(year: number): ReturnType<typeof fail> {
  return fail({
    code: 'CALENDAR_NOT_MAINTAINED',
    message: `${year}年的节假日日历未维护，不能计算工作日。请系统管理员按国务院办公厅的放假通知导入${year}年日历后再办理。`,
    details: { year },
  });
}
