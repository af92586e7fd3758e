import type { AppError } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import type { Demand, Instalment } from '../../case-file/side-lines.ts';
import { formatYuan } from '../../money/amount.ts';
import { planRefusal } from '../../money/instalments.ts';
import { ledger } from '../../money/ledger.ts';
import { openFineFen, paymentDueOn } from '../../money/schedule.ts';
import { chineseDate, shanghaiDay } from '../../time-limit/days.ts';
import { countTerm } from '../../time-limit/term.ts';
import { courtTerms } from '../../time-limit/running/remedies.ts';
import { ARTICLES } from '../articles.ts';
import { type Guard, textOf } from './guard.ts';
import { outstandingFen, owedFen } from './owed.ts';

export const somethingOwed: Guard = ({ file, context }) =>
  owedFen(file, context.calendar, context.today) > 0 ? null : { code: 'STEP_NOT_ALLOWED', message: '罚没款已缴清，不需要办理这一步。', article: ARTICLES.payment };

export const finePaid: Guard = ({ file }) => {
  const open = outstandingFen(file);
  return open === 0 ? null : { code: 'PERFORMANCE_INCOMPLETE', message: `尚有${formatYuan(open)}元未缴清。`, article: ARTICLES.deferral, details: { outstandingFen: open } };
};

export function planOf(data: Parameters<Guard>[0]['data']): readonly Instalment[] {
  const plan = data?.['plan'];
  return Array.isArray(plan) ? plan.map((row: { dueOn?: unknown; amountFen?: unknown }) => ({ dueOn: String(row.dueOn), amountFen: Number(row.amountFen) })) : [];
}

/** The rows of a plan are to come, in order, and together what is left of the fine: a confiscation is not deferred. */
export const planFits: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const plan = planOf(data);
  const invalid = (message: string, path: string): AppError => ({ code: 'PLAN_INVALID', message, article: ARTICLES.deferral, details: { path } });
  const appliedOn = textOf(data, 'appliedOn');
  if (appliedOn < (file.servedOn ?? '') || appliedOn > context.today) return { code: 'DATES_OUT_OF_ORDER', message: '申请日期应在决定书送达之日至今天之间，请核对。', details: { path: 'appliedOn' } };
  if (data['kind'] === 'instalments' && plan.length < 2) return invalid('分期缴纳的计划应不少于两期。', 'plan');
  if (data['kind'] === 'deferral' && plan.length > 1) return invalid('延期缴纳只填写一期；分几次缴纳的，请选择分期缴纳。', 'plan');
  if (openFineFen(file) === 0) return invalid('罚款已缴清。只有罚款可以延期、分期缴纳，没收的违法所得不能延期、分期。', 'plan');
  return asPlanRefusal(planRefusal(plan, openFineFen(file), context.today));
};

function asPlanRefusal(error: AppError | null): AppError | null {
  return error === null ? null : { ...error, code: 'PLAN_INVALID' };
}

export const deferralPending: Guard = ({ file }) =>
  file.deferral?.approvedOn === null ? null : { code: 'STEP_NOT_ALLOWED', message: '没有等待批准的延期、分期缴纳申请。', article: ARTICLES.deferral };

/** What was paid, and the days that went by, since the plan was handed in may have overtaken it. */
export const deferralStillFits: Guard = ({ file, context }) => {
  const refusal = file.deferral === undefined ? null : asPlanRefusal(planRefusal(file.deferral.plan, openFineFen(file), context.today));
  return refusal === null ? null : { ...refusal, message: `${refusal.message}申请登记以后情况有变化的，请重新登记申请。` };
};

/** The sixteenth day has come and the fine is not paid. */
export const paymentLapsed: Guard = ({ file, context }) => {
  const dueOn = paymentDueOn(file.servedOn, context.calendar);
  if (dueOn === null) return { code: 'DECISION_NOT_SERVED', message: '决定书尚未送达，缴款期限没有起算。', article: ARTICLES.payment };
  if (context.today > dueOn) return null;
  return { code: 'PAYMENT_NOT_OVERDUE', message: `缴款期限至${chineseDate(dueOn)}届满，届满前不能加处罚款。`, article: ARTICLES.surcharge, details: { dueOn } };
};

