import { sql, type Kysely } from 'kysely';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { InspectionResult } from '#shared/domain/task/task.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

export interface PublishedRow {
  readonly id: string;
  readonly task_no: string | null;
  readonly channel: string;
  readonly district: string;
  readonly plan_name: string;
  readonly object_name: string;
  readonly party_name: string;
  readonly party_no: string | null;
  readonly matter_codes: readonly string[];
  readonly officer_ids: readonly string[];
  readonly result: InspectionResult;
  readonly result_on: string;
  readonly published_on: string | null;
}

/** Results of the tasks that draws made, of plans of a year; one row a task, however many draws it stands for. */
export async function findResults(db: Kysely<Database>, scope: Scope, year: number): Promise<readonly PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select id, task_no, channel, district, plan_name, object_name, party_name, party_no, matter_codes, officer_ids, result, coalesce(inspected_on, finished_on) as result_on, body->>'publishedOn' as published_on
    from (
      select task.*, (select string_agg(distinct p.body->>'name', '；') from draw_item as i join draw as d on d.id = i.draw_id join draw_plan as p on p.id = d.plan_id where i.task_id = task.id) as plan_name, draw_item.object_name, row_number() over (partition by task.id order by draw_item.draw_id, draw_item.position) as turn
      from draw_item join task on task.id = draw_item.task_id join draw on draw.id = draw_item.draw_id join draw_plan on draw_plan.id = draw.plan_id
      where draw.year = ${year} and task.result is not null and task.state <> 'cancelled' and coalesce(task.inspected_on, task.finished_on) is not null
    ) as drawn
    where turn = 1 and ${caseCondition(scope)} order by result_on, task_no
  `.execute(db);
  return rows;
}
