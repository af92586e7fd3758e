import { sql, type Kysely } from 'kysely';

/**
 * Narrow tables that statistics are computed from, one row for each task, order, case and payment. The tables of cases and
 * tasks carry their bodies in the rows, so that a count over them would read gigabytes. Triggers keep the figures in the
 * transaction of the change, whoever writes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createReaders(db);
  await createFigures(db);
  await keepTaskFigures(db);
  await keepCaseFigures(db);
  await createKept(db);
  for (const statement of [TASK_FIGURES, ORDER_FIGURES]) await sql`with changed as (select * from task) ${sql.raw(statement)}`.execute(db);
  for (const statement of [CASE_FIGURES, PAYMENT_FIGURES]) await sql`with changed as (select * from case_file) ${sql.raw(statement)}`.execute(db);
}

async function createReaders(db: Kysely<unknown>): Promise<void> {
  // `json` stores an escaped NUL that no text can hold: it is left out, so that statistics never refuse what a push accepts.
  await sql`
    create function figure_body(body json) returns json language sql immutable strict as $$
      select case when strpos(body::text, '\\u0000') = 0 then body
        else regexp_replace(body::text, '(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000', '\\1', 'g')::json end
    $$
  `.execute(db);
  // For the same reason a day that does not exist is the last one of its month, and what is no day is none.
  await sql`
    create function figure_day(day text) returns date language sql immutable strict as $$
      select case when day ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then least(
        make_date(left(day, 4)::int, substr(day, 6, 2)::int, 1) + right(day, 2)::int - 1,
        (make_date(left(day, 4)::int, substr(day, 6, 2)::int, 1) + interval '1 month' - interval '1 day')::date) end
    $$
  `.execute(db);
}

async function createFigures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table task_figure (
      id text primary key, district text not null, channel text not null, source text not null, check_class text not null, state text not null,
      result text, matter_codes text[] not null, officer_ids text[] not null, party text not null, created_on date not null, due_on date not null,
      inspected_on date, ended_on date, items integer not null, failed_items integer not null, case_id text
    )
  `.execute(db);
  await sql`create index task_figure_inspected on task_figure (inspected_on) where inspected_on is not null`.execute(db);
  await sql`create index task_figure_created on task_figure (created_on)`.execute(db);
  await sql`create index task_figure_ended on task_figure (ended_on) where ended_on is not null`.execute(db);
  await sql`create index task_figure_open on task_figure (due_on) where ended_on is null`.execute(db);
  await sql`create index task_figure_case on task_figure (case_id) where case_id is not null`.execute(db);
  await sql`
    create table order_figure (
      id text not null, task_id text not null, district text not null, channel text not null, source text not null, kind text not null,
      matter_codes text[] not null, officer_ids text[] not null, made_on date not null, due_on date not null, ended_on date,
      primary key (task_id, id)
    )
  `.execute(db);
  await sql`
    create table case_figure (
      id text primary key, district text not null, channel text not null, source text not null, stage text not null, violation text not null,
      matter_codes text[] not null, officer_ids text[] not null, registered_on date not null, filed_on date, decided_on date, closed_on date,
      ended_on date, due_on date, unpunished boolean not null, fine_fen bigint not null, confiscation_fen bigint not null
    )
  `.execute(db);
  await sql`create index case_figure_registered on case_figure (registered_on)`.execute(db);
  await sql`
    create table payment_figure (
      id text not null, case_id text not null, district text not null, channel text not null, source text not null, violation text not null,
      matter_codes text[] not null, officer_ids text[] not null, paid_on date not null, amount_fen bigint not null,
      primary key (case_id, id)
    )
  `.execute(db);
}

/**
 * What the triggers run on the rows `changed`, and the migration once on all rows there are. Most bodies have no orders or
 * payments: a look at the text spares parsing them a second time.
 */
