import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskFilter, TaskSort } from '#shared/contract/task-views.ts';
import { newTask } from '#shared/domain/task/new-task.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { CACHE_TODAY, openTestCache, type TestCache } from '#tests/helpers/cache.ts';
import { taskDraft } from '#tests/helpers/tasks.ts';

let cache: TestCache;
const APPROVAL = { officerId: 'officer-leader1', officerName: '', at: `${CACHE_TODAY}T01:00:00.000Z`, opinion: '' };
const ORDER: CorrectiveOrder = { id: 'order-1', kind: 'correct', items: [], madeOn: '2026-11-02', dueOn: '2026-11-18', scope: '', extensions: [], rounds: [], lifted: null, endedOn: null };

function task(id: string, changes: Partial<Task> = {}): Task {
  return { ...newTask(id, taskDraft(CACHE_TODAY, { title: `${id}检查` }), { today: CACHE_TODAY, createdBy: 'officer-jchead' }), dueOn: '2026-12-10', ...changes };
}

const PAIR = ['officer-jc01', 'officer-jc02'];
const TASKS: readonly Task[] = [
  task('new-here'), task('new-away', { district: '320506', channel: 'ZA' }),
  task('assigned', { state: 'assigned', officerIds: PAIR, plannedOn: '2026-11-20', dueOn: '2026-11-25' }),
  task('accepted', { state: 'accepted', officerIds: ['officer-jc011', 'officer-jc03'], plannedOn: '2026-11-30', approval: APPROVAL, source: 'plan' }),
  task('urgent', { state: 'on-site', officerIds: PAIR, urgent: true, inspectedOn: '2026-11-20', place: '石湖工地' }),
  task('on-site', { state: 'on-site', officerIds: ['officer-jc03', 'officer-jc04'], approval: APPROVAL }),
  task('rectify', { state: 'rectify', officerIds: PAIR, approval: APPROVAL, plannedOn: '2026-11-02', orders: [ORDER], dueOn: '2026-11-30' }),
  task('done', { state: 'done', officerIds: PAIR, approval: APPROVAL, dueOn: '2026-11-01', plannedOn: '2026-10-30', finishedOn: '2026-10-30' }),
  task('cancelled', { state: 'cancelled', dueOn: '2026-11-01' }),
];

beforeAll(() => {
  cache = openTestCache();
  for (const each of TASKS) {
    const row = cache.cache.tasks.write(each, 1, 1);
    cache.cache.tasks.putServerBody(row, JSON.stringify(each), false);
  }
});
afterAll(() => { cache.close(); });

function ids(filter: TaskFilter, sort: TaskSort = 'due'): readonly string[] {
  return cache.cache.tasks.page(filter, sort, 0, 50).items.map((item) => item.id);
}

describe('the list of tasks in the cache', () => {
  it('puts what is due first first, an order before its task, and what is finished last', () => {
    expect(ids({})).toEqual(['rectify', 'assigned', 'new-here', 'new-away', 'accepted', 'urgent', 'on-site', 'done', 'cancelled']);
    expect(ids({}, 'planned').slice(0, 4)).toEqual(['done', 'rectify', 'assigned', 'accepted']);
  });

  it.each<[string, TaskFilter, readonly string[]]>([
    ['state', { states: ['new', 'done'] }, ['new-here', 'new-away', 'done']],
    ['channel', { channel: 'ZA' }, ['new-away']],
    ['district', { district: '320506' }, ['new-away']],
    ['source', { source: 'plan' }, ['accepted']],
    ['officer, and nobody whose id only begins so', { officerId: 'officer-jc01' }, ['rectify', 'assigned', 'urgent', 'done']],
    ['what is overdue, orders included and finished ones not', { dueBefore: CACHE_TODAY }, ['rectify']],
    ['days planned', { plannedFrom: '2026-11-20', plannedTo: '2026-11-30' }, ['assigned', 'accepted']],
    ['days of a calendar: visits, terms and orders', { dayFrom: '2026-11-18', dayTo: '2026-11-25' }, ['rectify', 'assigned']],
    ['text of title, party, project, place and number', { text: '石湖' }, ['urgent']],
    ['what waits for an approver', { approverId: 'officer-jchead' }, ['assigned', 'urgent']],
    ['nobody’s own visit', { approverId: 'officer-jc01' }, []],
  ])('is filtered by %s', (_name, filter, found) => {
    expect(ids(filter)).toEqual(found);
  });

  it('counts the states under the filter', () => {
    expect(cache.cache.tasks.counts({ officerId: 'officer-jc02' })).toEqual({ assigned: 1, 'on-site': 1, rectify: 1, done: 1 });
  });

  it('sees what is pending on this machine, not what the server still says', () => {
    const approved = { ...TASKS[2]!, approval: APPROVAL };
    const row = cache.cache.tasks.find('assigned')!.row;
    cache.cache.tasks.putLocalBody(row, JSON.stringify(approved));
    expect(ids({ approverId: 'officer-jchead' })).toEqual(['urgent']);
    cache.cache.tasks.putLocalBody(row, null);
  });
});

describe('the day and the team', () => {
  it('knows what an officer has to do today', () => {
    const mine = cache.cache.tasks.agenda('officer-jc01', CACHE_TODAY, '2026-11-23', 20);
    expect([mine.total, mine.items.map((item) => item.id)]).toEqual([3, ['rectify', 'assigned', 'urgent']]);
    expect(cache.cache.tasks.agenda('officer-jc011', CACHE_TODAY, '2026-11-23', 20).total).toBe(0);
  });

  it('adds up the load of everybody', () => {
    const rows = cache.cache.tasks.team({}, CACHE_TODAY);
    expect(rows.find((row) => row.officerId === 'officer-jc01')).toEqual({ officerId: 'officer-jc01', states: { assigned: 1, 'on-site': 1, rectify: 1 }, overdue: 1, today: 1, nextDueOn: '2026-11-18' });
    expect(rows.map((row) => row.officerId)).toEqual(['officer-jc01', 'officer-jc02', 'officer-jc011', 'officer-jc03', 'officer-jc04']);
    expect(cache.cache.tasks.team({ district: '320506' }, CACHE_TODAY)).toEqual([]);
  });
});
