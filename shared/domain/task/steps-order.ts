import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import type { CommandContext } from '../case-file/apply.types.ts';
import type { CommandPayload } from '../case-file/commands.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { chineseDate, isDate } from '../time-limit/days.ts';
import { type CorrectiveOrder, isOpenOrder, ORDER_KINDS, RECHECK_ROUNDS, type RecheckRound } from './order.ts';
import { approverRefusal, enter, missing, officerRefusal, refuse, roleRefusal, stateRefusal, type Step } from './step.ts';
import type { Task } from './task.ts';

const CORRECTION = ARTICLES.correction;

/** Orders the party to put things right, or to stop the works. */
export const order: Step<CommandPayload<'task.order'>> = (task, payload, context) => {
  const { id, kind, items, madeOn, dueOn, scope } = payload.order;
  const refusal = stateRefusal(task, ['on-site', 'rectify'], '责令改正') ?? officerRefusal(task, context.actor) ?? itemsRefusal(task, items);
  if (refusal !== null) return fail(refusal);
  if (task.orders.some((each) => each.id === id)) return refuse('FIELD_INVALID', '这份责令改正已登记，不能重复登记。');
  if (!isDate(madeOn) || madeOn > context.today || madeOn < (task.inspectedOn ?? madeOn)) return refuse('DATES_OUT_OF_ORDER', '责令改正的日期应在检查之日至今天之间，请核对。', { details: { path: 'madeOn' } });
  if (!isDate(dueOn) || dueOn <= madeOn) return refuse('DATES_OUT_OF_ORDER', '改正期限应当晚于责令改正之日，请核对。', { article: CORRECTION, details: { path: 'dueOn' } });
  if (kind === 'stop-work' && scope.trim() === '') return fail(missing('责令停止施工须写明停工的部位和范围。', 'scope'));
  const made: CorrectiveOrder = { id, kind, items, madeOn, dueOn, scope: scope.trim(), extensions: [], rounds: [], lifted: null, endedOn: null };
  return ok({ ...task, orders: [...task.orders, made] });
};

function itemsRefusal(task: Task, items: CorrectiveOrder['items']): AppError | null {
  if (items.some((item) => item.text.trim() === '')) return missing('改正事项未填写。', 'items');
  if (new Set(items.map((item) => item.id)).size < items.length) return missing('改正事项重复，请核对。', 'items');
  const known = new Set(task.evidence.map((each) => each.id));
  return items.every((item) => item.beforeIds.every((id) => known.has(id))) ? null : missing('改正前照片不在本次检查的证据中，请重新选择。', 'items');
}

function openOrder(task: Task, orderId: string): Result<CorrectiveOrder> {
  const found = task.orders.find((each) => each.id === orderId);
  if (found === undefined) return refuse('NOT_FOUND', '没有找到这份责令改正，请刷新后重试。');
  return isOpenOrder(found) ? ok(found) : refuse('STEP_NOT_ALLOWED', `这份${ORDER_KINDS[found.kind]}已经办结，不能再办理。`);
}

function withOrder(task: Task, changed: CorrectiveOrder, today: string): Task {
  const orders = task.orders.map((each) => (each.id === changed.id ? changed : each));
  const settled = task.state === 'rectify' && !orders.some(isOpenOrder);
  return settled ? { ...enter(task, 'done', today), orders, finishedOn: today } : { ...task, orders };
}

export const extendOrder: Step<CommandPayload<'task.extend-order'>> = (task, { orderId, to, reason }, context) => {
  const refusal = stateRefusal(task, ['on-site', 'rectify'], '延长改正期限') ?? roleRefusal(context.actor, ['unit-head', 'leader'], '批准延长改正期限') ?? approverRefusal(task, context.actor, '批准延期');
  if (refusal !== null) return fail(refusal);
  const found = openOrder(task, orderId);
  if (!found.ok) return found;
  if (reason.trim() === '') return fail(missing('请写明延长改正期限的理由。', 'reason'));
  if (!isDate(to) || to <= found.value.dueOn) return refuse('DATES_OUT_OF_ORDER', `延长后的期限应当晚于现在的期限（${chineseDate(found.value.dueOn)}）。`, { details: { path: 'to' } });
  const extension = { from: found.value.dueOn, to, reason: reason.trim(), at: context.now, officerName: context.actor.name };
  return ok(withOrder(task, { ...found.value, dueOn: to, extensions: [...found.value.extensions, extension] }, context.today));
};

/** Looks again at every item. Passed, the order ends (works stopped go on after `lift`); failed, it waits for the next round. */
export const recheck: Step<CommandPayload<'task.recheck'>> = (task, { orderId, on, findings }, context) => {
  const refusal = stateRefusal(task, ['rectify'], '复查') ?? officerRefusal(task, context.actor);
  if (refusal !== null) return fail(refusal);
  const found = openOrder(task, orderId);
  if (!found.ok) return found;
  const wrong = roundRefusal(task, found.value, { on, findings }, context);
  if (wrong !== null) return fail(wrong);
  const passed = findings.every((finding) => finding.outcome === 'done');
  const round: RecheckRound = { no: found.value.rounds.length + 1, on, officerIds: task.officerIds, findings, passed };
  const endedOn = passed && found.value.kind === 'correct' ? context.today : null;
  return ok(withOrder(task, { ...found.value, rounds: [...found.value.rounds, round], endedOn }, context.today));
};

