import type { WorkCalendar } from '../time-limit/calendar.ts';
import { DUE_KINDS, type Due, type Match, matchPayments, type MoneyFile, schedule } from './schedule.ts';
import { type Surcharge, surcharge } from './surcharge.ts';

/** One sum owed, with what was paid on it. All amounts in fen. */
export interface LedgerRow extends Due {
  readonly paidFen: number;
  readonly openFen: number;
  readonly overdue: boolean;
  readonly matches: readonly Match[];
}

export interface Ledger {
  /** Oldest due first; the surcharge, if any, last. */
  readonly rows: readonly LedgerRow[];
  readonly dueFen: number;
  readonly paidFen: number;
  readonly openFen: number;
  /** Paid beyond everything due. */
  readonly surplusFen: number;
  readonly surcharge: Surcharge;
}

/** What a case owes and has paid as of `today`, payments matched oldest due first: fine, confiscation, surcharge. */
export function ledger(file: MoneyFile, calendar: WorkCalendar, today: string): Ledger {
  const late = surcharge(file, calendar, today);
  const main = schedule(file, calendar, today);
  const dues = [...main, ...surchargeDue(file, main, late, today)];
  const { matches, surplusFen } = matchPayments(dues, file.payments.filter((payment) => payment.paidOn <= today));
  const rows = dues.map((due, index) => toRow(due, matches[index] ?? [], today));
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return { rows, dueFen: sum((row) => row.fen), paidFen: sum((row) => row.paidFen), openFen: sum((row) => row.openFen), surplusFen, surcharge: late };
}

/** The surcharge less what an execution agreement takes off it once the rest is paid (Administrative Coercion Law, art. 42). */
function surchargeDue(file: MoneyFile, main: readonly Due[], late: Surcharge, today: string): readonly Due[] {
  if (late.fen === 0) return [];
  const restFen = main.reduce((total, due) => total + due.fen, 0);
  const paidFen = file.payments.reduce((total, payment) => total + (payment.paidOn <= today ? payment.amountFen : 0), 0);
  const reduced = paidFen >= restFen ? (file.agreement?.surchargeReducedFen ?? 0) : 0;
  const fen = Math.max(0, late.fen - reduced);
  return fen === 0 ? [] : [{ kind: 'surcharge', label: DUE_KINDS.surcharge, dueOn: late.startOn ?? today, fen }];
}

function toRow(due: Due, matches: readonly Match[], today: string): LedgerRow {
  const paidFen = matches.reduce((total, match) => total + match.fen, 0);
  const openFen = due.fen - paidFen;
  return { ...due, paidFen, openFen, overdue: openFen > 0 && (due.kind === 'surcharge' || due.dueOn < today), matches };
}