/** A row of the plan has passed unpaid. */
export const instalmentMissed: Guard = ({ file, context }) => {
  const missed = ledger(file, context.calendar, context.today).rows.some((row) => row.kind !== 'surcharge' && row.openFen > 0 && row.dueOn < context.today);
  return missed ? null : { code: 'PAYMENT_NOT_OVERDUE', message: '批准的延期、分期缴纳期限没有逾期的款项。', article: ARTICLES.deferral };
};

/** No organ has ordered that execution stop meanwhile (art. 73). */
export const notStayed: Guard = ({ file }) => {
  const stay = (file.remedies ?? []).find((remedy) => remedy.endedOn === null && remedy.stay);
  return stay === undefined ? null : { code: 'REMEDY_RUNNING', message: `${stay.organ}已决定停止执行，停止执行期间不能办理。`, article: ARTICLES.stay };
};

/** An agreement settles how the rest is paid; of money it may take off the surcharge only (Administrative Coercion Law, art. 42). */
export const agreementFits: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const signedOn = textOf(data, 'signedOn');
  if (signedOn > context.today || signedOn < (file.servedOn ?? '')) return { code: 'DATES_OUT_OF_ORDER', message: '签订日期应在决定书送达之日至今天之间，请核对。', details: { path: 'signedOn' } };
  const late = ledger(file, context.calendar, context.today).surcharge.fen;
  const reduced = Number(data['surchargeReducedFen'] ?? 0);
  if (reduced > late) return { code: 'PLAN_INVALID', message: `减免的数额超过已加处的罚款${formatYuan(late)}元。执行协议只能减免加处罚款，不能减免罚款本身。`, article: ARTICLES.agreement, details: { path: 'surchargeReducedFen' } };
  return asPlanRefusal(planRefusal(planOf(data), outstandingFen(file), context.today));
};

/** The demand of the standing approval; one from before a deferral demanded a debt that was not due any more. */
function standingDemand(file: CaseFile): Demand | undefined {
  const approval = file.approvals.findLast((each) => each.event === 'approve-demand');
  const since = approval === undefined ? '' : shanghaiDay(approval.at);
  return file.demands?.findLast((demand) => demand.servedOn >= since);
}

/** Ten working days since the demand was served, on the day of the application (Administrative Coercion Law, art. 54, 69). */
export const demandLapsed: Guard = ({ file, context, data }) => {
  const demand = standingDemand(file);
  if (demand === undefined) return { code: 'DEMAND_TERM_RUNNING', message: '催告书尚未送达，不能申请法院强制执行。请先签发、送达催告书。', article: ARTICLES.demand };
  const term = countTerm('demand', demand.servedOn, context.calendar);
  if (!term.ok) return term.error;
  if ((textOf(data, 'appliedOn') || context.today) > term.value.dueOn) return null;
  return { code: 'DEMAND_TERM_RUNNING', message: `催告书于${chineseDate(demand.servedOn)}送达，十个工作日至${chineseDate(term.value.dueOn)}届满，届满后当事人仍不履行的才能申请。`, article: ARTICLES.demand, details: { dueOn: term.value.dueOn } };
};

/** After the rights to reconsideration and suit have ended, and within three months of it (art. 53). */
export const courtWindowOpen: Guard = ({ file, context, data }) => {
  if (file.servedOn === null) return { code: 'DECISION_NOT_SERVED', message: '决定书尚未送达。', article: ARTICLES.court };
  // Once applied for, it is the day of the application that counts.
  const on = data === null ? (file.court?.appliedOn ?? context.today) : textOf(data, 'appliedOn');
  if (on > context.today) return { code: 'DATES_OUT_OF_ORDER', message: '申请日期晚于今天，请核对。', details: { path: 'appliedOn' } };
  const [opens, closes] = [...courtTerms(file, file.servedOn, context)].map(({ term }) => term);
  if (opens === undefined || closes === undefined) return null;
  if (!opens.ok) return opens.error;
  if (!closes.ok) return closes.error;
  const window = { opensOn: opens.value.dueOn, closesOn: closes.value.dueOn };
  if (on <= window.opensOn) return { code: 'COURT_WINDOW_CLOSED', message: `当事人申请行政复议、提起行政诉讼的期限（或者批准的延期）至${chineseDate(window.opensOn)}届满，届满后才能申请法院强制执行。`, article: ARTICLES.court, details: window };
  if (on <= window.closesOn) return null;
  return { code: 'COURT_WINDOW_CLOSED', message: `申请法院强制执行的三个月期限已于${chineseDate(window.closesOn)}届满，不能再申请。请报局领导研究处理。`, article: ARTICLES.court, details: window };
};
