import { fail, ok } from '../../contract/result.ts';
import type { AppError } from '../../contract/result.ts';
import type { CommandContext } from '../case-file/apply.types.ts';
import type { Command, CommandPayload } from '../case-file/commands.ts';
import { unknownChannel } from '../channel/refusals.ts';
import { isUsable } from '../matter/matter.ts';
import { scopeOf } from '../officer/officer.ts';
import { inScope } from '../organisation/organisation.ts';
import { checkPartyGiven } from '../party/check.ts';
import { checkScope } from '../procedure/actors.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { checkOfficers } from '../procedure/guards/index.ts';
import { chineseDate, isDate } from '../time-limit/days.ts';
import { newTask } from './new-task.ts';
import { approverRefusal, CHECK_RULES, enter, missing, officerRefusal, refuse, roleRefusal, stateRefusal, type Step, type StepResult } from './step.ts';
import { OPEN_TASK_STATES, type Task } from './task.ts';

const BEFORE_VISIT = ['new', 'assigned', 'accepted'] as const;
const HEADS = ['unit-head', 'leader'] as const;

/** A new task; a visit needs published matters, and a routine one must stay within the party's yearly cap (国办发〔2024〕54号). */
export function createTask(command: Command<'task.create'>, context: CommandContext): StepResult {
  const { payload } = command;
  const refusal =
    checkScope(context.actor, payload) ?? roleRefusal(context.actor, ['officer', 'unit-head', 'leader', 'draw-admin'], '登记监管任务') ??
    unknownChannel(payload.channel, context) ?? planRefusal(payload, context) ?? mattersRefusal(payload, context) ?? capRefusal(payload, context);
  if (refusal !== null) return fail(refusal);
  return ok(newTask(command.entityId, { ...payload, title: payload.title.trim() }, { today: context.today, createdBy: context.actor.id }));
}

function planRefusal(payload: CommandPayload<'task.create'>, { today }: CommandContext): AppError | null {
  if (payload.title.trim() === '') return missing('任务名称未填写。', 'title');
  if (!isDate(payload.dueOn)) return missing('完成期限不是有效的日期。', 'dueOn');
  if (payload.dueOn < today) return { code: 'DATES_OUT_OF_ORDER', message: '完成期限早于今天，请核对。', details: { path: 'dueOn' } };
  if (payload.plannedOn !== null && (!isDate(payload.plannedOn) || payload.plannedOn > payload.dueOn)) return { code: 'DATES_OUT_OF_ORDER', message: '计划检查日期应当不晚于完成期限，请核对。', details: { path: 'plannedOn' } };
  return checkPartyGiven(payload.party, today);
}

/** Only what was published may be inspected. */
function mattersRefusal({ matterCodes }: CommandPayload<'task.create'>, { matters, today }: CommandContext): AppError | null {
  if (matters === undefined) return null;
  for (const code of matterCodes) {
    const matter = matters.get(code);
    if (matter === undefined) return { code: 'FIELD_INVALID', message: `监管事项${code}不在事项目录内，请重新选择。`, details: { path: 'matterCodes', code } };
    if (!isUsable(matter, today)) return { code: 'MATTER_NOT_PUBLISHED', message: `“${matter.name}”尚未认领或者检查事项尚未公布，不得据以实施检查。请先由事项管理员认领、公布。`, article: CHECK_RULES, details: { path: 'matterCodes', code } };
  }
  return null;
}

/** Visits of the year as the caller counted them; checks of a single clue and urgent ones do not count. */
function capRefusal({ matterCodes, checkClass, party }: CommandPayload<'task.create'>, { matters, visits }: CommandContext): AppError | null {
  if (checkClass !== 'routine' || matters === undefined || visits === undefined) return null;
  for (const code of matterCodes) {
    const matter = matters.get(code);
    const made = visits.get(code) ?? 0;
    if (matter?.cap == null || made < matter.cap) continue;
    return {
      code: 'CAP_EXCEEDED', article: CHECK_RULES, details: { path: 'matterCodes', code, made, cap: matter.cap },
      message: `${party.name}本年度“${matter.name}”已检查${made}次，达到上限${matter.cap}次，不能再安排日常检查。有投诉举报、转办交办等线索的，请改为个案检查并写明理由。`,
    };
  }
  return null;
}

