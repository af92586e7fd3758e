import type { EXECUTION } from '../catalogue/execution.ts';
import { AFTER_NOTICE, type DocumentRule, OFFICERS } from './rule.ts';

export const EXECUTION_RULES: Readonly<Record<keyof typeof EXECUTION, DocumentRule>> = {
  SDHZ: { draftStages: AFTER_NOTICE, issueStages: AFTER_NOTICE, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false },
};
