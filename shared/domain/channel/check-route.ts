import type { AppError } from '../../contract/result.ts';
import { type Role, ROLES } from '../officer/officer.ts';
import { APPROVAL_POINT_KEYS, type ApprovalPointKey, isSigningRole, mayDecide, maySign, pointOf } from '../procedure/approval-points.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { pointsOfNode, type RouteNode } from './route.ts';

type Route = readonly RouteNode[];

/** Who acts in the order the law gives: investigates, reviews, approves (Administrative Penalty Law, art. 55, 57, 58). */
const LAWFUL: readonly { readonly roles: readonly Role[]; readonly article?: string }[] = [
  { roles: ['officer'], article: ARTICLES.officers }, { roles: ['unit-head'] }, { roles: ['legal-reviewer'], article: ARTICLES.review },
  { roles: ['leader', 'bureau-head'], article: ARTICLES.decision },
];

/** `index`: the node spoken of; `null`: the route as a whole. */
function fault(index: number | null, message: string, article?: string | null): AppError {
  return { code: 'FIELD_INVALID', message, details: { path: index === null ? 'route' : `route.${index}` }, ...(article == null ? {} : { article }) };
}

function missingRoles(route: Route): AppError[] {
  const missing = LAWFUL.filter(({ roles }) => !route.some((node) => roles.includes(node.role)));
  return missing.map(({ roles, article }) => fault(null, `审批路线缺少“${roles.map((role) => ROLES[role]).join('”或者“')}”，不能保存。`, article));
}

/** The last of those who approve: others of the rank may sign before. */
function disorder(route: Route): AppError[] {
  const places = LAWFUL.map(({ roles }, at) => (at === LAWFUL.length - 1 ? route.findLastIndex((node) => roles.includes(node.role)) : route.findIndex((node) => roles.includes(node.role))));
  if (places.includes(-1)) return [];
  const inOrder = places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
  return inOrder ? [] : [fault(null, '审批路线的次序应为：承办、机构负责人审核、法制审核、分管领导审批。', ARTICLES.review)];
}

function titleFaults(route: Route): AppError[] {
  const titles = route.map((node) => node.title.trim());
  return titles.flatMap((title, index) => {
    if (title === '') return [fault(index, `第${index + 1}个节点没有名称，请填写，例如“大队审核”。`)];
    return titles.indexOf(title) === index ? [] : [fault(index, `节点名称“${title}”重复，签署意见按名称区分，请改为不同的名称。`)];
  });
}

function nodeFault({ role, title, points, unit = '', unitOnly = false }: RouteNode, index: number): AppError | null {
  if (unitOnly && unit.trim() === '') return fault(index, `“${title}”选择了仅限本单位，但没有填写单位，请填写或者取消。`);
  if (points === undefined) return null;
  if (role === 'officer') return points.length === 0 ? null : fault(index, `“${title}”是承办节点，承办人不得审核本人承办的案件，不能选择签署环节。`, ARTICLES.recusal);
  if (!isSigningRole(role)) return fault(index, `“${title}”的岗位是${ROLES[role]}，不参加案件审批，请改为机构负责人、法制审核员、分管领导或者局主要负责人。`);
  if (points.length === 0) return fault(index, `“${title}”没有选择签署的环节，请至少选择一个，或者删除这个节点。`);
  const misplaced = points.find((key) => !maySign(role, key));
  if (misplaced === undefined) return null;
  const message = misplaced === 'review' ? `“${title}”不能在法制审核环节签署：法制审核由法制审核人员进行。` : `“${title}”只能在法制审核环节签署：审核本案的人员不参加本案的审批。`;
  return fault(index, message, ARTICLES.review);
}

/** At every point somebody decides whom the law lets decide, and after everyone else. */
function deciderFault(route: Route, key: ApprovalPointKey): AppError | null {
  const signing = route.flatMap((node, index) => (pointsOfNode(route, index).includes(key) ? [{ node, index }] : []));
  const last = signing.at(-1);
  if (last !== undefined && mayDecide(last.node.role, key)) return null;
  const { title, decider, article } = pointOf(key);
  const rightful = decider === 'leader' ? `${ROLES.leader}或者${ROLES['bureau-head']}` : ROLES[decider];
  return fault(last?.index ?? null, `“${title}”应当由${rightful}最后决定，请把该岗位的节点排在这个环节的最后。`, article);
}

/** Everything wrong with a route, as a page shows it at its nodes: what is missing first, then node by node, then point by point. */
export function routeFaults(route: Route): readonly AppError[] {
  const nodes = route.map(nodeFault).filter((each) => each !== null);
  const points = APPROVAL_POINT_KEYS.map((key) => deciderFault(route, key)).filter((each) => each !== null);
  return [...missingRoles(route), ...disorder(route), ...titleFaults(route), ...nodes, ...points];
}
