import type { WordingSet } from '#shared/domain/document/wording/wordings.ts';
import type { Texts } from './versions.ts';

const kept = new Map<WordingSet, Texts>();

/** What was typed and not yet handed in stays while the program runs, whichever page is open. */
export const unsaved = {
  get: (set: WordingSet): Texts | null => kept.get(set) ?? null,
  keep(set: WordingSet, texts: Texts): void {
    kept.set(set, texts);
  },
  forget(set: WordingSet): void {
    kept.delete(set);
  },
};