function roundRefusal(task: Task, found: CorrectiveOrder, { on, findings }: Pick<RecheckRound, 'on' | 'findings'>, { today }: CommandContext): AppError | null {
  if (found.rounds.at(-1)?.passed === true) return { code: 'STEP_NOT_ALLOWED', message: '复查已经通过，请办理复工。' };
  if (found.rounds.length >= RECHECK_ROUNDS) {
    return { code: 'RECHECKS_USED_UP', message: `已复查${RECHECK_ROUNDS}次仍未改正，不再安排复查。请移交立案查处。`, article: CORRECTION, details: { orderId: found.id } };
  }
  if (!isDate(on) || on > today || on < found.madeOn) return { code: 'DATES_OUT_OF_ORDER', message: `复查日期应在责令之日（${chineseDate(found.madeOn)}）至今天之间，请核对。`, details: { path: 'on' } };
  const unanswered = found.items.find((item) => !findings.some((finding) => finding.itemId === item.id));
  if (unanswered !== undefined || findings.length !== found.items.length) return missing('请对每一项改正事项填写复查结果。', 'findings');
  const known = new Set(task.evidence.map((each) => each.id));
  if (findings.some((finding) => finding.afterIds.some((id) => !known.has(id)))) return missing('改正后照片不在本任务的证据中，请重新选择。', 'findings');
  const bare = findings.find((finding) => finding.outcome !== 'done' && finding.note.trim() === '');
  return bare === undefined ? null : missing('未改正或者部分改正的，请写明现场情况。', 'findings');
}

/** 复工: by the leader, after a re-check that passed (建设工程安全生产管理条例第四十三条). */
export const lift: Step<CommandPayload<'task.lift'>> = (task, { orderId, opinion }, context) => {
  const refusal = stateRefusal(task, ['rectify'], '批准复工') ?? roleRefusal(context.actor, ['leader'], '批准复工') ?? approverRefusal(task, context.actor, '批准复工');
  if (refusal !== null) return fail(refusal);
  const found = openOrder(task, orderId);
  if (!found.ok) return found;
  if (found.value.kind !== 'stop-work') return refuse('STEP_NOT_ALLOWED', '这不是责令停止施工，不需要办理复工。');
  if (found.value.rounds.at(-1)?.passed !== true) return refuse('CORRECTION_REQUIRED_FIRST', '复查尚未通过，不能批准复工。请先复查。', { article: '建设工程安全生产管理条例第四十三条' });
  const lifted = { on: context.today, officerName: context.actor.name, opinion: opinion.trim() };
  return ok(withOrder(task, { ...found.value, lifted, endedOn: context.today }, context.today));
};

/** The findings became a case: what was ordered is followed there. */
export const handOver: Step<CommandPayload<'task.hand-over'>> = (task, { caseId }, context) => {
  const refusal = stateRefusal(task, ['on-site', 'rectify', 'done'], '移交立案') ?? officerRefusal(task, context.actor);
  if (refusal !== null) return fail(refusal);
  if (task.caseId !== null) return refuse('STEP_NOT_ALLOWED', '本次检查已移交立案，不能重复移交。');
  if (context.handedCase !== undefined && context.handedCase?.fromTask?.taskId !== task.id) return refuse('NOT_FOUND', '移交的案件不是由本次检查登记的，或者还没有登记。请从本次检查登记线索后再移交。', { details: { caseId } });
  if (task.checklist.every((line) => line.result !== 'fail') && task.orders.length === 0 && task.findings.length === 0) return refuse('EVIDENCE_MISSING', '本次检查没有发现问题，没有可以移交的内容。');
  if (task.state !== 'rectify') return ok({ ...task, caseId });
  const orders = task.orders.map((each) => (isOpenOrder(each) ? { ...each, endedOn: context.today } : each));
  return ok({ ...enter(task, 'done', context.today), caseId, orders, finishedOn: context.today });
};

/** The result was made public (within 20 working days: 国办发〔2018〕118号). */
export const publish: Step<CommandPayload<'task.publish'>> = (task, { on }, context) => {
  const refusal = stateRefusal(task, ['rectify', 'done'], '公示检查结果') ?? roleRefusal(context.actor, ['publicist', 'draw-admin'], '公示检查结果');
  if (refusal !== null) return fail(refusal);
  if (task.result === null) return refuse('STEP_NOT_ALLOWED', '没有检查结果，不能公示。');
  if (!isDate(on) || on > context.today || on < (task.inspectedOn ?? on)) return refuse('DATES_OUT_OF_ORDER', '公示日期应在检查之日至今天之间，请核对。', { details: { path: 'on' } });
  return ok({ ...task, publishedOn: on });
};
