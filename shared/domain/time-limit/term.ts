import { ok, type Result } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import type { WorkCalendar } from './calendar.ts';
import { addCalendarDays, addMonths, addWorkingDays, excludedDays, rollForward } from './count.ts';
import { LIMITS, type Limit, type LimitKey, VERIFICATION_EXTENSION_DAYS } from './limits.ts';

/** A term with its last day, before anyone asks how much of it is left. */
export interface Term {
  readonly key: LimitKey;
  readonly startOn: string;
  readonly dueOn: string;
  /** Days or working days in the limit's unit, extensions included. */
  readonly amount: number;
  /** Days it stood still. */
  readonly excluded: number;
  /** The last day could not be moved off rest days, because its year's calendar is not maintained yet. */
  readonly rollUnknown: boolean;
}

interface Spread {
  readonly extended: number;
  readonly excluded: number;
}

const NONE: Spread = { extended: 0, excluded: 0 };

/** The last day of a limit from its start day. Refuses working days beyond the maintained calendar. */
export function countTerm(key: LimitKey, startOn: string, calendar: WorkCalendar, spread: Spread = NONE): Result<Term> {
  const limit: Limit = LIMITS[key];
  const amount = limit.amount + spread.extended;
  const base = { key, startOn, amount, excluded: spread.excluded, rollUnknown: false };
  if (limit.unit === 'working-days') {
    const due = addWorkingDays(calendar, startOn, amount);
    return due.ok ? ok({ ...base, dueOn: due.value }) : due;
  }
  const last = lastDay(limit, startOn, amount + (limit.unit === 'calendar-days' ? spread.excluded : 0));
  if (!limit.rollForward) return ok({ ...base, dueOn: last });
  const rolled = rollForward(calendar, last);
  // The count itself needs no calendar; only whether the last day is a holiday is not known yet.
  return ok(rolled.ok ? { ...base, dueOn: rolled.value } : { ...base, dueOn: last, rollUnknown: true });
}

function lastDay(limit: Limit, startOn: string, amount: number): string {
  if (limit.unit === 'calendar-days') return addCalendarDays(startOn, amount);
  return addMonths(startOn, limit.unit === 'months' ? amount : amount * 12);
}

/** The 90-day term with its extensions and without suspensions; `null` before filing (Administrative Penalty Law, art. 60). */
export function caseTerm(file: CaseFile, calendar: WorkCalendar, today: string): Result<Term> | null {
  if (file.filedOn === null) return null;
  const extended = file.extensionDays.reduce((total, days) => total + days, 0);
  return countTerm('case', file.filedOn, calendar, { extended, excluded: excludedDays(file.suspensions, today) });
}

/** The 5 working days after service of the notice; `null` before it. */
export function defenceTerm(file: CaseFile, calendar: WorkCalendar): Result<Term> | null {
  return file.notifiedOn === null ? null : countTerm('defence', file.notifiedOn, calendar);
}

export function verificationTerm(file: CaseFile, calendar: WorkCalendar): Result<Term> {
  return countTerm('verification', file.clue.receivedOn, calendar, { extended: file.verificationExtended ? VERIFICATION_EXTENSION_DAYS : 0, excluded: 0 });
}

/** The day set by the corrective order is its own term. */
export function correctionTerm(file: CaseFile): Term | null {
  const order = file.correctiveOrder;
  if (order === null || order.dueOn === '') return null;
  return { key: 'correction', startOn: order.servedOn || order.dueOn, dueOn: order.dueOn, amount: 0, excluded: 0, rollUnknown: false };
}
