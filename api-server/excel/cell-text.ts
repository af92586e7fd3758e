import type { RawCell } from './table.types.ts';

/** Excel keeps 15 digits of a number; a longer code typed as a number has lost its end. */
const EXACT_DIGITS = 15;

/** Characters nobody sees: zero-width ones, byte order marks, soft hyphens, and controls other than line breaks. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g;

/** Anything but printable ASCII, common Chinese characters and punctuation: most texts have none and are done at once. */
const UNUSUAL = /[^\u0020-\u007e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]/;

/** A text as it was meant: composed, without unseen characters, spaces at the ends and line breaks of other systems. */
export function tidyText(text: string): string {
  if (!UNUSUAL.test(text)) return text.trim();
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\r\n?/g, '\n').replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ').trim();
}

/** A number in plain decimals, as Excel shows it with all its digits. */
export function numberCell(value: number): RawCell {
  if (!Number.isFinite(value)) return { text: '', problem: '单元格里的数字无法识别，请重新填写。' };
  const text = plainDecimals(Number(value.toPrecision(EXACT_DIGITS)));
  return Math.abs(value) < 10 ** EXACT_DIGITS ? { text } : { text, problem: lostDigits(text) };
}

function plainDecimals(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

function lostDigits(text: string): string {
  return `「${text}」是以数字格式存放的长号码，Excel 只保留前 15 位，末尾已经失真。请把该列设为「文本」格式后重新填写。`;
}

/** A text that a program wrote where a long number stood, e.g. `3.20505E+17` in a CSV file that Excel saved. */
export function textCell(raw: string): RawCell {
  const text = tidyText(raw);
  return /^\d\.?\d*E\+1[5-9]$/i.test(text) ? { text, problem: lostDigits(text) } : { text };
}
