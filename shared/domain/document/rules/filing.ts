import { ARTICLES } from '../../procedure/articles.ts';
import type { FILING } from '../catalogue/filing.ts';
import { AFTER_FILING, type DocumentRule, OFFICERS } from './rule.ts';

export const FILING_RULES: Readonly<Record<keyof typeof FILING, DocumentRule>> = {
  LASP: {
    draftStages: ['VERIFY', 'FILING', ...AFTER_FILING], issueStages: AFTER_FILING, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false,
    approved: { by: (file) => file.filedOn !== null, message: '立案尚未批准，批准后才能定稿立案审批表。', article: ARTICLES.filing },
  },
};
