import { describe, expect, it } from 'vitest';
import { BOARD_COLUMN_KEYS, boardBounds, columnOf, columnRange, kindOf } from '#shared/domain/time-limit/board.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { CALENDAR_2026 } from '#tests/helpers/cases.ts';

describe('columns of the board of deadlines', () => {
  it('counts three working days over a weekend: Friday 20 March 2026 reaches Wednesday the 25th', () => {
    expect(boardBounds(CALENDAR_2026, '2026-03-20')).toEqual({ today: '2026-03-20', soonUntil: '2026-03-25', nearUntil: '2026-03-30' });
  });

  it('lets the third column reach beyond ten days around the Spring Festival, and the fourth be empty', () => {
    // Friday 13 February; the 14th is a make-up day, 15–23 February off: working days are the 14th, 24th and 25th.
    const bounds = boardBounds(CALENDAR_2026, '2026-02-13');
    expect(bounds).toEqual({ today: '2026-02-13', soonUntil: '2026-02-25', nearUntil: '2026-02-25' });
    const { from, to } = columnRange('near', bounds);
    expect(from > to).toBe(true);
  });

  it('counts plain days where the calendar has run out', () => {
    expect(boardBounds(CALENDAR_2026, '2026-12-31').soonUntil).toBe('2027-01-03');
  });

  it('puts every day into exactly one column, as its range says', () => {
    const bounds = boardBounds(CALENDAR_2026, '2026-09-28');
    for (let day = -40; day < 60; day += 1) {
      const date = addCalendarDays('2026-09-28', day);
      const ranges = BOARD_COLUMN_KEYS.filter((column) => { const { from, to } = columnRange(column, bounds); return from <= date && date <= to; });
      expect(ranges).toEqual([columnOf(date, bounds)]);
    }
  });

  it('names the kind of a limit without what it is about', () => {
    expect(kindOf('延期、分期缴纳：罚款（第2期）')).toBe('延期、分期缴纳');
    expect(kindOf('办案期限')).toBe('办案期限');
  });
});
