import type { AppError } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { type ActingFor, keepsSystemOnly, type Officer, type Role, ROLES, scopeOf } from '../officer/officer.ts';
import { inScope } from '../organisation/organisation.ts';
import { ARTICLES } from './articles.ts';
import type { Actor } from './table.types.ts';

/** The role behind an actor; `null`: whoever was named in the case, whatever his role. */
const ROLE_OF: Readonly<Record<Actor, Role | null>> = {
  'case-officer': 'officer', officer: 'officer', 'unit-head': 'unit-head', 'legal-reviewer': 'legal-reviewer', leader: 'leader', 'bureau-head': 'bureau-head',
  'hearing-host': 'hearing-host', countersigner: null, signer: null, publicist: 'publicist', archivist: 'archivist',
};

/** What an actor is called on screen and in the diagram. */
export const ACTOR_LABELS: Readonly<Record<Actor, string>> = {
  'case-officer': '本案承办人、协办人',
  officer: ROLES.officer,
  'unit-head': ROLES['unit-head'],
  'legal-reviewer': ROLES['legal-reviewer'],
  leader: ROLES.leader,
  'bureau-head': ROLES['bureau-head'],
  'hearing-host': '本案听证主持人',
  countersigner: '会签人员',
  signer: '审批路线上轮到的人员',
  publicist: ROLES.publicist,
  archivist: ROLES.archivist,
};

/** Those who judge nothing in the case, and so may have had a hand in it. */
const CLERKS: readonly Actor[] = ['publicist', 'archivist', 'officer'];

function holds(officer: Officer, actor: Actor): boolean {
  const role = ROLE_OF[actor];
  return role === null || officer.roles.includes(role);
}

/** Whether one of the actor's roles is asked for at all. */
export function holdsRole(officer: Officer, actors: readonly Actor[]): boolean {
  return actors.some((actor) => ROLE_OF[actor] !== null && holds(officer, actor));
}

/** Whether an officer was asked to countersign and has not yet. */
export function mayCountersign(officer: Officer, file: Pick<CaseFile, 'countersigns'>): boolean {
  return (file.countersigns ?? []).some((countersign) => countersign.officerId === officer.id && countersign.signedAt === null);
}

/** The absent colleague in whose place he acts, where he takes the step by a role he holds for him only. */
export function actingForOf(actors: readonly Actor[], officer: Officer): ActingFor | undefined {
  const lent = officer.actingFor ?? [];
  const roles = actors.filter((actor) => holds(officer, actor)).map((actor) => ROLE_OF[actor]);
  if (roles.some((role) => role !== null && !lent.some((each) => each.role === role))) return undefined;
  return lent.find((each) => roles.includes(each.role));
}

/** Active, and the case within his district and channel. `null` when he may see and touch the case. */
export function checkScope(officer: Officer, file: Pick<CaseFile, 'channel' | 'district'>): AppError | null {
  if (!officer.active) return { code: 'FORBIDDEN', message: '您的账号已停用，不能办理案件。请联系系统管理员。' };
  if (keepsSystemOnly(officer)) return { code: 'OUT_OF_SCOPE', message: '系统管理员只维护系统，不查看、不办理案件和任务。' };
  if (inScope(scopeOf(officer), file)) return null;
  return { code: 'OUT_OF_SCOPE', message: '本案不属于您的渠道或者区域，不能办理。' };
}

/** The officers of the case, those they replaced, and whoever served a document: they approve nothing in it. */
function actedAsOfficer(file: CaseFile): ReadonlySet<string> {
  return new Set([...file.officerIds, ...(file.formerOfficerIds ?? []), ...file.services.flatMap((service) => service.serverIds)]);
}

function notNamed(message: string, article?: string): AppError {
  return { code: 'ROLE_NOT_ALLOWED', message, ...(article === undefined ? {} : { article }) };
}

function identityRefusal(actor: Actor, officer: Officer, file: CaseFile): AppError | null {
  if (actor === 'case-officer') return file.officerIds.includes(officer.id) ? null : notNamed('只有本案承办人、协办人可以办理这一步。', ARTICLES.officers);
  if (actor === 'hearing-host' && file.hearing?.hostId !== officer.id) return notNamed('只有本案指定的听证主持人可以办理这一步。', ARTICLES.hearingHost);
  if (actor === 'countersigner' && !mayCountersign(officer, file)) return notNamed('您不在会签人员之列，或者已经会签。');
  if (actor === 'signer') return notNamed('审核签署由审批路线上轮到的人员办理。');
  if (CLERKS.includes(actor)) return null;
  return recusal(actor, officer, file);
}

/** Nobody judges his own investigation; nor does he who stands in for one who investigated. */
function recusal(actor: Actor, officer: Officer, file: CaseFile): AppError | null {
  const acted = actedAsOfficer(file);
  const absent = officer.actingFor?.find((each) => each.role === ROLE_OF[actor]);
  if (absent !== undefined && acted.has(absent.officerId)) {
    return { code: 'OFFICER_RECUSED', message: `您代行${absent.officerName}的职责，而${absent.officerName}办理过本案，应当回避。请由其他人员办理。`, article: ARTICLES.recusal };
  }
  if (!acted.has(officer.id)) return null;
  if (actor === 'legal-reviewer') return { code: 'REVIEWER_IS_OFFICER', message: '您办理过本案，不能审核本案。请由其他法制审核人员办理。', article: ARTICLES.review };
  return { code: 'OFFICER_RECUSED', message: `您是本案承办人或者办理过本案，不能以${ACTOR_LABELS[actor]}的身份审批本案。请由其他人员办理。`, article: ARTICLES.recusal };
}

/** Whether an officer may take a step meant for `actors`: by role, and by what he is to this case. `null` when he may. */
export function checkActor(actors: readonly Actor[], officer: Officer, file: CaseFile): AppError | null {
  const held = actors.filter((actor) => holds(officer, actor));
  if (held.length === 0) {
    return { code: 'ROLE_NOT_ALLOWED', message: `这一步由${actors.map((actor) => ACTOR_LABELS[actor]).join('或者')}办理，您没有这个岗位权限。` };
  }
  const refusals = held.map((actor) => identityRefusal(actor, officer, file));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}
