import { computed } from 'vue';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import { standIn } from '#shared/domain/procedure/stand-in.ts';
import { useClock } from './clock.ts';
import { useReference } from './reference.ts';
import { useSession } from './session.ts';

/**
 * What the procedure's rules may know, for buttons that say beforehand what is possible; `null` until it is loaded.
 * Whoever stands in for somebody absent (AB 角) has that role here as he has it in the rules.
 */
export function useRuleContext() {
  const reference = useReference();
  const session = useSession();
  const clock = useClock();
  return computed<RuleContext | null>(() => {
    const { data } = reference;
    if (data === null || session.officer === null) return null;
    const { officers, violations, calendar, settings, configs } = data;
    return standIn({ now: new Date(clock.now).toISOString(), today: clock.today, actor: session.officer, officers, violations, calendar, settings, configs });
  });
}
