import { describe, expect, it } from 'vitest';
import { ageOn, longDate, longMinute, minuteRange } from '#shared/domain/document/definitions/parts/dates.ts';
import { discretionText } from '#shared/domain/document/definitions/parts/discretion.ts';
import { rangeText } from '#shared/domain/document/definitions/parts/penalty.ts';
import { clause, isEmpty, sentence, struck } from '#shared/domain/document/definitions/parts/read.ts';
import type { CaseFile, Penalty } from '#shared/domain/case-file/case-file.ts';
import { channelTables } from '#shared/domain/discretion/in-force.ts';
import { warnings } from '#shared/domain/document/data.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import { TABLE, tableConfigs } from '#tests/helpers/discretion.ts';
import { UNPERMITTED_WORK, sampleCase, sampleContext } from '#tests/helpers/documents.ts';

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

/** The reasoning of a 告知书 or 决定书 on the sample case (J01, 12,800,000 yuan, 1.5 %), with what is published. */
function reasoning(discretion: Partial<CaseFile['discretion']>, penalty: Partial<Penalty> = {}, configs: readonly ConfigVersion[] = [], fixes: '确定' | '拟确定' = '确定'): string {
  const [context, file] = [sampleContext('CFJD'), sampleCase()];
  const settings = { ...context.settings, discretionTables: channelTables(configs, '2026-12-31') };
  return discretionText({ ...context, settings, file: { ...file, discretion: { ...file.discretion, ...discretion } } }, { ...file.proposed!, ...penalty }, fixes);
}

it('the discretion says factors, tier, base, share and a deviation', () => {
  const text = reasoning({ deviationReason: '当事人主动消除危害后果。' });
  expect(text).toContain('属于“一般”档次');
  expect(text).toContain('为计算基数，在法定罚款幅度（合同价款1%以上2%以下）内，按1.5%确定罚款数额');
  expect(text).toContain('未在上述裁量档次内确定罚款数额的理由：当事人主动消除危害后果。');
});

it('the discretion claims no range that the fine leaves', () => {
  const text = reasoning({}, { fineFen: 1_000_000 }, [], '拟确定');
  expect(text).not.toContain('在法定罚款幅度');
  expect(text).toContain('法定罚款幅度为合同价款1%以上2%以下，本案按约0.0781%拟确定罚款数额为');
});

describe('the discretion under a table (行政处罚法第三十四条)', () => {
  const published = tableConfigs('2026-03-01', '2026-03-01');
  /** 1.2 % and 1.6 % of 12,800,000 yuan are 153,600 and 204,800. */
  const TIER = '依据《示例市工程建设行政处罚裁量基准》（示建规〔2026〕1号），本案符合“经催告后改正”的情形，违法情节属于“一般”档次（罚款153,600.00元至204,800.00元）。';
  const scores = { scale: 20, consequence: 60, repeats: 0 };

  it('names table, situation and tier, and without scores no formula', () => {
    const text = reasoning({}, {}, published);
    expect(text).toContain(TIER);
    expect(text).not.toContain('评分');
    expect(reasoning({ scores: { scale: 20 } }, {}, published)).toBe(text);
  });

  it('shows scores and formula: 153,600 + 36 % of 51,200 = 172,032, to the nearest hundred', () => {
    expect(reasoning({ scores }, { fineFen: 17_200_000 }, published)).toContain(
      `${TIER}按该基准对裁量因素评分：违法规模（面积、造价）20分（较小，权重30%），危害后果60分（一般，权重50%），两年内违法次数0分（首次，权重20%），加权得分36分；`
      + '以该档次的罚款下限加上下限之差的36%计算，参考罚款数额为人民币壹拾柒万贰仟元整（¥172,000.00）。');
  });

  it('changes nothing where the channel goes by no table, or by one that begins later', () => {
    expect(reasoning({ scores })).toBe(reasoning({}));
    expect(reasoning({ scores }, {}, tableConfigs('2026-05-01', '2026-05-01'))).toBe(reasoning({}));
  });

  it('warns of the catalogue\'s tiers, or of a table nobody confirmed', () => {
    const warned = (configs: readonly ConfigVersion[]) => { const context = sampleContext('GZS'); return warnings({ ...context, settings: { ...context.settings, discretionTables: channelTables(configs, '2026-12-31') } }).filter((each) => each.includes('裁量')); };
    expect(warned([])).toEqual(['裁量档次“一般”按默认划分计算，本机关的裁量基准尚未录入，请对照正式的裁量基准核对。']);
    expect(warned(published)).toEqual(['裁量档次“一般”依据的《示例市工程建设行政处罚裁量基准》（示建规〔2026〕1号）未经本机关核实，请对照正式文本核对。']);
    expect(warned(tableConfigs('2026-03-01', '2026-03-01', { ...TABLE, unverified: false }))).toEqual([]);
  });
});

it('blanks are struck and sentences end once', () => {
  expect(struck('  ')).toBe('／');
  expect(sentence('已停工')).toBe('已停工。');
  expect(sentence('已停工。')).toBe('已停工。');
  expect(clause('已停工；')).toBe('已停工');
  expect(isEmpty([''])).toBe(true);
  expect(isEmpty(0)).toBe(false);
});
