import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { queryPairs } from '#shared/text/pairs.ts';
import { normaliseSearch, officerNames, searchText } from '#worker/db/repositories/case-columns.ts';
import type { State } from '#worker/state/state.ts';

/** The list of cases takes up to this many hits. */
export const SEARCH_CAP = 1000;
/** A person who types wants the newest: of more than these it is enough to know that there are more. */
export const TYPING_CAP = 50;

export interface Hits {
  /** Row ids, newest first. */
  readonly rows: readonly number[];
  /** There are more than `rows`. */
  readonly capped: boolean;
}

const HAN_RUN = /\p{Script=Han}+/gu;

/**
 * Cases in whose text the phrase stands, the newest `cap` of them. The index finds candidates by pairs of characters,
 * newest first; a phrase longer than one token is verified in the text itself, no further than asked for. Cases that wait
 * to be indexed are read, so that no hit is missed.
 */
export function findCases(state: State, text: string, cap: number): Hits {
  const phrase = normaliseSearch(text.trim());
  const tokens = queryPairs(phrase);
  if (tokens.length === 0) return { rows: [], capped: false };
  const { search } = state.cache;
  const queued = search.hasQueued();
  const exact = tokens.length === 1 && tokens[0] === phrase;
  const indexed = exact ? search.byTokens(tokens, cap + 1, queued) : search.byPhrase(tokens, phrase, cap + 1, queued);
  const tail = queued ? scanTail(state, phrase, cap + 1) : [];
  const rows = tail.length === 0 ? indexed : [...new Set([...indexed, ...tail])].sort((a, b) => a - b);
  return { rows: rows.slice(0, cap), capped: rows.length > cap };
}

/** The database skips cases without the longest Han run of the phrase (the one part that normalising leaves alone). */
function scanTail(state: State, phrase: string, limit: number): number[] {
  const fragment = (phrase.match(HAN_RUN) ?? []).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  const officers = state.reference.get().officers;
  const found: number[] = [];
  for (const { row, body } of state.cache.search.tail(fragment)) {
    const file = JSON.parse(body) as CaseFile;
    if (!searchText(file, officerNames(file, officers)).includes(phrase)) continue;
    found.push(row);
    if (found.length >= limit) break;
  }
  return found;
}
