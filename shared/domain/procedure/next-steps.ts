import type { AppError } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { hearingRequired } from '../case-file/hearing.ts';
import { checkScope, mayCountersign } from './actors.ts';
import { stepRefusal } from './advance.ts';
import { type CaseEvent, EVENTS } from './events.ts';
import { holdsRoleFor, turnOfCase } from './signing.ts';
import { standIn } from './stand-in.ts';
import { TRANSITIONS } from './table.ts';
import type { StepField, Transition } from './table.types.ts';
import { SIGN } from './turn.ts';

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
  /** A step to the side or to an early end. */
  readonly aside: boolean;
  /** `null` where no law is named. */
  readonly article: string | null;
}

/** Whether a step is the actor's to take: by his roles, or because he was asked to countersign. */
function isHis(transition: Transition, file: CaseFile, context: RuleContext): boolean {
  return holdsRoleFor(transition, file, context) || (transition.actors.includes('countersigner') && mayCountersign(context.actor, file));
}

/** A side step without anything to work on, e.g. settling a measure where none was taken. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set(['STEP_NOT_ALLOWED', 'MEASURE_NOT_ALLOWED', 'ROLE_NOT_ALLOWED']);

/** An opinion is signed as a node of the route, whose name the button says. */
function labelOf(event: CaseEvent, file: CaseFile, context: RuleContext): string {
  const turn = event === SIGN ? turnOfCase(file, context) : null;
  return turn === null ? EVENTS[event] : `${EVENTS[event]}：${turn.node.title}`;
}

/** The way forward first, then steps back, then steps to the side. */
function weight(step: NextStep): number {
  return step.aside ? 2 : step.returns ? 1 : 0;
}

function isWorthShowing(step: NextStep): boolean {
  // The short way back concerns only a case that was sent back.
  const beside = step.aside || step.event === 'resubmit';
  return !beside || step.refusal === null || !BESIDE_THE_POINT.has(step.refusal.code);
}

/**
 * Every step out of the case's stage that the actor's roles could take, side steps last; those not yet possible carry the
 * refusal, side steps that do not concern this case are left out.
 */
export function nextSteps(file: CaseFile, asked: RuleContext): readonly NextStep[] {
  return stepsAmong(file, asked, null);
}

/** The same of these events alone, in the same order: a list over hundreds of cases need not judge what it does not show. */
export function stepsAmong(file: CaseFile, asked: RuleContext, events: readonly CaseEvent[] | null): readonly NextStep[] {
  const context = standIn(asked);
  if (checkScope(context.actor, file) !== null) return [];
  const hearing = hearingRequired(file, context.settings);
  const steps = TRANSITIONS.filter((transition) => transition.from.includes(file.stage) && events?.includes(transition.event) !== false && isHis(transition, file, context))
    .map((transition) => toStep(transition, file, context, hearing));
  return steps.filter(isWorthShowing).sort((one, other) => weight(one) - weight(other));
}

function toStep(transition: Transition, file: CaseFile, context: RuleContext, hearing: boolean): NextStep {
  const refusal = stepRefusal(transition, file, context, null);
  return {
    event: transition.event,
    label: labelOf(transition.event, file, context),
    allowed: refusal === null,
    refusal,
    fields: transition.fields.filter((field) => field.whenHearing !== true || hearing),
    opinion: transition.opinion,
    returns: transition.returns === true,
    aside: transition.aside === true,
    article: transition.article ?? null,
  };
}
