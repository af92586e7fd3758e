import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import type { CommandContext } from '../case-file/apply.types.ts';
import type { CommandPayload } from '../case-file/commands.ts';
import { conflict } from '../case-file/edit.ts';
import { type Change, mergeValue } from '../case-file/merge.ts';
import { certificateRefusal } from '../procedure/guards/index.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { isDate, isMinute, shanghaiMinute } from '../time-limit/days.ts';
import { isOpenOrder } from './order.ts';
import { CHECK_RULES, enter, missing, officerRefusal, refuse, stateRefusal, type Step } from './step.ts';
import { CHECK_RESULTS, type CheckLine, type CheckResult, SIGNERS, type Task } from './task.ts';

/** An officer's arrival: the first one begins the visit. */
export const arrive: Step<CommandPayload<'task.arrive'>> = (task, { at, place, position }, context) => {
  const { actor } = context;
  const refusal = stateRefusal(task, ['accepted', 'on-site', 'rectify'], '现场签到') ?? officerRefusal(task, actor) ?? approvalRefusal(task, at) ?? timeRefusal(task, at, context) ?? certificateRefusal(actor, at.slice(0, 10));
  if (refusal !== null) return fail(refusal);
  if (task.state !== 'rectify' && task.signIns.some((each) => each.officerId === actor.id)) return refuse('STEP_NOT_ALLOWED', '您已签到，不必重复签到。');
  const signIns = [...task.signIns, { officerId: actor.id, officerName: actor.name, at, recordedAt: context.now, place: place.trim(), position }];
  const begun = task.state === 'rectify' ? task : enter(task, 'on-site', context.today);
  return ok({ ...begun, signIns, inspectedOn: task.inspectedOn ?? at.slice(0, 10) });
};

/** Told as it was on site: not ahead of now, and not before the task. */
function timeRefusal(task: Task, at: string, { now }: CommandContext): AppError | null {
  if (isMinute(at) && at <= shanghaiMinute(now) && at.slice(0, 10) >= task.createdOn) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '现场时间应在任务登记之后、现在之前，请核对本机时间。', details: { path: 'at' } };
}

/** A visit is approved beforehand; an urgent one may be made up before it is finished. */
function approvalRefusal(task: Task, at: string): AppError | null {
  if (task.urgent) return null;
  if (task.approval !== null) {
    if (at >= shanghaiMinute(task.approval.at)) return null;
    return { code: 'CHECK_NOT_APPROVED', message: '现场签到的时间早于检查批准的时间。检查应当先经批准；情况紧急的，应在任务中注明，检查后补办。', article: CHECK_RULES, details: { path: 'at' } };
  }
  return { code: 'CHECK_NOT_APPROVED', message: '本次检查尚未批准，不能开始。请由机构负责人或者分管领导批准；情况紧急的，应在任务中注明，检查后补办。', article: CHECK_RULES };
}

const TEXTS = { place: ['检查地点', 300], description: ['任务说明', 4000], resultNote: ['检查情况', 2000] } as const;

/** Merges field by field, so that two officers on one site do not overwrite each other. */
export const edit: Step<CommandPayload<'task.edit'>> = (task, { changes }, context) => {
  const refusal = stateRefusal(task, ['new', 'assigned', 'accepted', 'on-site'], '修改') ?? editorRefusal(task, context) ?? signedRefusal(task, changes);
  if (refusal !== null) return fail(refusal);
  let edited: Task = task;
  for (const change of changes) {
    const next = editOne(edited, change);
    if (!next.ok) return next;
    edited = next.value;
  }
  return ok(edited);
};

/** What the party signed stays as it was signed. */
function signedRefusal(task: Task, changes: readonly Change[]): AppError | null {
  const signed = task.signatures.some((each) => each.signer === 'party');
  if (!signed || !changes.some(({ path }) => path === 'findings' || path.startsWith('checklist.'))) return null;
  return { code: 'FIELD_NOT_EDITABLE', message: '被检查人已经签名，检查情况不能再改。确需更正的，请先撤下签名并写明理由，更正后重新签名。', article: ARTICLES.records };
}

