import { expect, test } from 'vitest';
import { monthsOf } from '#renderer/features/admin/calendar-grid.ts';
import { channelText, emptyChannel, linesOf } from '#renderer/features/admin/channel-form.ts';
import { changesOf } from '#renderer/features/admin/changes.ts';
import { inForceOf, type StoredConfig } from '#renderer/features/admin/in-force.ts';
import { confirmed, SETTING_LABELS, settingChanges, settingText } from '#renderer/features/admin/settings-form.ts';
import { checkChannel } from '#shared/domain/channel/check.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { SETTING_FIELDS, SETTING_GROUPS, settingsBody } from '#shared/domain/setting/groups.ts';

test('a preview names what changes, as the page shows it', () => {
  const before = settingsBody(DEFAULT_SETTINGS);
  const after = confirmed({ ...before, hearingFineUnitFen: 10_000_000 }, 'hearingFineUnitFen', true);
  expect(settingChanges(before, after).map(({ label, before: old, after: next }) => [label, old, next])).toEqual([
    ['单位听证标准（较大数额罚款）', '50,000.00 元', '100,000.00 元'], ['单位听证标准（较大数额罚款）：核实情况', '未核实', '已核实'],
  ]);
  expect(settingChanges(before, { ...before })).toEqual([]);
  expect(changesOf(null, { court: '示例' }, SETTING_LABELS, settingText)).toEqual([{ key: 'court', label: '有管辖权的人民法院', before: '（无）', after: '示例' }]);
});

test('every setting stands in one group', () => {
  expect(SETTING_GROUPS.flatMap((group) => group.keys).sort()).toEqual(Object.keys(SETTING_FIELDS).sort());
});

test('a new channel begins with everything the law requires', () => {
  expect(checkChannel({ ...emptyChannel(), name: '示例', numberCharacters: '例' }).ok).toBe(true);
  expect(channelText('stepsOff', ['summary'])).toBe('当场处罚（简易程序）');
  expect(channelText('documentsOff', ['SJDX'])).toBe('《双随机抽查任务单》');
  expect(linesOf(' 一 \n\n二')).toEqual(['一', '二']);
});

test('only published versions are in force', () => {
  const version = (id: number, status: StoredConfig['status'], effectiveFrom: string): StoredConfig => ({
    id, status, effectiveFrom, kind: 'settings', key: 'current', version: id, body: {}, note: '', author: { id: 'a', name: '甲' }, proposedAt: '', reviewer: null, reviewedAt: null, opinion: '',
  });
  const versions = [version(1, 'published', '2026-01-01'), version(2, 'submitted', '2026-02-01'), version(3, 'published', '2026-04-01'), version(4, 'withdrawn', '2026-02-01')];
  expect(inForceOf(versions, 'settings', '2026-03-01').map(({ version: number }) => number)).toEqual([1]);
});

test('the grid of a year: 1 January 2027 is a Friday and off, 20 February a Saturday worked, and the year has 365 days', () => {
  const months = monthsOf(2027, [{ date: '2027-01-01', type: 'holiday', name: '元旦' }, { date: '2027-02-20', type: 'workday', name: '春节' }]);
  expect(months[0]).toMatchObject({ month: 1, before: 4, days: expect.arrayContaining([{ date: '2027-01-01', day: 1, kind: 'holiday', name: '元旦' }, { date: '2027-01-02', day: 2, kind: 'rest', name: '' }]) as unknown });
  expect(months[1]?.days.find(({ date }) => date === '2027-02-20')?.kind).toBe('workday');
  expect(months.flatMap(({ days }) => days)).toHaveLength(365);
});
