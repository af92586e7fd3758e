import type { RuleContext } from '../case-file/apply.types.ts';
import { withDelegations } from '../officer/delegation.ts';

/** The context with the roles the actor holds today for absent colleagues (AB 角). */
export function standIn<C extends RuleContext>(context: C): C {
  if (context.actor.actingFor !== undefined) return context;
  const actor = withDelegations(context.actor, context.settings.delegations, context.officers, context.today);
  return actor === context.actor ? context : { ...context, actor };
}
