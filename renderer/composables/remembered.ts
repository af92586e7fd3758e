import { shallowRef, watch, type ShallowRef } from 'vue';

/**
 * A preference of this window (columns, widths; never data of a case), kept by the browser for as long as it keeps storage.
 * What cannot be read is the default.
 */
export function useRemembered<T>(key: string, initial: T, accepts: (value: unknown) => value is T): ShallowRef<T> {
  const value = shallowRef<T>(read(key, initial, accepts));
  watch(value, (next) => { localStorage.setItem(key, JSON.stringify(next)); });
  return value;
}

function read<T>(key: string, initial: T, accepts: (value: unknown) => value is T): T {
  const text = localStorage.getItem(key);
  if (text === null) return initial;
  try {
    const stored: unknown = JSON.parse(text);
    return accepts(stored) ? stored : initial;
  } catch {
    return initial;
  }
}
