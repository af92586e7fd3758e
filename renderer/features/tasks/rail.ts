import { dateOf } from '#renderer/ui/format.ts';
import { TASK_STATES, type Task, type TaskState } from '#shared/domain/task/task.ts';

export interface RailStop {
  readonly state: TaskState;
  readonly label: string;
  readonly standing: 'done' | 'current' | 'later';
  /** Day it was reached, or empty. */
  readonly on: string;
}

const LINE = ['new', 'assigned', 'accepted', 'on-site', 'rectify', 'done'] as const satisfies readonly TaskState[];

/** The states of a task in order; without an order there was nothing to put right. A cancelled one ends where it was cancelled. */
export function railOf(task: Task): readonly RailStop[] {
  const line = lineOf(task);
  const here = line.indexOf(task.state);
  const ended = task.state === 'done' || task.state === 'cancelled';
  return line.map((state, index) => ({
    state, label: TASK_STATES[state],
    standing: index < here || (index === here && ended) ? 'done' : index === here ? 'current' : 'later',
    on: index > here ? '' : index === here ? task.stateSince : reachedOn(task, state),
  }));
}

function lineOf(task: Task): readonly TaskState[] {
  if (task.state === 'cancelled') return ['new', ...(task.officerIds.length > 0 ? (['assigned'] as const) : []), 'cancelled'];
  const finished = task.state === 'done' && task.orders.length === 0;
  return LINE.filter((state) => state !== 'rectify' || !finished);
}

/** The words the rules write into the timeline, by the state they lead to. */
const SIGNS: Readonly<Partial<Record<TaskState, RegExp>>> = { assigned: /^(分派|改派)任务/, accepted: /^接收任务/, rectify: /^结束检查/ };

function reachedOn(task: Task, state: TaskState): string {
  if (state === 'new') return task.createdOn;
  if (state === 'on-site') return task.inspectedOn ?? '';
  const sign = SIGNS[state];
  const entry = sign === undefined ? undefined : task.timeline.findLast((each) => sign.test(each.text));
  return entry === undefined ? '' : dateOf(entry.at);
}
