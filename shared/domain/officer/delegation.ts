import type { ActingFor, Officer, Role } from './officer.ts';

/** Whose roles may be taken on by another in absence: those of approval. Nobody investigates or hosts a hearing by proxy. */
export const DELEGABLE_ROLES = ['unit-head', 'leader', 'bureau-head'] as const satisfies readonly Role[];
export type DelegableRole = (typeof DELEGABLE_ROLES)[number];

/** Standing in for somebody absent (AB 角), boxed in time. Both days `YYYY-MM-DD` in Asia/Shanghai, both included. */
export interface Delegation {
  readonly id: string;
  /** The absent officer. */
  readonly fromOfficerId: string;
  /** Who stands in. */
  readonly toOfficerId: string;
  readonly role: DelegableRole;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Whether a delegation is in force: in time, both active, and the absent officer holds the role himself. */
function inForce(delegation: Delegation, deputy: Officer, officers: ReadonlyMap<string, Officer>, today: string): boolean {
  const absent = officers.get(delegation.fromOfficerId);
  return delegation.toOfficerId === deputy.id && delegation.from <= today && today <= delegation.to && absent?.active === true && absent.roles.includes(delegation.role);
}

/** Everyone absent for whom the officer stands in today, whatever roles he holds himself. */
export function delegatedTo(officer: Officer, delegations: readonly Delegation[] | undefined, officers: ReadonlyMap<string, Officer>, today: string): readonly ActingFor[] {
  return (delegations ?? [])
    .filter((delegation) => inForce(delegation, officer, officers, today))
    .map(({ role, fromOfficerId }) => ({ role, officerId: fromOfficerId, officerName: officers.get(fromOfficerId)?.name ?? '' }));
}

/**
 * The officer with the roles he holds for absent colleagues today. A role he holds himself he exercises in his own name.
 * What is delegated to him cannot be delegated on.
 */
export function withDelegations(officer: Officer, delegations: readonly Delegation[] | undefined, officers: ReadonlyMap<string, Officer>, today: string): Officer {
  const actingFor = delegatedTo(officer, delegations, officers, today).filter((each) => !officer.roles.includes(each.role));
  if (actingFor.length === 0) return officer;
  return { ...officer, roles: [...new Set([...officer.roles, ...actingFor.map((each) => each.role)])], actingFor };
}
