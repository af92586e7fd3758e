import type { TaskBench } from '#shared/contract/task-views.ts';
import { standIn } from '#shared/domain/procedure/stand-in.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { findCases } from '#worker/search/query.ts';
import type { Workspace } from '#worker/session/workspace.ts';
import { effectiveTask, requireTask } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

/** Earlier cases shown beside a task. */
const CASES = 20;
/** Rows of a queue on the workbench. */
const BENCH_ROWS = 20;
const SOON_DAYS = 3;

export function taskHandlers({ session }: HandlerDeps): Handlers<'task.list' | 'task.get' | 'task.history' | 'task.team' | 'task.bench'> {
  return {
    'task.list': ({ filter, sort, offset, limit }) => {
      const { tasks } = session.workspace().cache;
      const { states: _states, ...rest } = filter;
      return { ...tasks.page(filter, sort, offset, limit), counts: tasks.counts(rest) };
    },
    'task.get': ({ taskId }) => requireTask(session.workspace().cache, taskId),
    'task.history': ({ taskId }) => {
      const { cache, state } = session.workspace();
      const task = requireTask(cache, taskId);
      const tasks = cache.tasks.history(task.party.name, task.project?.id ?? null, taskId).map(effectiveTask).filter((each): each is Task => each !== null);
      return { tasks, cases: cache.items(findCases(state, task.party.name, CASES).rows) };
    },
    'task.team': (filter) => {
      const { cache, state } = session.workspace();
      const today = state.today();
      return { today, rows: cache.tasks.team(filter, today) };
    },
    'task.bench': () => bench(session.workspace()),
  };
}

/** A head sees the queues of his own unit, not of all he may look at; who stands in for one sees them with him. */
function bench({ cache: { tasks }, state, officer }: Pick<Workspace, 'cache' | 'state' | 'officer'>): TaskBench {
  const today = state.today();
  const { roles } = standIn(state.reference.context(officer, `${today}T04:00:00.000Z`)).actor;
  const unit = { district: officer.district, ...(officer.channel === null ? {} : { channel: officer.channel }) };
  const heads = roles.includes('unit-head');
  return {
    today,
    mine: roles.includes('officer') ? tasks.agenda(officer.id, today, addCalendarDays(today, SOON_DAYS), BENCH_ROWS) : null,
    unassigned: heads ? tasks.page({ ...unit, states: ['new'] }, 'due', 0, BENCH_ROWS) : null,
    approvals: heads || roles.includes('leader') ? tasks.page({ ...unit, approverId: officer.id }, 'due', 0, BENCH_ROWS) : null,
  };
}