const TASK_FIGURES = `
  insert into task_figure as known
  select c.id, c.district, c.channel, c.source, c.check_class, c.state, c.result, c.matter_codes, c.officer_ids, coalesce(c.party_no, c.party_name),
    c.created_on, c.due_on, c.inspected_on, case when c.state in ('done', 'cancelled') then coalesce(c.finished_on, c.due_on) end,
    checked.items, checked.failed, c.case_id
  from changed c, lateral json_to_record(figure_body(c.body)) as b (checklist json), lateral (
    select count(*) filter (where line->>'result' in ('pass', 'fail'))::int as items, count(*) filter (where line->>'result' = 'fail')::int as failed
    from json_array_elements(coalesce(b.checklist, '[]')) as line
  ) as checked
  on conflict (id) do update set (district, channel, source, check_class, state, result, matter_codes, officer_ids, party, created_on, due_on,
    inspected_on, ended_on, items, failed_items, case_id) = (excluded.district, excluded.channel, excluded.source, excluded.check_class,
    excluded.state, excluded.result, excluded.matter_codes, excluded.officer_ids, excluded.party, excluded.created_on, excluded.due_on,
    excluded.inspected_on, excluded.ended_on, excluded.items, excluded.failed_items, excluded.case_id)
  where known is distinct from excluded`;
const ORDER_FIGURES = `
  insert into order_figure as known
  select o.id, c.id, c.district, c.channel, c.source, o.kind, c.matter_codes, c.officer_ids, coalesce(figure_day(o."madeOn"), c.created_on),
    coalesce(figure_day(o."dueOn"), c.due_on), figure_day(o."endedOn")
  from changed c, lateral json_to_record(figure_body(c.body)) as b (orders json),
    lateral json_to_recordset(coalesce(b.orders, '[]')) as o (id text, kind text, "madeOn" text, "dueOn" text, "endedOn" text)
  where strpos(c.body::text, '"orders":[]') = 0
  on conflict (task_id, id) do update set (district, channel, source, kind, matter_codes, officer_ids, made_on, due_on, ended_on)
    = (excluded.district, excluded.channel, excluded.source, excluded.kind, excluded.matter_codes, excluded.officer_ids, excluded.made_on, excluded.due_on, excluded.ended_on)
  where known is distinct from excluded`;
const CASE_FIGURES = `
  insert into case_figure as known
  select c.id, c.district, c.channel, coalesce(b.clue->>'source', ''), c.stage, coalesce(b."violationId", ''),
    coalesce((select t.matter_codes from task_figure t where t.case_id = c.id limit 1), '{}'),
    array(select json_array_elements_text(coalesce(b."officerIds", '[]'))), c.registered_on, figure_day(b."filedOn"), figure_day(b."decidedOn"),
    figure_day(b."closedOn"), case when c.stage in ('CLOSED', 'ARCH', 'NOFILE') then coalesce(figure_day(b."closedOn"), figure_day(b."stageSince")) end,
    c.due_on, b."noPenaltyGround" is not null, coalesce((b.decided->>'fineFen')::bigint, 0), coalesce((b.decided->>'confiscationFen')::bigint, 0)
  from changed c, lateral json_to_record(figure_body(c.body)) as b (clue json, "violationId" text, "officerIds" json, "filedOn" text, "decidedOn" text,
    "closedOn" text, "stageSince" text, "noPenaltyGround" text, decided json)
  on conflict (id) do update set (district, channel, source, stage, violation, matter_codes, officer_ids, registered_on, filed_on, decided_on,
    closed_on, ended_on, due_on, unpunished, fine_fen, confiscation_fen) = (excluded.district, excluded.channel, excluded.source, excluded.stage,
    excluded.violation, excluded.matter_codes, excluded.officer_ids, excluded.registered_on, excluded.filed_on, excluded.decided_on,
    excluded.closed_on, excluded.ended_on, excluded.due_on, excluded.unpunished, excluded.fine_fen, excluded.confiscation_fen)
  where known is distinct from excluded`;
