import { fail, ok, type Result } from '../../contract/result.ts';
import { normaliseCode } from '../../text/normalise.ts';
import { isDate } from '../time-limit/days.ts';

/** Citizen identification number (公民身份号码), GB 11643-1999. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** First two digits: provincial regions of GB/T 2260. */
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

export interface IdNumber {
  readonly number: string;
  readonly birthDate: string;
  readonly sex: '男' | '女';
}

function refuse(message: string, details: Readonly<Record<string, unknown>> = {}): ReturnType<typeof fail> {
  return fail({ code: 'ID_NUMBER_INVALID', message, details: { path: 'party.idNumber', ...details } });
}

/** Check character of the first 17 digits. */
export function idNumberCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + Number(first17.charAt(index)) * weight, 0);
  return CHECKS.charAt(sum % 11);
}

/** Old 15-digit numbers get the century 19 and a check character; others are returned as they are. */
function widened(number: string): string {
  if (!/^\d{15}$/.test(number)) return number;
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return first17 + idNumberCheckCharacter(first17);
}

/** The number normalised with what it says, or `ID_NUMBER_INVALID`. `today`: `YYYY-MM-DD`. */
export function checkIdNumber(text: string, today: string): Result<IdNumber> {
  const number = widened(normaliseCode(text));
  if (number === '') return refuse('公民身份号码未填写，请按居民身份证填写18位号码。');
  if (!/^\d{17}[\dX]$/.test(number)) return refuse(`公民身份号码应为17位数字加1位校验码（数字或X），现在是${number.length}位，请对照身份证核对。`, { length: number.length });
  if (!REGIONS.has(number.slice(0, 2))) return refuse(`公民身份号码前两位“${number.slice(0, 2)}”不是行政区划代码，请对照身份证核对。`, { position: 1 });
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(birthDate) || birthDate < '1800-01-01' || birthDate > today) {
    return refuse(`公民身份号码第7至14位“${number.slice(6, 14)}”不是有效的出生日期，请对照身份证核对。`, { position: 7 });
  }
  const expected = idNumberCheckCharacter(number.slice(0, 17));
  if (number.charAt(17) !== expected) {
    return refuse(`公民身份号码校验不通过：第18位应为“${expected}”，现在是“${number.charAt(17)}”，请逐位对照身份证。`, { position: 18, expected });
  }
  return ok({ number, birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? '男' : '女' });
}
