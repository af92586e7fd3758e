import { chineseDate } from '../../../time-limit/days.ts';

/** `2026年11月22日`, or nothing for a date that is not there. */
export function longDate(date: string): string {
  return /^\d{4}-\d{2}-\d{2}/u.test(date) ? chineseDate(date) : '';
}

/** `YYYY-MM-DDTHH:mm` → `2026年3月9日9时05分`: 24 hours, to the minute. */
export function longMinute(minute: string): string {
  const match = /^\d{4}-\d{2}-\d{2}T(\d{2}):(\d{2})/u.exec(minute);
  return match === null ? '' : `${chineseDate(minute)}${Number(match[1])}时${match[2]}分`;
}

/** `2026年3月9日9时05分至10时20分`; the day is repeated only when it changes. */
export function minuteRange(from: string, to: string): string {
  const [start, end] = [longMinute(from), longMinute(to)];
  if (start === '' || end === '') return start === '' ? end : `${start}至`;
  return `${start}至${from.slice(0, 10) === to.slice(0, 10) ? end.slice(end.indexOf('日') + 1) : end}`;
}

/** Full years of age on `date` (法律上的周岁). */
export function ageOn(birthDate: string, date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(birthDate)) return '';
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return String(date.slice(5) < birthDate.slice(5) ? years - 1 : years);
}
