import { computed } from 'vue';
import { withDelegations } from '#shared/domain/officer/delegation.ts';
import type { Role } from '#shared/domain/officer/officer.ts';
import { useClock } from './clock.ts';
import { useReference } from './reference.ts';
import { useSession } from './session.ts';

/** The roles the officer acts in today: his own, and those of absent colleagues he stands in for (AB 角). */
export function useActingRoles() {
  const session = useSession();
  const reference = useReference();
  const clock = useClock();
  return computed<ReadonlySet<Role>>(() => {
    const { officer } = session;
    if (officer === null) return new Set();
    return new Set(withDelegations(officer, reference.settings?.delegations, reference.officers, clock.today).roles);
  });
}

/** Roles whose holders approve what others did. */
export const APPROVING_ROLES: readonly Role[] = ['unit-head', 'legal-reviewer', 'leader', 'bureau-head'];
