import { type AppError, fail } from '#shared/contract/result.ts';
import type { CommandContext, DocumentRules, RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { AnyTaskCommand, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { changeTask } from '#shared/domain/task/apply-task.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';

export const STEP_KEYS = ['assign', 'accept', 'approve', 'defer', 'cancel'] as const;
export type StepKey = (typeof STEP_KEYS)[number];

/** A step of the task as a button. */
export interface TaskStep {
  readonly key: StepKey;
  readonly label: string;
  /** Carries the task on; the others are asides. */
  readonly forward: boolean;
  /** Why this officer may not, though he has the role; `null` when he may. */
  readonly refusal: AppError | null;
}

/** Not this officer's, or not now: no button at all. */
const HIDDEN: ReadonlySet<AppError['code']> = new Set(['STEP_NOT_ALLOWED', 'ROLE_NOT_ALLOWED', 'OUT_OF_SCOPE']);
/** Told before anybody fills anything in. Everything else is about what the dialog asks for. */
const TOLD: ReadonlySet<AppError['code']> = new Set(['OFFICER_RECUSED']);

/** No step offered here issues a document. */
const NO_DOCUMENTS: DocumentRules = { issueData: () => fail({ code: 'DOCUMENT_NOT_READY', message: '这一步不签发文书。' }) };

/** What the rules may know, for trying a step without taking it. */
export function trialContext(rules: RuleContext): CommandContext {
  return { ...rules, documents: NO_DOCUMENTS };
}

/** What the reader may do with the task now. The rules themselves are asked, with a payload that leaves only role and state to refuse. */
export function taskSteps(task: Task, rules: RuleContext): readonly TaskStep[] {
  return STEP_KEYS.flatMap((key) => {
    const result = changeTask(task, probe(key, task, rules.today), trialContext(rules));
    if (!result.ok && HIDDEN.has(result.error.code)) return [];
    return [{ key, label: labelOf(key, task), forward: isForward(key, task), refusal: !result.ok && TOLD.has(result.error.code) ? result.error : null }];
  });
}

function probe(key: StepKey, task: Task, today: string): AnyTaskCommand {
  const common = { opId: 'probe', entityId: task.id, baseRev: task.rev, createdAt: '' };
  switch (key) {
    case 'assign': return { ...common, kind: 'task.assign', payload: { officerIds: [], plannedOn: null, reason: '' } };
    case 'accept': return { ...common, kind: 'task.accept', payload: {} };
    case 'approve': return { ...common, kind: 'task.approve', payload: { opinion: '' } };
    case 'defer': return { ...common, kind: 'task.defer', payload: { to: addCalendarDays(task.dueOn > today ? task.dueOn : today, 1), reason: '…' } };
    case 'cancel': return { ...common, kind: 'task.cancel', payload: { reason: '…' } };
  }
}

function labelOf(key: StepKey, task: Task): string {
  switch (key) {
    case 'assign': return task.officerIds.length === 0 ? '分派' : '改派';
    case 'accept': return '接收任务';
    case 'approve': return task.inspectedOn === null ? '批准检查' : '补办审批';
    case 'defer': return '延期';
    case 'cancel': return '取消任务';
  }
}

function isForward(key: StepKey, task: Task): boolean {
  return key === 'accept' || key === 'approve' || (key === 'assign' && task.state === 'new');
}

/** Why an assignment would be refused; `null`: it may be made. */
export function assignRefusal(task: Task, payload: CommandPayload<'task.assign'>, rules: RuleContext): AppError | null {
  const result = changeTask(task, { opId: 'probe', entityId: task.id, baseRev: task.rev, createdAt: '', kind: 'task.assign', payload }, trialContext(rules));
  return result.ok ? null : result.error;
}

/** What the task waits for, in one sentence. */
export function waitsFor(task: Pick<Task, 'state' | 'approval' | 'urgent' | 'caseId'>): string {
  const approval = task.approval === null ? (task.urgent ? '情况紧急，检查后须补办审批。' : '检查还须由机构负责人或者分管领导批准。') : '';
  switch (task.state) {
    case 'new': return '等待机构负责人分派检查人员。';
    case 'assigned': return `等待检查人员接收。${approval}`;
    case 'accepted': return `检查人员到场签到后开始检查。${approval}`;
    case 'on-site': return `正在现场检查。${approval}`;
    case 'rectify': return `等待当事人整改，到期复查。${approval}`;
    case 'done': return task.caseId === null ? '任务已办结。' : '任务已办结，已移交立案。';
    case 'cancelled': return '任务已取消。';
  }
}
