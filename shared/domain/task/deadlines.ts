import { ok, type Result } from '../../contract/result.ts';
import { type Deadline, deadlineOf } from '../time-limit/deadlines.ts';
import { chineseDate } from '../time-limit/days.ts';
import type { DeadlineContext, Running } from '../time-limit/running/running.ts';
import { countTerm, type Term } from '../time-limit/term.ts';
import { fileOfTask } from './as-case-file.ts';
import { isOpenOrder, ORDER_KINDS } from './order.ts';
import { hasTaskEnded, type Task } from './task.ts';

const EVEN = { amount: 0, excluded: 0, rollUnknown: false } as const;

function* runningTerms(task: Task, { calendar }: DeadlineContext): Generator<Running> {
  if (task.state !== 'cancelled') yield { term: ok(ownTerm(task)), met: task.inspectedOn !== null && (task.state === 'rectify' || hasTaskEnded(task.state)) };
  for (const order of task.orders) {
    const term: Term = { ...EVEN, key: 'correction', startOn: order.madeOn, dueOn: order.dueOn, subject: ORDER_KINDS[order.kind] };
    yield { term: ok(term), met: !isOpenOrder(order) || order.rounds.at(-1)?.passed === true };
  }
  if (task.result !== null && task.inspectedOn !== null) yield { term: countTerm('inspectionPublication', task.inspectedOn, calendar), met: task.publishedOn !== null };
}

function ownTerm(task: Task): Term {
  const deferred = task.deferrals.length === 0 ? '' : `（经批准延期${task.deferrals.length}次，原定${chineseDate(task.deferrals[0]?.from ?? task.dueOn)}）`;
  return { ...EVEN, key: 'task', startOn: task.createdOn, dueOn: task.dueOn, rule: `任务要求于${chineseDate(task.dueOn)}前完成检查${deferred}。` };
}

/**
 * The terms of a task: its own, those of its corrective orders, and the 20 working days to publish its result. Refuses with
 * `CALENDAR_NOT_MAINTAINED` like every term of working days; what can be counted stands in `details.countable`.
 */
export function taskDeadlines(task: Task, context: DeadlineContext): Result<readonly Deadline[]> {
  const results = [...runningTerms(task, context)].map((running) => deadlineOf(running, fileOfTask(task), context));
  const countable = results.flatMap((result) => (result.ok ? [result.value] : []));
  const refused = results.find((result) => !result.ok);
  return refused === undefined || refused.ok ? ok(countable) : { ok: false, error: { ...refused.error, details: { ...refused.error.details, countable } } };
}
