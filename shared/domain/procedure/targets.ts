import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { discussionRequired, reviewRequired } from '../case-file/hearing.ts';
import { resumesAt } from './guards/approval.ts';
import { closesFrom } from './guards/closing.ts';
import { PERFORMANCE_STAGES, type Stage } from './stages.ts';
import type { FoundTarget, Target } from './table.types.ts';

type Find = (file: CaseFile, context: RuleContext) => Stage;

function afterReview(file: CaseFile, context: RuleContext): Stage {
  return discussionRequired(file, context) && file.discussion === null ? 'COLLECT' : 'DEC_APPR';
}

function afterDefence(file: CaseFile, context: RuleContext): Stage {
  return reviewRequired(file, context) ? 'LEGAL' : afterReview(file, context);
}

function defencePending(file: CaseFile): boolean {
  return file.defence !== null && file.defence.adopted === null;
}

/** What the host advised; a defence not yet reviewed is reviewed first. */
function afterHearing(file: CaseFile): Stage {
  const advice = file.hearing?.report?.advice;
  if (advice === undefined || advice === 'renotify') return 'NOTICE_APPR';
  if (advice === 'reinvestigate') return 'INVEST';
  return defencePending(file) ? 'DEFENCE' : 'LEGAL';
}

/** A decision that stands leaves the case where it is; one that fell is made anew, or the case ends. */
function afterRemedy(file: CaseFile): Stage {
  if (file.decidedOn !== null) return file.stage;
  return file.formerDecisions?.at(-1)?.redo === true ? 'INVEST' : 'TERM';
}

/** Where the case goes when the rule is asked: from the case as the step left it, its stage still the one it comes from. */
const FOUND: Readonly<Record<FoundTarget, { readonly find: Find; readonly stages: readonly Stage[] }>> = {
  'after-defence': { find: afterDefence, stages: ['LEGAL', 'COLLECT', 'DEC_APPR'] },
  'after-review': { find: afterReview, stages: ['COLLECT', 'DEC_APPR'] },
  'after-hearing': { find: afterHearing, stages: ['LEGAL', 'DEFENCE', 'NOTICE_APPR', 'INVEST'] },
  'without-hearing': { find: (file) => (defencePending(file) ? 'DEFENCE' : 'NOTIFIED'), stages: ['NOTIFIED', 'DEFENCE'] },
  'after-transfer': { find: (file) => (file.filedOn === null ? 'VERIFY' : 'INVEST'), stages: ['VERIFY', 'INVEST'] },
  'after-remedy': { find: afterRemedy, stages: ['INVEST', 'TERM'] },
  'before-return': { find: (file) => resumesAt(file) ?? file.stage, stages: ['NOTICE_APPR', 'CONCL'] },
  'before-closing': { find: closesFrom, stages: [...PERFORMANCE_STAGES, 'NOPEN', 'TERM', 'WITHDR', 'TRANSF'] },
};

function isFound(target: Target): target is FoundTarget {
  return Object.hasOwn(FOUND, target);
}

/** The stage a step leads to from this case. */
export function targetStage(target: Target, file: CaseFile, context: RuleContext): Stage {
  if (target === 'stay') return file.stage;
  return isFound(target) ? FOUND[target].find(file, context) : target;
}

/** Every stage a target may be, for the diagram; empty where the case stays. */
export function possibleStages(target: Target): readonly Stage[] {
  if (target === 'stay') return [];
  return isFound(target) ? FOUND[target].stages : [target];
}
