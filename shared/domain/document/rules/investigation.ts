import type { INVESTIGATION } from '../catalogue/investigation.ts';
import { type DocumentRule, OFFICERS } from './rule.ts';

export const INVESTIGATION_RULES: Readonly<Record<keyof typeof INVESTIGATION, DocumentRule>> = {
  DCZJ: { draftStages: ['INVEST', 'CONCL'], issueStages: ['INVEST', 'CONCL', 'NOTICE_APPR'], draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false },
};
