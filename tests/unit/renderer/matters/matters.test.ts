import { afterEach, describe, expect, test } from 'vitest';
import { readMatters } from '#api/db/seed/matters.ts';
import { cellText, columnTotals, coverageCsv, coverageRows, shadeOf, type Coverage } from '#renderer/features/matters/coverage.ts';
import { draftOf, drafts, emptyItem, emptySub, matterOf, messageAt } from '#renderer/features/matters/edit.ts';
import { ANY, filterMatters, isUnused } from '#renderer/features/matters/filter.ts';
import { claimMark, publicationMark } from '#renderer/features/matters/standing.ts';
import { coverageFigures } from '#shared/domain/matter/coverage.ts';
import { sameMatter } from '#shared/domain/matter/versions.ts';

const MATTERS = readMatters();
const TODAY = '2026-11-20';

describe('the list', () => {
  const codes = (filter: Partial<typeof ANY>, lastOn: ReadonlyMap<string, string> | null = null) => filterMatters(MATTERS, { ...ANY, ...filter }, lastOn, TODAY).map((matter) => matter.no);

  test('is found by every word, check items included', () => {
    expect(codes({ text: '预售 许可' })).toEqual([2]);
    expect(codes({ text: 'szzj-jg-013' })).toEqual([13]);
    expect(codes({ text: '拒不整改' })).toEqual([17]);
    expect(codes({ text: ' ' })).toHaveLength(33);
  });

  test('is narrowed by channel, system, claim and publication', () => {
    expect(codes({ channel: 'JC', system: 'city' })).toEqual([14]);
    expect(codes({ claim: 'unclaimed' })).toEqual([31]);
    expect(codes({ claim: 'claimed', publication: 'unpublished' })).toEqual([6]);
  });

  test('shows what was not used in five years, by the day; while the days are unknown it shows none', () => {
    expect(isUnused('2021-11-20', TODAY)).toBe(false);
    expect(isUnused('2021-11-19', TODAY)).toBe(true);
    expect(isUnused(null, TODAY)).toBe(true);
    const recent = new Map(MATTERS.slice(1).map((matter) => [matter.code, '2026-01-01']));
    expect(codes({ unused: true }, recent)).toEqual([1]);
    expect(codes({ unused: true }, null)).toEqual([]);
  });

  test('marks states in words', () => {
    expect(MATTERS.filter((matter) => [5, 6, 19, 31].includes(matter.no)).map((matter) => `${claimMark(matter).text} ${claimMark(matter).kind} ${publicationMark(matter).text} ${publicationMark(matter).kind}`))
      .toEqual(['已认领 good 已公布 good', '已认领 good 未公布 near', '不适用 plain 未公布 plain', '未认领 near 未公布 plain']);
  });
});

describe('the form', () => {
  afterEach(() => { drafts.forget('SZZJ-JG-001'); });

  test('keeps what was typed, and leaves claim and publication alone', () => {
    const [matter] = MATTERS;
    const draft = draftOf(matter!);
    expect(sameMatter(matterOf(draft, matter!, TODAY), matter!)).toBe(true);
    const changed = { ...draft, content: { ...draft.content, cap: 9 } };
    drafts.keep('SZZJ-JG-001', changed);
    expect(drafts.get('SZZJ-JG-001')).toBe(changed);
    expect(matterOf(changed, matter!, TODAY)).toMatchObject({ cap: 9, publishedOn: '2024-01-15' });
    expect(matterOf({ ...draftOf(null), code: 'SZZJ-JG-034' }, null, TODAY)).toMatchObject({ code: 'SZZJ-JG-034', claim: 'unclaimed', publishedOn: null, version: 0 });
  });

  test('numbers new sub-matters and items after those there are', () => {
    const { subs } = MATTERS[0]!;
    expect(emptySub('SZZJ-JG-001', subs)).toMatchObject({ code: 'SZZJ-JG-001-03', items: [{ id: 'SZZJ-JG-001-03-01' }] });
    expect(emptyItem(subs[0]!.code, subs[0]!.items).id).toBe('SZZJ-JG-001-01-03');
    expect(messageAt([{ path: 'cap', message: '错' }], 'cap')).toBe('错');
    expect(messageAt([], 'cap')).toBe('');
  });
});

describe('the coverage board', () => {
  const cells = [{ matterCode: 'SZZJ-JG-027', district: '320583', visits: 2, provinceVisits: 3, open: 2, overdue: 1 }, { matterCode: 'SZZJ-JG-001', district: '320500', visits: 40, provinceVisits: 0, open: 0, overdue: 0 }] as const;
  const coverage: Coverage = { year: 2026, today: TODAY, districts: ['320500', '320583'], matters: [...MATTERS], cells: [...cells], figures: coverageFigures(MATTERS, cells, ['320500', '320583']) };
  const rows = coverageRows(coverage);

  test('has a row for each matter with its totals, and totals of the districts', () => {
    expect(rows).toHaveLength(33);
    expect(rows[26]).toMatchObject({ cells: [{ done: 0 }, { done: 5, visits: 2, provinceVisits: 3 }], total: { done: 5, open: 2, overdue: 1 } });
    expect(columnTotals(rows, coverage.districts).map((column) => column.done)).toEqual([40, 5]);
  });

  test('says in words what a cell shows', () => {
    expect(cellText(rows[26]!, 1)).toBe('施工安全监督检查，昆山市：检查 5 次，其中省系统 3 次，未完成任务 2 件，其中逾期 1 件');
    expect(cellText(rows[18]!, 0)).toBe('施工图审查机构与审查质量监管，苏州市本级：检查 0 次，不适用');
  });

  test('shades by the largest cell, and leaves nothing unshaded that was visited', () => {
    expect([0, 1, 5, 40].map((done) => shadeOf(done, 40))).toEqual([0, 1, 3, 5]);
    expect(shadeOf(1, 100_000)).toBe(1);
    expect(shadeOf(0, 0)).toBe(0);
  });

  test('is exported as shown', () => {
    const lines = coverageCsv(rows, coverage.districts).split('\r\n');
    expect(lines[0]).toContain('苏州市本级,昆山市,合计');
    expect(lines[27]).toBe('27,SZZJ-JG-027,施工安全监督检查,省级系统,已认领,0,5,5,3,2,1');
  });
});
