import type { DocumentContext, DocumentData } from '../../definition.ts';
import type { Instalment } from '../../../case-file/side-lines.ts';
import { decisionFacts, duesFacts } from '../parts/decided.ts';
import { list } from '../parts/read.ts';

export const DEFERRALS = { deferral: '延期缴纳罚款', instalments: '分期缴纳罚款' } as const;

/** What the papers of a deferral take from the case (Administrative Penalty Law, art. 66(2)). */
export function deferralFacts(context: DocumentContext): Record<string, unknown> {
  const deferral = context.file.deferral;
  return {
    ...decisionFacts(context),
    ...duesFacts(context),
    kind: deferral === undefined ? '' : DEFERRALS[deferral.kind],
    appliedOn: deferral?.appliedOn ?? '',
    reason: deferral?.reason ?? '',
    approvedOn: deferral?.approvedOn ?? '',
    plan: deferral?.plan ?? [],
  };
}

export function plan(data: DocumentData): readonly Instalment[] {
  return list<Instalment>(data, 'plan');
}
