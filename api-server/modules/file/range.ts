/** Inclusive. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The one range a `Range` header asks for: `null` for the whole file (no header, or one that is not understood, as
 * RFC 9110 wants it), `unsatisfiable` when it lies beyond the end.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from >= size || from > to ? 'unsatisfiable' : { from, to };
}
