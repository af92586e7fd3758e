import { ok, type Result } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { EXCLUSION_KINDS, type Measure } from '../case-file/side-lines.ts';
import type { WorkCalendar } from './calendar.ts';
import { addCalendarDays, addMonths, addWorkingDays, type Exclusion, rollForward, standstill } from './count.ts';
import { shanghaiMinute } from './days.ts';
import { LIMITS, type Limit, type LimitKey, PROSECUTION_YEARS_HARM, VERIFICATION_EXTENSION_DAYS } from './limits.ts';

/** A term with its last day, before anyone asks how much of it is left. */
export interface Term {
  readonly key: LimitKey;
  readonly startOn: string;
  readonly dueOn: string;
  /** In the limit's unit, extensions included. */
  readonly amount: number;
  /** Days it stood still. */
  readonly excluded: number;
  /** The last day could not be moved off rest days, because its year's calendar is not maintained yet. */
  readonly rollUnknown: boolean;
  /** The last day as counted, where it fell on a rest day or holiday and moved. */
  readonly rolledFrom?: string;
  /** What it stood still for, e.g. `听证、鉴定`. */
  readonly excludedFor?: string;
  /** Local minute the term ends, where it is counted in hours. */
  readonly dueAt?: string;
  /** Which of several of its kind, e.g. `第2期`. */
  readonly subject?: string;
  /** Says the event in place of the limit's own words. */
  readonly startEvent?: string;
  /** Says the whole rule in place of the usual sentence, where the day was not counted forward. */
  readonly rule?: string;
}

interface Spread {
  readonly extended: number;
  readonly excluded: number;
}

const NONE: Spread = { extended: 0, excluded: 0 };

/**
 * The last day of a limit from its start: a day, or for hours a local minute. Refuses working days beyond the
 * maintained calendar; other units only tell that a roll-forward is not known yet.
 */
export function countTerm(key: LimitKey, start: string, calendar: WorkCalendar, spread: Spread = NONE): Result<Term> {
  const limit: Limit = LIMITS[key];
  const amount = limit.amount + spread.extended;
  const base = { key, startOn: start.slice(0, 10), amount, excluded: spread.excluded, rollUnknown: false };
  if (limit.unit === 'hours') {
    const dueAt = minutesLater(start, amount * 60);
    return ok({ ...base, dueOn: dueAt.slice(0, 10), dueAt });
  }
  if (limit.unit === 'working-days') {
    const due = addWorkingDays(calendar, start, amount);
    return due.ok ? ok({ ...base, dueOn: due.value }) : due;
  }
  const last = lastDay(limit, start, amount + (limit.unit === 'calendar-days' ? spread.excluded : 0));
  if (!limit.rollForward) return ok({ ...base, dueOn: last });
  const rolled = rollForward(calendar, last);
  // The count itself needs no calendar; only whether the last day is a holiday is not known yet.
  if (!rolled.ok) return ok({ ...base, dueOn: last, rollUnknown: true });
  return ok({ ...base, dueOn: rolled.value, ...(rolled.value === last ? {} : { rolledFrom: last }) });
}

function minutesLater(minute: string, minutes: number): string {
  return shanghaiMinute(new Date(Date.parse(`${minute}:00+08:00`) + minutes * 60_000).toISOString());
}

function lastDay(limit: Limit, startOn: string, amount: number): string {
  if (limit.unit === 'calendar-days') return addCalendarDays(startOn, amount);
  return addMonths(startOn, limit.unit === 'months' ? amount : amount * 12);
}

/**
 * The 90-day term with its extensions, without suspensions and the time of hearing, test, appraisal and publication;
 * `null` before filing (Administrative Penalty Law, art. 60; O55). It stops with the decision, and begins anew with a round
 * that a remedy or a reopening began.
 */
export function caseTerm(file: CaseFile, calendar: WorkCalendar, today: string): Result<Term> | null {
  return termFromFiling('case', LIMITS.case.amount, file, calendar, today);
}

