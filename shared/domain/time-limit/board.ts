import type { WorkCalendar } from './calendar.ts';
import { addWorkingDays } from './count.ts';
import { addCalendarDays } from './days.ts';

/** Columns of the board of what falls due, the most urgent first. A case stands in exactly one. */
export const BOARD_COLUMNS = { overdue: '已逾期', today: '今天', soon: '3个工作日内', near: '10日内', later: '以后' } as const;
export type BoardColumn = keyof typeof BOARD_COLUMNS;
export const BOARD_COLUMN_KEYS = Object.keys(BOARD_COLUMNS) as [BoardColumn, ...BoardColumn[]];

/** Three levels of urgency (三色预警); shown with words and signs, never by colour alone. */
export const COLUMN_LEVELS = { overdue: 'overdue', today: 'near', soon: 'near', near: 'near', later: 'running' } as const satisfies Record<BoardColumn, string>;

const SOON_WORKING_DAYS = 3;
const NEAR_DAYS = 10;
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-30';

/** Last days of the columns, included (`YYYY-MM-DD`). */
export interface BoardBounds {
  readonly today: string;
  readonly soonUntil: string;
  readonly nearUntil: string;
}

/** Around a long holiday three working days may reach beyond ten days; without a maintained calendar they are three days. */
export function boardBounds(calendar: WorkCalendar, today: string): BoardBounds {
  const counted = addWorkingDays(calendar, today, SOON_WORKING_DAYS);
  const soonUntil = counted.ok ? counted.value : addCalendarDays(today, SOON_WORKING_DAYS);
  const tenDays = addCalendarDays(today, NEAR_DAYS);
  return { today, soonUntil, nearUntil: tenDays > soonUntil ? tenDays : soonUntil };
}

/** First and last day of a column; where the first lies behind the last the column is empty. */
export function columnRange(column: BoardColumn, { today, soonUntil, nearUntil }: BoardBounds): { readonly from: string; readonly to: string } {
  switch (column) {
    case 'overdue': return { from: FIRST_DAY, to: addCalendarDays(today, -1) };
    case 'today': return { from: today, to: today };
    case 'soon': return { from: addCalendarDays(today, 1), to: soonUntil };
    case 'near': return { from: addCalendarDays(soonUntil, 1), to: nearUntil };
    case 'later': return { from: addCalendarDays(nearUntil, 1), to: LAST_DAY };
  }
}

export function columnOf(dueOn: string, { today, soonUntil, nearUntil }: BoardBounds): BoardColumn {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  if (dueOn <= soonUntil) return 'soon';
  return dueOn <= nearUntil ? 'near' : 'later';
}

/** Separates the kind of a term from what it is about, e.g. `延期、分期缴纳：罚款（第2期）`. */
export const KIND_SEPARATOR = '：';

/** The kind of limit behind a label of a list. */
export function kindOf(label: string): string {
  return label.split(KIND_SEPARATOR)[0] ?? label;
}
