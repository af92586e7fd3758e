import type { Deferral } from '../case-file/side-lines.ts';
import type { WorkCalendar } from '../time-limit/calendar.ts';
import { chineseDate, dateOf, dayNumber } from '../time-limit/days.ts';
import { formatYuan } from './amount.ts';
import { type Due, deferralOn, matchPayments, type MoneyFile, paymentDueOn, schedule } from './schedule.ts';

/** 3 % a day (Administrative Penalty Law, art. 72(1)). */
export const SURCHARGE_PERCENT = 3;
export const SURCHARGE_ARTICLE = '行政处罚法第七十二条第一款第一项、第七十三条第三款';

export interface Surcharge {
  /** First day that costs something; `null` while nothing was overdue. */
  readonly startOn: string | null;
  /** Days counted, `startOn` and today (or the day of payment) included, frozen ones not. */
  readonly days: number;
  /** Overdue days left out: reconsideration, suit. */
  readonly frozenDays: number;
  readonly fen: number;
  /** The fine: the surcharge never exceeds it. */
  readonly capFen: number;
  /** The day the cap was reached. */
  readonly cappedOn: string | null;
  /** How the sum came about, in one sentence. */
  readonly explanation: string;
}

interface Accrual {
  startOn: string | null;
  days: number;
  frozenDays: number;
  /** Overdue fen, added up over the days counted. */
  fenDays: number;
  cappedOn: string | null;
}

/**
 * The surcharge for late payment up to and including `today`: 3 % a day of the fine that is overdue and unpaid at the
 * beginning of the day, at most the fine itself, standing still during reconsideration and suit. Under an approved
 * deferral only a missed row is overdue. Fractions of a fen are dropped.
 */
export function surcharge(file: MoneyFile, calendar: WorkCalendar, today: string): Surcharge {
  const capFen = file.decided?.fineFen ?? 0;
  const accrual = accrue(file, calendar, today, capFen);
  const fen = Math.min(capFen, Math.floor((accrual.fenDays * SURCHARGE_PERCENT) / 100));
  const { startOn, days, frozenDays, cappedOn } = accrual;
  return { startOn, days, frozenDays, fen, capFen, cappedOn, explanation: explain(accrual, fen, capFen, today) };
}

function accrue(file: MoneyFile, calendar: WorkCalendar, today: string, capFen: number): Accrual {
  const accrual: Accrual = { startOn: null, days: 0, frozenDays: 0, fenDays: 0, cappedOn: null };
  const duesOn = duesByDay(file, calendar);
  const dueOn = paymentDueOn(file.servedOn, calendar);
  if (capFen === 0 || dueOn === null) return accrual;
  for (let day = dayNumber(dueOn) + 1; day <= dayNumber(today) && accrual.cappedOn === null; day += 1) {
    const date = dateOf(day);
    addDay(accrual, date, overdueFen(duesOn(date), file, date), frozenOn(file, date), capFen);
  }
  return accrual;
}

/** What was due as seen on a day; counted once for each deferral that was in force. */
function duesByDay(file: MoneyFile, calendar: WorkCalendar): (date: string) => readonly Due[] {
  const counted = new Map<Deferral | undefined, readonly Due[]>();
  return (date) => {
    const deferral = deferralOn(file, date);
    const dues = counted.get(deferral) ?? schedule(file, calendar, date);
    counted.set(deferral, dues);
    return dues;
  };
}

function addDay(accrual: Accrual, date: string, overdue: number, frozen: boolean, capFen: number): void {
  if (overdue === 0) return;
  if (frozen) {
    accrual.frozenDays += 1;
    return;
  }
  accrual.startOn ??= date;
  accrual.days += 1;
  accrual.fenDays += overdue;
  if (accrual.fenDays * SURCHARGE_PERCENT >= capFen * 100) accrual.cappedOn = date;
}

/** The fine that was due before `date` and not paid before it. */
function overdueFen(dues: readonly Due[], file: MoneyFile, date: string): number {
  const { matches } = matchPayments(dues, file.payments.filter((payment) => payment.paidOn < date));
  return dues.reduce((total, due, index) => {
    if (due.kind !== 'fine' || due.dueOn >= date) return total;
    return total + due.fen - (matches[index] ?? []).reduce((sum, match) => sum + match.fen, 0);
  }, 0);
}

/** Reconsideration and suit, from acceptance to the end, both included. */
function frozenOn(file: MoneyFile, date: string): boolean {
  return (file.remedies ?? []).some((remedy) => remedy.acceptedOn <= date && (remedy.endedOn === null || date <= remedy.endedOn));
}

function explain(accrual: Accrual, fen: number, capFen: number, today: string): string {
  if (accrual.startOn === null) {
    const frozen = accrual.frozenDays > 0 ? `行政复议、行政诉讼期间${accrual.frozenDays}日不予计算，` : '';
    return `${frozen}截至${chineseDate(today)}没有应当加处的罚款。依据${SURCHARGE_ARTICLE}。`;
  }
  const parts = [`自${chineseDate(accrual.startOn)}起每日按逾期未缴罚款的百分之三加处`, `计${accrual.days}日`];
  if (accrual.frozenDays > 0) parts.push(`行政复议、行政诉讼期间${accrual.frozenDays}日不予计算`);
  parts.push(`共${formatYuan(fen)}元`);
  const cap = accrual.cappedOn === null ? `以罚款本数${formatYuan(capFen)}元为限` : `已于${chineseDate(accrual.cappedOn)}达到罚款本数${formatYuan(capFen)}元，不再增加`;
  return `${parts.join('，')}；${cap}。依据${SURCHARGE_ARTICLE}。`;
}
