import type { AppError } from '../../contract/result.ts';
import { checkCreditCode } from './credit-code.ts';
import { addMonths, chineseDate } from '../time-limit/days.ts';
import { checkIdNumber } from './id-number.ts';
import type { Party } from './party.ts';

/** A party nothing is known of yet. */
export const EMPTY_PARTY: Party = {
  kind: 'unit',
  name: '',
  creditCode: '',
  representative: '',
  representativePost: '',
  idNumber: '',
  sex: '',
  birthDate: '',
  address: '',
  phone: '',
  workplace: '',
};

/** A decision names the party (Administrative Penalty Law, art. 59). */
const IDENTITY = '行政处罚法第五十九条';

function missing(message: string, path: string): AppError {
  return { code: 'PARTY_INVALID', message, article: IDENTITY, details: { path } };
}

/** The name, and codes that were given: what filing a case needs. `null` when nothing is wrong. */
export function checkPartyGiven(party: Party | null, today: string): AppError | null {
  if (party === null || party.name.trim() === '') return missing('当事人未填写，请填写与营业执照或者身份证一致的名称（姓名）。', 'party.name');
  if (party.creditCode !== '') {
    const code = checkCreditCode(party.creditCode);
    if (!code.ok) return { ...code.error, article: IDENTITY };
  }
  if (party.idNumber === '') return null;
  const number = checkIdNumber(party.idNumber, today);
  return number.ok ? null : { ...number.error, article: IDENTITY };
}

/** Everything a notice or decision prints of the party. `null` when nothing is wrong. */
export function checkPartyComplete(party: Party | null, today: string): AppError | null {
  const given = checkPartyGiven(party, today);
  if (given !== null || party === null) return given;
  if (party.kind !== 'person' && party.creditCode === '') return missing('当事人的统一社会信用代码未填写，请按营业执照填写。', 'party.creditCode');
  if (party.kind === 'person' && party.idNumber === '') return missing('当事人的公民身份号码未填写，请按居民身份证填写。', 'party.idNumber');
  if (party.kind !== 'person' && party.representative.trim() === '') {
    return missing(party.kind === 'unit' ? '法定代表人（负责人）未填写。' : '个体工商户的经营者未填写。', 'party.representative');
  }
  return party.address.trim() === '' ? missing('当事人的住所（住址）未填写，告知书和决定书须载明。', 'party.address') : null;
}

/** Below this age no penalty is given (Administrative Penalty Law, art. 30). */
const AGE_OF_PENALTY = 14;

/** From fourteen to this age a penalty shall be lighter or below the minimum (art. 30). */
const FULL_AGE = 18;

/** Whether a person was between fourteen and eighteen on the day of the act, by the identity number. */
export function isMinor(party: Party | null, actOn: string | null, today: string): boolean {
  if (party?.kind !== 'person' || actOn === null) return false;
  const number = checkIdNumber(party.idNumber, today);
  return number.ok && actOn < addMonths(number.value.birthDate, FULL_AGE * 12);
}

/** Whether a person was old enough on the day of the act, and sex and birth are those of his number. `null` when nothing is wrong. */
export function checkCapacity(party: Party | null, actOn: string | null, today: string): AppError | null {
  if (party?.kind !== 'person') return null;
  const number = checkIdNumber(party.idNumber, today);
  if (!number.ok) return null;
  const { birthDate, sex } = number.value;
  if (party.birthDate !== '' && party.birthDate !== birthDate) return missing(`出生日期与公民身份号码（${chineseDate(birthDate)}）不一致，请对照身份证核对。`, 'party.birthDate');
  if (party.sex !== '' && party.sex !== sex) return missing(`性别与公民身份号码（${sex}）不一致，请对照身份证核对。`, 'party.sex');
  if (actOn === null || actOn >= addMonths(birthDate, AGE_OF_PENALTY * 12)) return null;
  return { code: 'PARTY_INVALID', message: '当事人在违法行为发生时不满十四周岁，不予行政处罚，责令监护人加以管教。', article: '行政处罚法第三十条', details: { path: 'party.birthDate' } };
}
