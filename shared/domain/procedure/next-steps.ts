import type { AppError } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { hearingRequired } from '../case-file/hearing.ts';
import { checkScope, holdsRole } from './actors.ts';
import { stepRefusal } from './advance.ts';
import { type CaseEvent, EVENTS } from './events.ts';
import { TRANSITIONS } from './table.ts';
import type { StepField, Transition } from './table.types.ts';

/** A button on the case's page. */
export interface NextStep {
  readonly event: CaseEvent;
  readonly label: string;
  readonly allowed: boolean;
  /** Why not yet: what is missing, with the article. `null` when allowed. */
  readonly refusal: AppError | null;
  readonly fields: readonly StepField[];
  readonly opinion: Transition['opinion'];
  /** A step back. */
  readonly returns: boolean;
  /** `null` where no law is named. */
  readonly article: string | null;
}

/** Every step out of the case's stage that the actor's roles could take; those not yet possible carry the refusal. */
export function nextSteps(file: CaseFile, context: RuleContext): readonly NextStep[] {
  if (checkScope(context.actor, file) !== null) return [];
  const hearing = hearingRequired(file, context.settings);
  return TRANSITIONS.filter((transition) => transition.from.includes(file.stage) && holdsRole(context.actor, transition.actors)).map((transition) => {
    const refusal = stepRefusal(transition, file, context, null);
    return {
      event: transition.event,
      label: EVENTS[transition.event],
      allowed: refusal === null,
      refusal,
      fields: transition.fields.filter((field) => field.whenHearing !== true || hearing),
      opinion: transition.opinion,
      returns: transition.returns === true,
      article: transition.article ?? null,
    };
  });
}
