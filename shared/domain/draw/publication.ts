import { ok, type Result } from '../../contract/result.ts';
import type { WorkCalendar } from '../time-limit/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../time-limit/count.ts';

/** Results of inspections, those of random ones included, are published within 20 working days (国办发〔2018〕118号; unverified). */
export const PUBLICATION_WORKING_DAYS = 20;
export const PUBLICATION_BASIS = '国办发〔2018〕118号：行政检查结果自作出之日起20个工作日内公示';
const NEAR = 5;

export const PUBLICATION_STATES = { published: '已公示', waiting: '待公示', near: '将到期', overdue: '已超期' } as const;
export type PublicationState = keyof typeof PUBLICATION_STATES;
export const PUBLICATION_STATE_KEYS = Object.keys(PUBLICATION_STATES) as [PublicationState, ...PublicationState[]];

export interface PublicationTerm {
  readonly dueOn: string;
  /** Working days left; negative when overdue. */
  readonly left: number;
  readonly state: PublicationState;
}

/** By when a result given on `resultOn` is published. Refuses with CALENDAR_NOT_MAINTAINED like every term of working days. */
export function publicationTerm(resultOn: string, publishedOn: string | null, calendar: WorkCalendar, today: string): Result<PublicationTerm> {
  const due = addWorkingDays(calendar, resultOn, PUBLICATION_WORKING_DAYS);
  if (!due.ok) return due;
  const left = workingDaysBetween(calendar, today, due.value);
  if (!left.ok) return left;
  const state = publishedOn !== null ? 'published' : today > due.value ? 'overdue' : left.value <= NEAR ? 'near' : 'waiting';
  return ok({ dueOn: due.value, left: left.value, state });
}
