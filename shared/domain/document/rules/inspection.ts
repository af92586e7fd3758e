import type { INSPECTION } from '../catalogue/inspection.ts';
import { type DocumentRule, INVESTIGATION as INVESTIGATING, OFFICERS } from './rule.ts';

const RECORD: DocumentRule = {
  draftStages: INVESTIGATING, issueStages: INVESTIGATING, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false,
};

export const INSPECTION_RULES: Readonly<Record<keyof typeof INSPECTION, DocumentRule>> = {
  XCJC: RECORD,
  XWBL: RECORD,
};
