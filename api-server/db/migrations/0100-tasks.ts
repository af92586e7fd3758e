import { sql, type Kysely } from 'kysely';

/**
 * Supervision tasks. Papers and files belong to a case or to a task from here on, so that they no longer refer to the
 * case's table; who sees them is asked of both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table task (
      id text primary key,
      rev bigint not null,
      channel text not null,
      district text not null,
      source text not null,
      check_class text not null,
      state text not null,
      task_no text unique,
      matter_codes text[] not null,
      party_no text,
      party_name text not null,
      project_id text,
      officer_ids text[] not null,
      plan_id text,
      draw_id text,
      created_on date not null,
      planned_on date,
      due_on date not null,
      inspected_on date,
      finished_on date,
      result text,
      order_due_on date,
      case_id text,
      body json not null
    )
  `.execute(db);
  await sql`alter table task alter column body set storage external`.execute(db);
  await sql`alter table task set (toast_tuple_target = 8160)`.execute(db);
  await sql`create index task_newest on task (created_on desc, id desc)`.execute(db);
  await sql`create index task_scope on task (district, channel, created_on desc, id desc)`.execute(db);
  await sql`create index task_open on task (due_on) where state not in ('done', 'cancelled')`.execute(db);
  await sql`create index task_party on task (party_no, inspected_on) where party_no is not null`.execute(db);
  await sql`create index task_project on task (project_id) where project_id is not null`.execute(db);
  await sql`create index task_plan on task (plan_id) where plan_id is not null`.execute(db);
  await sql`create index task_matters on task using gin (matter_codes)`.execute(db);
  await sql`alter table document drop constraint document_case_id_fkey`.execute(db);
  await sql`alter table case_file_link drop constraint case_file_link_case_id_fkey`.execute(db);
}
