import { ok, type Result } from '../../../contract/result.ts';
import type { Settings } from '../../setting/settings.ts';
import type { WorkCalendar } from '../calendar.ts';
import type { LimitKey } from '../limits.ts';
import { countTerm, type Term } from '../term.ts';

export interface DeadlineContext {
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
}

/** A term that matters to a case now, and whether nothing is owed any more. */
export interface Running {
  readonly term: Result<Term>;
  readonly met: boolean;
}

/** A term counted from its start; `changes` say which one it is or name its event. */
export function running(key: LimitKey, start: string, met: boolean, context: DeadlineContext, changes: Partial<Term> = {}): Running {
  const term = countTerm(key, start, context.calendar);
  return { term: term.ok ? ok({ ...term.value, ...changes }) : term, met };
}
