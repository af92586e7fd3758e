import type { CaseFile } from '../../case-file/case-file.ts';
import { formatYuan } from '../../money/amount.ts';
import { ARTICLES } from '../articles.ts';
import type { Guard } from './guard.ts';

/** What is still to be paid, in fen: fine and confiscation less payments. */
export function outstandingFen(file: Pick<CaseFile, 'decided' | 'payments'>): number {
  const owed = (file.decided?.fineFen ?? 0) + (file.decided?.confiscationFen ?? 0);
  return Math.max(0, owed - file.payments.reduce((total, payment) => total + payment.amountFen, 0));
}

/** The day the last thing the decision asked for was done; `null` while something is left (grounds of closing). */
export function closingGroundOn(file: CaseFile): string | null {
  const order = file.correctiveOrder;
  if (file.servedOn === null || outstandingFen(file) > 0 || (order !== null && order.corrected !== true)) return null;
  return [file.servedOn, order?.recheckedOn ?? '', ...file.payments.map((payment) => payment.paidOn)].reduce((last, day) => (day > last ? day : last));
}

export const decisionServed: Guard = ({ file }) =>
  file.servedOn === null ? { code: 'DECISION_NOT_SERVED', message: '行政处罚决定书尚未送达，不能结案。', article: ARTICLES.service } : null;

export const performed: Guard = ({ file }) => {
  const outstanding = outstandingFen(file);
  if (outstanding === 0) return null;
  return { code: 'PERFORMANCE_INCOMPLETE', message: `罚没款尚有${formatYuan(outstanding)}元未缴清，不能结案。请登记缴款凭证，或者催告、申请法院强制执行。`, article: ARTICLES.payment, details: { outstandingFen: outstanding } };
};

/** A corrective order must be re-checked and obeyed before the case ends. */
export const corrected: Guard = ({ file }) => {
  const order = file.correctiveOrder;
  if (order === null) return null;
  if (order.corrected === true && order.recheckedOn === '') return { code: 'PERFORMANCE_INCOMPLETE', message: '责令改正的复查日期未填写，不能结案。请填写复查日期。', article: ARTICLES.correction, details: { path: 'correctiveOrder.recheckedOn' } };
  if (order.corrected === true) return null;
  return { code: 'PERFORMANCE_INCOMPLETE', message: '责令改正事项尚未复查合格，不能结案。请复查并登记结果。', article: ARTICLES.correction, details: { path: 'correctiveOrder.corrected' } };
};
