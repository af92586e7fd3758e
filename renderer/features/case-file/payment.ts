import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { ledger, type Ledger, type LedgerRow } from '#shared/domain/money/ledger.ts';
import { owedFen } from '#shared/domain/procedure/guards/owed.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { yuanOf } from '#renderer/ui/format.ts';

export interface Account {
  /** What is owed and paid, oldest due first; empty before the decision was served. */
  readonly rows: readonly LedgerRow[];
  readonly surcharge: Ledger['surcharge'];
  readonly owedFen: number;
  readonly paidFen: number;
  /** What may still be paid in: with the surcharge only where the bureau imposed it. */
  readonly openFen: number;
  readonly surplusFen: number;
}

/** The money of a case as the screen shows it: before service the decision's sums alone. */
export function accountOf(file: CaseFile, calendar: WorkCalendar, today: string): Account {
  const book = ledger(file, calendar, today);
  const openFen = owedFen(file, calendar, today);
  const paidFen = file.payments.reduce((sum, payment) => sum + payment.amountFen, 0);
  return { rows: book.rows, surcharge: book.surcharge, owedFen: openFen + paidFen - book.surplusFen, paidFen, openFen, surplusFen: book.surplusFen };
}

/** The rows of an approved plan with what was paid on each; of one not yet approved, its rows unpaid. */
export function planRows(file: CaseFile, calendar: WorkCalendar, today: string): readonly Pick<LedgerRow, 'dueOn' | 'fen' | 'paidFen' | 'openFen'>[] {
  const plan = file.deferral?.plan ?? [];
  if (file.deferral?.approvedOn === null) return plan.map((row) => ({ dueOn: row.dueOn, fen: row.amountFen, paidFen: 0, openFen: row.amountFen }));
  const days = new Set(plan.map((row) => row.dueOn));
  return ledger(file, calendar, today).rows.filter((row) => row.kind === 'fine' && days.has(row.dueOn));
}

export interface PaymentEntry {
  readonly paidOn: string | null;
  readonly amountFen: number | null;
  readonly receiptNo: string;
}

export function paymentErrors(entry: PaymentEntry, file: Pick<CaseFile, 'decidedOn'>, openFen: number, today: string): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (entry.paidOn === null) errors['paidOn'] = '请填写缴款日期';
  else if (entry.paidOn > today) errors['paidOn'] = '缴款日期不能晚于今天';
  else if (file.decidedOn !== null && entry.paidOn < file.decidedOn) errors['paidOn'] = `缴款日期早于决定日期 ${file.decidedOn}`;
  if (entry.amountFen === null || entry.amountFen <= 0) errors['amountFen'] = '请填写金额';
  else if (entry.amountFen > openFen) errors['amountFen'] = `超过尚欠金额 ${yuanOf(openFen)} 元`;
  if (entry.receiptNo.trim() === '') errors['receiptNo'] = '请填写罚没票据号';
  return errors;
}
