import { ok, type Result } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { daysBetween, workingDaysBetween } from './count.ts';
import { explain } from './explain.ts';
import { type Duty, isVerified, LIMITS, type Limit, type LimitKey, type TermUnit } from './limits.ts';
import { investigationTerms } from './running/investigation.ts';
import { performanceTerms } from './running/performance.ts';
import type { DeadlineContext, Running } from './running/running.ts';
import { excludesPublication, type Term } from './term.ts';

export type { DeadlineContext } from './running/running.ts';

export interface Deadline {
  /** Unique among the terms of a case, e.g. `instalment:罚款（第2期）`. */
  readonly id: string;
  readonly key: LimitKey;
  readonly label: string;
  readonly startOn: string;
  readonly dueOn: string;
  /** `met`: done in time or late, or a right or wait whose term has ended; nothing is owed any more. */
  readonly state: 'running' | 'near' | 'overdue' | 'met';
  /** Working days or days left until and including `dueOn`; negative when past. Months and years are given in days. */
  readonly remaining: number;
  readonly unit: TermUnit;
  readonly duty: Duty;
  readonly article: string;
  /** `false`: article or term unverified, to be shown as「未核实」. */
  readonly verified: boolean;
  /** How the day came about: event, rule, article, days, what was excluded. */
  readonly explanation: string;
}

/** Terms that tell what may come, not what is owed: they never lead a list. An archive's day and a channel's own terms are the bureau's targets. */
const INFORMATIVE: ReadonlySet<LimitKey> = new Set<LimitKey>(['reconsideration', 'suit', 'suitAfterReconsideration', 'archiving', 'sla', 'surchargeStart', 'surchargeCap', 'policeReview']);

function* runningTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  yield* investigationTerms(file, context);
  yield* performanceTerms(file, context);
}

/** Units before the end from which a term counts as near: short terms 3, long ones 10. */
function nearFrom(limit: Limit): number {
  const long = limit.unit === 'months' || limit.unit === 'years' || limit.amount > 20;
  return limit.nearFrom ?? (long ? 10 : 3);
}

/** What is done stays done where today lies beyond the maintained years: its days are then only those of the calendar. */
function remainingOf(term: Term, limit: Limit, met: boolean, context: DeadlineContext): Result<number> {
  const days = daysBetween(context.today, term.dueOn);
  if (limit.unit !== 'working-days') return ok(days);
  const counted = workingDaysBetween(context.calendar, context.today, term.dueOn);
  return counted.ok || !met ? counted : ok(days);
}

function stateOf(term: Term, limit: Limit, met: boolean, remaining: number, today: string): Deadline['state'] {
  if (met) return 'met';
  if (today > term.dueOn) return limit.duty === 'right' || limit.duty === 'wait' ? 'met' : 'overdue';
  return remaining <= nearFrom(limit) ? 'near' : 'running';
}

/** A term as screens show it. */
export function deadlineOf(running: Running, file: CaseFile, context: DeadlineContext): Result<Deadline> {
  if (!running.term.ok) return running.term;
  const term = running.term.value;
  const limit: Limit = LIMITS[term.key];
  const remaining = remainingOf(term, limit, running.met, context);
  if (!remaining.ok) return remaining;
  return ok({
    id: term.subject === undefined ? term.key : `${term.key}:${term.subject}`,
    key: term.key,
    label: labelOf(term, limit),
    startOn: term.startOn,
    dueOn: term.dueOn,
    state: stateOf(term, limit, running.met, remaining.value, context.today),
    remaining: remaining.value,
    unit: limit.unit === 'working-days' ? 'working-days' : 'calendar-days',
    duty: limit.duty,
    article: limit.article,
    verified: isVerified(limit) && !(term.key === 'case' && excludesPublication(file)),
    explanation: explain(term, limit, file),
  });
}

function labelOf(term: Term, limit: Limit): string {
  return term.subject === undefined ? limit.label : `${limit.label}：${term.subject}`;
}

/** Several measures of one kind are told apart by their order. */
function distinct(found: readonly Deadline[]): readonly Deadline[] {
  const seen = new Map<string, number>();
  return found.map((deadline) => {
    const count = (seen.get(deadline.id) ?? 0) + 1;
    seen.set(deadline.id, count);
    return count === 1 ? deadline : { ...deadline, id: `${deadline.id}#${String(count)}` };
  });
}

/**
 * The terms of a case as it stands: computed from the file alone, so that a corrected event moves them. Refuses with
 * `CALENDAR_NOT_MAINTAINED` where working days would have to be counted beyond the maintained years;
 * `details.countable` then holds the terms that could be counted.
 */
export function deadlines(file: CaseFile, context: DeadlineContext): Result<readonly Deadline[]> {
  const results = [...runningTerms(file, context)].map((running) => deadlineOf(running, file, context));
  const countable = distinct(results.flatMap((result) => (result.ok ? [result.value] : [])));
  const refused = results.find((result) => !result.ok);
  if (refused === undefined || refused.ok) return ok(countable);
  return { ok: false, error: { ...refused.error, details: { ...refused.error.details, countable } } };
}

/**
 * The next duty to fall due, for lists and the server's `due_on` column; `null` without one. Counts no remaining days,
 * and passes over what cannot be counted, so it is cheap enough for every row of an import.
 */
export function nextDeadline(file: CaseFile, context: DeadlineContext): { readonly dueOn: string; readonly label: string } | null {
  let next: { dueOn: string; label: string } | null = null;
  for (const { term, met } of runningTerms(file, context)) {
    if (met || !term.ok || INFORMATIVE.has(term.value.key)) continue;
    const limit: Limit = LIMITS[term.value.key];
    if (limit.duty === 'other' || (limit.duty === 'right' || limit.duty === 'wait') && term.value.dueOn < context.today) continue;
    if (next === null || term.value.dueOn < next.dueOn) next = { dueOn: term.value.dueOn, label: labelOf(term.value, limit) };
  }
  return next;
}
