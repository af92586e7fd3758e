import type { TaskFilter, TaskListItem, TaskSort, TeamRow } from '#shared/contract/task-views.ts';
import { isOpenOrder } from '#shared/domain/task/order.ts';
import { OPEN_TASK_STATES, type Task, type TaskState } from '#shared/domain/task/task.ts';
import type { Sqlite } from '../open.ts';
import type { BodyText } from '../store.ts';

export interface StoredTask {
  readonly row: number;
  readonly id: string;
  readonly rev: number;
  /** The server's copy; `null` while the task exists on this machine only. */
  readonly body: string | null;
  /** The server's copy with pending commands replayed; `null` when there are none. */
  readonly localBody: string | null;
}

export interface TaskPage {
  readonly items: readonly TaskListItem[];
  readonly total: number;
}

export interface TaskRepository {
  find(id: string): StoredTask | null;
  /** Of the server's copy; -1 when there is none. */
  revisionOf(id: string): number;
  /** Writes the list columns; makes the row when it is new. `generation`: `null` keeps the row's. Returns the row id. */
  write(task: Task, rev: number, generation: number | null): number;
  putServerBody(row: number, body: BodyText | null, keepLocal: boolean): void;
  putLocalBody(row: number, body: string | null): void;
  setPending(row: number, pending: boolean): void;
  remove(id: string): boolean;
  stale(generation: number): readonly string[];
  page(filter: TaskFilter, sort: TaskSort, offset: number, limit: number): TaskPage;
  /** How many tasks stand in each state, under the filter. */
  counts(filter: TaskFilter): Readonly<Partial<Record<TaskState, number>>>;
  /** Own tasks for the day: planned until `today`, due until `soon`, or under way; what is due first comes first. */
  agenda(officerId: string, today: string, soon: string, limit: number): TaskPage;
  /** Unfinished tasks by officer, those with the most overdue first. */
  team(filter: Pick<TaskFilter, 'channel' | 'district'>, today: string): readonly TeamRow[];
  /** Bodies of the tasks of a party or a project, newest visit first. */
  history(partyName: string, projectId: string | null, exceptId: string): readonly StoredTask[];
}

const COLUMNS = [
  'id', 'rev', 'gen', 'channel', 'district', 'source', 'check_class', 'state', 'task_no', 'title', 'party_name', 'project_id', 'project_name', 'place',
  'officer_ids', 'planned_on', 'due_on', 'order_due_on', 'inspected_on', 'finished_on', 'created_on',
] as const;

const ITEM = `id, task_no as taskNo, title, party_name as partyName, project_name as projectName, place, channel, district, source, check_class as checkClass, state,
  officer_ids as officerIds, planned_on as plannedOn, due_on as dueOn, order_due_on as orderDueOn, inspected_on as inspectedOn, finished_on as finishedOn, created_on as createdOn, pending`;

const ORDERS: Readonly<Record<TaskSort, string>> = {
  due: "case when state in ('done', 'cancelled') then 1 else 0 end, coalesce(order_due_on, due_on), row",
  planned: "coalesce(planned_on, '9999-12-31'), due_on, row",
  newest: 'created_on desc, row desc',
};

const HISTORY = 30;

const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'];

const OWN = "instr(',' || officer_ids || ',', ',' || ? || ',') > 0";
const UNFINISHED = `state in (${OPEN_TASK_STATES.map((state) => `'${state}'`).join(', ')})`;
/** A visit is approved before it; an urgent one may still wait for it afterwards. The few open ones are read for it. */
const UNAPPROVED = `state in ('assigned', 'accepted', 'on-site', 'rectify') and exists (
  select 1 from task_body b where b.row = task.row and json_extract(coalesce(b.local_body, b.body), '$.approval') is null
    and (task.state in ('assigned', 'accepted') or json_extract(coalesce(b.local_body, b.body), '$.urgent')))`;

interface TeamCount {
  readonly officerId: string;
  readonly state: TaskState;
  readonly n: number;
  readonly overdue: number;
  readonly today: number;
  readonly nextDueOn: string;
}

type RawItem = Omit<TaskListItem, 'officerIds' | 'pending'> & { readonly officerIds: string; readonly pending: number };

