import { describe, expect, it } from 'vitest';
import { numberSeries, parseNumber } from '#shared/domain/document/number-register.ts';
import { documentNumber, NUMBER_FORM_KEYS } from '#shared/domain/document/number-series.ts';

describe('the register of numbers', () => {
  it('reads series, year and number back from every form a number may have', () => {
    for (const numberForm of NUMBER_FORM_KEYS) expect(parseNumber(documentNumber('苏住建监罚告字', 2026, 30, { numberForm })), numberForm).toEqual({ series: '苏住建监罚告字', year: 2026, n: 30 });
    expect(['', '（文号待签发）', '苏住建监罚字〔2026〕第01号', 'SZZJ-JC-2026-00001'].map(parseNumber)).toEqual([null, null, null, null]);
  });

  it('counts a cancelled number as given, whatever form the year began with, and names one that is missing', () => {
    const given = (docNo: string, cancelled = false) => ({ docNo, cancelled });
    const numbers = [given('苏住建监罚字〔2026〕第1号'), given('苏住建监罚字〔2026〕第2号', true), given('苏住建监罚〔2026〕3号'), given('苏住建监罚字〔2027〕第1号'), given('苏住建房罚字〔2026〕第1号'), given('苏住建房罚字〔2026〕第3号')];
    expect(numberSeries(numbers, 2026)).toEqual([
      { series: '苏住建房罚字', given: 2, cancelled: 0, last: 3, missing: [2] },
      { series: '苏住建监罚字', given: 3, cancelled: 1, last: 3, missing: [] },
    ]);
    expect(numberSeries(numbers, 2028)).toEqual([]);
  });
});
