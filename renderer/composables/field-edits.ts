import { sameValue } from '#shared/domain/case-file/merge.ts';

/** One field that two people changed at once: what the editor saw, what it became here, what it became elsewhere. */
export interface FieldConflict {
  readonly from: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface FieldChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Values by path: as last known to be stored, as shown on the screen, and what could not be merged. */
export interface FieldEdits {
  readonly base: Readonly<Record<string, unknown>>;
  readonly draft: Readonly<Record<string, unknown>>;
  readonly conflicts: Readonly<Record<string, FieldConflict>>;
}

export function startEdits(values: Readonly<Record<string, unknown>>): FieldEdits {
  return { base: values, draft: values, conflicts: {} };
}

export function editField(edits: FieldEdits, path: string, value: unknown): FieldEdits {
  return { ...edits, draft: { ...edits.draft, [path]: value } };
}

/** Changes not yet stored. Fields in conflict wait for the person. */
export function pendingChanges(edits: FieldEdits): readonly FieldChange[] {
  const paths = new Set([...Object.keys(edits.base), ...Object.keys(edits.draft)]);
  return [...paths]
    .filter((path) => !(path in edits.conflicts) && !sameValue(edits.base[path], edits.draft[path]))
    .map((path) => ({ path, from: edits.base[path] ?? null, to: edits.draft[path] ?? null }));
}

/**
 * Takes in what is stored now. A field nobody touched here follows; a field touched here stays as typed, and is a
 * conflict only if it was changed to something else elsewhere. `own` are values this form itself sent: when they come
 * back they are no one else's change.
 */
export function receiveValues(edits: FieldEdits, incoming: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>): FieldEdits {
  const draft = { ...edits.draft };
  const conflicts: Record<string, FieldConflict> = {};
  for (const path of new Set([...Object.keys(incoming), ...Object.keys(edits.base)])) {
    const merged = mergeField(edits, path, incoming[path], own);
    if (merged === 'keep') continue;
    if (merged === 'follow') draft[path] = incoming[path];
    else conflicts[path] = merged;
  }
  return { base: { ...incoming }, draft, conflicts };
}

function mergeField(edits: FieldEdits, path: string, incoming: unknown, own: Readonly<Record<string, unknown>>): 'keep' | 'follow' | FieldConflict {
  const from = edits.base[path];
  const mine = edits.draft[path];
  const old = edits.conflicts[path];
  if (sameValue(incoming, mine)) return 'keep';
  if (old !== undefined) return { ...old, mine, theirs: incoming };
  if (sameValue(from, mine)) return 'follow';
  if (sameValue(incoming, from) || (path in own && sameValue(incoming, own[path]))) return 'keep';
  return { from, mine, theirs: incoming };
}

/** Ends a conflict. `mine` stays a pending change upon their value, so that it is saved next. */
export function resolveConflict(edits: FieldEdits, path: string, side: 'mine' | 'theirs'): FieldEdits {
  const conflict = edits.conflicts[path];
  if (conflict === undefined) return edits;
  const conflicts = Object.fromEntries(Object.entries(edits.conflicts).filter(([key]) => key !== path));
  const draft = side === 'theirs' ? { ...edits.draft, [path]: conflict.theirs } : edits.draft;
  return { base: { ...edits.base, [path]: conflict.theirs }, draft, conflicts };
}