function columnsOf(task: Task, rev: number, generation: number): (string | number | null)[] {
  const due = task.orders.filter(isOpenOrder).map((order) => order.dueOn).toSorted()[0] ?? null;
  return [
    task.id, rev, generation, task.channel, task.district, task.source, task.checkClass, task.state, task.taskNo, task.title, task.party.name, task.project?.id ?? null,
    task.project?.name ?? '', task.place, task.officerIds.join(','), task.plannedOn, task.dueOn, due, task.inspectedOn, task.finishedOn, task.createdOn,
  ];
}

/** SQL condition of a filter with its values. */
function where(filter: TaskFilter): { readonly sql: string; readonly values: (string | number)[] } {
  const parts: string[] = ['1'];
  const values: (string | number)[] = [];
  const add = (sql: string, ...given: (string | number)[]): void => { parts.push(sql); values.push(...given); };
  if (filter.states !== undefined) add(`state in (${filter.states.map(() => '?').join(', ')})`, ...filter.states);
  if (filter.channel !== undefined) add('channel = ?', filter.channel);
  if (filter.district !== undefined) add('district = ?', filter.district);
  if (filter.source !== undefined) add('source = ?', filter.source);
  if (filter.officerId !== undefined) add(OWN, filter.officerId);
  if (filter.plannedFrom !== undefined) add('planned_on >= ?', filter.plannedFrom);
  if (filter.plannedTo !== undefined) add('planned_on <= ?', filter.plannedTo);
  if (filter.dueBefore !== undefined) add("state not in ('done', 'cancelled') and coalesce(order_due_on, due_on) < ?", filter.dueBefore);
  if (filter.dayFrom !== undefined || filter.dayTo !== undefined) {
    const [from, to] = [filter.dayFrom ?? FIRST_DAY, filter.dayTo ?? LAST_DAY];
    add('(planned_on between ? and ? or due_on between ? and ? or order_due_on between ? and ?)', from, to, from, to, from, to);
  }
  if (filter.approverId !== undefined) add(`${UNAPPROVED} and not ${OWN}`, filter.approverId);
  const text = filter.text?.trim() ?? '';
  if (text !== '') add("instr(title || ' ' || party_name || ' ' || project_name || ' ' || place || ' ' || coalesce(task_no, ''), ?) > 0", text);
  return { sql: parts.join(' and '), values };
}

function itemOf(row: RawItem): TaskListItem {
  return { ...row, officerIds: row.officerIds === '' ? [] : row.officerIds.split(','), pending: row.pending === 1 };
}

function teamRow(officerId: string, counts: readonly TeamCount[]): TeamRow {
  const sum = (pick: (count: TeamCount) => number): number => counts.reduce((total, count) => total + pick(count), 0);
  return {
    officerId, states: Object.fromEntries(counts.map(({ state, n }) => [state, n])), overdue: sum(({ overdue }) => overdue), today: sum(({ today }) => today),
    nextDueOn: counts.map(({ nextDueOn }) => nextDueOn).toSorted()[0] ?? null,
  };
}

