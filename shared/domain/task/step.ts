import { type AppError, fail, type Result } from '../../contract/result.ts';
import type { CommandContext } from '../case-file/apply.types.ts';
import type { Officer, Role } from '../officer/officer.ts';
import { ROLES } from '../officer/officer.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { TASK_STATES, type Task, type TaskState } from './task.ts';

/** The task after a step, or why not. */
export type StepResult = Result<Task>;
export type Step<P> = (task: Task, payload: P, context: CommandContext) => StepResult;

/** 国务院办公厅关于严格规范涉企行政检查的意见: prior approval, published items, yearly caps. */
export const CHECK_RULES = '国办发〔2024〕54号';

export function refuse(code: AppError['code'], message: string, more: Partial<AppError> = {}): { readonly ok: false; readonly error: AppError } {
  return fail({ code, message, ...more });
}

/** `null` when the task stands in one of the states. */
export function stateRefusal(task: Task, states: readonly TaskState[], act: string): AppError | null {
  if (states.includes(task.state)) return null;
  const names = states.map((state) => `“${TASK_STATES[state]}”`).join('、');
  return { code: 'STEP_NOT_ALLOWED', message: `任务处于“${TASK_STATES[task.state]}”，不能${act}。可以办理的状态为${names}。` };
}

/** `null` when the actor holds one of the roles. */
export function roleRefusal(actor: Officer, roles: readonly Role[], act: string): AppError | null {
  if (roles.some((role) => actor.roles.includes(role))) return null;
  return { code: 'ROLE_NOT_ALLOWED', message: `${act}由${roles.map((role) => ROLES[role]).join('或者')}办理，您没有这个岗位权限。` };
}

/** `null` when the actor is one of the officers of the task. */
export function officerRefusal(task: Task, actor: Officer): AppError | null {
  if (task.officerIds.includes(actor.id)) return null;
  return { code: 'ROLE_NOT_ALLOWED', message: '只有本任务的检查人员可以办理这一步。', article: ARTICLES.officers };
}

/** Those who approve are none of those who inspect. */
export function approverRefusal(task: Task, actor: Officer, act: string): AppError | null {
  if (!task.officerIds.includes(actor.id)) return null;
  return { code: 'OFFICER_RECUSED', message: `您是本任务的检查人员，不能${act}。请由其他负责人办理。`, article: ARTICLES.recusal };
}

export function missing(message: string, path: string): AppError {
  return { code: 'FIELD_INVALID', message, details: { path } };
}

export function enter(task: Task, state: TaskState, today: string): Task {
  return task.state === state ? task : { ...task, state, stateSince: today };
}
