/** One stretch of a comparison; stretches follow each other as they are read. */
export interface Difference<T> {
  readonly kind: 'same' | 'removed' | 'added';
  readonly value: T;
}

/** Above this many pairs the middle is given as removed and added whole: a person reads no finer comparison of it anyway. */
const MOST_PAIRS = 4_000_000;

/** The shortest way from one list to the other that keeps a longest common subsequence; removals stand before additions. */
export function differences<T>(before: readonly T[], after: readonly T[], same: (one: T, other: T) => boolean = Object.is): readonly Difference<T>[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && same(before[start] as T, after[start] as T)) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && same(before[before.length - 1 - end] as T, after[after.length - 1 - end] as T)) end++;
  return [
    ...after.slice(0, start).map((value) => ({ kind: 'same' as const, value })),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end), same),
    ...after.slice(after.length - end).map((value) => ({ kind: 'same' as const, value })),
  ];
}

function middle<T>(before: readonly T[], after: readonly T[], same: (one: T, other: T) => boolean): readonly Difference<T>[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST_PAIRS) {
    return [...before.map((value) => ({ kind: 'removed' as const, value })), ...after.map((value) => ({ kind: 'added' as const, value }))];
  }
  return walk(before, after, lengths(before, after, same), same);
}

/** `table[i * width + j]`: length of the longest common subsequence of what follows position i and position j. */
function lengths<T>(before: readonly T[], after: readonly T[], same: (one: T, other: T) => boolean): Uint32Array {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      table[i * width + j] = same(before[i] as T, after[j] as T) ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}

function walk<T>(before: readonly T[], after: readonly T[], table: Uint32Array, same: (one: T, other: T) => boolean): readonly Difference<T>[] {
  const width = after.length + 1;
  const found: Difference<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && same(before[i] as T, after[j] as T)) {
      found.push({ kind: 'same', value: after[j] as T });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) {
      found.push({ kind: 'removed', value: before[i++] as T });
    } else {
      found.push({ kind: 'added', value: after[j++] as T });
    }
  }
  return found;
}

/** Numbers, Latin words and `{places}` stay whole; Chinese is compared character by character. */
const TOKEN = /\{\w+\}|[0-9A-Za-z.,%-]+|./gsu;

/** Two texts, with neighbouring stretches of one kind joined. */
export function textDifferences(before: string, after: string): readonly Difference<string>[] {
  const joined: { kind: Difference<string>['kind']; value: string }[] = [];
  for (const { kind, value } of differences(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [])) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.value += value;
    else joined.push({ kind, value });
  }
  return joined;
}
