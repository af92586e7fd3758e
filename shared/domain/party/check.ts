import type { AppError } from '../../contract/result.ts';
import { checkCreditCode } from './credit-code.ts';
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

function missing(message: string, path: string): AppError {
  return { code: 'PARTY_INVALID', message, article: '行政处罚法第五十九条', details: { path } };
}

/** The name, and codes that were given: what filing a case needs. `null` when nothing is wrong. */
export function checkPartyGiven(party: Party | null, today: string): AppError | null {
  if (party === null || party.name.trim() === '') return missing('当事人未填写，请填写与营业执照或者身份证一致的名称（姓名）。', 'party.name');
  if (party.creditCode !== '') {
    const code = checkCreditCode(party.creditCode);
    if (!code.ok) return code.error;
  }
  if (party.idNumber === '') return null;
  const number = checkIdNumber(party.idNumber, today);
  return number.ok ? null : number.error;
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