/** Names the officers; before the visit others may take their place. */
export const assign: Step<CommandPayload<'task.assign'>> = (task, { officerIds, plannedOn, reason }, context) => {
  const again = task.officerIds.length > 0;
  const refusal = stateRefusal(task, BEFORE_VISIT, '分派') ?? roleRefusal(context.actor, HEADS, '分派任务') ?? assigneeRefusal(task, officerIds, plannedOn ?? task.plannedOn ?? context.today, context);
  if (refusal !== null) return fail(refusal);
  if (again && reason.trim() === '') return fail(missing('改派任务须写明理由。', 'reason'));
  if (plannedOn !== null && (plannedOn < context.today || plannedOn > task.dueOn)) return refuse('DATES_OUT_OF_ORDER', `计划检查日期应在今天至完成期限（${chineseDate(task.dueOn)}）之间。`, { details: { path: 'plannedOn' } });
  return ok({ ...enter(task, 'assigned', context.today), officerIds, plannedOn: plannedOn ?? task.plannedOn, approval: again ? null : task.approval });
};

/** Two with certificates valid on the day of the visit, within the scope, without a stake in the party, and not who approves. */
function assigneeRefusal(task: Task, officerIds: readonly string[], visitOn: string, context: CommandContext): AppError | null {
  if (officerIds.includes(context.actor.id)) return { code: 'OFFICER_RECUSED', message: '不能把任务分派给自己：检查人员不得审批本人实施的检查。', article: ARTICLES.recusal };
  const officers = officerIds.map((id) => context.officers.get(id));
  const outside = officers.find((officer) => officer !== undefined && !inScope(scopeOf(officer), task));
  if (outside !== undefined) return { code: 'OUT_OF_SCOPE', message: `${outside.name}不属于本任务的渠道或者区域。请选择本渠道、本区域的执法人员。`, details: { officerId: outside.id } };
  const recused = officers.find((officer) => officer !== undefined && (context.recusals ?? []).some((recusal) => recusal.officerId === officer.id && recusal.partyName === task.party.name));
  if (recused !== undefined) return { code: 'OFFICER_RECUSED', message: `${recused.name}已登记对${task.party.name}回避，不能参加检查。请改派其他执法人员。`, article: ARTICLES.recusal, details: { officerId: recused.id } };
  return checkOfficers(officers, visitOn);
}

export const accept: Step<CommandPayload<'task.accept'>> = (task, _payload, context) => {
  const refusal = stateRefusal(task, ['assigned'], '接收') ?? officerRefusal(task, context.actor);
  return refusal === null ? ok(enter(task, 'accepted', context.today)) : fail(refusal);
};

export const defer: Step<CommandPayload<'task.defer'>> = (task, { to, reason }, context) => {
  const refusal = stateRefusal(task, OPEN_TASK_STATES, '延期') ?? roleRefusal(context.actor, HEADS, '批准延期') ?? approverRefusal(task, context.actor, '批准延期');
  if (refusal !== null) return fail(refusal);
  if (reason.trim() === '') return fail(missing('请写明延期的理由。', 'reason'));
  if (!isDate(to) || to <= task.dueOn || to < context.today) return refuse('DATES_OUT_OF_ORDER', `延期后的完成期限应当晚于现在的期限（${chineseDate(task.dueOn)}）且不早于今天。`, { details: { path: 'to' } });
  return ok({ ...task, dueOn: to, deferrals: [...task.deferrals, { from: task.dueOn, to, reason: reason.trim(), at: context.now, officerName: context.actor.name }] });
};

/** Approval of the visit before it, or made up after an urgent one. */
export const approve: Step<CommandPayload<'task.approve'>> = (task, { opinion }, context) => {
  const states = task.urgent ? (['assigned', 'accepted', 'on-site', 'rectify'] as const) : (['assigned', 'accepted'] as const);
  const refusal = stateRefusal(task, states, '审批检查') ?? roleRefusal(context.actor, HEADS, '审批检查') ?? approverRefusal(task, context.actor, '审批本次检查');
  if (refusal !== null) return fail(refusal);
  if (task.approval !== null) return refuse('STEP_NOT_ALLOWED', `本次检查已由${task.approval.officerName}批准，不必重复审批。`);
  return ok({ ...task, approval: { officerId: context.actor.id, officerName: context.actor.name, at: context.now, opinion: opinion.trim() } });
};

export const cancel: Step<CommandPayload<'task.cancel'>> = (task, { reason }, context) => {
  const refusal = stateRefusal(task, BEFORE_VISIT, '取消') ?? roleRefusal(context.actor, HEADS, '取消任务');
  if (refusal !== null) return fail(refusal);
  if (reason.trim() === '') return fail(missing('请写明取消任务的理由。', 'reason'));
  return ok({ ...enter(task, 'cancelled', context.today), finishedOn: context.today, resultNote: reason.trim() });
};
