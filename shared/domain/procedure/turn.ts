import type { Approval, CaseFile } from '../case-file/case-file.ts';
import type { ChannelConfig } from '../channel/channel.ts';
import { type Signer, signersAt } from '../channel/route.ts';
import { type ApprovalPointKey, pointOf, pointOfStage } from './approval-points.ts';

/** Step by which an earlier node of a route states its opinion. */
export const SIGN = 'sign-approval';

type Approved = Pick<CaseFile, 'stage' | 'approvals' | 'noticeApproved' | 'decisionApproved'>;

/** Whether a mended case comes back to the point that sent it away, so that what was signed before stands. */
function isResumption(approvals: readonly Approval[], entry: number, key: ApprovalPointKey): boolean {
  const { stage, returns } = pointOf(key);
  if (approvals[entry]?.event !== 'resubmit') return false;
  const left = approvals.slice(0, entry).findLast((each) => (each.from === stage) !== (each.to === stage));
  return left !== undefined && left.from === stage && returns.includes(left.event);
}

/** The approvals since the case last came to a point by its ordinary way; all of them where its coming is not on record. */
export function roundOf(approvals: readonly Approval[], key: ApprovalPointKey): readonly Approval[] {
  const { stage } = pointOf(key);
  const start = approvals.findLastIndex((each, at) => each.to === stage && each.from !== stage && !isResumption(approvals, at, key));
  return approvals.slice(start + 1);
}

/** The opinions signed at a point in its present or last round, in the order given. */
export function signaturesAt(file: Pick<CaseFile, 'approvals'>, key: ApprovalPointKey): readonly (Approval & { readonly node: string })[] {
  const { stage } = pointOf(key);
  return roundOf(file.approvals, key).filter((each): each is Approval & { node: string } => each.event === SIGN && each.from === stage && each.node !== undefined);
}

/** A node of the route with what was signed as it. */
export interface ChainNode extends Signer {
  readonly signed: Approval | null;
  readonly state: 'signed' | 'turn' | 'waiting';
}

/** Whose turn it is at a point: the nodes in order, and the one to sign or decide now. */
export interface Turn {
  readonly point: ApprovalPointKey;
  readonly chain: readonly ChainNode[];
  readonly node: ChainNode;
  /** It is the last node's turn: it decides. */
  readonly deciding: boolean;
}

/** The decision of a point that leaves the case in its stage has been taken. */
function isDecided(file: Approved): boolean {
  return file.stage === 'NOTICE_APPR' ? file.noticeApproved : file.decisionApproved && (file.stage === 'DEC_APPR' || file.stage === 'NOPEN');
}

/**
 * Whose turn it is where the case stands, by the route in force today: signatures count by the node's title, so that those
 * of a node that is no more are passed over and a new one is asked. `null` where the case waits for no approval.
 */
export function turnOf(file: Approved, channel: Pick<ChannelConfig, 'route'> | null): Turn | null {
  const point = pointOfStage(file.stage);
  if (point === undefined || isDecided(file)) return null;
  const signers = signersAt(channel?.route ?? [], point);
  const signatures = signaturesAt(file, point);
  const signedAs = signers.map(({ title }, at) => (at === signers.length - 1 ? null : (signatures.findLast((each) => each.node === title) ?? null)));
  const next = signedAs.indexOf(null);
  const chain = signers.map((signer, at): ChainNode => ({ ...signer, signed: signedAs[at] ?? null, state: signedAs[at] !== null ? 'signed' : at === next ? 'turn' : 'waiting' }));
  return { point, chain, node: chain[next] as ChainNode, deciding: next === chain.length - 1 };
}

/** Titles of the nodes that still come before the decision. */
export function unsignedTitles({ chain }: Turn): readonly string[] {
  return chain.slice(0, -1).filter((node) => node.signed === null).map((node) => node.title);
}
