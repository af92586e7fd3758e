import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { Approval, CaseFile } from '../case-file/case-file.ts';
import { checkActor } from './actors.ts';
import { EFFECTS, opinionOf } from './effects.ts';
import { type CaseEvent, EVENTS } from './events.ts';
import { firstRefusal, GUARDS } from './guards/index.ts';
import { STAGES } from './stages.ts';
import { checkStepData } from './step-data.ts';
import { transitionOf } from './table.ts';
import type { Transition } from './table.types.ts';
import { targetStage } from './targets.ts';

/** Roles, identity and guards of a step; `data` is `null` while only its possibility is asked. `null` when it may be taken. */
export function stepRefusal(transition: Transition, file: CaseFile, context: RuleContext, data: Readonly<Record<string, unknown>> | null): AppError | null {
  const actor = checkActor(transition.actors, context.actor, file);
  if (actor !== null) return actor;
  return firstRefusal(transition.guards.map((name) => GUARDS[name]), { file, context, data });
}

/** Takes a step: rights, data, guards, then the new stage with its approval. Timeline and revision are the caller's. */
export function advance(file: CaseFile, event: CaseEvent, opinion: string, data: Readonly<Record<string, unknown>>, context: RuleContext): Result<CaseFile> {
  const transition = transitionOf(file.stage, event);
  if (transition === undefined) {
    return fail({ code: 'STEP_NOT_ALLOWED', message: `案件处于“${STAGES[file.stage]}”环节，不能办理“${EVENTS[event]}”。请刷新后查看可办理的步骤。`, details: { stage: file.stage } });
  }
  const refusal = checkActor(transition.actors, context.actor, file) ?? checkStepData(transition, data, opinion) ?? stepRefusal(transition, file, context, data);
  if (refusal !== null) return fail(refusal);
  const input = { file, context, data, opinion: opinion.trim() };
  const changed: CaseFile = { ...file, ...EFFECTS[event]?.(input) };
  const to = targetStage(transition.to, changed, context);
  const approval: Approval = { event, from: file.stage, to, officerId: context.actor.id, officerName: context.actor.name, opinion: opinionOf(event, input), at: context.now };
  const stageSince = to === file.stage ? file.stageSince : context.today;
  return ok({ ...changed, stage: to, stageSince, approvals: [...file.approvals, approval] });
}
