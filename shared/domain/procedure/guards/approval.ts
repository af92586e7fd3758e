import type { CaseFile } from '../../case-file/case-file.ts';
import { type Guard, officersOf } from './guard.ts';

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
  const asked = (file.countersigns ?? []).find((countersign) => ids.includes(countersign.officerId));
  return asked === undefined ? null : refuse(`${asked.officerName}已在会签人员之列，不必重复提请。`);
};

/** Whether the case lies where a later node sent it for mending, so that it may go straight back there. */
export function resumesAt(file: CaseFile): CaseFile['stage'] | null {
  return file.returned?.event === 'return-notice' && file.returned.to === file.stage ? file.returned.from : null;
}

export const wasReturned: Guard = ({ file }) =>
  resumesAt(file) === null ? { code: 'STEP_NOT_ALLOWED', message: '本案不是后一环节退回修改的，请按程序由机构负责人审核。' } : null;
