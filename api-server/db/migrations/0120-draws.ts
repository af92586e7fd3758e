import { sql, type Kysely } from 'kysely';

/**
 * Random inspections: plans, draws and what was drawn. Pot, seed and record of a draw are written once; what was shown to the
 * witness, and what he said, never changes either. The database itself holds that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createPlans(db);
  await createDraws(db);
  await createItems(db);
  await protect(db);
}

async function createPlans(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draw_plan (
      id text primary key,
      rev integer not null,
      no text not null unique,
      year integer not null,
      channel text not null,
      district text not null,
      state text not null check (state in ('draft', 'approved', 'running', 'closed')),
      created_at timestamptz not null,
      body json not null
    )
  `.execute(db);
  await sql`create index draw_plan_year on draw_plan (year, district, channel)`.execute(db);
}

async function createDraws(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draw (
      id text primary key,
      plan_id text not null references draw_plan (id),
      serial integer not null,
      year integer not null,
      channel text not null,
      district text not null,
      matter_codes text[] not null,
      state text not null check (state in ('committed', 'witnessed', 'drawn', 'dispatched', 'abandoned')),
      ratio_permille integer not null,
      visit_on date not null,
      due_on date not null,
      pot_size integer not null,
      officer_count integer not null,
      left_out_count integer not null,
      snapshot_hash text not null,
      commitment text not null,
      operator_id text not null,
      operator_name text not null,
      committed_at timestamptz not null,
      witness_id text,
      witness_name text,
      witness_role text,
      witness_words text,
      witnessed_at timestamptz,
      drawn_at timestamptz,
      drawn_by_id text,
      drawn_by_name text,
      sheet_no text unique,
      dispatched_at timestamptz,
      abandoned_reason text,
      unique (plan_id, serial),
      check (state <> 'abandoned' or (abandoned_reason is not null and witness_id is null)),
      check (state not in ('witnessed', 'drawn', 'dispatched') or witness_words is not null),
      check (witness_id is null or witness_id <> operator_id)
    )
  `.execute(db);
  await sql`create index draw_newest on draw (committed_at desc)`.execute(db);
  await sql`create table draw_snapshot (draw_id text primary key references draw (id), body text not null)`.execute(db);
  await sql`create table draw_seed (draw_id text primary key references draw (id), server_seed text not null check (server_seed ~ '^[0-9a-f]{64}$'))`.execute(db);
  await sql`create table draw_record (draw_id text primary key references draw (id), record_hash text not null, body text not null)`.execute(db);
}

async function createItems(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draw_item (
      draw_id text not null references draw (id),
      position integer not null,
      object_id text not null,
      object_name text not null,
      project_id text,
      party_id text,
      party_key text not null,
      party_name text not null,
      district text not null,
      officer_ids text[] not null,
      task_id text,
      set_aside text,
      primary key (draw_id, position),
      check (task_id is null or set_aside is null)
    )
  `.execute(db);
  await sql`create index draw_item_waiting on draw_item (party_key) where task_id is null and set_aside is null`.execute(db);
  await sql`create index draw_item_task on draw_item (task_id) where task_id is not null`.execute(db);
}

async function protect(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_draw_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$
  `.execute(db);
  for (const table of ['draw_snapshot', 'draw_seed', 'draw_record']) {
    await sql`create trigger ${sql.raw(table)}_append_only before update or delete on ${sql.table(table)} for each row execute function refuse_draw_change()`.execute(db);
    await sql`create trigger ${sql.raw(table)}_no_truncate before truncate on ${sql.table(table)} for each statement execute function refuse_draw_change()`.execute(db);
  }
  await sql`create trigger draw_kept before delete on draw for each row execute function refuse_draw_change()`.execute(db);
  await sql`
    create function keep_draw_words() returns trigger language plpgsql as $$
    begin
      if (new.plan_id, new.snapshot_hash, new.commitment, new.operator_id, new.committed_at) is distinct from (old.plan_id, old.snapshot_hash, old.commitment, old.operator_id, old.committed_at)
        or (old.witness_id is not null and (new.witness_id, new.witness_words, new.witnessed_at) is distinct from (old.witness_id, old.witness_words, old.witnessed_at))
        or (old.drawn_at is not null and new.drawn_at is distinct from old.drawn_at)
        or (old.state in ('dispatched', 'abandoned') and new.state <> old.state) then
        raise exception 'a draw keeps what was committed, witnessed and drawn' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
  `.execute(db);
  await sql`create trigger draw_words before update on draw for each row execute function keep_draw_words()`.execute(db);
}
