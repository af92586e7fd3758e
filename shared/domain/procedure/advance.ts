import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { Approval, CaseFile, Remark } from '../case-file/case-file.ts';
import { channelStepRefusal } from '../channel/refusals.ts';
import { EFFECTS, opinionOf, type StepInput } from './effects.ts';
import { type Changes, withChanges } from './effects/input.ts';
import { type CaseEvent, EVENTS } from './events.ts';
import { firstRefusal, GUARDS } from './guards/index.ts';
import { actorRefusal, signedAs } from './signing.ts';
import { type Stage, STAGES } from './stages.ts';
import { checkStepData } from './step-data.ts';
import { transitionOf } from './table.ts';
import type { Transition } from './table.types.ts';
import { targetStage } from './targets.ts';

/** Roles, identity and guards of a step; `data` is `null` while only its possibility is asked. `null` when it may be taken. */
export function stepRefusal(transition: Transition, file: CaseFile, context: RuleContext, data: Readonly<Record<string, unknown>> | null): AppError | null {
  const actor = actorRefusal(transition, file, context);
  if (actor !== null) return actor;
  // The law's hard stops first: what a channel asks beyond them never hides one.
  return firstRefusal(transition.guards.map((name) => GUARDS[name]), { file, context, data }) ?? channelStepRefusal(transition.event, file, context, data);
}

/** What a person says with a step. */
export interface Said {
  readonly opinion: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly remarks?: readonly Remark[];
}

/** Takes a step: rights, data, guards, then the new stage with its approval. Timeline and revision are the caller's. */
export function advance(file: CaseFile, event: CaseEvent, said: Said, context: RuleContext): Result<CaseFile> {
  const transition = transitionOf(file.stage, event);
  if (transition === undefined) {
    return fail({ code: 'STEP_NOT_ALLOWED', message: `案件处于“${STAGES[file.stage]}”环节，不能办理“${EVENTS[event]}”。请刷新后查看可办理的步骤。`, details: { stage: file.stage } });
  }
  const { opinion } = said;
  const data = ofFields(transition, said.data);
  const refusal = actorRefusal(transition, file, context) ?? checkStepData(transition, data, opinion, file) ?? stepRefusal(transition, file, context, data);
  if (refusal !== null) return fail(refusal);
  const input = { file, context, data, opinion: opinion.trim() };
  const changed = withChanges(file, EFFECTS[event]?.(input) ?? {});
  const to = targetStage(transition.to, changed, context);
  return ok(withChanges(changed, moved(changed, transition, to, approvalOf(transition, to, input, said.remarks), context.today)));
}

/** Only what the step asks for: what a client adds beside it is nobody's answer. */
function ofFields({ fields }: Transition, data: Said['data']): Said['data'] {
  return Object.fromEntries(fields.filter(({ key }) => Object.hasOwn(data, key)).map(({ key }): [string, unknown] => [key, data[key]]));
}

function approvalOf(transition: Transition, to: Stage, input: StepInput, remarks: readonly Remark[] = []): Approval {
  const { file, context } = input;
  return {
    event: transition.event, from: file.stage, to, officerId: context.actor.id, officerName: context.actor.name, opinion: opinionOf(transition.event, input),
    ...(remarks.length === 0 ? {} : { remarks }), ...signedAs(transition, file, context), at: context.now,
  };
}

/** Stage and approval; who sent the case back is known until it goes on, and a countersign belongs to its stage. */
function moved(file: CaseFile, transition: Transition, to: Stage, approval: Approval, today: string): Changes {
  const approvals = [...file.approvals, approval];
  if (to === file.stage) return { approvals };
  const returned = transition.returns === true ? { event: transition.event, from: file.stage, to, byName: approval.officerName, at: approval.at } : undefined;
  return { approvals, stage: to, stageSince: today, returned, countersigns: undefined };
}
