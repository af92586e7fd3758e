import type { Officer, Role } from '../officer/officer.ts';

/** Who writes plans and draws. */
export const DRAW_ROLE: Role = 'draw-admin';
/** Who may look on: those who answer for inspections, and those who watch over them. */
export const READING_ROLES: readonly Role[] = [DRAW_ROLE, 'leader', 'bureau-head', 'unit-head', 'legal-reviewer'];
export const PLAN_APPROVERS: readonly Role[] = ['leader', 'bureau-head'];
/** Who may witness a draw; never whoever runs it. */
export const WITNESS_ROLES: readonly Role[] = ['leader', 'bureau-head', 'unit-head', 'legal-reviewer'];

export function holdsOne(officer: Pick<Officer, 'roles'>, roles: readonly Role[]): boolean {
  return roles.some((role) => officer.roles.includes(role));
}
