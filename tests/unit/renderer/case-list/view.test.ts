import { expect, test } from 'vitest';
import { COLUMN_KEYS, DEFAULT_COLUMNS, gridOf, isColumnChoice } from '#renderer/features/case-list/columns.ts';
import { csvOf } from '#renderer/ui/csv.ts';
import { type CaseView, isFiltered, queryOf, totalText, viewOf } from '#renderer/features/case-list/view.ts';

test('filters survive the way through the address', () => {
  const view: CaseView = { filter: { stages: ['INVEST', 'NOTIFIED'], channel: 'JC', district: '320506', source: 'complaint', deadline: 'near', mine: true, text: '石湖' }, sort: 'updated' };
  expect(viewOf(queryOf(view))).toEqual(view);
});

test('what an address does not know is left out, never passed to the worker', () => {
  expect(viewOf({ stages: 'INVEST,HACK', channel: 'X', district: '1', deadline: ['near', 'open'], mine: 'true', sort: 'size', text: 'a'.repeat(90) }))
    .toEqual({ filter: { stages: ['INVEST'], text: 'a'.repeat(60) }, sort: 'due' });
});

test('the order alone is no filter', () => {
  expect([isFiltered({}), isFiltered({ mine: false, text: '' }), isFiltered({ text: '石' })]).toEqual([false, false, true]);
});

test('a total that was capped says so', () => {
  expect([totalText(0, {}), totalText(12_480, {}), totalText(100_000, {}), totalText(999, { text: '石湖' }), totalText(1000, { text: '石湖' })])
    .toEqual(['共 0 件', '共 12,480 件', '100,000 件以上', '共 999 件', '找到 1,000 件以上，列出前 1,000 件']);
});

test('the title cannot be hidden and unknown columns are refused', () => {
  expect([isColumnChoice(DEFAULT_COLUMNS), isColumnChoice(['stage']), isColumnChoice(['title', 'secret'])]).toEqual([true, false, false]);
  expect(gridOf(['stage', 'caseNo'])).toBe('160px 112px');
  expect(gridOf(COLUMN_KEYS).split(' ').length).toBeGreaterThan(COLUMN_KEYS.length - 1);
});

test('an export opens rightly and starts no formula', () => {
  expect(csvOf(['案号', '案件名称'], [['SZZJ-JC-2026-00001', '甲公司"某某",擅自施工案'], ['', '=cmd()|x']]))
    .toBe('\uFEFF案号,案件名称\r\nSZZJ-JC-2026-00001,"甲公司""某某"",擅自施工案"\r\n,\'=cmd()|x\r\n');
});