const PAYMENT_FIGURES = `
  insert into payment_figure as known
  select p.id, f.id, f.district, f.channel, f.source, f.violation, f.matter_codes, f.officer_ids, coalesce(figure_day(p."paidOn"), f.registered_on), coalesce(p."amountFen", 0)
  from changed c join case_figure f on f.id = c.id, lateral json_to_record(figure_body(c.body)) as b (payments json),
    lateral json_to_recordset(coalesce(b.payments, '[]')) as p (id text, "paidOn" text, "amountFen" bigint)
  where strpos(c.body::text, '"payments":[]') = 0
  on conflict (case_id, id) do update set (district, channel, source, violation, matter_codes, officer_ids, paid_on, amount_fen)
    = (excluded.district, excluded.channel, excluded.source, excluded.violation, excluded.matter_codes, excluded.officer_ids, excluded.paid_on, excluded.amount_fen)
  where known is distinct from excluded`;

async function keepTaskFigures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_task_figures() returns trigger language plpgsql as $$
    begin
      ${sql.raw(TASK_FIGURES)};
      ${sql.raw(ORDER_FIGURES)};
      update case_figure f set matter_codes = c.matter_codes from changed c where c.case_id = f.id and f.matter_codes is distinct from c.matter_codes;
      update payment_figure f set matter_codes = c.matter_codes from changed c where c.case_id = f.case_id and f.matter_codes is distinct from c.matter_codes;
      return null;
    end $$
  `.execute(db);
  await sql`
    create function drop_task_figures() returns trigger language plpgsql as $$
    begin
      delete from order_figure f using gone where f.task_id = gone.id;
      delete from task_figure f using gone where f.id = gone.id;
      return null;
    end $$
  `.execute(db);
  await addTriggers(db, 'task');
}

async function keepCaseFigures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_case_figures() returns trigger language plpgsql as $$
    begin
      ${sql.raw(CASE_FIGURES)};
      ${sql.raw(PAYMENT_FIGURES)};
      return null;
    end $$
  `.execute(db);
  await sql`
    create function drop_case_figures() returns trigger language plpgsql as $$
    begin
      delete from payment_figure f using gone where f.case_id = gone.id;
      delete from case_figure f using gone where f.id = gone.id;
      return null;
    end $$
  `.execute(db);
  await addTriggers(db, 'case_file');
}

/** Set-based: a batch of a push is one call. */
async function addTriggers(db: Kysely<unknown>, table: 'task' | 'case_file'): Promise<void> {
  const [keep, drop] = table === 'task' ? ['keep_task_figures', 'drop_task_figures'] : ['keep_case_figures', 'drop_case_figures'];
  const [name, keeper, dropper] = [sql.table(table), sql.id(keep), sql.id(drop)];
  await sql`create trigger figures_inserted after insert on ${name} referencing new table as changed for each statement execute function ${keeper}()`.execute(db);
  await sql`create trigger figures_updated after update on ${name} referencing new table as changed for each statement execute function ${keeper}()`.execute(db);
  await sql`create trigger figures_deleted after delete on ${name} referencing old table as gone for each statement execute function ${dropper}()`.execute(db);
}

/** Reports somebody saved, and what was reported for a month: the latter is only ever added to. */
async function createKept(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table statistics_report (
      id text primary key, rev integer not null default 1, owner_id text not null, owner_name text not null, district text not null,
      title text not null, shared boolean not null, body json not null, updated_at timestamptz not null
    )
  `.execute(db);
  await sql`create index statistics_report_owner on statistics_report (owner_id)`.execute(db);
  await sql`
    create table statistics_snapshot (
      id text primary key, month text not null check (month ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'), district text not null, channel text not null default '',
      version integer not null check (version > 0), reason text not null, definitions integer not null, figures json not null,
      made_by text not null, made_by_name text not null, made_at timestamptz not null,
      unique (district, channel, month, version), check (version = 1 or reason <> '')
    )
  `.execute(db);
  await sql`
    create function refuse_snapshot_change() returns trigger language plpgsql as $$
    begin
      raise exception 'statistics_snapshot is append-only' using errcode = 'insufficient_privilege';
    end $$
  `.execute(db);
  await sql`create trigger snapshot_append_only before update or delete on statistics_snapshot for each row execute function refuse_snapshot_change()`.execute(db);
  await sql`create trigger snapshot_no_truncate before truncate on statistics_snapshot for each statement execute function refuse_snapshot_change()`.execute(db);
}
