/**
 * A copy that may cross to another process: Vue's reactive proxies cannot be cloned.
 * Bytes are passed as they are; `undefined` members are left out, as JSON would.
 */
export function plain<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined).map(([key, member]) => [key, copy(member)]));
}