/** The days a channel allows itself, counted as those of the case term; `null` before filing. */
export function channelTerm(days: number, file: CaseFile, calendar: WorkCalendar, today: string): Result<Term> | null {
  return termFromFiling('sla', days, file, calendar, today);
}

function termFromFiling(key: 'case' | 'sla', days: number, file: CaseFile, calendar: WorkCalendar, today: string): Result<Term> | null {
  if (file.filedOn === null) return null;
  const start = file.roundFrom ?? file.filedOn;
  const extended = file.extensionDays.reduce((total, days) => total + days, 0);
  const stops = [...file.suspensions, ...(file.exclusions ?? [])];
  const amount = days + extended;
  const excluded = standstill(stops, start, amount, file.decidedOn ?? today);
  const term = countTerm(key, start, calendar, { extended: amount - LIMITS[key].amount, excluded });
  if (!term.ok) return term;
  const event = file.roundFrom === undefined ? {} : { startEvent: '重新办理' };
  return ok({ ...term.value, ...event, ...(excluded > 0 ? { excludedFor: stopLabels(file) } : {}) });
}

function stopLabels(file: CaseFile): string {
  const kinds = (file.exclusions ?? []).map((exclusion) => EXCLUSION_KINDS[exclusion.kind]);
  return [...new Set([...(file.suspensions.length > 0 ? ['中止调查'] : []), ...kinds])].join('、');
}

/** Whether days of publication were taken off the case term: O55 names hearing, test and appraisal only (unverified). */
export function excludesPublication(file: CaseFile): boolean {
  return (file.exclusions ?? []).some((exclusion) => exclusion.kind === 'publication');
}

/** The 5 working days after service of the notice; `null` before it. */
export function defenceTerm(file: CaseFile, calendar: WorkCalendar): Result<Term> | null {
  return file.notifiedOn === null ? null : countTerm('defence', file.notifiedOn, calendar);
}

export function verificationTerm(file: CaseFile, calendar: WorkCalendar): Result<Term> {
  return countTerm('verification', file.clue.receivedOn, calendar, { extended: file.verificationExtended ? VERIFICATION_EXTENSION_DAYS : 0, excluded: 0 });
}

/** The day by which the act had to be discovered: two years, or five where harm was done (art. 36). */
export function prosecutionTerm(file: CaseFile, calendar: WorkCalendar): Result<Term> | null {
  if (file.actOn === null) return null;
  const extended = file.fiveYearLimitation === true ? PROSECUTION_YEARS_HARM - LIMITS.prosecution.amount : 0;
  return countTerm('prosecution', file.actOn, calendar, { extended, excluded: 0 });
}

/** The day set by the corrective order is its own term. */
export function correctionTerm(file: CaseFile): Term | null {
  const order = file.correctiveOrder;
  if (order === null || order.dueOn === '') return null;
  return { key: 'correction', startOn: order.servedOn || order.dueOn, dueOn: order.dueOn, amount: 0, excluded: 0, rollUnknown: false };
}

/**
 * The term of a preservation (7 working days, art. 56), or of a sealing or seizure (30 days and once 30 more, test and
 * appraisal not counted; Administrative Coercion Law, art. 25). `null` until it is carried out.
 */
export function measureTerm(measure: Measure, exclusions: CaseFile['exclusions'], calendar: WorkCalendar, today: string): Result<Term> | null {
  if (measure.startedOn === null) return null;
  if (measure.kind === 'preservation') return countTerm('preservation', measure.startedOn, calendar);
  const tests: readonly Exclusion[] = (exclusions ?? []).filter((exclusion) => exclusion.kind === 'test' || exclusion.kind === 'appraisal');
  const extended = measure.extendedDays;
  const excluded = standstill(tests, measure.startedOn, LIMITS.sealing.amount + extended, measure.settledOn ?? today);
  const term = countTerm('sealing', measure.startedOn, calendar, { extended, excluded });
  return term.ok && excluded > 0 ? ok({ ...term.value, excludedFor: '检测、检验、鉴定' }) : term;
}
