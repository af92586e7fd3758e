import type { AppError } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { type Officer, type Role, ROLES, scopeOf } from '../officer/officer.ts';
import { inScope } from '../organisation/organisation.ts';
import { ARTICLES } from './articles.ts';
import type { Actor } from './table.types.ts';

const ROLE_OF: Readonly<Record<Actor, Role>> = { 'case-officer': 'officer', 'unit-head': 'unit-head', 'legal-reviewer': 'legal-reviewer', leader: 'leader' };
const ACTOR_LABELS: Readonly<Record<Actor, string>> = {
  'case-officer': '本案承办人、协办人',
  'unit-head': ROLES['unit-head'],
  'legal-reviewer': ROLES['legal-reviewer'],
  leader: ROLES.leader,
};

/** Whether one of the actor's roles is asked for at all. */
export function holdsRole(officer: Officer, actors: readonly Actor[]): boolean {
  return actors.some((actor) => officer.roles.includes(ROLE_OF[actor]));
}

/** Active, and the case within his district and channel. `null` when he may see and touch the case. */
export function checkScope(officer: Officer, file: Pick<CaseFile, 'channel' | 'district'>): AppError | null {
  if (!officer.active) return { code: 'FORBIDDEN', message: '您的账号已停用，不能办理案件。请联系系统管理员。' };
  if (inScope(scopeOf(officer), file)) return null;
  return { code: 'OUT_OF_SCOPE', message: '本案不属于您的渠道或者区域，不能办理。' };
}

/** The officers of the case, those they replaced, and whoever served a document: they approve nothing in it. */
function actedAsOfficer(file: CaseFile): ReadonlySet<string> {
  return new Set([...file.officerIds, ...(file.formerOfficerIds ?? []), ...file.services.flatMap((service) => service.serverIds)]);
}

function identityRefusal(actor: Actor, officer: Officer, file: CaseFile): AppError | null {
  if (actor === 'case-officer') return file.officerIds.includes(officer.id) ? null : { code: 'ROLE_NOT_ALLOWED', message: '只有本案承办人、协办人可以办理这一步。', article: ARTICLES.officers };
  if (!actedAsOfficer(file).has(officer.id)) return null;
  if (actor === 'legal-reviewer') return { code: 'REVIEWER_IS_OFFICER', message: '您办理过本案，不能审核本案。请由其他法制审核人员办理。', article: ARTICLES.review };
  return { code: 'OFFICER_RECUSED', message: `您是本案承办人或者办理过本案，不能以${ACTOR_LABELS[actor]}的身份审批本案。请由其他人员办理。`, article: ARTICLES.recusal };
}

/** Whether an officer may take a step meant for `actors`: by role, and by what he is to this case. `null` when he may. */
export function checkActor(actors: readonly Actor[], officer: Officer, file: CaseFile): AppError | null {
  const held = actors.filter((actor) => officer.roles.includes(ROLE_OF[actor]));
  if (held.length === 0) {
    return { code: 'ROLE_NOT_ALLOWED', message: `这一步由${actors.map((actor) => ACTOR_LABELS[actor]).join('或者')}办理，您没有这个岗位权限。` };
  }
  const refusals = held.map((actor) => identityRefusal(actor, officer, file));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}
