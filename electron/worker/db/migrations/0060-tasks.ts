/**
 * Supervision tasks: those under way and those of the last months, a few thousand at most. Lists read the columns; bodies
 * stand in a table of their own, as those of cases do.
 */
export const tasks = `
create table task (
  row integer primary key,
  id text not null unique,
  rev integer not null,
  gen integer not null,
  channel text not null,
  district text not null,
  source text not null,
  check_class text not null,
  state text not null,
  pending integer not null default 0,
  task_no text,
  title text not null,
  party_name text not null,
  project_id text,
  project_name text not null,
  place text not null,
  officer_ids text not null,
  planned_on text,
  due_on text not null,
  order_due_on text,
  inspected_on text,
  finished_on text,
  created_on text not null
);
create index task_by_state on task (state, due_on);
create index task_by_plan on task (planned_on) where planned_on is not null;
create index task_by_party on task (party_name);
create table task_body (row integer primary key, body text, local_body text);
`;
