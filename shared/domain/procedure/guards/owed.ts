import type { CaseFile } from '../../case-file/case-file.ts';
import { ledger } from '../../money/ledger.ts';
import type { WorkCalendar } from '../../time-limit/calendar.ts';

/** What is still to be paid of the decision itself, in fen: fine and confiscation less payments. */
export function outstandingFen(file: Pick<CaseFile, 'decided' | 'payments'>): number {
  const owed = (file.decided?.fineFen ?? 0) + (file.decided?.confiscationFen ?? 0);
  return Math.max(0, owed - file.payments.reduce((total, payment) => total + payment.amountFen, 0));
}

/** Whether the bureau made use of the surcharge: it may, and does so by declaring the case overdue (art. 72(1)). */
function surchargeImposed(file: CaseFile): boolean {
  return file.approvals.findLast((approval) => approval.event === 'mark-overdue' || approval.event === 'approve-decision')?.event === 'mark-overdue';
}

/** Everything still to be paid in fen: fine, confiscation, and the surcharge where it was imposed. */
export function owedFen(file: CaseFile, calendar: WorkCalendar, today: string): number {
  return surchargeImposed(file) ? ledger(file, calendar, today).openFen : outstandingFen(file);
}
