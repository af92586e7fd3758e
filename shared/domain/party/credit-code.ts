import { fail, ok, type Result } from '../../contract/result.ts';
import { normaliseCode } from '../../text/normalise.ts';

/** Unified social credit code (统一社会信用代码), GB 32100-2015. The index of a character is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const LENGTH = 18;

/** Weights of the organisation code inside (characters 9–16; GB 11714). */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

function refuse(message: string, details: Readonly<Record<string, unknown>> = {}): ReturnType<typeof fail> {
  return fail({ code: 'CREDIT_CODE_INVALID', message, details: { path: 'party.creditCode', ...details } });
}

/** Check character of the first 17 characters; they must be of the code's alphabet. */
export function creditCodeCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + ALPHABET.indexOf(first17.charAt(index)) * weight, 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check character of an organisation code's first eight characters (GB 11714). */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + Number.parseInt(first8.charAt(index), 36) * weight, 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/**
 * The code normalised (half width, upper case, no spaces), or `CREDIT_CODE_INVALID` with what is wrong and where
 * (`details.position`, counted from 1).
 */
export function checkCreditCode(text: string): Result<string> {
  const code = normaliseCode(text);
  if (code === '') return refuse('统一社会信用代码未填写，请按营业执照填写18位代码。');
  const wrong = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (wrong >= 0) {
    return refuse(`统一社会信用代码第${wrong + 1}位“${[...code][wrong]}”不是可用字符（不使用字母I、O、S、V、Z），请对照营业执照核对。`, { position: wrong + 1 });
  }
  if (code.length !== LENGTH) return refuse(`统一社会信用代码应为18位，现在是${code.length}位，请对照营业执照核对。`, { length: code.length });
  const expected = creditCodeCheckCharacter(code.slice(0, 17));
  if (code.charAt(17) !== expected) {
    return refuse(`统一社会信用代码校验不通过：第18位应为“${expected}”，现在是“${code.charAt(17)}”，请逐位对照营业执照。`, { position: 18, expected });
  }
  return ok(code);
}

/** Whether the organisation code inside passes its own check; a failure is a warning only (domain notes §3.3). */
export function organisationCodeFits(code: string): boolean {
  return organisationCheckCharacter(code.slice(8, 16)) === code.charAt(16);
}
