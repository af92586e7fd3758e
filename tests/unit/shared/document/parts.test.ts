import { describe, expect, it } from 'vitest';
import { ageOn, longDate, longMinute, minuteRange } from '#shared/domain/document/definitions/parts/dates.ts';
import { discretionText, rangeText } from '#shared/domain/document/definitions/parts/penalty.ts';
import { clause, isEmpty, sentence, struck } from '#shared/domain/document/definitions/parts/read.ts';
import { UNPERMITTED_WORK, sampleCase } from '#tests/helpers/documents.ts';

describe('dates', () => {
  it('are written without padding, times with 24 hours to the minute', () => {
    expect(longDate('2026-03-09')).toBe('2026年3月9日');
    expect(longDate('')).toBe('');
    expect(longMinute('2026-03-09T09:05')).toBe('2026年3月9日9时05分');
    expect(minuteRange('2026-03-09T09:05', '2026-03-09T10:20')).toBe('2026年3月9日9时05分至10时20分');
    expect(minuteRange('2026-03-09T23:30', '2026-03-10T00:10')).toBe('2026年3月9日23时30分至2026年3月10日0时10分');
    expect(minuteRange('', '')).toBe('');
  });

  it('count the age in full years', () => {
    expect(ageOn('1978-06-01', '2026-05-31')).toBe('47');
    expect(ageOn('1978-06-01', '2026-06-01')).toBe('48');
    expect(ageOn('', '2026-06-01')).toBe('');
  });
});

describe('the statutory range in words', () => {
  it.each([
    [{}, '合同价款1%以上2%以下'],
    [{ unit: 'yuan', min: 200_000, max: 500_000, base: '' }, '20万元以上50万元以下'],
    [{ unit: 'yuan', min: 0, max: 30_000, base: '' }, '3万元以下'],
    [{ unit: 'yuan', min: 30_000, max: 30_000, base: '' }, '3万元'],
    [{ unit: 'permille', min: 5, max: 10, base: '中标项目金额' }, '中标项目金额5‰以上10‰以下'],
    [{ unit: 'multiple', min: 0, max: 2, base: '挪用数额' }, '挪用数额2倍以下'],
    [{ unit: 'none', min: 0, max: 0, base: '' }, ''],
  ] as const)('%o', (change, words) => {
    expect(rangeText({ ...UNPERMITTED_WORK, ...change })).toBe(words);
  });
});

it('the discretion says factors, tier, base, share and a deviation', () => {
  const file = sampleCase();
  const text = discretionText({ ...file.discretion, deviationReason: '当事人主动消除危害后果。' }, file.proposed, UNPERMITTED_WORK, '确定');
  expect(text).toContain('属于“一般”档次');
  expect(text).toContain('为计算基数，在法定罚款幅度（合同价款1%以上2%以下）内，按1.5%确定罚款数额');
  expect(text).toContain('未在上述裁量档次内确定罚款数额的理由：当事人主动消除危害后果。');
});

it('the discretion claims no range that the fine leaves', () => {
  const file = sampleCase();
  const text = discretionText(file.discretion, { ...file.proposed!, fineFen: 1_000_000 }, UNPERMITTED_WORK, '拟确定');
  expect(text).not.toContain('在法定罚款幅度');
  expect(text).toContain('法定罚款幅度为合同价款1%以上2%以下，本案按约0.0781%拟确定罚款数额为');
});

it('blanks are struck and sentences end once', () => {
  expect(struck('  ')).toBe('／');
  expect(sentence('已停工')).toBe('已停工。');
  expect(sentence('已停工。')).toBe('已停工。');
  expect(clause('已停工；')).toBe('已停工');
  expect(isEmpty([''])).toBe(true);
  expect(isEmpty(0)).toBe(false);
});
