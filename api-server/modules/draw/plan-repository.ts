import { sql, type Kysely, type Transaction } from 'kysely';
import type { DrawPlan } from '#shared/domain/draw/plan.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

export interface PlanFigures {
  readonly draws: number;
  readonly drawn: number;
  readonly dispatched: number;
  readonly finished: number;
  readonly waiting: number;
}

export interface PlanRow extends PlanFigures {
  readonly plan: DrawPlan;
}

interface Found extends PlanFigures {
  readonly rev: number;
  readonly body: DrawPlan;
}

async function select(db: Kysely<Database>, scope: Scope, where: ReturnType<typeof sql<boolean>>): Promise<readonly PlanRow[]> {
  const { rows } = await sql<Found>`
    select draw_plan.rev, draw_plan.body, coalesce(figures.draws, 0) as draws, coalesce(figures.drawn, 0) as drawn, coalesce(figures.dispatched, 0) as dispatched, coalesce(figures.finished, 0) as finished,
      coalesce(figures.waiting, 0) as waiting
    from draw_plan left join lateral (
      select count(distinct draw.id) as draws, count(draw_item.draw_id) as drawn, count(draw_item.task_id) as dispatched, count(task.id) filter (where task.result is not null) as finished,
        count(distinct draw.id) filter (where draw.state = 'committed') as waiting
      from draw left join draw_item on draw_item.draw_id = draw.id left join task on task.id = draw_item.task_id
      where draw.plan_id = draw_plan.id and draw.state <> 'abandoned'
    ) as figures on true
    where ${where} and ${caseCondition(scope)} order by draw_plan.year desc, draw_plan.body->>'from', draw_plan.no
  `.execute(db);
  return rows.map(({ rev, body, ...figures }) => ({ plan: { ...body, rev }, ...figures }));
}

export async function findPlans(db: Kysely<Database>, scope: Scope, year: number): Promise<readonly PlanRow[]> {
  return await select(db, scope, sql<boolean>`year = ${year}`);
}

export async function findPlan(db: Kysely<Database>, scope: Scope, id: string): Promise<PlanRow | null> {
  return (await select(db, scope, sql<boolean>`draw_plan.id = ${id}`))[0] ?? null;
}

/** Locks the plan until the end of the transaction. */
export async function lockPlan(trx: Transaction<Database>, scope: Scope, id: string): Promise<DrawPlan | null> {
  const { rows } = await sql<{ rev: number; body: DrawPlan }>`select rev, body from draw_plan where id = ${id} and ${caseCondition(scope)} for update`.execute(trx);
  return rows[0] === undefined ? null : { ...rows[0].body, rev: rows[0].rev };
}

export async function insertPlan(trx: Transaction<Database>, plan: DrawPlan, at: Date): Promise<void> {
  const { id, rev, no, year, channel, district, state } = plan;
  await trx.insertInto('draw_plan').values({ id, rev, no, year, channel, district, state, created_at: at, body: JSON.stringify(plan) }).execute();
}

/** Writes a locked plan with its next revision. */
export async function updatePlan(trx: Transaction<Database>, plan: DrawPlan): Promise<DrawPlan> {
  const next = { ...plan, rev: plan.rev + 1 };
  const { rev, year, channel, district, state } = next;
  await trx.updateTable('draw_plan').set({ rev, year, channel, district, state, body: JSON.stringify(next) }).where('id', '=', plan.id).execute();
  return next;
}
