import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '#shared/domain/time-limit/count.ts';
import { importCalendarYear, withYear, type CalendarRowError } from '#shared/domain/time-limit/calendar-import.ts';
import { calendarWarning } from '#shared/domain/time-limit/calendar-warning.ts';
import { CALENDAR } from './scenarios/calendar.ts';

/** An invented notice for 2027: the fixed days, a Spring Festival of 5–11 February, make-up Saturday 20 February. */
const DAYS_2027: readonly (readonly [string, string, string])[] = [
  ['2027-01-01', 'holiday', '元旦'],
  ...['05', '06', '07', '08', '09', '10', '11'].map((day) => [`2027-02-${day}`, 'holiday', '春节'] as const),
  ['2027-02-20', 'workday', '春节调休'],
  ['2027-04-05', 'holiday', '清明节'],
  ...['01', '02', '03'].map((day) => [`2027-05-${day}`, 'holiday', '劳动节'] as const),
  ...['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2027-10-${day}`, 'holiday', '国庆节'] as const),
];
const csv = (rows: readonly (readonly string[])[]): string => ['date,type,name', ...rows.map((row) => row.join(','))].join('\n');

function year(text: string) {
  const read = importCalendarYear(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function rowErrors(text: string): readonly CalendarRowError[] {
  const read = importCalendarYear(text);
  return read.ok ? [] : (read.error.details?.['rows'] as readonly CalendarRowError[]);
}

describe('import of a year', () => {
  it('reads CSV with a heading, Chinese types, tabs, quotes and Windows lines', () => {
    expect(year(csv(DAYS_2027))).toMatchObject({ year: 2027, days: { length: DAYS_2027.length } });
    const chinese = `\uFEFF日期\t类型\r\n${DAYS_2027.map(([date, type]) => `"${date}"\t${type === 'holiday' ? '休' : '班'}`).join('\r\n')}\r\n`;
    expect(year(chinese).days.map((day) => day.date)).toEqual(DAYS_2027.map(([date]) => date).sort());
  });

  it('reads the JSON of chinese-days', () => {
    const holidays = Object.fromEntries(DAYS_2027.filter(([, type]) => type === 'holiday').map(([date, , name]) => [date, `Holiday,${name},3`]));
    const read = year(JSON.stringify({ holidays, workdays: { '2027-02-20': 'Spring Festival,春节,4' }, inLieuDays: {} }));
    expect(read).toEqual({ ...year(csv(DAYS_2027)), days: read.days });
    expect(read.days.find((day) => day.date === '2027-02-20')).toEqual({ date: '2027-02-20', type: 'workday', name: '春节' });
  });

  it('names every faulty row and takes nothing over', () => {
    const faulty = csv([...DAYS_2027, ['2027-02-30', 'holiday'], ['2027-05-01', 'holiday'], ['2027-06-07', 'workday'], ['2028-01-03', 'holiday'], ['2027-06-09', '放']]);
    expect(rowErrors(faulty).map(({ row, message }) => `${String(row)} ${message}`)).toEqual([
      '22 “2027-02-30”不是有效的日期，请写成“年-月-日”，例如2027-01-01。',
      expect.stringMatching(/^23 2027-05-01与第\d+行重复。$/),
      '24 2027-06-07是星期一至星期五，本来就上班；调休上班日只能是星期六或者星期日。',
      '25 2028-01-03不属于2027年。一次只导入一个年度。',
      '26 “放”不是日期类型，请写“holiday”（放假）或者“workday”（调休上班）。',
    ]);
  });

  it.each([
    ['nothing', '\n\n', '没有任何日期'],
    ['half a JSON', '{"holidays": {', '不是完整的JSON'],
    ['another JSON', '{"days": []}', '没有“holidays”和“workdays”'],
    ['a year without National Day', csv(DAYS_2027.filter(([date]) => !date.startsWith('2027-10'))), '缺少：国庆节（10-01）'],
    ['a year without Spring Festival', csv(DAYS_2027.filter(([date]) => !date.startsWith('2027-02'))), '春节'],
  ])('refuses %s', (_name, text, message) => {
    const read = importCalendarYear(text);
    expect(read.ok ? '' : read.error.message).toContain(message);
  });
});

describe('a calendar with the year', () => {
  it('counts on where it was refused: 29 30 31 December, 4 5 January', () => {
    expect(addWorkingDays(CALENDAR, '2026-12-28', 5)).toMatchObject({ ok: false });
    const extended = withYear(CALENDAR, year(csv(DAYS_2027)));
    expect(extended.years).toEqual([2024, 2025, 2026, 2027]);
    expect(addWorkingDays(extended, '2026-12-28', 5)).toEqual({ ok: true, value: '2027-01-05' });
    // 4 February, the festival of 5–11, Friday 12.
    expect(addWorkingDays(extended, '2027-02-03', 2)).toEqual({ ok: true, value: '2027-02-12' });
  });

  it('replaces a year whole and leaves the others', () => {
    const replaced = withYear(withYear(CALENDAR, year(csv(DAYS_2027))), year(csv(DAYS_2027.filter(([, type]) => type === 'holiday'))));
    expect(replaced.exceptions['2027-02-20']).toBeUndefined();
    expect(replaced.exceptions['2026-10-10']).toBe('workday');
    expect(Object.keys(replaced.exceptions)).not.toContain('2027-05-01'); // a Saturday is off without an entry
  });
});

describe('the warning before the calendar runs out', () => {
  it('comes when fewer than sixty working days are left: after 10 October 2026 there are 59', () => {
    // After 8 October: 9, Sa 10, 12–16, 19–23, 26–30 make 17; November 21; December 23 — 61. After the 9th 60, after Sa 10th 59.
    expect(calendarWarning(CALENDAR, '2026-10-08')).toBeNull();
    expect(calendarWarning(CALENDAR, '2026-10-09')).toBeNull();
    expect(calendarWarning(CALENDAR, '2026-10-10')).toMatchObject({ lastOn: '2026-12-31', workingDaysLeft: 59, message: '节假日日历只维护到2026年12月31日，今天之后只剩59个工作日可以计算。请按国务院办公厅的放假通知导入2027年日历。' });
  });

  it('is gone once the next year is there, and is loud where this year is missing', () => {
    expect(calendarWarning(withYear(CALENDAR, year(csv(DAYS_2027))), '2026-12-30')).toBeNull();
    expect(calendarWarning(CALENDAR, '2027-01-04')).toMatchObject({ lastOn: null, workingDaysLeft: 0 });
  });
});
