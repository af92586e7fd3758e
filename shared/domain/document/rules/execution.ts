import type { CaseFile } from '../../case-file/case-file.ts';
import { ARTICLES } from '../../procedure/articles.ts';
import { STAGE_KEYS, type Stage } from '../../procedure/stages.ts';
import type { EXECUTION } from '../catalogue/execution.ts';
import { AFTER_DECISION } from './decision.ts';
import { AFTER_FILING, AFTER_NOTICE, type Approval, type DocumentRule, OFFICERS, SIGNERS } from './rule.ts';

const PERFORMING: readonly Stage[] = ['SERVED', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'EXEC_STOP'];
/** What is served must be provable wherever it was served: a notice of not filing too, and a correction after the end. */
const PROVABLE: readonly Stage[] = STAGE_KEYS.filter((stage) => stage !== 'CLUE');
const LATE: readonly Stage[] = ['OVERDUE', 'DEMAND', 'COURT'];
const CLOSING: readonly Stage[] = ['CLOSE_APPR', 'CLOSED'];

const COURT_ARTICLE = '行政强制法第五十三条、第五十四条';
const DEFERRAL_ARTICLE = '行政处罚法第六十六条第二款';

const APPLIED: Approval = { by: (file) => file.deferral !== undefined, message: '尚未登记延期、分期缴纳罚款的申请，请先登记申请。', article: DEFERRAL_ARTICLE };
const DEFERRED: Approval = { by: (file) => file.deferral?.approvedOn != null, message: '延期、分期缴纳罚款尚未经分管领导批准，批准后才能签发。', article: DEFERRAL_ARTICLE };
const OVERDUE: Approval = { by: served, message: '行政处罚决定书尚未送达，缴纳期限没有起算，不能加处罚款。', article: '行政处罚法第七十二条' };
const DEMANDED: Approval = { by: (file) => (file.demands ?? []).length > 0, message: '尚未登记催告书的送达，催告送达满十个工作日后才能申请强制执行。', article: COURT_ARTICLE };
const AGREED: Approval = { by: (file) => file.agreement !== undefined, message: '尚未登记执行协议的内容，请先办理“登记执行协议”。', article: '行政强制法第四十二条' };

function served(file: CaseFile): boolean {
  return file.servedOn !== null;
}

const office = { draftActors: OFFICERS, issueGuards: [], external: false } as const;

export const EXECUTION_RULES: Readonly<Record<keyof typeof EXECUTION, DocumentRule>> = {
  SDHZ: { draftStages: PROVABLE, issueStages: PROVABLE, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false },
  // Not served on the party: signed by it (SDQR, ZXXY), published (GGSD), or sent to the court or the superior (QZZX, ZDBA).
  SDQR: { ...office, draftStages: ['VERIFY', 'FILING', ...AFTER_FILING], issueStages: ['VERIFY', 'FILING', ...AFTER_FILING], issueActors: OFFICERS, issueGuards: ['officersQualified'] },
  GGSD: { ...office, draftStages: AFTER_NOTICE, issueStages: AFTER_NOTICE, issueActors: SIGNERS, issueGuards: ['officersQualified'] },
  YQFQ: { ...office, draftStages: PERFORMING, issueStages: PERFORMING, issueActors: OFFICERS },
  YQSPB: { ...office, draftStages: PERFORMING, issueStages: PERFORMING, issueActors: SIGNERS, approved: APPLIED },
  YQPZ: { ...office, draftStages: PERFORMING, issueStages: PERFORMING, issueActors: SIGNERS, external: true, approved: DEFERRED },
  JCFK: { ...office, draftStages: ['SERVED', 'DEFER', ...LATE], issueStages: LATE, issueActors: SIGNERS, external: true, approved: OVERDUE, issueGuards: ['somethingOwed', 'noRemedyRunning'] },
  // The leader's approval leads to DEMAND: a demand issued before it could not be served.
  CGS: { ...office, draftStages: LATE, issueStages: ['DEMAND'], issueActors: SIGNERS, external: true, approved: OVERDUE, issueGuards: ['somethingOwed', 'notStayed'] },
  QZZX: { ...office, issueGuards: ['somethingOwed', 'noRemedyRunning', 'demandLapsed', 'courtWindowOpen'], draftStages: ['DEMAND', 'COURT'], issueStages: ['DEMAND', 'COURT'], issueActors: ['leader'], approved: DEMANDED },
  ZXXY: { ...office, draftStages: PERFORMING, issueStages: PERFORMING, issueActors: SIGNERS, approved: AGREED },
  FMPJ: {
    ...office, draftStages: [...PERFORMING, ...CLOSING], issueStages: [...PERFORMING, ...CLOSING], issueActors: OFFICERS,
    approved: { by: (file) => file.payments.length > 0, message: '尚未登记缴款，请先登记缴款凭证。', article: ARTICLES.receipt },
  },
  JASP: {
    ...office, draftStages: [...AFTER_DECISION, 'NOPEN', 'TERM', 'WITHDR', 'TRANSF', ...CLOSING], issueStages: CLOSING, issueActors: SIGNERS,
    approved: { by: (file) => file.closedOn !== null, message: '结案尚未经分管领导批准，批准后才能定稿审批表。', article: ARTICLES.procedureRules },
  },
  ZDBA: { ...office, draftStages: [...AFTER_DECISION, 'CLOSED'], issueStages: [...AFTER_DECISION, 'CLOSED'], issueActors: SIGNERS },
};
