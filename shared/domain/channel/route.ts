import { type Role, ROLES } from '../officer/officer.ts';
import { APPROVAL_POINT_KEYS, APPROVAL_POINTS, type ApprovalPointKey, isSigningRole, mayDecide, maySign, type SigningRole } from '../procedure/approval-points.ts';
import type { ChannelBody } from './channel.ts';

/** A node of a route as a channel's body holds it. */
export type RouteNode = ChannelBody['route'][number];

/** A node that signs at an approval point. */
export interface Signer {
  readonly role: SigningRole;
  /** Unique in the route: signatures are known by it. */
  readonly title: string;
  /** The signer's unit is this one or begins with it; empty: any. */
  readonly unit: string;
  /** The unit itself, not its parts. */
  readonly unitOnly: boolean;
}

/** Where the core puts a role: what a node signs that names no points, as every node of an earlier version does. */
function pointsOfRole(role: Role): readonly ApprovalPointKey[] {
  return APPROVAL_POINT_KEYS.filter((key) => APPROVAL_POINTS[key].decider === role);
}

/** Nodes without points gave titles only: of several with one role the last is the one that decides, as it always was. */
function isSilent(node: RouteNode, index: number, route: readonly RouteNode[]): boolean {
  return node.points === undefined && route.some((other, at) => at > index && other.points === undefined && other.role === node.role);
}

/** The points at which a node signs. */
export function pointsOfNode(route: readonly RouteNode[], index: number): readonly ApprovalPointKey[] {
  const node = route[index];
  if (node === undefined || isSilent(node, index, route)) return [];
  return node.points ?? pointsOfRole(node.role);
}

/** The nodes named at a point that may sign there, in the route's order. */
function namedAt(route: readonly RouteNode[], key: ApprovalPointKey): readonly Signer[] {
  return route.flatMap(({ role, title, unit = '', unitOnly = false }, index): Signer[] => {
    const signs = isSigningRole(role) && maySign(role, key) && pointsOfNode(route, index).includes(key);
    return signs ? [{ role, title, unit, unitOnly }] : [];
  });
}

/** Who signs at a point, in order; the last one decides. Whatever a stored route says, the core's decider is never missing. */
export function signersAt(route: readonly RouteNode[], key: ApprovalPointKey): readonly [...Signer[], Signer] {
  const named = namedAt(route, key);
  const last = named.at(-1);
  if (last !== undefined && mayDecide(last.role, key)) return [...named.slice(0, -1), last];
  const { decider } = APPROVAL_POINTS[key];
  return [...named, { role: decider, title: ROLES[decider], unit: '', unitOnly: false }];
}

/** Whether a unit is the one a node asks for, or, where that is enough, a part of it. */
export function unitFits({ unit, unitOnly }: Pick<Signer, 'unit' | 'unitOnly'>, unitName: string): boolean {
  return unitOnly ? unitName === unit : unitName.startsWith(unit);
}

/** Every node with the points it signs written out, e.g. to be changed on a page. */
export function spelledOut(route: readonly RouteNode[]): Required<RouteNode>[] {
  return route.map((node, index) => ({ ...node, unit: node.unit ?? '', unitOnly: node.unitOnly ?? false, points: [...pointsOfNode(route, index)] }));
}
