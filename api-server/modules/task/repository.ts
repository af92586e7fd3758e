import { sql, type Transaction } from 'kysely';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { partyNo } from '#shared/domain/case-file/other-cases.ts';
import { isOpenOrder } from '#shared/domain/task/order.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { appendChange } from '../../db/changes.ts';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';

/** A task as it is written: its own columns repeat what lists, figures and rules of access ask for. */
interface TaskRow {
  readonly task: Task;
  readonly party_no: string | null;
  readonly order_due_on: string | null;
}

function toRow(task: Task): TaskRow {
  const due = task.orders.filter(isOpenOrder).map((order) => order.dueOn).toSorted();
  return { task, party_no: partyNo(task), order_due_on: due[0] ?? null };
}

/** Locks tasks until the end of the transaction and reads them; ids about to be created are locked by themselves. */
export async function lockTasks(trx: Transaction<Database>, ids: readonly string[], newIds: readonly string[]): Promise<readonly Task[]> {
  if (ids.length === 0) return [];
  if (newIds.length > 0) {
    await sql`${prepared('lock-new-tasks')} select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(id, 0) as key from unnest(${newIds}::text[]) as id order by 1
    ) as keys`.execute(trx);
  }
  const { rows } = await sql<{ body: Task }>`${prepared('lock-tasks')} select body from task where id = any(${ids}) order by id for update`.execute(trx);
  return rows.map((row) => row.body);
}

/** Writes tasks, new or known. Scope and origin of a known one stay. */
export async function writeTasks(trx: Transaction<Database>, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map(toRow);
  const column = <K extends keyof Task>(name: K): Task[K][] => tasks.map((task) => task[name]);
  // Arrays of arrays travel as their JSON text: PostgreSQL would ask for rows of equal length.
  await sql`
    ${prepared('write-tasks')} insert into task (id, rev, channel, district, source, check_class, state, task_no, matter_codes, party_no, party_name,
      project_id, officer_ids, plan_id, draw_id, created_on, planned_on, due_on, inspected_on, finished_on, result, order_due_on, case_id, body)
    select id, rev, channel, district, source, check_class, state, task_no, array(select jsonb_array_elements_text(matters::jsonb)), party_no, party_name,
      project_id, array(select jsonb_array_elements_text(officers::jsonb)), plan_id, draw_id, created_on, planned_on, due_on, inspected_on, finished_on, result, order_due_on, case_id, body
    from unnest(${column('id')}::text[], ${column('rev')}::bigint[], ${column('channel')}::text[], ${column('district')}::text[], ${column('source')}::text[],
      ${column('checkClass')}::text[], ${column('state')}::text[], ${column('taskNo')}::text[], ${tasks.map((task) => JSON.stringify(task.matterCodes))}::text[],
      ${rows.map((row) => row.party_no)}::text[], ${tasks.map((task) => task.party.name)}::text[], ${tasks.map((task) => task.project?.id ?? null)}::text[],
      ${tasks.map((task) => JSON.stringify(task.officerIds))}::text[], ${column('planId')}::text[], ${column('drawId')}::text[], ${column('createdOn')}::date[],
      ${column('plannedOn')}::date[], ${column('dueOn')}::date[], ${column('inspectedOn')}::date[], ${column('finishedOn')}::date[], ${column('result')}::text[],
      ${rows.map((row) => row.order_due_on)}::date[], ${column('caseId')}::text[], ${tasks.map((task) => JSON.stringify(task))}::json[])
      as given (id, rev, channel, district, source, check_class, state, task_no, matters, party_no, party_name, project_id, officers, plan_id, draw_id,
        created_on, planned_on, due_on, inspected_on, finished_on, result, order_due_on, case_id, body)
    on conflict (id) do update set rev = excluded.rev, state = excluded.state, task_no = excluded.task_no, officer_ids = excluded.officer_ids,
      planned_on = excluded.planned_on, due_on = excluded.due_on, inspected_on = excluded.inspected_on, finished_on = excluded.finished_on,
      result = excluded.result, order_due_on = excluded.order_due_on, case_id = excluded.case_id, body = excluded.body
  `.execute(trx);
}

/** Writes new tasks with their log, as a draw dispatches them; they have their revision 1 from then on. */
export async function createTasks(trx: Transaction<Database>, tasks: readonly Task[]): Promise<void> {
  await writeTasks(trx, tasks.map((task) => ({ ...task, rev: 1 })));
  await appendChange(trx, ...tasks.map(({ id, channel, district }) => ({ kind: 'task' as const, id, channel, district, op: 'put' as const })));
}

/**
 * Routine visits of this year to the party, by matter: those planned count with those made. Two routine tasks on one party
 * queue up at a lock, so that together they cannot pass the cap.
 */
export async function countVisits(trx: Transaction<Database>, { party, matterCodes }: CommandPayload<'task.create'>, today: string): Promise<ReadonlyMap<string, number>> {
  const no = partyNo({ party });
  await sql`${prepared('lock-visits')} select pg_advisory_xact_lock(hashtextextended(${`visits ${no ?? ''}`}::text, 0))`.execute(trx);
  const { rows } = await sql<{ code: string; n: number }>`
    ${prepared('count-visits')} select code, count(*) as n from task, unnest(matter_codes) as code
    where party_no = ${no} and check_class = 'routine' and state <> 'cancelled' and code = any(${[...matterCodes]}::text[])
      and extract(year from coalesce(inspected_on, planned_on, due_on)) = ${Number(today.slice(0, 4))}
    group by code
  `.execute(trx);
  return new Map(rows.map((row) => [row.code, Number(row.n)]));
}
