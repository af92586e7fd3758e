import { ARTICLES } from '../../procedure/articles.ts';
import type { GuardName } from '../../procedure/guards/index.ts';
import { transitionOf } from '../../procedure/table.ts';
import type { DECISION } from '../catalogue/decision.ts';
import { type DocumentRule, OFFICERS, REVIEW, REVIEWED, SIGNERS } from './rule.ts';

/** The hard stops of the decision, checked at the approval and again at the moment the decision comes into being. */
const DECISION_GUARDS: readonly GuardName[] = (transitionOf('DEC_APPR', 'approve-decision')?.guards ?? []).filter((name) => name !== 'decisionNotApproved');

export const DECISION_RULES: Readonly<Record<keyof typeof DECISION, DocumentRule>> = {
  FZSH: {
    draftStages: REVIEWED, issueStages: REVIEWED, draftActors: ['legal-reviewer'], issueActors: ['legal-reviewer'], issueGuards: ['reviewerFit'], external: false,
    approved: { by: (file) => file.reviews.length > 0, message: '尚未作出法制审核结论，请先办理“审核通过”或者退回，再定稿审核意见书。', article: ARTICLES.review },
  },
  CFJD: {
    draftStages: REVIEW, issueStages: ['DEC_APPR'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: DECISION_GUARDS, external: true,
    approved: { by: (file) => file.decisionApproved, message: '处罚决定尚未经分管领导批准，批准后才能签发决定书。', article: ARTICLES.decision },
  },
};
