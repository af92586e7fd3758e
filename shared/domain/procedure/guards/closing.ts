import type { AppError } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { DOCUMENT_NAMES } from '../../document/document-file.ts';
import { formatYuan } from '../../money/amount.ts';
import { missingPapers } from '../../volume/missing.ts';
import { ARTICLES } from '../articles.ts';
import { PERFORMANCE_STAGES, type Stage } from '../stages.ts';
import { standingEvidence } from './facts.ts';
import { firstRefusal, type Guard } from './guard.ts';
import { measuresSettled } from './measures.ts';
import { outstandingFen, owedFen } from './owed.ts';
import { noRemedyRunning } from './remedies.ts';

/** Execution by the court ended, or was denied for good: what is left will not be paid. */
function executionEnded(file: CaseFile): boolean {
  return file.court !== undefined && (file.court.endedOn !== null || file.court.ruling === 'denied');
}

/** The day the last thing the decision asked for was done; `null` while something is left (grounds of closing). */
export function closingGroundOn(file: CaseFile): string | null {
  const order = file.correctiveOrder;
  if (file.servedOn === null || (outstandingFen(file) > 0 && !executionEnded(file)) || (order !== null && order.corrected !== true)) return null;
  const ended = executionEnded(file) ? (file.court?.endedOn ?? file.court?.ruledOn ?? '') : '';
  return [file.servedOn, order?.recheckedOn ?? '', ended, ...file.payments.map((payment) => payment.paidOn)].reduce((last, day) => (day > last ? day : last));
}

export const decisionServed: Guard = ({ file }) =>
  file.servedOn === null ? { code: 'DECISION_NOT_SERVED', message: `${file.stage === 'NOPEN' ? '不予行政处罚决定书' : '行政处罚决定书'}尚未送达，不能结案。`, article: ARTICLES.service } : null;

/** Everything paid, the surcharge with it, or less what an agreement took off it; or execution has legally ended. */
export const performed: Guard = ({ file, context }) => {
  const outstanding = owedFen(file, context.calendar, context.today);
  if (outstanding === 0 || executionEnded(file)) return null;
  const surcharge = outstanding > outstandingFen(file) ? '（含加处罚款）' : '';
  return { code: 'PERFORMANCE_INCOMPLETE', message: `罚没款尚有${formatYuan(outstanding)}元${surcharge}未缴清，不能结案。请登记缴款凭证，或者催告、申请法院强制执行。`, article: ARTICLES.payment, details: { outstandingFen: outstanding } };
};

/** A corrective order must be re-checked and obeyed before the case ends. */
export const corrected: Guard = ({ file }) => {
  const order = file.correctiveOrder;
  if (order === null) return null;
  if (order.corrected === true && order.recheckedOn === '') return { code: 'PERFORMANCE_INCOMPLETE', message: '责令改正的复查日期未填写，不能结案。请填写复查日期。', article: ARTICLES.correction, details: { path: 'correctiveOrder.recheckedOn' } };
  if (order.corrected === true) return null;
  return { code: 'PERFORMANCE_INCOMPLETE', message: '责令改正事项尚未复查合格，不能结案。请复查并登记结果。', article: ARTICLES.correction, details: { path: 'correctiveOrder.corrected' } };
};

const summaryDone: Guard = ({ file }) => {
  const { summary } = file;
  if (summary === undefined) return null;
  if (summary.reportedOn === null) return { code: 'PERFORMANCE_INCOMPLETE', message: '当场处罚决定尚未报所属行政机关备案，不能结案。', article: ARTICLES.summaryDecision };
  if (summary.collection === 'bank' || summary.handedInOn !== null) return null;
  return { code: 'PERFORMANCE_INCOMPLETE', message: '当场收缴的罚款尚未上缴，不能结案。', article: ARTICLES.handIn };
};

const transferAccepted: Guard = ({ file }) =>
  file.transfer?.outcome === 'accepted' ? null : { code: 'PERFORMANCE_INCOMPLETE', message: '受移送机关尚未受理，不能结案。请登记受理，或者登记退回后继续办理。', article: ARTICLES.transfer };

/** Where the case stood when its closing was proposed. */
export function closesFrom(file: CaseFile): Stage {
  if (file.stage !== 'CLOSE_APPR') return file.stage;
  return file.approvals.findLast((approval) => approval.event === 'propose-closing')?.from ?? 'SERVED';
}

const ENDED_BY_DECISION = [decisionServed, performed, corrected, summaryDone, noRemedyRunning, measuresSettled] as const;
const ENDED_WITHOUT_PENALTY = [decisionServed, corrected, noRemedyRunning, measuresSettled] as const;

/** Whether a ground of closing is there, by the way the case took (domain notes §1.3, 22). */
export const closable: Guard = (input) => {
  const from = closesFrom(input.file);
  if (PERFORMANCE_STAGES.includes(from)) return firstRefusal(ENDED_BY_DECISION, input);
  if (from === 'NOPEN') return firstRefusal(ENDED_WITHOUT_PENALTY, input);
  return firstRefusal(from === 'TRANSF' ? [transferAccepted, measuresSettled] : [noRemedyRunning, measuresSettled], input);
};

/** No loose drafts, and no paper left out without which the decision does not stand. */
export const volumeComplete: Guard = ({ file }) => {
  const drafts = file.documents.filter((document) => document.status === 'draft');
  if (drafts.length === 0) return paperLacking(file);
  const names = [...new Set(drafts.map((document) => `《${DOCUMENT_NAMES[document.code]}》`))].join('、');
  return { code: 'VOLUME_INCOMPLETE', message: `卷内还有没有定稿的文书：${names}。请定稿或者作废后再归档。`, article: ARTICLES.procedureRules, details: { documentIds: drafts.map((document) => document.id) } };
};

/** A volume is found again by its number: two may not bear the same. Judged where the caller knows the whole archive. */
export const archiveNumberFree: Guard = ({ context: { archivedAlike } }) => {
  if (archivedAlike === undefined || archivedAlike === null) return null;
  return { code: 'ARCHIVE_NO_TAKEN', message: `这个档号已用于案件${archivedAlike.caseNo ?? '（无案号）'}。请核对档号登记，换一个没有用过的档号。`, details: { path: 'archiveNo', caseId: archivedAlike.id } };
};

function paperLacking(file: CaseFile): AppError | null {
  const papers = missingPapers(file).filter((paper) => paper.veto);
  const [first] = papers;
  if (first === undefined) return null;
  const names = papers.map((paper) => `《${paper.title}》（${paper.why}）`).join('、');
  return { code: 'VOLUME_INCOMPLETE', message: `卷内缺少${names}，不能归档。请补齐后再归档。`, article: first.article, details: { titles: papers.map((paper) => paper.title) } };
}

export const reopenable: Guard = ({ file, data }) => {
  const evidenceId = data?.['evidenceId'];
  if (typeof evidenceId !== 'string' || evidenceId === '' || standingEvidence(file).some((evidence) => evidence.id === evidenceId)) return null;
  const missing: AppError = { code: 'EVIDENCE_MISSING', message: '所选的文书不在卷内或者已撤回，请重新选择。', details: { path: 'evidenceId' } };
  return missing;
};
