/** A place where the text sought stands. */
export interface TextHit {
  /** Index of the page on the screen. */
  readonly index: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const AROUND = 16;
/** Several on one page are one place to go to; more than these nobody reads. */
const A_PAGE = 3;

/** Typeset text has no spaces that mean anything, and a line may break anywhere: both sides are compared without them. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Hits of `sought` in the squeezed text of a page, the first few. */
export function hitsOn(index: number, text: string, sought: string): readonly TextHit[] {
  const wanted = squeezed(sought).toLowerCase();
  if (wanted === '') return [];
  const lower = text.toLowerCase();
  const hits: TextHit[] = [];
  for (let at = lower.indexOf(wanted); at !== -1 && hits.length < A_PAGE; at = lower.indexOf(wanted, at + wanted.length)) {
    hits.push({ index, before: text.slice(Math.max(0, at - AROUND), at), match: text.slice(at, at + wanted.length), after: text.slice(at + wanted.length, at + wanted.length + AROUND) });
  }
  return hits;
}
