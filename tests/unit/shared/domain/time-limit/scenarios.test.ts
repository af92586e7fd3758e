import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import type { Measure } from '#shared/domain/case-file/side-lines.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { isWorkingDay } from '#shared/domain/time-limit/calendar.ts';
import { addCalendarDays, subtractWorkingDays } from '#shared/domain/time-limit/count.ts';
import { deadlines } from '#shared/domain/time-limit/deadlines.ts';
import { LIMITS } from '#shared/domain/time-limit/limits.ts';
import { caseTerm, countTerm, measureTerm } from '#shared/domain/time-limit/term.ts';
import { FILE_SCENARIOS } from './scenarios/after-decision.ts';
import { CALENDAR_DAY_SCENARIOS, EDGE_SCENARIOS, HOUR_SCENARIOS } from './scenarios/calendar-days.ts';
import { CALENDAR } from './scenarios/calendar.ts';
import { CASE_TERM_SCENARIOS } from './scenarios/case-term.ts';
import { investigated } from './scenarios/file.ts';
import { MEASURE_SCENARIOS } from './scenarios/measures.ts';
import { WORKING_DAY_SCENARIOS } from './scenarios/working-days.ts';

/** Dates worked out by hand from the articles and the notices; see the tables in `scenarios/`. */

describe('the calendar of the scenarios', () => {
  it('agrees with chinese-days on every day of 2024, 2025 and 2026', () => {
    for (let date = '2024-01-01'; date <= '2026-12-31'; date = addCalendarDays(date, 1)) {
      expect([date, isWorkingDay(CALENDAR, date)]).toEqual([date, { ok: true, value: chineseDays.isWorkday(date) }]);
    }
  });
});

it('has at least 150 scenarios', () => {
  const tables = [WORKING_DAY_SCENARIOS, CALENDAR_DAY_SCENARIOS, HOUR_SCENARIOS, EDGE_SCENARIOS, CASE_TERM_SCENARIOS, MEASURE_SCENARIOS, FILE_SCENARIOS];
  expect(tables.reduce((total, table) => total + table.length, 0)).toBeGreaterThanOrEqual(150);
});

describe('working days', () => {
  it.each(WORKING_DAY_SCENARIOS)('%s (%s) from %s ends on %s: %s', (key, article, start, due) => {
    expect(LIMITS[key].article).toContain(article);
    expect(countTerm(key, start, CALENDAR)).toMatchObject({ ok: true, value: { dueOn: due } });
  });
});

describe('calendar days, months and years', () => {
  it.each(CALENDAR_DAY_SCENARIOS)('%s (%s) from %s ends on %s', (key, article, start, due, rolledFrom) => {
    expect(LIMITS[key].article).toContain(article);
    const term = countTerm(key, start, CALENDAR);
    expect(term.ok && [term.value.dueOn, term.value.rolledFrom ?? null]).toEqual([due, rolledFrom]);
  });

  it('does not know the roll-forward beyond the maintained years, but counts', () => {
    expect(countTerm('payment', '2026-12-20', CALENDAR)).toMatchObject({ value: { dueOn: '2027-01-04', rollUnknown: true } });
    expect(countTerm('suit', '2026-08-31', CALENDAR)).toMatchObject({ value: { dueOn: '2027-02-28', rollUnknown: true } });
  });
});

describe('hours', () => {
  it.each(HOUR_SCENARIOS)('%s (%s) from %s ends at %s', (key, article, start, due) => {
    expect(LIMITS[key].article).toContain(article);
    expect(countTerm(key, start, CALENDAR)).toMatchObject({ value: { dueAt: due, dueOn: due.slice(0, 10) } });
  });
});

describe('the edge of the maintained years', () => {
  it.each(EDGE_SCENARIOS)('%s (%s) from %s: %s', (key, article, start, due) => {
    expect(LIMITS[key].article).toContain(article);
    const term = countTerm(key, start, CALENDAR);
    if (typeof due === 'string') expect(term).toMatchObject({ ok: true, value: { dueOn: due } });
    else expect(term).toMatchObject({ ok: false, error: { code: 'CALENDAR_NOT_MAINTAINED', details: { year: due } } });
  });

  it('refuses to count back into a year before the first one', () => {
    expect(subtractWorkingDays(CALENDAR, '2024-01-05', 7)).toMatchObject({ ok: false, error: { details: { year: 2023 } } });
    expect(subtractWorkingDays(CALENDAR, '2024-01-11', 7)).toEqual({ ok: true, value: '2024-01-02' });
  });
});

describe('the case term (行政处罚法第六十条)', () => {
  it.each(CASE_TERM_SCENARIOS)('%s', (_name, changes, today, due, excluded) => {
    expect(caseTerm(investigated(changes), CALENDAR, today)).toMatchObject({ ok: true, value: { dueOn: due, excluded } });
  });
});

describe('preservation, sealing and seizure', () => {
  const measure: Measure = { id: 'measure-1', kind: 'sealing', reason: '', powerClause: '', items: [], place: '', keeper: '', approvedOn: null, startedOn: null, extendedDays: 0, settledOn: null, outcome: null };

  it.each(MEASURE_SCENARIOS)('%s (%s)', (_name, article, changes, exclusions, due) => {
    const term = measureTerm({ ...measure, ...changes }, exclusions, CALENDAR, '2026-04-10');
    expect(term).toMatchObject({ ok: true, value: { dueOn: due } });
    if (term?.ok === true) expect(LIMITS[term.value.key].article).toContain(article);
  });
});

describe('the terms of a case as its file stands', () => {
  it.each(FILE_SCENARIOS)('%s (%s)', (_name, article, file, today, key, due, state) => {
    const all = deadlines(file, { calendar: CALENDAR, settings: DEFAULT_SETTINGS, today });
    if (!all.ok) throw new Error(all.error.message);
    const found = all.value.find((deadline) => deadline.key === key);
    expect(LIMITS[key].article).toContain(article);
    expect(found === undefined ? [null, null] : [found.dueOn, found.state]).toEqual([due, state]);
    if (found !== undefined) expect(found.explanation).toMatch(/^.+。依据.+。$/);
  });
});
