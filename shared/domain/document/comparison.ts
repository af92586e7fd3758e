import { differences, textDifferences, type Difference } from '../../text/diff.ts';

/** A paragraph of two papers laid beside each other. */
type ComparedLine =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  /** Said in other words. */
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** Two paragraphs with at least this share of their characters in common are one that was reworded. */
const ALIKE = 0.5;

/** Paragraph by paragraph; one removed and one added in its place are shown as one that changed where they resemble each other. */
export function compareLines(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  const found: ComparedLine[] = [];
  for (const part of runsOf(differences(before, after))) found.push(...(part.kind === 'same' ? part.lines.map((text) => ({ kind: 'same' as const, text })) : paired(part.removed, part.added)));
  return found;
}

export function countChanges(lines: readonly ComparedLine[]): number {
  return lines.filter((line) => line.kind !== 'same').length;
}

type Run = { readonly kind: 'same'; readonly lines: string[] } | { readonly kind: 'other'; readonly removed: string[]; readonly added: string[] };

function runsOf(parts: readonly Difference<string>[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { kind, value } of parts) {
    const last = runs.at(-1);
    if (kind === 'same') {
      if (last?.kind === 'same') last.lines.push(value);
      else runs.push({ kind: 'same', lines: [value] });
    } else {
      const run = last?.kind === 'other' ? last : { kind: 'other' as const, removed: [], added: [] };
      if (run !== last) runs.push(run);
      run[kind].push(value);
    }
  }
  return runs;
}

/** Each removed paragraph with the first added one after the last pair that resembles it. */
function paired(removed: readonly string[], added: readonly string[]): readonly ComparedLine[] {
  const lines: ComparedLine[] = [];
  let next = 0;
  for (const before of removed) {
    const offset = added.slice(next).findIndex((after) => alike(before, after));
    if (offset === -1) {
      lines.push({ kind: 'removed', text: before });
      continue;
    }
    lines.push(...added.slice(next, next + offset).map((text) => ({ kind: 'added' as const, text })), { kind: 'changed', before, after: added[next + offset] ?? '' });
    next += offset + 1;
  }
  return [...lines, ...added.slice(next).map((text) => ({ kind: 'added' as const, text }))];
}

function alike(before: string, after: string): boolean {
  const kept = textDifferences(before, after).filter(({ kind }) => kind === 'same').reduce((sum, { value }) => sum + value.length, 0);
  return kept >= ALIKE * Math.max(before.length, after.length);
}
