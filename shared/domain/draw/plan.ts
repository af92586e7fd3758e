import type { AppError } from '../../contract/result.ts';
import type { Officer } from '../officer/officer.ts';
import type { Channel, District } from '../organisation/organisation.ts';
import { isDate } from '../time-limit/days.ts';
import type { PoolFilter } from './parameters.ts';
import { weightsRefusal } from './parameters.ts';
import type { CreditWeights } from './pool.ts';
import { holdsOne, PLAN_APPROVERS } from './roles.ts';

/** 定向抽查 draws from a part of the objects chosen by attributes, 不定向抽查 from all of them. */
export const TARGETINGS = { open: '不定向', targeted: '定向' } as const;
export type Targeting = keyof typeof TARGETINGS;
export const TARGETING_KEYS = Object.keys(TARGETINGS) as [Targeting, ...Targeting[]];

export const DEPARTMENTS = { own: '本部门', joint: '跨部门' } as const;
export type Departments = keyof typeof DEPARTMENTS;
export const DEPARTMENTS_KEYS = Object.keys(DEPARTMENTS) as [Departments, ...Departments[]];

export const PLAN_STATES = { draft: '待批准', approved: '已批准', running: '实施中', closed: '已结束' } as const;
export type PlanState = keyof typeof PLAN_STATES;

/** What whoever writes a plan decides. Dates are `YYYY-MM-DD`. */
export interface PlanContent extends PoolFilter {
  readonly year: number;
  readonly name: string;
  readonly targeting: Targeting;
  readonly departments: Departments;
  /** Departments that take part in a joint inspection. */
  readonly partners: readonly string[];
  readonly channel: Channel;
  readonly district: District;
  readonly matterCodes: readonly string[];
  readonly ratioPermille: number;
  readonly weights: CreditWeights;
  readonly from: string;
  readonly to: string;
  readonly leadOffice: string;
}

/** What happened to a plan; the last line says who approved it or why it came back. */
export interface PlanEvent {
  readonly kind: 'made' | 'changed' | 'approved' | 'returned' | 'started' | 'closed';
  readonly at: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly note: string;
}

/** A yearly plan of random inspections (年度抽查计划). */
export interface DrawPlan extends PlanContent {
  readonly id: string;
  readonly rev: number;
  readonly no: string;
  readonly state: PlanState;
  readonly history: readonly PlanEvent[];
}

function field(message: string, path: string): AppError {
  return { code: 'FIELD_INVALID', message, details: { path } };
}

/** What is wrong with a plan as written; `null` when it may be kept. */
export function planRefusal(plan: PlanContent): AppError | null {
  if (plan.name.trim() === '') return field('请填写计划名称。', 'name');
  if (plan.matterCodes.length === 0) return field('请至少选择一个抽查事项。', 'matterCodes');
  if (!Number.isInteger(plan.ratioPermille) || plan.ratioPermille < 1 || plan.ratioPermille > 1000) return field('抽查比例应当在0.1%至100%之间，请更正。', 'ratioPermille');
  if (plan.departments === 'joint' && plan.partners.every((name) => name.trim() === '')) return field('跨部门联合抽查须写明参加的部门。', 'partners');
  if (plan.targeting === 'targeted' && plan.districts.length + plan.categories.length + plan.creditClasses.length === 0) return field('定向抽查须选择对象范围（属地、企业类型或者信用等级）。', 'categories');
  if (plan.leadOffice.trim() === '') return field('请填写牵头处室。', 'leadOffice');
  if (!isDate(plan.from) || !isDate(plan.to)) return field('实施期间应当是有效的日期。', 'from');
  if (!plan.from.startsWith(String(plan.year)) || !plan.to.startsWith(String(plan.year))) return field(`实施期间应当在${String(plan.year)}年度内。`, 'from');
  return plan.to < plan.from ? { code: 'DATES_OUT_OF_ORDER', message: '实施期间的止日早于起日，请更正。', details: { path: 'to' } } : weightsRefusal(plan.weights);
}

function notAllowed(message: string, code: AppError['code'] = 'STEP_NOT_ALLOWED'): AppError {
  return { code, message };
}

/** Only a plan that nobody approved may still be changed. */
export function changeRefusal(plan: Pick<DrawPlan, 'state'>): AppError | null {
  return plan.state === 'draft' ? null : notAllowed(`计划${PLAN_STATES[plan.state]}，不能再修改。需要调整的，请结束本计划后另行制定。`);
}

/** A leader approves; nobody approves the plan he wrote himself. */
export function approvalRefusal(plan: Pick<DrawPlan, 'state' | 'history'>, officer: Pick<Officer, 'id' | 'roles'>): AppError | null {
  if (!holdsOne(officer, PLAN_APPROVERS)) return notAllowed('抽查计划由分管领导或者局主要负责人批准，您没有这个岗位权限。', 'ROLE_NOT_ALLOWED');
  if (plan.state !== 'draft') return notAllowed(`计划${PLAN_STATES[plan.state]}，不需要再批准。`);
  return plan.history.some((event) => (event.kind === 'made' || event.kind === 'changed') && event.officerId === officer.id) ? notAllowed('您参与制定了本计划，不能批准。请由其他领导批准。', 'ROLE_NOT_ALLOWED') : null;
}

/** Whether a draw may be made under the plan on a day. */
export function drawingRefusal(plan: Pick<DrawPlan, 'state' | 'from' | 'to'>, today: string): AppError | null {
  if (plan.state === 'draft') return notAllowed('计划尚未批准，不能抽取。请分管领导先批准。');
  if (plan.state === 'closed') return notAllowed('计划已经结束，不能再抽取。');
  return today > plan.to ? notAllowed(`计划的实施期间到${plan.to}为止，不能再抽取。`, 'DATES_OUT_OF_ORDER') : null;
}

/** A plan ends when none of its draws is under way. */
export function closingRefusal(plan: Pick<DrawPlan, 'state'>, openDraws: number): AppError | null {
  if (plan.state === 'draft' || plan.state === 'closed') return notAllowed(`计划${PLAN_STATES[plan.state]}，不能结束。`);
  return openDraws === 0 ? null : notAllowed(`还有${String(openDraws)}次抽取没有派发或者作废，请先办完再结束计划。`);
}
