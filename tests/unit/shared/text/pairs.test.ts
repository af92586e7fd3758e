import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexPairs, queryPairs } from '#shared/text/pairs.ts';

/** What FTS5 does with the tokens: all of the query's must be in the index. */
function finds(text: string, query: string): boolean {
  const indexed = new Set(indexPairs(text).split(' '));
  return queryPairs(query).every((token) => indexed.has(token));
}

describe('search tokens', () => {
  it('makes overlapping pairs and single characters', () => {
    expect(indexPairs('施工许可')).toBe('施 工 许 可 施工 工许 许可');
    expect(queryPairs('施工许')).toEqual(['施工', '工许']);
    expect(queryPairs('施')).toEqual(['施']);
  });

  it('finds words of two characters, parts of numbers and Latin words in any case and width', () => {
    const text = '苏州示例甲建设有限公司（ABC）未取得施工许可证，苏住建监罚字〔2026〕第1号';
    expect(['示例', '许可', 'abc', 'ＡＢＣ', '2026', '02', '罚字〔2026〕第1号', '1'].map((query) => finds(text, query))).toEqual(Array.from({ length: 8 }, () => true));
    expect(finds(text, '拆除')).toBe(false);
  });

  it('yields nothing for signs alone, and only letters and digits for FTS5', () => {
    expect(queryPairs('《》" OR * :')).toEqual(['or']);
    expect(indexPairs('a"b*c:(d) AND')).toMatch(/^[\p{L}\p{N} ]*$/u);
  });

  it('keeps rare characters beyond the basic plane whole', () => {
    expect(finds('当事人𠮷田', '𠮷田')).toBe(true);
  });

  it('finds every part of every text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'苏州建设2026ab监管，。 〔〕'), minLength: 1, maxLength: 30 });
    fc.assert(fc.property(text, fc.nat(), fc.nat(), (whole, start, length) => {
      const from = start % whole.length;
      return finds(whole, whole.slice(from, from + 1 + (length % whole.length)));
    }));
  });
});
