import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, formatYuan } from '#shared/domain/money/amount.ts';

describe('amountInWords', () => {
  it.each([
    [0, '人民币零元整'],
    [2_000_000, '人民币贰万元整'],
    [100, '人民币壹元整'],
    [1_000, '人民币壹拾元整'],
    [1_005, '人民币壹拾元零伍分'],
    [1_050, '人民币壹拾元伍角整'],
    [1_055, '人民币壹拾元伍角伍分'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [10_050_000, '人民币壹拾万零伍佰元整'],
    [10_500_000, '人民币壹拾万伍仟元整'],
    [100_100, '人民币壹仟零壹元整'],
    [101_000, '人民币壹仟零壹拾元整'],
    [20_000_500_000, '人民币贰亿零伍仟元整'],
    [10_010_000_000, '人民币壹亿零壹拾万元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [12_345_678_912, '人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分'],
    [100_000_000_000_000, '人民币壹万亿元整'],
    [120_000_000_000_000, '人民币壹万贰仟亿元整'],
    [102_000_000_000_000, '人民币壹万零贰佰亿元整'],
    [100_000_000_000_100, '人民币壹万亿零壹元整'],
  ])('%i fen', (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });

  it('never doubles a zero and always ends in 整 or 分', () => {
    fc.assert(fc.property(fc.nat({ max: 10 ** 15 }), (fen) => {
      const words = amountInWords(fen);
      return !words.includes('零零') && /(整|分)$/.test(words) && !/零(元|万|亿)/.test(words.replace('人民币零元整', ''));
    }));
  });

  it('refuses what is no sum of whole fen', () => {
    expect(() => amountInWords(1.5)).toThrow(RangeError);
    expect(() => amountInWords(-1)).toThrow(RangeError);
  });
});

describe('formatYuan', () => {
  it.each([[2_000_000, '20,000.00'], [5, '0.05'], [123_456_789, '1,234,567.89'], [-150, '-1.50'], [0, '0.00']])('%i fen', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
  });
});
