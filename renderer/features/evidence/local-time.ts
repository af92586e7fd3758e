/** Officers write local time; the record keeps the instant. Shanghai has been UTC+8 without summer time since 1991. */
export function instantOfLocal(minute: string): string {
  return new Date(`${minute}:00+08:00`).toISOString();
}

/** `YYYY-MM-DDTHH:mm` of an instant in Shanghai; empty for what is no instant. */
export function localOfInstant(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + 8 * 3_600_000).toISOString().slice(0, 16);
}
