import type { CaseFile, Payment } from '../case-file/case-file.ts';
import type { Deferral, Instalment } from '../case-file/side-lines.ts';
import type { WorkCalendar } from '../time-limit/calendar.ts';
import { addCalendarDays, rollForward } from '../time-limit/count.ts';
import { LIMITS } from '../time-limit/limits.ts';

/** What a decision lets fall due, in the order in which money of one day is matched. */
export const DUE_KINDS = { fine: '罚款', confiscation: '没收违法所得', surcharge: '加处罚款' } as const;
export type DueKind = keyof typeof DUE_KINDS;
const ORDER: Readonly<Record<DueKind, number>> = { fine: 0, confiscation: 1, surcharge: 2 };

/** A sum and the last day to pay it. */
export interface Due {
  readonly kind: DueKind;
  /** e.g. `罚款`, `罚款（第2期）`. */
  readonly label: string;
  readonly dueOn: string;
  readonly fen: number;
}

/** What a case must hold for its money to be counted. */
export type MoneyFile = Pick<CaseFile, 'decided' | 'servedOn' | 'payments' | 'deferral' | 'formerDeferrals' | 'remedies' | 'agreement'>;

/** The 15th day after service, moved off rest days as far as the calendar reaches; `null` before service (art. 67(3)). */
export function paymentDueOn(servedOn: string | null, calendar: WorkCalendar): string | null {
  if (servedOn === null) return null;
  const last = addCalendarDays(servedOn, LIMITS.payment.amount);
  const rolled = rollForward(calendar, last);
  return rolled.ok ? rolled.value : last;
}

/** The deferral or plan of instalments in force on a day: the last one approved by then. */
export function deferralOn(file: Pick<CaseFile, 'deferral' | 'formerDeferrals'>, date: string): Deferral | undefined {
  return [...(file.formerDeferrals ?? []), ...(file.deferral === undefined ? [] : [file.deferral])].findLast((each) => each.approvedOn !== null && each.approvedOn <= date);
}

/** What is left of the fine, in fen. Only a fine may be deferred (art. 66(2)), and payments settle it before a confiscation. */
export function openFineFen(file: Pick<CaseFile, 'decided' | 'payments'>): number {
  return Math.max(0, (file.decided?.fineFen ?? 0) - file.payments.reduce((total, payment) => total + payment.amountFen, 0));
}

/** The rows of a plan as far as the fine reaches: one lowered since takes from the last. */
function withinFine(plan: readonly Instalment[], fineFen: number): readonly Instalment[] {
  let left = fineFen;
  return plan.map((row) => {
    const amountFen = Math.min(row.amountFen, left);
    left -= amountFen;
    return { ...row, amountFen };
  });
}

/**
 * Fine and confiscation with their due days as they stood on `asOf`, oldest first; empty before service.
 * An approved plan takes the place of what it covers of the fine; the rest keeps its day.
 */
export function schedule(file: MoneyFile, calendar: WorkCalendar, asOf: string): readonly Due[] {
  const dueOn = paymentDueOn(file.servedOn, calendar);
  if (dueOn === null || file.decided === null) return [];
  const { fineFen, confiscationFen } = file.decided;
  const plan = withinFine(deferralOn(file, asOf)?.plan ?? [], fineFen);
  const planned = plan.reduce((total, row) => total + row.amountFen, 0);
  const dues: Due[] = [
    { kind: 'fine', label: DUE_KINDS.fine, dueOn, fen: Math.max(0, fineFen - planned) },
    ...plan.map((row, index): Due => ({ kind: 'fine', label: plan.length === 1 ? '罚款（延期缴纳）' : `罚款（第${String(index + 1)}期）`, dueOn: row.dueOn, fen: row.amountFen })),
    { kind: 'confiscation', label: DUE_KINDS.confiscation, dueOn, fen: confiscationFen },
  ];
  return dues.filter((due) => due.fen > 0).sort(byAge);
}

function byAge(one: Due, other: Due): number {
  return one.dueOn.localeCompare(other.dueOn) || ORDER[one.kind] - ORDER[other.kind];
}

/** A part of a payment that settled (part of) one due. */
export interface Match {
  readonly paymentId: string;
  readonly paidOn: string;
  readonly fen: number;
}

export interface Matched {
  /** For each due, in their order, what was paid on it. */
  readonly matches: readonly (readonly Match[])[];
  /** Paid beyond everything due: to be refunded or explained. */
  readonly surplusFen: number;
}

/** Matches payments, earliest first, against dues, oldest first. */
export function matchPayments(dues: readonly Due[], payments: readonly Payment[]): Matched {
  const matches: Match[][] = dues.map(() => []);
  const open = dues.map((due) => due.fen);
  let surplusFen = 0;
  for (const payment of [...payments].sort((one, other) => one.paidOn.localeCompare(other.paidOn))) {
    let left = payment.amountFen;
    for (const [index, openFen] of open.entries()) {
      const fen = Math.min(left, openFen);
      if (fen <= 0) continue;
      matches[index]?.push({ paymentId: payment.id, paidOn: payment.paidOn, fen });
      open[index] = openFen - fen;
      left -= fen;
    }
    surplusFen += left;
  }
  return { matches, surplusFen };
}
