import { keyOf, type Target, type Texts } from './versions.ts';

const kept = new Map<string, Texts>();

/** What was typed and not yet handed in stays while the program runs, whichever page is open. */
export const unsaved = {
  get: (target: Target): Texts | null => kept.get(keyOf(target)) ?? null,
  keep(target: Target, texts: Texts): void {
    kept.set(keyOf(target), texts);
  },
  forget(target: Target): void {
    kept.delete(keyOf(target));
  },
};
