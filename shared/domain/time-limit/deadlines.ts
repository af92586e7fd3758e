import { ok, type Result } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { hearingRequired } from '../case-file/hearing.ts';
import type { Stage } from '../procedure/stages.ts';
import type { Settings } from '../setting/settings.ts';
import type { WorkCalendar } from './calendar.ts';
import { daysBetween, workingDaysBetween } from './count.ts';
import { chineseDate } from './days.ts';
import { LIMITS, type Limit, type LimitKey, type TermUnit, UNIT_LABELS } from './limits.ts';
import { caseTerm, correctionTerm, countTerm, type Term, verificationTerm } from './term.ts';

export interface Deadline {
  readonly key: LimitKey;
  readonly label: string;
  readonly startOn: string;
  readonly dueOn: string;
  /** `met`: done in time or late, or a right whose term has ended; nothing is owed any more. */
  readonly state: 'running' | 'near' | 'overdue' | 'met';
  /** Working days or days left until and including `dueOn`; negative when past. Months and years are given in days. */
  readonly remaining: number;
  readonly unit: TermUnit;
  readonly article: string;
  /** `false`: article or term unverified, to be shown as「未核实」. */
  readonly verified: boolean;
  /** How the day came about: event, rule, article, days, what was excluded. */
  readonly explanation: string;
}

export interface DeadlineContext {
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
}

/** A term that matters to a case now, and whether it is already satisfied. */
interface Running {
  readonly term: Result<Term>;
  readonly met: boolean;
}

const BEFORE_FILING: readonly Stage[] = ['CLUE', 'VERIFY', 'FILING'];
const WITHIN_DEFENCE: readonly Stage[] = ['NOTIFIED', 'DEFENCE'];

/** Days before the end from which a term counts as near: short terms 3, long ones 10. */
function nearFrom(limit: Limit): number {
  return limit.unit !== 'months' && limit.amount <= 20 ? 3 : 10;
}

/** Terms of the authority and of the party that are of interest in the case's stage, in the order of the line. */
function* runningTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  const { calendar, today } = context;
  if (BEFORE_FILING.includes(file.stage)) yield { term: verificationTerm(file, calendar), met: file.stage === 'FILING' };
  const correction = correctionTerm(file);
  if (correction !== null) yield { term: ok(correction), met: file.correctiveOrder?.corrected === true || file.correctiveOrder?.recheckedOn !== '' };
  const whole = caseTerm(file, calendar, today);
  if (whole !== null && file.stage !== 'NOFILE') yield { term: whole, met: file.decidedOn !== null };
  yield* noticeTerms(file, context);
  if (file.stage === 'LEGAL') yield { term: countTerm('review', file.stageSince, calendar), met: false };
  yield* decisionTerms(file, context);
}

function* noticeTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  if (file.notifiedOn === null || !WITHIN_DEFENCE.includes(file.stage)) return;
  const waived = file.waiverEvidenceId !== null;
  yield { term: countTerm('defence', file.notifiedOn, context.calendar), met: waived };
  if (hearingRequired(file, context.settings)) yield { term: countTerm('hearing', file.notifiedOn, context.calendar), met: waived };
}

function* decisionTerms(file: CaseFile, context: DeadlineContext): Generator<Running> {
  const { calendar } = context;
  if (file.decidedOn !== null && file.stage === 'DECIDED') yield { term: countTerm('service', file.decidedOn, calendar), met: false };
  if (file.servedOn !== null && file.closedOn === null) {
    if (amountOwed(file) > 0) yield { term: countTerm('payment', file.servedOn, calendar), met: paid(file) >= amountOwed(file) };
    yield { term: countTerm('reconsideration', file.servedOn, calendar), met: false };
    yield { term: countTerm('suit', file.servedOn, calendar), met: false };
  }
  if (file.closingGroundOn !== null) yield { term: countTerm('closing', file.closingGroundOn, calendar), met: file.closedOn !== null };
}

function amountOwed(file: CaseFile): number {
  return (file.decided?.fineFen ?? 0) + (file.decided?.confiscationFen ?? 0);
}

function paid(file: CaseFile): number {
  return file.payments.reduce((total, payment) => total + payment.amountFen, 0);
}

function remainingOf(term: Term, limit: Limit, context: DeadlineContext): Result<number> {
  if (limit.unit !== 'working-days') return ok(daysBetween(context.today, term.dueOn));
  return workingDaysBetween(context.calendar, context.today, term.dueOn);
}

function stateOf(term: Term, limit: Limit, met: boolean, remaining: number, today: string): Deadline['state'] {
  if (met) return 'met';
  if (today > term.dueOn) return limit.duty === 'right' ? 'met' : 'overdue';
  return remaining <= nearFrom(limit) ? 'near' : 'running';
}

function explain(term: Term, limit: Limit, file: CaseFile): string {
  if (term.key === 'correction') return `责令改正通知书载明的改正期限至${chineseDate(term.dueOn)}。依据${limit.article}。`;
  const rest = limit.unit === 'working-days' ? '（不含休息日和法定节假日）' : '';
  const parts = [`自${limit.startEvent}（${chineseDate(term.startOn)}）次日起算${term.amount}${UNIT_LABELS[limit.unit]}${rest}`];
  if (term.key === 'case' && file.extensionDays.length > 0) parts.push(`其中含批准延长${file.extensionDays.join('日、')}日`);
  if (term.key === 'verification' && file.verificationExtended) parts.push('其中含批准延长10个工作日');
  if (term.excluded > 0) parts.push(`另扣除中止调查${term.excluded}日`);
  parts.push(`至${chineseDate(term.dueOn)}届满`);
  const roll = term.rollUnknown ? '该日所在年度的节假日日历未维护，遇节假日是否顺延待日历导入后确定。' : limit.rollForward && limit.unit !== 'working-days' ? '届满日遇休息日、节假日的，已顺延至下一工作日。' : '';
  return `${parts.join('，')}。${roll}依据${limit.article}${limit.evidence === 'V' ? '' : '（条文未核实）'}。`;
}

function toDeadline(running: Running, file: CaseFile, context: DeadlineContext): Result<Deadline> {
  if (!running.term.ok) return running.term;
  const term = running.term.value;
  const limit: Limit = LIMITS[term.key];
  const remaining = remainingOf(term, limit, context);
  if (!remaining.ok) return remaining;
  return ok({
    key: term.key,
    label: limit.label,
    startOn: term.startOn,
    dueOn: term.dueOn,
    state: stateOf(term, limit, running.met, remaining.value, context.today),
    remaining: remaining.value,
    unit: limit.unit === 'working-days' ? 'working-days' : 'calendar-days',
    article: limit.article,
    verified: limit.evidence === 'V',
    explanation: explain(term, limit, file),
  });
}

/**
 * The terms of a case in its stage. Refuses with `CALENDAR_NOT_MAINTAINED` where working days would have to be counted
 * beyond the maintained years; `details.countable` then holds the terms that could be counted.
 */
export function deadlines(file: CaseFile, context: DeadlineContext): Result<readonly Deadline[]> {
  const results = [...runningTerms(file, context)].map((running) => toDeadline(running, file, context));
  const countable = results.flatMap((result) => (result.ok ? [result.value] : []));
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
    if (met || !term.ok) continue;
    const limit: Limit = LIMITS[term.value.key];
    const ended = limit.duty === 'right' && term.value.dueOn < context.today;
    const informative = term.value.key === 'reconsideration' || term.value.key === 'suit';
    if (!ended && !informative && (next === null || term.value.dueOn < next.dueOn)) next = { dueOn: term.value.dueOn, label: limit.label };
  }
  return next;
}
