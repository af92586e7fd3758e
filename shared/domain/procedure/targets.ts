import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { discussionRequired, reviewRequired } from '../case-file/hearing.ts';
import type { Stage } from './stages.ts';
import type { Target } from './table.types.ts';

/** The stage a step leads to from this case. */
export function targetStage(target: Target, file: CaseFile, context: RuleContext): Stage {
  if (target === 'stay') return file.stage;
  if (target === 'after-review') return afterReview(file, context);
  if (target === 'after-defence') return reviewRequired(file, context.violations, context.settings) ? 'LEGAL' : afterReview(file, context);
  return target;
}

function afterReview(file: CaseFile, context: RuleContext): Stage {
  return discussionRequired(file, context.violations, context.settings) && file.discussion === null ? 'COLLECT' : 'DEC_APPR';
}
