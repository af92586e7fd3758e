import { describe, expect, it } from 'vitest';
import { addCalendarDays, addMonths, addWorkingDays, excludedDays, rollForward, workingDaysBetween } from '#shared/domain/time-limit/count.ts';
import { isWorkingDay } from '#shared/domain/time-limit/calendar.ts';
import { dayNumber, isDate, shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { CALENDAR_2026 as calendar } from '#tests/helpers/cases.ts';

describe('working days (行政处罚法第八十五条)', () => {
  it('leaves the start day out: five working days after Thursday 2026-03-19 end on Thursday 26', () => {
    expect(addWorkingDays(calendar, '2026-03-19', 5)).toEqual({ ok: true, value: '2026-03-26' });
  });

  it('passes over the Spring Festival and counts the make-up Saturday: 13 Fri, 14 Sat, 24, 25, 26 February', () => {
    expect(addWorkingDays(calendar, '2026-02-12', 5)).toEqual({ ok: true, value: '2026-02-26' });
  });

  it('passes over Mid-Autumn and National Day: 28, 29, 30 September, 8 and 9 October', () => {
    expect(addWorkingDays(calendar, '2026-09-24', 5)).toEqual({ ok: true, value: '2026-10-09' });
  });

  it('counts a make-up Sunday: 18, Sunday 20, 21, 22, 23 September', () => {
    expect(addWorkingDays(calendar, '2026-09-17', 5)).toEqual({ ok: true, value: '2026-09-23' });
  });

  it('refuses to count beyond the last maintained year and names it', () => {
    const result = addWorkingDays(calendar, '2026-12-28', 5);
    expect(result).toMatchObject({ ok: false, error: { code: 'CALENDAR_NOT_MAINTAINED', details: { year: 2027 } } });
    expect(addWorkingDays(calendar, '2026-12-28', 3)).toEqual({ ok: true, value: '2026-12-31' });
    expect(isWorkingDay(calendar, '2027-01-04')).toMatchObject({ ok: false, error: { code: 'CALENDAR_NOT_MAINTAINED' } });
    expect(addWorkingDays(calendar, '2025-12-30', 2)).toMatchObject({ ok: false, error: { details: { year: 2025 } } });
  });

  it('knows a holiday on a weekday, a rest day and a make-up day', () => {
    expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map((date) => isWorkingDay(calendar, date))).toEqual([
      { ok: true, value: false }, { ok: true, value: true }, { ok: true, value: false }, { ok: true, value: true },
    ]);
  });

  it('counts the working days left, and those overdue as negative', () => {
    expect(workingDaysBetween(calendar, '2026-03-20', '2026-03-26')).toEqual({ ok: true, value: 4 });
    expect(workingDaysBetween(calendar, '2026-03-26', '2026-03-26')).toEqual({ ok: true, value: 0 });
    expect(workingDaysBetween(calendar, '2026-03-30', '2026-03-26')).toEqual({ ok: true, value: -2 });
  });
});

describe('calendar days, months and roll-forward', () => {
  it('counts days over months and a leap day', () => {
    expect(addCalendarDays('2026-03-06', 90)).toBe('2026-06-04');
    expect(addCalendarDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('takes the last day of a shorter month', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-04-02', 6)).toBe('2026-10-02');
    expect(addMonths('2024-02-29', 24)).toBe('2026-02-28');
  });

  it('moves a last day on a holiday to the next working day: 2 May 2026 to 6 May', () => {
    expect(rollForward(calendar, '2026-05-02')).toEqual({ ok: true, value: '2026-05-06' });
    expect(rollForward(calendar, '2026-05-09')).toEqual({ ok: true, value: '2026-05-09' });
  });

  it('adds suspensions up, overlapping ones once, an open one up to today', () => {
    const spans = [{ from: '2026-03-10', to: '2026-03-20' }, { from: '2026-03-15', to: '2026-03-25' }, { from: '2026-04-01', to: null }];
    expect(excludedDays(spans, '2026-04-04')).toBe(18);
  });
});

describe('days', () => {
  it('knows real days only', () => {
    expect(['2026-02-28', '2026-02-29', '2026-13-01', '20260228', '2026-2-8'].map(isDate)).toEqual([true, false, false, false, false]);
    expect(dayNumber('1970-01-02')).toBe(1);
  });

  it('takes the day in Asia/Shanghai, eight hours ahead of UTC', () => {
    expect(shanghaiDay('2026-03-01T16:00:00.000Z')).toBe('2026-03-02');
    expect(shanghaiDay('2026-03-01T15:59:59.999Z')).toBe('2026-03-01');
  });
});
