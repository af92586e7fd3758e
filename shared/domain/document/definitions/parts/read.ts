import type { DocumentData } from '../../definition.ts';

/** Reading of frozen JSON data, which may come from an older version: a wrong shape reads as empty. */
export function text(data: DocumentData, key: string): string {
  const value = data[key];
  return typeof value === 'string' ? value.trim() : '';
}

export function flag(data: DocumentData, key: string): boolean {
  return data[key] === true;
}

export function strings(data: DocumentData, key: string): readonly string[] {
  return list<unknown>(data, key).filter((item): item is string => typeof item === 'string' && item.trim() !== '').map((item) => item.trim());
}

export function list<T>(data: DocumentData, key: string): readonly T[] {
  const value = data[key];
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

export function record<T extends object>(data: DocumentData, key: string): T | null {
  const value = data[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as T) : null;
}

/** Whether a value of the data counts as not filled in. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every(isEmpty);
}

/** Strikes an empty blank (documents §2.2: blanks struck with ／ or 无). */
export function struck(value: string): string {
  return value.trim() === '' ? '／' : value.trim();
}

export function orNone(value: string): string {
  return value.trim() === '' ? '无' : value.trim();
}

/** Ends a sentence that an officer typed without a full stop. */
export function sentence(value: string): string {
  const trimmed = value.trim();
  return trimmed === '' || /[。！？；：…」』”]$/u.test(trimmed) ? trimmed : `${trimmed}。`;
}

/** The same without its full stop, to stand inside a longer sentence. */
export function clause(value: string): string {
  return value.trim().replace(/[。；，、]+$/u, '');
}