export function createTaskRepository(db: Sqlite): TaskRepository {
  const known = db.prepare<[string]>('select row from task where id = ?').pluck<number>();
  const insert = db.prepare(`insert into task (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`);
  const update = db.prepare(`update task set ${COLUMNS.filter((name) => name !== 'gen').map((name) => `${name} = ?`).join(', ')}, gen = coalesce(?, gen) where row = ?`);
  const stored = 'select t.row, t.id, t.rev, b.body, b.local_body as localBody from task t join task_body b on b.row = t.row where';
  const byId = db.prepare<[string], StoredTask>(`${stored} t.id = ?`);
  const revision = db.prepare<[string]>('select t.rev from task t join task_body b on b.row = t.row where t.id = ? and b.body is not null').pluck<number>();
  const putBody = 'insert into task_body (row, body) values (?, cast(? as text)) on conflict (row) do update set body = excluded.body';
  const serverBody = db.prepare<[number, BodyText | null]>(putBody);
  const serverBodyOnly = db.prepare<[number, BodyText | null]>(`${putBody}, local_body = null`);
  const localBody = db.prepare<[number, string | null]>('insert into task_body (row, local_body) values (?, ?) on conflict (row) do update set local_body = excluded.local_body');
  const pendingFlag = db.prepare<[number, number]>('update task set pending = ? where row = ?');
  const removals = ['task', 'task_body'].map((table) => db.prepare<[number]>(`delete from ${table} where row = ?`));
  const stale = db.prepare<[number], { id: string }>('select id from task where gen < ? and pending = 0 and rev > 0');
  const history = db.prepare<[string, string | null, string, number], StoredTask>(
    `${stored} (t.party_name = ? or t.project_id = ?) and t.id <> ? order by coalesce(t.inspected_on, t.created_on) desc limit ?`,
  );

  function write(task: Task, rev: number, generation: number | null): number {
    const row = known.get(task.id);
    const values = columnsOf(task, rev, generation ?? 0);
    if (row === undefined) return Number(insert.run(...values).lastInsertRowid);
    update.run(...values.filter((_, index) => COLUMNS[index] !== 'gen'), generation, row);
    return row;
  }

  function page(filter: TaskFilter, sort: TaskSort, offset: number, limit: number): TaskPage {
    const { sql, values } = where(filter);
    const total = db.prepare<(string | number)[]>(`select count(*) from task where ${sql}`).pluck<number>().get(...values) ?? 0;
    const rows = db.prepare<(string | number)[], RawItem>(`select ${ITEM} from task where ${sql} order by ${ORDERS[sort]} limit ? offset ?`).all(...values, limit, offset);
    return { total, items: rows.map(itemOf) };
  }

  function agenda(officerId: string, today: string, soon: string, limit: number): TaskPage {
    const condition = `${OWN} and ${UNFINISHED} and (planned_on <= ? or coalesce(order_due_on, due_on) <= ? or state = 'on-site')`;
    const total = db.prepare<[string, string, string]>(`select count(*) from task where ${condition}`).pluck<number>().get(officerId, today, soon) ?? 0;
    const rows = db.prepare<[string, string, string, number], RawItem>(`select ${ITEM} from task where ${condition} order by ${ORDERS.due} limit ?`).all(officerId, today, soon, limit);
    return { total, items: rows.map(itemOf) };
  }

  function team(filter: Pick<TaskFilter, 'channel' | 'district'>, today: string): readonly TeamRow[] {
    const { sql, values } = where(filter);
    const rows = db.prepare<(string | number)[], TeamCount>(
      `select o.value as officerId, state, count(*) as n, sum(coalesce(order_due_on, due_on) < ?) as overdue, sum(coalesce(planned_on = ?, 0)) as today, min(coalesce(order_due_on, due_on)) as nextDueOn
       from task, json_each('["' || replace(officer_ids, ',', '","') || '"]') o where officer_ids <> '' and ${UNFINISHED} and ${sql} group by o.value, state`,
    ).all(today, today, ...values);
    const officers = [...new Set(rows.map((row) => row.officerId))];
    return officers.map((id) => teamRow(id, rows.filter((row) => row.officerId === id))).sort((one, other) => other.overdue - one.overdue || one.officerId.localeCompare(other.officerId));
  }

  function counts(filter: TaskFilter): Readonly<Partial<Record<TaskState, number>>> {
    const { sql, values } = where(filter);
    const rows = db.prepare<(string | number)[], { state: TaskState; n: number }>(`select state, count(*) as n from task where ${sql} group by state`).all(...values);
    return Object.fromEntries(rows.map((row) => [row.state, row.n]));
  }

  return {
    find: (id) => byId.get(id) ?? null,
    revisionOf: (id) => revision.get(id) ?? -1,
    write,
    putServerBody: (row, body, keepLocal) => void (keepLocal ? serverBody : serverBodyOnly).run(row, body),
    putLocalBody: (row, body) => void localBody.run(row, body),
    setPending: (row, pending) => void pendingFlag.run(pending ? 1 : 0, row),
    remove(id) {
      const row = known.get(id);
      if (row !== undefined) for (const statement of removals) statement.run(row);
      return row !== undefined;
    },
    stale: (generation) => stale.all(generation).map((found) => found.id),
    page,
    counts,
    agenda,
    team,
    history: (partyName, projectId, exceptId) => history.all(partyName, projectId, exceptId, HISTORY),
  };
}
