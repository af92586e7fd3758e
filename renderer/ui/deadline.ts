import { daysBetween } from './format.ts';

export type DeadlineLevel = 'running' | 'near' | 'overdue' | 'met';

export interface DeadlineFace {
  readonly level: DeadlineLevel;
  readonly text: string;
}

/** Days before the due date from which a term counts as near. */
export const NEAR_DAYS = 10;

/** What a tag says of a term of which only the due date is known: calendar days, so that no list claims working days. */
export function deadlineFace(dueOn: string, today: string): DeadlineFace {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { level: 'overdue', text: `已逾期 ${-days} 天` };
  if (days === 0) return { level: 'near', text: '今天到期' };
  return { level: days <= NEAR_DAYS ? 'near' : 'running', text: `剩 ${days} 天` };
}

/** The same where the procedure's own counting is known (`remaining` in `unit`, from `deadlines()`). */
export function countedFace(level: DeadlineLevel, remaining: number, unit: string): DeadlineFace {
  if (level === 'met') return { level, text: '已完成' };
  if (level === 'overdue') return { level, text: `已逾期 ${Math.abs(remaining)} 个${unit}` };
  return { level, text: remaining === 0 ? '今天到期' : `剩 ${remaining} 个${unit}` };
}
