import { describe, expect, it } from 'vitest';
import { monthDays, monthRange, shiftMonth } from '#renderer/features/tasks/month.ts';
import { totals, withIdle } from '#renderer/features/tasks/team.ts';
import { CALENDAR_2026, OFFICERS } from '#tests/helpers/world.ts';
import { item } from './items.ts';

describe('the month', () => {
  it('is whole weeks from Monday', () => {
    expect(monthRange('2026-11')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(monthRange('2027-02')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });

  it('knows the holidays and the days made up', () => {
    const rest = monthDays('2026-10', [], CALENDAR_2026).filter((day) => day.inMonth && day.rest).map((day) => day.date.slice(8));
    // 1–7 October are holidays and Saturday the 10th is worked (国办发明电〔2025〕7号).
    expect(rest).toEqual(['01', '02', '03', '04', '05', '06', '07', '11', '17', '18', '24', '25', '31']);
    expect(monthDays('2026-10', [], null).find((day) => day.date === '2026-10-01')?.rest).toBe(false);
  });

  it('shows visits, then what is due: the order before the task', () => {
    const days = monthDays('2026-11', [
      item('a', { plannedOn: '2026-11-24', dueOn: '2026-11-24' }), item('b', { state: 'rectify', plannedOn: '2026-11-03', dueOn: '2026-11-10', orderDueOn: '2026-11-24' }),
      item('c', { state: 'done', plannedOn: '2026-11-24', dueOn: '2026-11-24' }), item('d', { state: 'cancelled', plannedOn: '2026-11-24' }),
    ], CALENDAR_2026);
    const on = (date: string): readonly string[] => days.find((day) => day.date === date)?.entries.map(({ kind, item: { id } }) => `${kind} ${id}`) ?? [];
    expect(on('2026-11-24')).toEqual(['visit a', 'visit c', 'due a', 'due b']);
    expect([on('2026-11-03'), on('2026-11-10')]).toEqual([['visit b'], []]);
  });
});

describe('the team', () => {
  const rows = [
    { officerId: 'officer-1', states: { assigned: 2, rectify: 1 }, overdue: 0, today: 1, nextDueOn: '2026-11-25' },
    { officerId: 'officer-2', states: { accepted: 1 }, overdue: 1, today: 0, nextDueOn: '2026-11-19' },
  ];
  const officers = new Map(OFFICERS.map((officer) => [officer.id, officer]));

  it('lists who has nothing to do beside who has too much', () => {
    const members = withIdle(rows, OFFICERS.filter(({ id }) => id === 'officer-1' || id === 'officer-3'), officers);
    expect(members.map(({ name, open }) => [name, open])).toEqual([['乙协办', 1], ['丙执法', 0], ['甲承办', 3]]);
  });

  it('adds up', () => {
    expect(totals(rows)).toEqual({ states: { assigned: 2, rectify: 1, accepted: 1 }, open: 4, overdue: 1, today: 1 });
  });
});
