import { ARTICLES } from '../../procedure/articles.ts';
import type { GuardName } from '../../procedure/guards/index.ts';
import { transitionOf } from '../../procedure/table.ts';
import type { NOTICE } from '../catalogue/notice.ts';
import { type DocumentRule, OFFICERS, SIGNERS } from './rule.ts';

const NOTICE_GUARDS: readonly GuardName[] = (transitionOf('NOTICE_APPR', 'approve-notice')?.guards ?? []).filter((name) => name !== 'noticeNotApproved');

export const NOTICE_RULES: Readonly<Record<keyof typeof NOTICE, DocumentRule>> = {
  GZS: {
    draftStages: ['CONCL', 'NOTICE_APPR'], issueStages: ['NOTICE_APPR'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: ['officersQualified', ...NOTICE_GUARDS], external: true,
    approved: { by: (file) => file.noticeApproved, message: '告知尚未经分管领导批准，批准后才能签发告知书。', article: ARTICLES.notice },
  },
};
