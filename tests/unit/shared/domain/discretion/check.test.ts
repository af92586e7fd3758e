import { describe, expect, it } from 'vitest';
import { checkConfig } from '#shared/domain/config/kinds.ts';
import { tableProblems } from '#shared/domain/discretion/check.ts';
import { rowsFromCatalogue } from '#shared/domain/discretion/start.ts';
import { type DiscretionBody, type DiscretionRow, isTableKey, tableTitle } from '#shared/domain/discretion/table.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { VIOLATIONS } from '../../../../helpers/cases.ts';
import { discretionRow, TABLE } from '../../../../helpers/discretion.ts';

const CATALOGUE: ReadonlyMap<string, Violation> = new Map([
  ...VIOLATIONS.map((violation) => [violation.id, violation] as const),
  ['Z10', { ...VIOLATIONS[0]!, id: 'Z10', basis: '《中华人民共和国安全生产法》第九十七条', min: 0, stages: [{ on: 'overdue', unit: 'yuan', min: 100_000, max: 200_000, base: '', tiers: null, evidenceFlag: 'V' }] }],
  ['F14', { ...VIOLATIONS[0]!, id: 'F14', basis: '《住房租赁条例》第四十一条', from: '2025-09-15' }],
]);

function found(rows: readonly DiscretionRow[], date = '2026-03-01'): readonly (readonly [path: unknown, article: string | undefined])[] {
  return tableProblems({ ...TABLE, rows: [...rows] }, CATALOGUE, date).map((each) => [each.details?.['path'], each.article]);
}

describe('a discretion table against the law (行政处罚法第三十四条)', () => {
  it('stands inside the articles\' ranges, both bounds included', () => {
    expect(tableProblems(TABLE, CATALOGUE, '2026-03-01')).toEqual([]);
    expect(found([discretionRow('J16', [10_000, 10_000], [20_000, 30_000], [30_000, 100_000])])).toEqual([]);
    expect(found([discretionRow('Z10', [100_000, 120_000], [120_000, 150_000], [150_000, 200_000], 'overdue')])).toEqual([]);
  });

  const J16 = '行政处罚法第三十四条、《建设工程质量管理条例》第五十九条';
  it.each([
    ['a tier below the minimum', discretionRow('J16', [9_999, 20_000], [20_000, 50_000], [50_000, 100_000]), 'rows.0.light', J16],
    ['a tier above the maximum', discretionRow('J16', [10_000, 20_000], [20_000, 50_000], [50_000, 100_001]), 'rows.0.heavy', J16],
    ['a tier that runs backwards', discretionRow('J16', [20_000, 10_000], [20_000, 50_000], [50_000, 100_000]), 'rows.0.light', '行政处罚法第三十四条'],
    ['tiers that overlap', discretionRow('J16', [10_000, 20_000], [19_999, 50_000], [50_000, 100_000]), 'rows.0.normal', '行政处罚法第三十四条'],
    ['a light tier above the normal one', discretionRow('J16', [60_000, 70_000], [20_000, 50_000], [70_000, 100_000]), 'rows.0.normal', '行政处罚法第三十四条'],
    ['a violation nobody knows', discretionRow('X99', [1, 2], [2, 3], [3, 4]), 'rows.0', '行政处罚法第三十四条'],
    ['a range the article does not have', discretionRow('J16', [1, 2], [2, 3], [3, 4], 'overdue'), 'rows.0', J16],
    ['a violation without a fine', discretionRow('Z07', [0, 0], [0, 0], [0, 0]), 'rows.0', J16],
    ['a fixed sum', discretionRow('J36', [30_000, 30_000], [30_000, 30_000], [30_000, 30_000]), 'rows.0', J16],
    ['permille beyond the article', discretionRow('J28', [5, 6], [6, 8], [8, 11]), 'rows.0.heavy', J16],
    ['yuan where the article has percent', discretionRow('J01', [10_000, 15_000], [15_000, 20_000], [20_000, 30_000]), 'rows.0.light', '行政处罚法第三十四条、《建设工程质量管理条例》第五十七条'],
  ] as const)('refuses %s', (_name, row, path, article) => {
    expect(found([row])[0]).toEqual([path, article]);
  });

  it('refuses one range twice, and a row for a law that has not begun (《住房租赁条例》, 15 September 2025)', () => {
    const row = discretionRow('J16', [10_000, 20_000], [20_000, 50_000], [50_000, 100_000]);
    expect(found([row, row])).toEqual([['rows.1', '行政处罚法第三十四条']]);
    const young = discretionRow('F14', [10_000, 20_000], [20_000, 50_000], [50_000, 100_000]);
    expect([found([young], '2025-09-14').length, found([young], '2025-09-15').length]).toEqual([1, 0]);
  });

  it('names every wrong cell', () => {
    expect(found([discretionRow('J16', [1, 20_000], [20_000, 50_000], [50_000, 200_000]), discretionRow('X99', [1, 2], [2, 3], [3, 4])]).map(([path]) => path)).toEqual(['rows.0.light', 'rows.0.heavy', 'rows.1']);
  });
});

describe('the kind of configuration', () => {
  const check = (changes: Partial<DiscretionBody>, key = 'GCJS') => { const result = checkConfig('discretion', key, { ...TABLE, ...changes }); return result.ok ? null : result.error.details?.['path']; };

  it('takes a table, and refuses weights of nothing, a table without a name and a key that could be a name', () => {
    expect(check({})).toBeNull();
    expect(check({ weights: { scale: 0, repeats: 0 } })).toBe('weights');
    expect(check({ weights: {} })).toBe('weights');
    expect(check({ weights: { scale: 101 } })).toBe('/weights/scale');
    expect(check({ name: '' })).toBe('/name');
    expect(check({}, '工程建设类')).toBe('key');
  });

  it('never takes a name noted before there were tables for a key', () => {
    expect([...DEFAULT_CHANNELS.map(({ discretionTable }) => discretionTable), '', '（待录入）'].filter(isTableKey)).toEqual([]);
    expect(isTableKey('GCJS')).toBe(true);
  });

  it('is called by name and number', () => {
    expect(tableTitle(TABLE)).toBe('《示例市工程建设行政处罚裁量基准》（示建规〔2026〕1号）');
    expect(tableTitle({ name: '《示例基准》', documentNo: '' })).toBe('《示例基准》');
  });
});

it('a start from the catalogue divides every range there is to divide, and stands against the law', () => {
  const rows = [...CATALOGUE.values()].flatMap(rowsFromCatalogue);
  expect(rows.map(({ violationId, stage }) => `${violationId}${stage ?? ''}`)).toEqual(['J16', 'J01', 'J28', 'Z39', 'J34', 'Z10', 'Z10overdue', 'F14']);
  // 30 % / 40 % / 30 % of 0–5,000 and of 100,000–200,000 yuan.
  expect(rows.find(({ violationId }) => violationId === 'Z39')).toMatchObject({ light: { min: 0, max: 1500 }, normal: { min: 1500, max: 3500 }, heavy: { min: 3500, max: 5000 } });
  expect(rows.find(({ stage }) => stage === 'overdue')).toMatchObject({ light: { min: 100_000, max: 130_000 }, heavy: { min: 170_000, max: 200_000 } });
  expect(found(rows.filter(({ violationId }) => violationId !== 'Z10'))).toEqual([]);
});
