/**
 * Text of dates, times and amounts as the office writes them. Instants are ISO 8601 UTC, shown in Asia/Shanghai,
 * which has been UTC+8 without summer time since 1991; adding the offset is enough and cheap in long lists.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** `YYYY-MM-DDTHH:mm:ss.sss` of the wall clock in Shanghai. */
function wallClock(instant: string | number): string {
  return new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS).toISOString();
}

/** `2026-11-22` of an instant. */
export function dateOf(instant: string | number): string {
  return wallClock(instant).slice(0, 10);
}

/** `10:32` of an instant. */
export function clockOf(instant: string | number): string {
  return wallClock(instant).slice(11, 16);
}

/** `2026-11-22 10:32` of an instant. */
export function dateTimeOf(instant: string | number): string {
  return wallClock(instant).slice(0, 16).replace('T', ' ');
}

/** `10:32` for an instant of today, else `11-21 10:32`; with the year where it is another one. */
export function shortTimeOf(instant: string, today: string): string {
  const text = dateTimeOf(instant);
  if (text.startsWith(today)) return text.slice(11);
  return text.startsWith(today.slice(0, 4)) ? text.slice(5) : text;
}

/** Days from one date to another (`YYYY-MM-DD`); negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** `20,000.00` of integer fen. */
export function yuanOf(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${digits.slice(-2)}`;
}

/** `12,480` of a count. */
export function countOf(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `3.2 MB` of a size in bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A code in groups of four from the left, for reading aloud and comparing. */
export function groupsOf(code: string): readonly string[] {
  return code.match(/.{1,4}/gu) ?? [];
}
