import { toHalfWidth } from './normalise.ts';

/** Runs of letters and digits of any script; everything else separates. */
const RUN = /[\p{L}\p{N}]+/gu;
/** Han characters, one by one (code points, so that rare characters of extension B stay whole). */
const HAN = /\p{Script=Han}/u;

/** Splits text into Han runs and words of other letters and digits, lower-cased, half width. */
function runsOf(text: string): { readonly han: boolean; readonly characters: readonly string[] }[] {
  const runs: { han: boolean; characters: string[] }[] = [];
  for (const [match] of toHalfWidth(text).toLowerCase().matchAll(RUN)) {
    let current: { han: boolean; characters: string[] } | undefined;
    for (const character of match) {
      const han = HAN.test(character);
      if (current === undefined || current.han !== han) {
        current = { han, characters: [] };
        runs.push(current);
      }
      current.characters.push(character);
    }
  }
  return runs;
}

/** Overlapping pairs of a run's characters. */
function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/**
 * The tokens under which a text is found: single characters and overlapping pairs of Han runs, likewise of words of
 * letters and digits (so that a part of a number is found). Tokens hold only letters and digits: safe in FTS5 as they are.
 */
export function indexPairs(text: string): string {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    for (const character of run.characters) tokens.add(character);
    for (const pair of pairsOf(run.characters)) tokens.add(pair);
  }
  return [...tokens].join(' ');
}

/** Tokens that must all occur for `text` to occur; callers verify the hit itself with `instr`. Empty: nothing to search for. */
export function queryPairs(text: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    const pairs = run.characters.length === 1 ? run.characters : pairsOf(run.characters);
    for (const token of pairs) tokens.add(token);
  }
  return [...tokens];
}
