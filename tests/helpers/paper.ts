import { type Word, words } from '../unit/worker/typesetting/poppler.ts';

/** Where text may stand on a sheet of A4, in millimetres from its left and top edge; letters and forms have the same sides. */
const SIDES = { left: 27, right: 186 } as const;
const HEIGHTS = { letter: { top: 36, bottom: 283 }, form: { top: 12, bottom: 287 } } as const;
/** Left by a value that was not there, or by a place of a wording that nobody filled. */
const SLIPS = /undefined|null|NaN|\[object|\{\w*\}|待确认/u;
/** `[2026]` in place of 〔2026〕. */
const BRACKETS = /[[【（(]20\d\d[\]】）)]第?\d/u;

/** The empty half of a full-width mark at the edge of a line hangs out, by less than half a character; its ink does not. */
const HANG = 3.2;
const OPENING = /^[（《“‘〔【「]/u;
const CLOSING = /[）》”’〕】」，。；：、？！]$/u;

function outside(word: Word, style: keyof typeof HEIGHTS): boolean {
  const { top, bottom } = HEIGHTS[style];
  const left = SIDES.left - (OPENING.test(word.text) ? HANG : 0);
  const right = SIDES.right + (CLOSING.test(word.text) ? HANG : 0);
  return word.left < left || word.right > right || word.top < top || word.bottom > bottom;
}

function pageProblems(page: readonly Word[], number: number, style: keyof typeof HEIGHTS): readonly string[] {
  const text = page.map((word) => word.text).join('');
  const stray = page.filter((word) => outside(word, style)).map((word) => `page ${number}: “${word.text}” stands outside the type area (${word.left.toFixed(0)}–${word.right.toFixed(0)} mm, ${word.top.toFixed(0)}–${word.bottom.toFixed(0)} mm)`);
  const body = page.filter((word) => word.bottom < 262);
  return [
    ...stray,
    ...(SLIPS.test(text) ? [`page ${number}: prints “${SLIPS.exec(text)?.[0] ?? ''}”`] : []),
    ...(BRACKETS.test(text) ? [`page ${number}: a year in wrong brackets`] : []),
    ...(body.length === 0 ? [`page ${number}: carries no text`] : []),
  ];
}

/** What is wrong with a PDF as printed, one sentence each. */
export function paperProblems(pdf: Uint8Array, style: keyof typeof HEIGHTS): readonly string[] {
  return words(pdf).flatMap((page, index) => pageProblems(page, index + 1, style));
}
