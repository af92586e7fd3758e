import { dateOf, dayNumber } from '#shared/domain/time-limit/days.ts';

/** Built-in number formats that show a date, with the East Asian ones (27–36, 50–58); ECMA-376 part 1, 18.8.30. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/** Whether a number format shows a date (with or without a time). `code`: custom format, `null` for a built-in one. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return isBuiltInDate(id);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[yd]|^m+$|e.?m/.test(bare) && !/general|0\.0|#/.test(bare);
}

const EPOCH_1900 = dayNumber('1899-12-30');
const EPOCH_1904 = dayNumber('1904-01-01');
/** Last day a workbook knows: 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * `YYYY-MM-DD` of a serial day, with ` HH:mm` where there is a time of day; `null` outside what Excel counts.
 * The 1900 system has a 29 February 1900 that never was: days before it are one off.
 */
export function dateOfSerial(serial: number, from1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL + 1) return null;
  // To the minute, because 09:30 is stored as 0.395833…
  const minutes = Math.round(serial * 1440);
  const whole = Math.floor(minutes / 1440);
  const epoch = from1904 ? EPOCH_1904 : whole < 60 ? EPOCH_1900 + 1 : EPOCH_1900;
  const rest = minutes % 1440;
  const day = dateOf(epoch + whole);
  if (rest === 0) return day;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
