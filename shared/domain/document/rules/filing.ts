import type { CaseFile } from '../../case-file/case-file.ts';
import { ARTICLES } from '../../procedure/articles.ts';
import { ENDED_STAGES, STAGE_KEYS, type Stage } from '../../procedure/stages.ts';
import type { FILING } from '../catalogue/filing.ts';
import { AFTER_FILING, type DocumentRule, OFFICERS, SIGNERS } from './rule.ts';

const BEFORE_FILING: readonly Stage[] = ['VERIFY', 'FILING'];
/** From the verification until the case is over. */
const LIVE: readonly Stage[] = STAGE_KEYS.filter((stage) => stage !== 'CLUE' && !ENDED_STAGES.includes(stage));
/** The papers of a verification are finished where it led: to the filing, to a transfer, or to none. */
const VERIFIED: readonly Stage[] = [...LIVE, 'NOFILE'];
const WITHDRAWN: readonly Stage[] = ['WITHDR', 'CLOSE_APPR'];
const TRANSFERRED: readonly Stage[] = ['TRANSF', 'CLOSE_APPR'];

function rejected(file: CaseFile): boolean {
  return file.approvals.some((approval) => approval.event === 'reject-clue' || approval.event === 'refuse-filing');
}

export const FILING_RULES: Readonly<Record<keyof typeof FILING, DocumentRule>> = {
  AYDJ: {
    draftStages: ['CLUE', ...VERIFIED], issueStages: VERIFIED, draftActors: ['officer', ...OFFICERS, 'unit-head'], issueActors: [...OFFICERS, 'unit-head'], issueGuards: [], external: false,
    approved: { by: (file) => file.assignedOn !== null, message: '尚未指派承办人，办案机构负责人指派后才能定稿案件来源登记表。', article: ARTICLES.procedureRules },
  },
  HCQK: { draftStages: VERIFIED, issueStages: VERIFIED, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false },
  YCHC: {
    draftStages: VERIFIED, issueStages: VERIFIED, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false,
    approved: { by: (file) => file.verificationExtended, message: '延长核查期限尚未批准，批准后才能定稿延长核查期限审批表。', article: ARTICLES.procedureRules },
  },
  LASP: {
    draftStages: ['VERIFY', 'FILING', ...AFTER_FILING], issueStages: AFTER_FILING, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false,
    approved: { by: (file) => file.filedOn !== null, message: '立案尚未批准，批准后才能定稿立案审批表。', article: ARTICLES.filing },
  },
  BYLA: {
    draftStages: [...BEFORE_FILING, 'NOFILE'], issueStages: ['NOFILE'], draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false,
    approved: { by: rejected, message: '分管领导尚未决定不予立案，决定后才能定稿不予立案审批表。', article: ARTICLES.filing },
  },
  BYGZ: {
    draftStages: [...BEFORE_FILING, 'NOFILE'], issueStages: ['NOFILE'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: [], external: true,
    approved: { by: rejected, message: '分管领导尚未决定不予立案，决定后才能签发不予立案告知书。', article: ARTICLES.filing },
  },
  CXLA: {
    draftStages: ['INVEST', ...WITHDRAWN], issueStages: WITHDRAWN, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false,
    approved: { by: (file) => file.approvals.some((approval) => approval.event === 'withdraw-case'), message: '撤销立案尚未批准，批准后才能定稿撤销立案审批表。', article: ARTICLES.filing },
  },
  // Goes to another authority, whose slip (回执) proves that it arrived: no proof of service on the party.
  YSH: {
    draftStages: ['VERIFY', 'INVEST', 'CONCL', ...TRANSFERRED], issueStages: TRANSFERRED, draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: [], external: false,
    approved: { by: (file) => file.transfer?.kind === 'authority', message: '移送尚未批准，分管领导批准移送后才能签发案件移送函。', article: ARTICLES.filing },
  },
  HBSQ: { draftStages: LIVE, issueStages: LIVE, draftActors: [...OFFICERS, 'leader'], issueActors: ['leader'], issueGuards: [], external: true },
};
