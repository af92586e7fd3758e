import { describe, expect, test } from 'vitest';
import { chineseNumber, citation } from '#shared/domain/violation/law-titles.ts';

describe('citation', () => {
  test.each([
    ['质量条例 57', '《建设工程质量管理条例》第五十七条'],
    ['质量条例 56(4)', '《建设工程质量管理条例》第五十六条第（四）项'],
    ['建筑法 26; 质量条例 25', '《中华人民共和国建筑法》第二十六条、《建设工程质量管理条例》第二十五条'],
    ['安全条例 62(2)→安全生产法 97(2)(3)', '《建设工程安全生产管理条例》第六十二条第（二）项、《中华人民共和国安全生产法》第九十七条第（二）项、第（三）项'],
    ['安全生产法 101(5)', '《中华人民共和国安全生产法》第一百零一条第（五）项'],
    ['住建部令57 22,30(6)', '《建设工程质量检测管理办法》第二十二条、第三十条第（六）项'],
    ['质量条例 36-37', '《建设工程质量管理条例》第三十六条、第三十七条'],
    ['安全条例 27-30', '《建设工程安全生产管理条例》第二十七条至第三十条'],
    ['质量条例 49 (15日)', '《建设工程质量管理条例》第四十九条'],
    ['条例 64 所列义务', '《中华人民共和国招标投标法实施条例》第六十四条所列义务'],
    ['住建部令51/58', '《建设工程消防设计审查验收管理暂行规定》'],
  ])('writes %s out', (short, full) => {
    expect(citation(short)).toBe(full);
  });

  // These articles count paragraphs (款): their bracketed numbers are no items (项).
  test.each([
    ['质量条例 62(2)', '《建设工程质量管理条例》第六十二条第二款'],
    ['质量条例 69(1)前段', '《建设工程质量管理条例》第六十九条第一款前段'],
    ['消防法 13(2)', '《中华人民共和国消防法》第十三条第二款'],
    ['消防法 58(3)', '《中华人民共和国消防法》第五十八条第三款'],
    ['消防法 58(1)', '《中华人民共和国消防法》第五十八条第（一）项'],
    ['抗震条例 40(2)', '《建设工程抗震管理条例》第四十条第二款'],
  ])('knows that %s is as it is', (short, full) => {
    expect(citation(short)).toBe(full);
  });

  test.each([
    ['住房租赁条例(U)', '《住房租赁条例》（条款待核实）'],
    ['住房租赁条例(条款、金额 U); 旧: 租赁办法 22', '《住房租赁条例》（条款待核实）、（旧）《商品房屋租赁管理办法》第二十二条'],
  ])('says of %s that the clause is open', (short, full) => {
    expect(citation(short)).toBe(full);
  });

  test.each(['', '地方条例(U)', '某规定 12'])('passes through what it does not know: "%s"', (text) => {
    expect(citation(text)).toBe(text);
  });
});

test.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [57, '五十七'], [100, '一百'], [101, '一百零一'], [109, '一百零九'], [110, '一百一十'], [112, '一百一十二'], [120, '一百二十']])(
  'chineseNumber writes %i as %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text);
  },
);
