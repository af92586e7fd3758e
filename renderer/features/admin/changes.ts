/** One line of a preview: what stands now, what it becomes. */
export interface ChangeLine {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Show = (key: string, value: unknown) => string;

/** What stands where nothing stood. */
export const NOTHING = '（无）';

/** The members of two bodies that differ, as the page calls and shows them. */
export function changesOf(before: object | null, after: object, labels: Readonly<Record<string, string>>, show: Show): readonly ChangeLine[] {
  const old: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(old[key]) !== JSON.stringify(value))
    .map(([key, value]) => ({ key, label: labels[key] ?? key, before: old[key] === undefined ? NOTHING : show(key, old[key]), after: show(key, value) }));
}
