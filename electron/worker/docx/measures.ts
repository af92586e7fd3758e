import type { FontRole, TypesetInput } from '#shared/domain/document/blocks.ts';

/** Twentieths of a point, the unit of Word. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

export function points(value: number): number {
  return Math.round(value * 20);
}

/** Width of the text area of both styles, in twips. */
export const TEXT_WIDTH = twips(156);

/** Names of the typefaces as Windows carries them; Word puts its own in place of one that is missing. */
const FACES: Readonly<Record<FontRole, string>> = { title: '方正小标宋简体', fangsong: '仿宋', song: '宋体', kai: '楷体', hei: '黑体' };

export function face(role: FontRole): { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string; readonly cs: string } {
  const name = FACES[role];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** Sizes in half points, line pitch in twips: the same as those of the PDF (domain notes §2.5). */
export interface Body {
  readonly size: number;
  readonly pitch: number;
  /** The first line of a paragraph goes in by two characters. */
  readonly indent: number;
  /** Size of what stands in a list. */
  readonly small: number;
  readonly style: TypesetInput['style'];
}

export const LETTER: Body = { size: 32, pitch: points(28.95), indent: points(32), small: 24, style: 'letter' };
export const FORM: Body = { size: 28, pitch: points(25), indent: points(28), small: 24, style: 'form' };
/** Inside the cells of a form. */
export const CELL = { size: 24, pitch: points(18), indent: 0, small: 21 } as const;

/** Margins of the sheet in twips. */
export const MARGINS = {
  letter: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), footer: twips(24) },
  form: { top: twips(25), bottom: twips(25), left: twips(28), right: twips(26), footer: twips(12) },
  record: { top: twips(25), bottom: twips(38), left: twips(28), right: twips(26), footer: twips(12) },
} as const;

/** Width of a line of text in half characters, to centre the authority on the date. */
export function halfCharacters(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[!-~]/u.test(character) ? 1 : 2), 0);
}
