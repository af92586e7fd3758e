import { describe, expect, test } from 'vitest';
import { lastYear, matchMonth, monthsIn, namedPeriod, periodRefusal, previousPeriod } from '#shared/domain/statistics/period.ts';

const period = (from: string, to: string) => ({ from, to });

describe('the same period last year', () => {
  test.each([
    ['a month', '2026-03-01', '2026-03-31', '2025-03-01', '2025-03-31'],
    ['a February after a leap year', '2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['a February of a leap year', '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
    ['29 February alone', '2024-02-29', '2024-02-29', '2023-02-28', '2023-02-28'],
    ['days up to 28 February of a common year', '2025-02-10', '2025-02-28', '2024-02-10', '2024-02-28'],
    ['a year under way', '2026-01-01', '2026-11-20', '2025-01-01', '2025-11-20'],
    ['a quarter that ends in February', '2023-12-01', '2024-02-29', '2022-12-01', '2023-02-28'],
  ])('of %s', (_name, from, to, wantedFrom, wantedTo) => {
    expect(lastYear(period(from, to))).toEqual(period(wantedFrom, wantedTo));
  });
});

describe('the previous period', () => {
  test.each([
    ['a month: the month before, whatever its length', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['a quarter: the quarter before', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['a year: the year before', '2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['a month under way: the same days of the month before', '2026-11-01', '2026-11-20', '2026-10-01', '2026-10-20'],
    ['a month under way that has more days than the one before', '2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28'],
    ['any days: as many directly before', '2026-03-10', '2026-03-19', '2026-02-28', '2026-03-09'],
    ['a year under way: as many days directly before', '2026-01-01', '2026-02-10', '2025-11-21', '2025-12-31'],
  ])('of %s', (_name, from, to, wantedFrom, wantedTo) => {
    expect(previousPeriod(period(from, to))).toEqual(period(wantedFrom, wantedTo));
  });
});

test('named periods under way end today, past ones on their last day', () => {
  const today = '2026-02-03';
  expect(namedPeriod('month', today)).toEqual(period('2026-02-01', '2026-02-03'));
  expect(namedPeriod('last-month', today)).toEqual(period('2026-01-01', '2026-01-31'));
  expect(namedPeriod('quarter', today)).toEqual(period('2026-01-01', '2026-02-03'));
  expect(namedPeriod('last-quarter', today)).toEqual(period('2025-10-01', '2025-12-31'));
  expect(namedPeriod('year', today)).toEqual(period('2026-01-01', '2026-02-03'));
  expect(namedPeriod('last-year', '2025-01-01')).toEqual(period('2024-01-01', '2024-12-31'));
  expect(namedPeriod('last-quarter', '2026-12-31')).toEqual(period('2026-07-01', '2026-09-30'));
});

test('months of a period, and the month another one is compared with', () => {
  expect(monthsIn(period('2025-11-20', '2026-02-01'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(matchMonth('2024-02', period('2024-01-01', '2024-12-31'), period('2025-01-01', '2025-12-31'))).toBe('2025-02');
  expect(matchMonth('2025-12', period('2025-10-01', '2025-12-31'), period('2026-01-01', '2026-03-31'))).toBe('2026-03');
});

test('what is no period says why', () => {
  expect(periodRefusal(period('2026-02-30', '2026-03-01'))).toContain('不是有效的日期');
  expect(periodRefusal(period('2026-03-02', '2026-03-01'))).toContain('早于起日');
  expect(periodRefusal(period('1990-01-01', '2026-03-01'))).toContain('三十年');
  expect(periodRefusal(period('2026-03-01', '2026-03-01'))).toBeNull();
});
