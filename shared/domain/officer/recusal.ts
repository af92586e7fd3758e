import type { Officer, Role } from './officer.ts';

const KEEPERS: ReadonlySet<Role> = new Set(['unit-head', 'leader', 'bureau-head', 'draw-admin', 'admin']);

/** Who may declare and end an officer's recusals: himself, and those who assign or draw (Administrative Penalty Law, art. 43). */
export function mayKeepRecusals(by: Pick<Officer, 'id' | 'roles' | 'district'>, officer: Pick<Officer, 'id'>): boolean {
  return by.id === officer.id || by.roles.some((role) => KEEPERS.has(role));
}
