/** Days as integers (days since 1970-01-01), so that counting never meets a clock or a time zone. */

/** Milliseconds of a day in UTC. */
const DAY = 86_400_000;

/** Day number of `YYYY-MM-DD`; `NaN` where the text names no real day. */
export function dayNumber(date: string): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  const real = date.length === 10 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return real ? time / DAY : Number.NaN;
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text));
}

/** Whether a text is a real local minute, `YYYY-MM-DDTHH:mm`. */
export function isMinute(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, 10));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** `days` calendar days after `date`, the start day not counted. */
export function addCalendarDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** The same day `months` later; where that month has no such day, its last day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `2026年11月22日`. */
export function chineseDate(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `2026年11月22日9时05分` of a local minute. */
export function chineseMinute(minute: string): string {
  return `${chineseDate(minute)}${String(Number(minute.slice(11, 13)))}时${minute.slice(14, 16)}分`;
}

/** Local minute in Asia/Shanghai (UTC+8, without summer time) of an ISO instant, `YYYY-MM-DDTHH:mm`. */
export function shanghaiMinute(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}

/** Day in Asia/Shanghai of an ISO instant. */
export function shanghaiDay(instant: string): string {
  return shanghaiMinute(instant).slice(0, 10);
}
