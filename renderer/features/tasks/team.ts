import type { TeamRow } from '#shared/contract/task-views.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { TaskState } from '#shared/domain/task/task.ts';

export interface Member {
  readonly row: TeamRow;
  readonly name: string;
  readonly unit: string;
  readonly open: number;
}

function openOf({ states }: TeamRow): number {
  return Object.values(states).reduce((sum, n) => sum + n, 0);
}

/** Everyone of the team, also who has nothing to do: most overdue first, then by unit and name. */
export function withIdle(rows: readonly TeamRow[], team: readonly Officer[], officers: ReadonlyMap<string, Officer>): readonly Member[] {
  const idle = team.filter((officer) => !rows.some((row) => row.officerId === officer.id)).map((officer): TeamRow => ({ officerId: officer.id, states: {}, overdue: 0, today: 0, nextDueOn: null }));
  return [...rows, ...idle]
    .map((row) => ({ row, name: officers.get(row.officerId)?.name ?? '（未知）', unit: officers.get(row.officerId)?.unitName ?? '', open: openOf(row) }))
    .sort((one, other) => other.row.overdue - one.row.overdue || one.unit.localeCompare(other.unit, 'zh-CN') || one.name.localeCompare(other.name, 'zh-CN'));
}

/** Sums over the rows; a task with two officers counts for both. */
export function totals(rows: readonly TeamRow[]): { readonly states: Readonly<Partial<Record<TaskState, number>>>; readonly open: number; readonly overdue: number; readonly today: number } {
  const states: Partial<Record<TaskState, number>> = {};
  for (const row of rows) for (const [state, n] of Object.entries(row.states) as [TaskState, number][]) states[state] = (states[state] ?? 0) + n;
  const sum = (pick: (row: TeamRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  return { states, open: sum(openOf), overdue: sum((row) => row.overdue), today: sum((row) => row.today) };
}