function editorRefusal(task: Task, { actor }: CommandContext): AppError | null {
  return task.officerIds.length === 0 && (actor.roles.includes('unit-head') || task.createdBy === actor.id) ? null : officerRefusal(task, actor);
}

function editOne(task: Task, change: Change): Result<Task> {
  const [group, itemId, member] = change.path.split('.');
  if (group === 'checklist') return editLine(task, itemId ?? '', member ?? '', change);
  if (change.path === 'findings') return merged(task.findings, change, '检查发现的问题', isTexts, (findings) => ({ ...task, findings }));
  if (change.path === 'plannedOn') return merged(task.plannedOn, change, '计划检查日期', isDateOrNull, (plannedOn) => ({ ...task, plannedOn }));
  if (!Object.hasOwn(TEXTS, change.path)) return refuse('FIELD_NOT_EDITABLE', `“${change.path}”不是可以直接修改的内容。`, { details: { path: change.path } });
  const key = change.path as keyof typeof TEXTS;
  const [label, longest] = TEXTS[key];
  return merged(task[key], change, label, (value): value is string => typeof value === 'string' && value.length <= longest, (value) => ({ ...task, [key]: value }));
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length <= 100 && value.every((line) => typeof line === 'string' && line.length <= 1000);
const isDateOrNull = (value: unknown): value is string | null => value === null || (typeof value === 'string' && isDate(value));
const isResult = (value: unknown): value is CheckResult => typeof value === 'string' && Object.hasOwn(CHECK_RESULTS, value);
const isNote = (value: unknown): value is string => typeof value === 'string' && value.length <= 1000;
const isIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length <= 50 && value.every((id) => typeof id === 'string');

function merged<T>(current: T, change: Change, label: string, fits: (value: unknown) => value is T, make: (value: T) => Task): Result<Task> {
  const outcome = mergeValue(current, change);
  if (outcome === 'conflict') return fail(conflict(change.path, label, current, change));
  if (!fits(change.to)) return fail(missing(`“${label}”的内容不符合要求，请核对。`, change.path));
  return ok(make(change.to));
}

function editLine(task: Task, itemId: string, member: string, change: Change): Result<Task> {
  const line = task.checklist.find((each) => each.itemId === itemId);
  if (line === undefined) return refuse('NOT_FOUND', '检查表中没有这一项，请刷新后重试。', { details: { path: change.path } });
  const put = (changed: Partial<CheckLine>): Task => ({ ...task, checklist: task.checklist.map((each) => (each.itemId === itemId ? { ...each, ...changed } : each)) });
  if (member === 'result') return merged(line.result, change, line.content, isResult, (result) => put({ result }));
  if (member === 'note') return merged(line.note, change, line.content, isNote, (note) => put({ note }));
  if (member === 'evidenceIds') return merged(line.evidenceIds, change, line.content, isIds, (evidenceIds) => put({ evidenceIds }));
  return refuse('FIELD_NOT_EDITABLE', `“${change.path}”不是可以直接修改的内容。`, { details: { path: change.path } });
}

/** A signature on the tablet or on paper, or why there is none. */
export const sign: Step<CommandPayload<'task.sign'>> = (task, { signature }, context) => {
  const refusal = stateRefusal(task, ['on-site', 'rectify'], '签名') ?? officerRefusal(task, context.actor);
  if (refusal !== null) return fail(refusal);
  if (signature.name.trim() === '') return fail(missing(`${SIGNERS[signature.signer]}的姓名未填写。`, 'name'));
  if (signature.evidenceId === null && signature.refusal.trim() === '') return fail(missing('请签名；拒绝签名的，请写明情况并由见证人签名或者录像。', 'refusal'));
  if (signature.evidenceId !== null && !task.evidence.some((each) => each.id === signature.evidenceId && each.withdrawn === null)) return refuse('NOT_FOUND', '签名图片还没有存入本次检查，请重新签名。', { details: { path: 'evidenceId' } });
  const wrong = timeRefusal(task, signature.at, context);
  if (wrong !== null) return fail(wrong);
  const others = task.signatures.filter((each) => each.id !== signature.id);
  return ok({ ...task, signatures: [...others, { ...signature, name: signature.name.trim(), refusal: signature.refusal.trim() }] });
};

/** Takes the signatures back; their pictures stay among the exhibits. */
export const unsign: Step<CommandPayload<'task.unsign'>> = (task, { reason }, context) => {
  const refusal = stateRefusal(task, ['on-site'], '撤下签名') ?? officerRefusal(task, context.actor);
  if (refusal !== null) return fail(refusal);
  if (task.signatures.length === 0) return refuse('STEP_NOT_ALLOWED', '还没有签名。');
  return reason.trim() === '' ? fail(missing('请写明撤下签名的理由。', 'reason')) : ok({ ...task, signatures: [] });
};

/** Ends the visit with one of the seven results; what was ordered goes on being followed. */
export const finish: Step<CommandPayload<'task.finish'>> = (task, { on, result, note }, context) => {
  const refusal = stateRefusal(task, ['on-site'], '结束检查') ?? officerRefusal(task, context.actor) ?? visitRefusal(task) ?? resultRefusal(task, result, note) ?? dayRefusal(task, on, context.today);
  if (refusal !== null) return fail(refusal);
  const next = task.orders.some(isOpenOrder) ? enter(task, 'rectify', context.today) : { ...enter(task, 'done', context.today), finishedOn: on };
  return ok({ ...next, result, resultNote: note.trim() });
};

/** Two officers were there, the approval stands, and what was looked at is signed. */
function visitRefusal(task: Task): AppError | null {
  if (new Set(task.signIns.map((each) => each.officerId)).size < 2) return { code: 'OFFICERS_INSUFFICIENT', message: '现场签到的执法人员不足两人，不能结束检查。请另一名检查人员签到。', article: ARTICLES.officers };
  if (task.approval === null) return { code: 'CHECK_NOT_APPROVED', message: '紧急检查尚未补办审批。请机构负责人或者分管领导补批后再结束检查。', article: CHECK_RULES };
  const signed = task.signatures.some((each) => each.signer === 'party');
  return signed ? null : { code: 'RECORD_UNSIGNED', message: '被检查人还没有签名，也没有写明拒签情况。请签名或者登记拒签后再结束检查。', article: ARTICLES.records };
}

function dayRefusal(task: Task, on: string, today: string): AppError | null {
  if (isDate(on) && on <= today && on >= (task.inspectedOn ?? on)) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '结束检查的日期应在签到之日至今天之间，请核对。', details: { path: 'on' } };
}

function resultRefusal(task: Task, result: Task['result'], note: string): AppError | null {
  const visited = result !== 'no-contact' && result !== 'not-operating' && result !== 'obstructed';
  if (visited && !task.checklist.some((line) => line.result === 'pass' || line.result === 'fail')) {
    return { code: 'CHECKLIST_EMPTY', message: '检查表还没有一项检查结果，不能作为一次检查。请逐项检查并记录；无法检查的，请选择相应的结果并说明。', details: { path: 'checklist' } };
  }
  const failed = task.checklist.find((line) => line.result === 'fail');
  if (result === 'clean' && failed !== undefined) return { code: 'FIELD_INVALID', message: `“${failed.content}”不合格，检查结果不能是“未发现问题”。`, details: { path: 'result' } };
  if (result === 'ordered' && task.orders.length === 0) return { code: 'CORRECTION_REQUIRED_FIRST', message: '检查结果为“发现问题已责令改正”，但还没有责令改正的事项。请先下达责令改正。', details: { path: 'result' } };
  if (!visited && note.trim() === '') return missing('请说明检查的情况。', 'note');
  return null;
}
