import type { AppError } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { channelOf } from '../channel/in-force.ts';
import { type Signer, unitFits } from '../channel/route.ts';
import { delegatedTo } from '../officer/delegation.ts';
import { type ActingFor, type Officer, ROLES } from '../officer/officer.ts';
import { actingForOf, checkActor, holdsRole } from './actors.ts';
import { pointOf, type SigningRole } from './approval-points.ts';
import type { CaseEvent } from './events.ts';
import type { Actor, Transition } from './table.types.ts';
import { SIGN, type Turn, turnOf, unsignedTitles } from './turn.ts';

/** The turn by the route of the case's channel. */
export function turnOfCase(file: CaseFile, { settings }: Pick<RuleContext, 'settings'>): Turn | null {
  return turnOf(file, channelOf(settings, file.channel));
}

/** An officer as he would sign: in his own right, or for one absent colleague, whose unit then counts. */
interface Capacity {
  readonly officer: Officer;
  readonly unitName: string;
  readonly actingFor?: ActingFor;
}

/** Unlike the roles a deputy is lent, this looks beyond a role he holds himself: the heads of two teams may stand in for each other. */
function capacities(role: SigningRole, { actor, settings, officers, today }: RuleContext): readonly Capacity[] {
  const { actingFor = [], ...person } = actor;
  const own = actor.roles.includes(role) && !actingFor.some((each) => each.role === role) ? [{ officer: person, unitName: actor.unitName }] : [];
  const lent = delegatedTo(actor, settings.delegations, officers, today).filter((each) => each.role === role);
  return [...own, ...lent.map((each): Capacity => ({
    officer: { ...person, roles: [role], actingFor: [each] }, unitName: officers.get(each.officerId)?.unitName ?? '', actingFor: each,
  }))];
}

interface Standing {
  readonly refusal: AppError | null;
  readonly capacity?: Capacity;
}

/** Whether the actor may speak as a node, and in which capacity: role, unit, recusal, and that he spoke as no other node of the round. */
function standingAs(node: Signer, turn: Turn, file: CaseFile, context: RuleContext): Standing {
  const held = capacities(node.role, context);
  if (held.length === 0) return { refusal: checkActor([node.role], withoutRole(context.actor, node.role), file) };
  const ofUnit = held.filter((capacity) => unitFits(node, capacity.unitName));
  if (ofUnit.length === 0) return { refusal: { code: 'ROLE_NOT_ALLOWED', message: `“${node.title}”由${node.unit}${node.unitOnly ? '（本级）' : ''}的${ROLES[node.role]}办理，您（${context.actor.unitName || '未登记单位'}）不能办理这一步。` } };
  const twice = turn.chain.find((other) => other.title !== node.title && other.signed?.officerId === context.actor.id);
  if (twice !== undefined) return { refusal: { code: 'OFFICER_RECUSED', message: `您已经以“${twice.title}”的身份签署过意见，同一人不能在同一环节签署两次。“${node.title}”请由其他人员办理。` } };
  const judged = ofUnit.map((capacity): Standing => ({ capacity, refusal: checkActor([node.role], capacity.officer, file) }));
  return judged.find((standing) => standing.refusal === null) ?? (judged[0] as Standing);
}

function withoutRole(officer: Officer, role: SigningRole): Officer {
  return { ...officer, roles: officer.roles.filter((each) => each !== role) };
}

function isDeciding(transition: Transition, turn: Turn): boolean {
  return (pointOf(turn.point).decides as readonly CaseEvent[]).includes(transition.event);
}

/** What the core gives its decider is open to whoever's turn it is: sending back, and, to the one who decides, hearing others first. */
function isShared(transition: Transition, turn: Turn): boolean {
  return pointOf(turn.point).returns.includes(transition.event) || (turn.deciding && transition.event === 'request-countersign');
}

/** The node as which the actor takes a step, by the route; `null` where the core alone says who acts. */
function nodeFor(transition: Transition, turn: Turn | null, file: CaseFile, context: RuleContext): Signer | null {
  if (turn === null) return null;
  if (transition.event === SIGN) return turn.deciding ? null : turn.node;
  if (isDeciding(transition, turn)) return turn.chain.at(-1) ?? null;
  if (!isShared(transition, turn) || standingAs(turn.node, turn, file, context).refusal !== null) return null;
  return turn.node;
}

function missingOpinions(turn: Turn): AppError | null {
  const titles = unsignedTitles(turn);
  if (titles.length === 0) return null;
  return { code: 'SIGNATURE_MISSING', message: `按本渠道的审批路线，“${titles.join('”“')}”尚未签署意见，签署完毕后才能决定。`, details: { titles } };
}

/**
 * Whether the actor may take a step: by role and by what he is to the case, at an approval point by the route of the
 * channel as well. A decision waits for the opinion of every node before it. `null` when he may.
 */
export function actorRefusal(transition: Transition, file: CaseFile, context: RuleContext): AppError | null {
  const turn = turnOfCase(file, context);
  const node = nodeFor(transition, turn, file, context);
  if (turn === null || node === null) {
    if (transition.event !== SIGN) return checkActor(transition.actors, context.actor, file);
    return { code: 'STEP_NOT_ALLOWED', message: '按本渠道的审批路线，现在没有等待审核签署的节点。请刷新后查看可办理的步骤。' };
  }
  const { refusal } = standingAs(node, turn, file, context);
  return refusal ?? (isDeciding(transition, turn) ? missingOpinions(turn) : null);
}

/** Who may take a step, as roles: what decides whether it is shown to somebody at all. */
function actorsFor(transition: Transition, file: CaseFile, context: RuleContext): readonly Actor[] {
  const turn = turnOfCase(file, context);
  if (turn === null) return transition.actors;
  if (transition.event === SIGN) return turn.deciding ? [] : [turn.node.role];
  if (isDeciding(transition, turn)) return [(turn.chain.at(-1) ?? turn.node).role];
  return isShared(transition, turn) ? [...transition.actors, turn.node.role] : transition.actors;
}

/** As what the actor took a step: the node of the route where he did not decide, and the absent colleague he acted for. */
export function signedAs(transition: Transition, file: CaseFile, context: RuleContext): { readonly node?: string; readonly actingFor?: string } {
  const turn = turnOfCase(file, context);
  const node = nodeFor(transition, turn, file, context);
  const acting = turn === null || node === null ? actingForOf(transition.actors, context.actor) : standingAs(node, turn, file, context).capacity?.actingFor;
  const named = turn === null || node === null || turn.deciding || isDeciding(transition, turn) ? {} : { node: node.title };
  return { ...named, ...(acting === undefined ? {} : { actingFor: acting.officerName }) };
}

/** Whether the actor holds a role that a step asks for. */
export function holdsRoleFor(transition: Transition, file: CaseFile, context: RuleContext): boolean {
  return holdsRole(context.actor, actorsFor(transition, file, context));
}
