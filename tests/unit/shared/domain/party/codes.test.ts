import { describe, expect, it } from 'vitest';
import { checkCreditCode, creditCodeCheckCharacter, organisationCodeFits } from '#shared/domain/party/credit-code.ts';
import { checkIdNumber, idNumberCheckCharacter } from '#shared/domain/party/id-number.ts';

/** Vectors of the domain notes §3.3; the demo ones are synthetic. */
const CODES = ['91230500MA1B3N1N2M', '91320105780688132K', '11230500001755309F', '91110000802100433B', '91440300708461136T', '91320508MA1TEXT06X', '91320583MA2ABCD13A', '1132050001415000X0'];
const NUMBERS = ['11010519491231002X', '440524188001010014', '320508199001011232', '320583198512120049', '320585200002290016'];

describe('统一社会信用代码 (GB 32100-2015)', () => {
  it.each(CODES)('%s passes', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
    expect(creditCodeCheckCharacter(code.slice(0, 17))).toBe(code.charAt(17));
  });

  it('finds every single changed character', () => {
    for (const [index] of [...'91320508MA1TEXT06X'].entries()) {
      const code = [...'91320508MA1TEXT06X'];
      code[index] = code[index] === '1' ? '2' : '1';
      expect(checkCreditCode(code.join(''))).toMatchObject({ ok: false, error: { code: 'CREDIT_CODE_INVALID' } });
    }
  });

  it('normalises width, case and spaces', () => {
    expect(checkCreditCode(' ９1320508ma1text06x ')).toEqual({ ok: true, value: '91320508MA1TEXT06X' });
  });

  it('says which character is wrong, how many there are, and what the check should be', () => {
    expect(checkCreditCode('9132O508MA1TEXT06X')).toMatchObject({ error: { details: { position: 5 }, message: expect.stringContaining('第5位“O”') } });
    expect(checkCreditCode('91320508MA1TEXT06')).toMatchObject({ error: { message: expect.stringContaining('现在是17位') } });
    expect(checkCreditCode('91320508MA1TEXT060')).toMatchObject({ error: { details: { position: 18, expected: 'X' } } });
    expect(checkCreditCode('')).toMatchObject({ error: { message: expect.stringContaining('未填写') } });
  });

  it('checks the organisation code inside (a warning only)', () => {
    expect(CODES.slice(0, 5).map(organisationCodeFits)).toEqual([true, true, true, true, true]);
  });
});

describe('公民身份号码 (GB 11643-1999)', () => {
  it.each(NUMBERS)('%s passes', (number) => {
    expect(checkIdNumber(number, '2026-03-01')).toMatchObject({ ok: true, value: { number } });
    expect(idNumberCheckCharacter(number.slice(0, 17))).toBe(number.charAt(17));
  });

  it('reads birth date and sex, and widens an old number of 15 digits', () => {
    expect(checkIdNumber('320508199001011232', '2026-03-01')).toEqual({ ok: true, value: { number: '320508199001011232', birthDate: '1990-01-01', sex: '男' } });
    expect(checkIdNumber('110105491231002', '2026-03-01')).toMatchObject({ value: { number: '11010519491231002X', sex: '女' } });
    expect(checkIdNumber('11010519491231002ｘ', '2026-03-01')).toMatchObject({ ok: true });
  });

  it.each([
    ['32050819900101123', '现在是17位'],
    ['990508199001011232', '“99”不是行政区划代码'],
    ['320508199013011234', '不是有效的出生日期'],
    ['320508203001011231', '不是有效的出生日期'],
    ['320508199001011233', '第18位应为“2”'],
    ['', '未填写'],
  ])('refuses %s and says why', (number, words) => {
    expect(checkIdNumber(number, '2026-03-01')).toMatchObject({ ok: false, error: { code: 'ID_NUMBER_INVALID', message: expect.stringContaining(words) } });
  });
});
