import type { CaseFile } from '../../case-file/case-file.ts';
import { ARTICLES } from '../../procedure/articles.ts';
import type { GuardName } from '../../procedure/guards/index.ts';
import { ENDED_STAGES, PERFORMANCE_STAGES, type Stage, TERM_STAGES } from '../../procedure/stages.ts';
import { transitionOf } from '../../procedure/table.ts';
import type { DECISION } from '../catalogue/decision.ts';
import { AFTER_NOTICE, type Approval, type DocumentRule, OFFICERS, REVIEW, REVIEWED, SIGNERS } from './rule.ts';

/** The hard stops of the decision, checked at the approval and again at the moment the decision comes into being. */
const DECISION_GUARDS: readonly GuardName[] = (transitionOf('DEC_APPR', 'approve-decision')?.guards ?? []).filter((name) => name !== 'decisionNotApproved');

const NO_PENALTY_GUARDS: readonly GuardName[] = (transitionOf('NOPEN', 'approve-no-penalty')?.guards ?? []).filter((name) => name !== 'decisionNotApproved');

/** From the decision to the end of the case. */
export const AFTER_DECISION: readonly Stage[] = ['DECIDED', ...PERFORMANCE_STAGES, 'CLOSE_APPR'];
const CRIME: readonly Stage[] = [...TERM_STAGES, 'SUSP', 'TRANSF'];
const WITH_DECISION: readonly Stage[] = ['DEC_APPR', ...AFTER_DECISION];
const SUMMARY: readonly Stage[] = ['CLUE', 'VERIFY', 'DECIDED'];
const CHANGED: readonly Stage[] = [...AFTER_DECISION, ...ENDED_STAGES.filter((stage) => stage !== 'NOFILE')];

const TRANSFER_ARTICLE = '行政执法机关移送涉嫌犯罪案件的规定第五条';

function decided(file: CaseFile): boolean {
  return file.decidedOn !== null || file.documents.some((document) => (document.code === 'CFJD' || document.code === 'DCCF') && document.status === 'issued');
}

function suspectsCrime(file: CaseFile): boolean {
  return file.transfer?.kind === 'police';
}

const DECIDED: Approval = { by: decided, message: '行政处罚决定书尚未签发，请先签发决定书。', article: ARTICLES.decision };
const REPORTED: Approval = { by: suspectsCrime, message: '尚未登记涉嫌犯罪的报告，请先办理“报告涉嫌犯罪，提请移送”。', article: TRANSFER_ARTICLE };
const TRANSFER_APPROVED: Approval = {
  by: (file) => suspectsCrime(file) && file.transfer?.decidedAt != null, message: '正职负责人尚未批准移送，批准后才能签发。', article: TRANSFER_ARTICLE,
};

const internal = { external: false, issueGuards: [] } as const;

export const DECISION_RULES: Readonly<Record<keyof typeof DECISION, DocumentRule>> = {
  FZSH: {
    draftStages: REVIEWED, issueStages: REVIEWED, draftActors: ['legal-reviewer'], issueActors: ['legal-reviewer'], issueGuards: ['reviewerFit'], external: false,
    approved: { by: (file) => file.reviews.length > 0, message: '尚未作出法制审核结论，请先办理“审核通过”或者退回，再定稿审核意见书。', article: ARTICLES.review },
  },
  JTTL: {
    ...internal, draftStages: REVIEW, issueStages: REVIEW, draftActors: ['case-officer', 'legal-reviewer'], issueActors: ['case-officer', 'legal-reviewer'],
    approved: { by: (file) => file.discussion !== null, message: '尚未登记集体讨论结论，请先办理“登记集体讨论结论”，再定稿讨论笔录。', article: ARTICLES.discussion },
  },
  CFSP: {
    ...internal, draftStages: [...REVIEW, 'DECIDED'], issueStages: ['DEC_APPR', 'DECIDED'], draftActors: OFFICERS, issueActors: SIGNERS,
    approved: { by: (file) => file.decisionApproved, message: '处罚决定尚未经分管领导批准，批准后才能定稿审批表。', article: ARTICLES.decision },
  },
  DCCF: {
    draftStages: SUMMARY, issueStages: SUMMARY, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified', 'partyComplete', 'summaryThreshold', 'penaltyInRange', 'actNotFined'], external: true,
    approved: { by: (file) => file.procedure === 'summary', message: '本案适用普通程序，不能当场作出行政处罚决定。', article: '行政处罚法第五十一条' },
  },
  CFJD: {
    draftStages: REVIEW, issueStages: ['DEC_APPR'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: DECISION_GUARDS, external: true,
    approved: { by: (file) => file.decisionApproved, message: '处罚决定尚未经分管领导批准，批准后才能签发决定书。', article: ARTICLES.decision },
  },
  BYCF: {
    draftStages: ['NOPEN', 'CONCL', 'DEC_APPR'], issueStages: ['NOPEN'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: NO_PENALTY_GUARDS, external: true,
    approved: { by: (file) => file.noPenaltyGround !== undefined && file.decisionApproved, message: '不予行政处罚尚未经分管领导批准，批准后才能签发决定书。', article: ARTICLES.decision },
  },
  JZGZ: { draftStages: WITH_DECISION, issueStages: AFTER_DECISION, draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: [], external: true, approved: DECIDED },
  YSSX: { draftStages: CRIME, issueStages: CRIME, draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: ['officersQualified'], external: true, approved: TRANSFER_APPROVED },
  YSSP: { ...internal, draftStages: CRIME, issueStages: CRIME, draftActors: OFFICERS, issueActors: SIGNERS, approved: REPORTED },
  YSQD: { draftStages: CRIME, issueStages: CRIME, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false, approved: TRANSFER_APPROVED },
  YSHZ: { ...internal, draftStages: CRIME, issueStages: CRIME, draftActors: OFFICERS, issueActors: OFFICERS, approved: TRANSFER_APPROVED },
  BGCX: { draftStages: CHANGED, issueStages: CHANGED, draftActors: ['case-officer', 'legal-reviewer'], issueActors: ['leader'], issueGuards: [], external: true, approved: DECIDED },
  BZTZ: {
    draftStages: [...AFTER_NOTICE, 'CLOSED'], issueStages: [...AFTER_NOTICE, 'CLOSED'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: ['officersQualified'], external: true,
    approved: { by: (file) => file.documents.some((document) => document.status === 'issued' && document.docNo !== null), message: '本案还没有签发过文书，没有可以补正的内容。', article: '行政处罚法第七十五条' },
  },
};
