import type { AppError } from '../../contract/result.ts';
import type { Officer } from '../officer/officer.ts';
import { DRAW_ROLE, holdsOne, WITNESS_ROLES } from './roles.ts';

/** Where a draw stands: pot and seed fixed → the witness spoke → drawn → tasks sent out. Only before the witness may it be given up. */
export const DRAW_STATES = { committed: '待监督', witnessed: '待抽取', drawn: '待派发', dispatched: '已派发', abandoned: '已作废' } as const;
export type DrawState = keyof typeof DRAW_STATES;
export const DRAW_STATE_KEYS = Object.keys(DRAW_STATES) as [DrawState, ...DrawState[]];

export interface DrawStanding {
  readonly state: DrawState;
  readonly operatorId: string;
  readonly commitment: string;
}

const WORDS_MOST = 100;

function refuse(code: AppError['code'], message: string, path?: string): AppError {
  return { code, message, ...(path === undefined ? {} : { details: { path } }) };
}

export function operatorRefusal(officer: Pick<Officer, 'roles'>): AppError | null {
  return holdsOne(officer, [DRAW_ROLE]) ? null : refuse('ROLE_NOT_ALLOWED', '抽取由双随机管理员办理，您没有这个岗位权限。');
}

/** The witness is somebody else with a post of his own, and confirms the very commitment that stands. */
export function witnessRefusal(draw: DrawStanding, witness: Pick<Officer, 'id' | 'roles'>, given: { readonly commitment: string; readonly words: string }): AppError | null {
  if (draw.state !== 'committed') return refuse('STEP_NOT_ALLOWED', `本次抽取${DRAW_STATES[draw.state]}，不能再监督签名。`);
  if (witness.id === draw.operatorId) return refuse('ROLE_NOT_ALLOWED', '抽取人不能监督自己的抽取。请由其他人员登录后签名。');
  if (holdsOne(witness, [DRAW_ROLE]) || !holdsOne(witness, WITNESS_ROLES)) return refuse('ROLE_NOT_ALLOWED', '抽取由领导、机构负责人或者法制审核员监督，您没有这些岗位权限。');
  if (given.commitment !== draw.commitment) return refuse('CONFLICT', '您看到的承诺值与登记的不一致，可能已重新冻结名录。请刷新后核对再签名。');
  const words = given.words.trim();
  return words === '' || words.length > WORDS_MOST ? refuse('FIELD_INVALID', `请写下1至${String(WORDS_MOST)}字的随机词或者数字，由您自己决定。`, 'words') : null;
}

export function runRefusal(draw: DrawStanding): AppError | null {
  if (draw.state === 'witnessed') return null;
  return refuse('STEP_NOT_ALLOWED', draw.state === 'committed' ? '监督人尚未签名，不能抽取。' : `本次抽取${DRAW_STATES[draw.state]}，不能再抽。`);
}

/** After the witness's words the result follows: to give the draw up then would be to choose among results. */
export function abandonRefusal(draw: DrawStanding, reason: string): AppError | null {
  if (draw.state === 'witnessed') return refuse('STEP_NOT_ALLOWED', '监督人已经签名，结果已经确定，不能作废。请完成抽取。');
  if (draw.state !== 'committed') return refuse('STEP_NOT_ALLOWED', `本次抽取${DRAW_STATES[draw.state]}，不能作废。`);
  return reason.trim() === '' ? refuse('FIELD_INVALID', '请写明作废的理由。', 'reason') : null;
}

export function dispatchRefusal(draw: Pick<DrawStanding, 'state'>): AppError | null {
  if (draw.state === 'drawn') return null;
  return refuse('STEP_NOT_ALLOWED', draw.state === 'dispatched' ? '本次抽取已经派发，不能重复派发。' : `本次抽取${DRAW_STATES[draw.state]}，还不能派发。`);
}
