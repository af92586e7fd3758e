import { routeFaults } from '#shared/domain/channel/check-route.ts';
import { pointsOfNode, type RouteNode, type Signer, signersAt, spelledOut } from '#shared/domain/channel/route.ts';
import { type Role, ROLES } from '#shared/domain/officer/officer.ts';
import { APPROVAL_POINT_KEYS, APPROVAL_POINTS, type ApprovalPointKey, mayDecide, maySign, pointOf } from '#shared/domain/procedure/approval-points.ts';

type Route = readonly RouteNode[];

/** Posts a node may have. */
export const ROUTE_ROLES: Readonly<Partial<Record<Role, string>>> = Object.fromEntries((['officer', 'unit-head', 'legal-reviewer', 'leader', 'bureau-head'] as const).map((role) => [role, ROLES[role]]));

/** Messages by node; those of the route as a whole under -1. With the article they rest on. */
export function messagesByNode(route: Route): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { message, article, details } of routeFaults(route)) {
    const at = Number(/^route\.(\d+)$/.exec(String(details?.['path']))?.[1] ?? -1);
    found.set(at, [...(found.get(at) ?? []), article === undefined ? message : `${message}（依据：${article}）`]);
  }
  return found;
}

/** A node more, before the one who approves in the end. */
export function withNode(route: Route): RouteNode[] {
  const at = Math.max(0, route.length - 1);
  return [...spelledOut(route.slice(0, at)), { role: 'unit-head', title: '', unit: '', unitOnly: false, points: [] }, ...spelledOut(route.slice(at))];
}

export function withoutNode(route: Route, index: number): RouteNode[] {
  return spelledOut(route).filter((_node, at) => at !== index);
}

/** One place up or down; unchanged at an end. */
export function moved(route: Route, index: number, by: 1 | -1): RouteNode[] {
  const nodes: RouteNode[] = spelledOut(route);
  const [node, other] = [nodes[index], nodes[index + by]];
  if (node === undefined || other === undefined) return nodes;
  return nodes.with(index, other).with(index + by, node);
}

/** A change of one node; points that its new post may not sign fall away. */
export function patched(route: Route, index: number, change: Partial<RouteNode>): RouteNode[] {
  return spelledOut(route).map((node, at): RouteNode => {
    if (at !== index) return node;
    const next = { ...node, ...change };
    return { ...next, points: (next.points ?? []).filter((key) => maySign(next.role, key)) };
  });
}

export function withPoint(route: Route, index: number, key: ApprovalPointKey, on: boolean): RouteNode[] {
  const others = pointsOfNode(route, index).filter((each) => each !== key);
  return patched(route, index, { points: APPROVAL_POINT_KEYS.filter((each) => others.includes(each) || (on && each === key)) });
}

/** Whether a node is the only one left to decide at a point: it stays there. */
export function isFixed(route: Route, index: number, key: ApprovalPointKey): boolean {
  const deciding = route.flatMap((node, at) => (mayDecide(node.role, key) && pointsOfNode(route, at).includes(key) ? [at] : []));
  return deciding.length === 1 && deciding[0] === index;
}

/** Whether the route would lack a post the law asks for without this node. */
export function isRequired(route: Route, index: number): boolean {
  const lacking = (nodes: Route): number => routeFaults(nodes).filter(({ details, message }) => details?.['path'] === 'route' && message.startsWith('审批路线缺少')).length;
  return lacking(withoutNode(route, index)) > lacking(route);
}

/** Who decides at a point whatever the route says, with the article. */
export function deciderText(key: ApprovalPointKey): string {
  const { decider, article } = pointOf(key);
  return `${ROLES[decider]}${decider === 'leader' ? `或者${ROLES['bureau-head']}` : ''}决定${article === null ? '' : `（${article}）`}`;
}

/** `大队审核（监察支队一大队）`. */
export function signerText({ title, unit, unitOnly }: Signer): string {
  return unit === '' ? title : `${title}（${unit}${unitOnly ? '本级' : ''}）`;
}

interface PointChain {
  readonly key: ApprovalPointKey;
  readonly title: string;
  readonly signers: readonly Signer[];
}

/** The route as it is read: at each point who signs, in order. */
export function chainsOf(route: Route): readonly PointChain[] {
  return APPROVAL_POINT_KEYS.map((key) => ({ key, title: APPROVAL_POINTS[key].title, signers: signersAt(route, key) }));
}

/** The whole route in words, a line for each point, as a preview of changes shows it. */
export function routeText(route: Route): string {
  const handling = route.filter((node) => node.role === 'officer').map((node) => `承办：${node.title}`);
  const lines = chainsOf(route).map(({ title, signers }) => `${title}：${signers.map((signer) => `${signerText(signer)}〔${ROLES[signer.role]}〕`).join(' → ')}`);
  return [...handling, ...lines].join('\n');
}
