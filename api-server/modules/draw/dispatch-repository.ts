import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { InspectionResult, TaskState } from '#shared/domain/task/task.ts';
import type { Database } from '../../db/schema.ts';

/** A drawn object that has no task yet, with its draw and plan. */
export interface WaitingItem extends Selectable<Database['draw_item']> {
  readonly plan_id: string;
  readonly plan_name: string;
  readonly channel: string;
  readonly matter_codes: readonly string[];
  readonly visit_on: string;
  readonly due_on: string;
}

const WAITING = sql`
  select draw_item.*, draw.plan_id, draw.channel, draw.matter_codes, draw.visit_on, draw.due_on, draw_plan.body->>'name' as plan_name
  from draw_item join draw on draw.id = draw_item.draw_id join draw_plan on draw_plan.id = draw.plan_id
  where draw.state = 'drawn' and draw_item.task_id is null and draw_item.set_aside is null
`;

export async function waitingOf(db: Kysely<Database>, drawId: string): Promise<readonly WaitingItem[]> {
  return (await sql<WaitingItem>`${WAITING} and draw_item.draw_id = ${drawId} order by position`.execute(db)).rows;
}

/** What waits in other draws for the same enterprises: of every channel, because one visit is to serve all of them. */
export async function waitingElsewhere(db: Kysely<Database>, drawId: string, partyKeys: readonly string[]): Promise<readonly WaitingItem[]> {
  return (await sql<WaitingItem>`${WAITING} and draw_item.draw_id <> ${drawId} and draw_item.party_key = any(${[...partyKeys]}::text[]) order by draw_item.draw_id, position`.execute(db)).rows;
}

/** Locks the draws, in the order of their ids, until the end of the transaction. */
export async function lockDraws(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  await sql`select id from draw where id = any(${[...ids]}::text[]) order by id for update`.execute(trx);
}

/** The lock under which a task on the party is counted against its cap (`countVisits` of the module task), for many at once. */
export async function lockVisits(trx: Transaction<Database>, partyKeys: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(key) from (select distinct hashtextextended('visits ' || key, 0) as key from unnest(${[...partyKeys]}::text[]) as key order by 1) as keys`.execute(trx);
}

/** Bodies of the register: parties by credit code and by name, projects by id. */
export async function readBodies(trx: Transaction<Database>, items: readonly WaitingItem[]) {
  const keys = [...new Set(items.map(({ party_key }) => party_key))];
  const projectIds = items.flatMap(({ project_id }) => project_id ?? []);
  const parties = await sql<{ credit_code: string; name: string; body: PartyRecord }>`select credit_code, name, body from party where credit_code = any(${keys}::text[]) or name = any(${keys}::text[]) order by id desc`.execute(trx);
  const projects = await sql<{ id: string; body: ProjectRecord }>`select id, body from project where id = any(${projectIds}::text[])`.execute(trx);
  return {
    parties: new Map(parties.rows.flatMap(({ credit_code, name, body }) => [[name, body] as const, [credit_code, body] as const])),
    projects: new Map(projects.rows.map(({ id, body }) => [id, body])),
  };
}

export interface Settled {
  readonly draw_id: string;
  readonly position: number;
  readonly task_id: string | null;
  readonly set_aside: string | null;
}

/** Notes which task each item became, or why none; then closes the draws that have nothing waiting. */
export async function settleItems(trx: Transaction<Database>, items: readonly Settled[], at: Date): Promise<void> {
  await sql`
    update draw_item set task_id = given.task_id, set_aside = given.set_aside
    from json_to_recordset(${JSON.stringify(items)}::json) as given (draw_id text, position int, task_id text, set_aside text)
    where draw_item.draw_id = given.draw_id and draw_item.position = given.position
  `.execute(trx);
  await sql`
    update draw set state = 'dispatched', dispatched_at = ${at}
    where id = any(${[...new Set(items.map(({ draw_id }) => draw_id))]}::text[]) and state = 'drawn'
      and not exists (select 1 from draw_item where draw_item.draw_id = draw.id and task_id is null and set_aside is null)
  `.execute(trx);
}

export interface ItemRow extends Selectable<Database['draw_item']> {
  readonly credit_code: string | null;
  readonly together: number;
  readonly task_state: TaskState | null;
  readonly task_no: string | null;
  readonly result: InspectionResult | null;
  readonly inspected_on: string | null;
  readonly finished_on: string | null;
  readonly published_on: string | null;
  readonly case_id: string | null;
}

const TASK_COLUMNS = sql`task.state as task_state, task.task_no, task.result, task.inspected_on, task.finished_on, task.body->>'publishedOn' as published_on, task.case_id`;

/** What was drawn, with the tasks it became. */
export async function itemsOfDraw(db: Kysely<Database>, drawId: string): Promise<readonly ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select draw_item.*, ${TASK_COLUMNS}, (select count(*) from draw_item as other where other.task_id = draw_item.task_id) as together,
      (select credit_code from party where party.credit_code = draw_item.party_key limit 1) as credit_code
    from draw_item left join task on task.id = draw_item.task_id where draw_item.draw_id = ${drawId} order by position
  `.execute(db);
  return rows;
}
