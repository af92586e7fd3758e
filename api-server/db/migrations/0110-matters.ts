import { sql, type Kysely } from 'kysely';

/**
 * Versions of supervision matters, and visits made in the province's system. Matters of before get what they lack
 * (claim, publication, items) as a new revision, so that every desktop fetches them again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await completeMatters(db);
  await sql`
    create table matter_version (
      id bigint generated always as identity primary key,
      code text not null,
      version integer not null check (version > 0),
      effective_from date not null,
      action text not null,
      state text not null check (state in ('scheduled', 'in-force', 'withdrawn')),
      body json not null,
      note text not null,
      author_id text,
      author_name text not null,
      at timestamptz not null,
      unique (code, version)
    )
  `.execute(db);
  await sql`create unique index matter_version_one_scheduled on matter_version (code) where state = 'scheduled'`.execute(db);
  await sql`
    insert into matter_version (code, version, effective_from, action, state, body, note, author_name, at)
    select id, (body ->> 'version')::integer, (body ->> 'effectiveFrom')::date, 'initial', 'in-force', body, '', '系统初始化', now() from reference where kind = 'matter' and body ->> 'version' is not null
  `.execute(db);
  await sql`
    create table province_visit (
      id bigint generated always as identity primary key,
      matter_code text not null,
      district text not null,
      party_name text not null,
      credit_code text not null,
      visited_on date not null,
      result text not null,
      record_no text not null,
      source_file text not null,
      imported_by text not null,
      imported_at timestamptz not null,
      unique (matter_code, district, visited_on, party_name, record_no)
    )
  `.execute(db);
  await sql`create index province_visit_day on province_visit (visited_on)`.execute(db);
  await sql`create index task_visit_day on task (inspected_on) include (district, channel, matter_codes) where inspected_on is not null`.execute(db);
}

async function completeMatters(db: Kysely<unknown>): Promise<void> {
  await sql`
    with completed as (
      update reference set rev = rev + 1, body = (
        '{"nationalCode":"","claim":"claimed","claimedOn":"2024-01-02","claimReason":"","publishedOn":null,"office":"","subs":[],"version":1,"effectiveFrom":"2024-01-02"}'::jsonb
        || jsonb_build_object('cap', substring(body ->> 'yearlyCap' from '^(\\d+)/年$')::integer)
        || '{"districts":["320500","320505","320506","320507","320508","320509","320571","320581","320582","320583","320585"]}'::jsonb
        || body::jsonb
      )::json
      where kind = 'matter' and body ->> 'claim' is null and body ->> 'code' is not null returning id
    )
    insert into change_log (kind, entity_id, channel, district, op) select 'matter', id, null, null, 'put' from completed
  `.execute(db);
}
