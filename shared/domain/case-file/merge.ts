/** One field of an edit: where, what the editor saw, what it becomes. */
export interface Change {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** JSON has no `undefined`: an absent value and `null` are the same to an edit. */
function plain(value: unknown): unknown {
  return value === undefined ? null : value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Deep equality of JSON values; key order does not count, absent equals `null`. */
export function sameValue(left: unknown, right: unknown): boolean {
  const [one, other] = [plain(left), plain(right)];
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => sameValue(one[key], other[key]));
}

/** What a change does to the value that stands: takes effect, is already there, or meets another's edit. */
export function mergeValue(current: unknown, change: Pick<Change, 'from' | 'to'>): 'apply' | 'done' | 'conflict' {
  if (sameValue(current, change.to)) return 'done';
  return sameValue(current, change.from) ? 'apply' : 'conflict';
}

/** An edit of a whole object as edits of the members that differ, so that edits of different members merge. */
export function splitObjectChange(change: Change): readonly Change[] {
  if (!isRecord(change.from) || !isRecord(change.to)) return [change];
  const { from, to } = change;
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => !sameValue(from[key], to[key]))
    .map((key) => ({ path: `${change.path}.${key}`, from: plain(from[key]), to: plain(to[key]) }));
}
