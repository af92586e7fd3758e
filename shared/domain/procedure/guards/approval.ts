import type { CaseFile } from '../../case-file/case-file.ts';
import { type ApprovalPointKey, pointOf } from '../approval-points.ts';
import { ARTICLES } from '../articles.ts';
import type { CaseEvent } from '../events.ts';
import type { Stage } from '../stages.ts';
import { signaturesAt } from '../turn.ts';
import { evidencePresent, factsStated, partyComplete, recordIssued, reportDrafted, withinLimitation } from './facts.ts';
import { firstRefusal, type Guard, officersOf } from './guard.ts';
import { investigators, officersQualified } from './officers.ts';
import { correctionFirst, penaltyInRange } from './penalty.ts';

/** Whoever was asked to countersign has stated his opinion. */
export const countersigned: Guard = ({ file }) => {
  const open = (file.countersigns ?? []).filter((countersign) => countersign.signedAt === null);
  if (open.length === 0) return null;
  return { code: 'COUNTERSIGN_MISSING', message: `${open.map((countersign) => countersign.officerName).join('、')}尚未会签，会签完毕后才能批准。`, details: { officerIds: open.map((each) => each.officerId) } };
};

/** Those asked are active officers other than the asker, each asked once. */
export const countersignersKnown: Guard = ({ file, context, data }) => {
  const ids = data?.['officerIds'];
  if (!Array.isArray(ids)) return null;
  const refuse = (message: string) => ({ code: 'FIELD_INVALID' as const, message, details: { path: 'officerIds' } });
  const officers = officersOf({ context }, ids.map(String));
  if (officers.some((officer) => officer?.active !== true)) return refuse('所选会签人员中有人不在人员名录内或者已停用，请重新选择。');
  if (ids.includes(context.actor.id)) return refuse('您是审批人，不能会签自己审批的事项，请选择其他人员。');
  const hand = investigators(file);
  const involved = officers.find((officer) => officer !== undefined && hand.has(officer.id));
  if (involved !== undefined) return { code: 'OFFICER_RECUSED', message: `${involved.name}办理过本案，不能会签，请选择其他人员。`, article: ARTICLES.recusal, details: { path: 'officerIds' } };
  const asked = (file.countersigns ?? []).find((countersign) => ids.includes(countersign.officerId));
  return asked === undefined ? null : refuse(`${asked.officerName}已在会签人员之列，不必重复提请。`);
};

/**
 * Where a case sent back goes once mended, past the nodes between: to the node that returned it. A reviewer's return lets
 * the notice fall, so that it goes no further than to the approval of a new one.
 */
const RESUMED: Partial<Readonly<Record<CaseEvent, Stage>>> = { 'return-notice': 'NOTICE_APPR', 'return-review-investigation': 'NOTICE_APPR' };

/** Points to which the ordinary step leads straight back: the short way is worth taking only where nodes have signed, whose opinions stand. */
const SIGNED_ON_THE_WAY: readonly ApprovalPointKey[] = ['filing', 'report', 'closing'];

function signedBefore(file: CaseFile, event: CaseEvent): Stage | null {
  const key = SIGNED_ON_THE_WAY.find((each) => pointOf(each).returns.includes(event));
  return key === undefined || signaturesAt(file, key).length === 0 ? null : pointOf(key).stage;
}

/** Whether the case lies where a later node sent it for mending, so that it may go straight back there. */
export function resumesAt(file: CaseFile): Stage | null {
  const { returned } = file;
  if (returned === undefined || returned.to !== file.stage) return null;
  return RESUMED[returned.event] ?? signedBefore(file, returned.event);
}

/** Everything the nodes that are passed over would have asked for. */
const WITH_PENALTY = [officersQualified, recordIssued, reportDrafted, partyComplete, factsStated, evidencePresent, withinLimitation, penaltyInRange, correctionFirst] as const;

export const sentBack: Guard = ({ file }) => (resumesAt(file) === null ? { code: 'STEP_NOT_ALLOWED', message: '本案不是审核签署后退回修改的，请按程序重新提请。' } : null);

export const wasReturned: Guard = (input) => {
  if (resumesAt(input.file) === null) return { code: 'STEP_NOT_ALLOWED', message: '本案不是后一环节退回修改的，请按程序由机构负责人审核。' };
  return firstRefusal(WITH_PENALTY, input);
};
