import { sql, type Kysely } from 'kysely';

/** Registers with what other systems know of a project, imports that can be undone, merged duplicates, and recusals kept for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createFacts(db);
  await createImports(db);
  await createMerges(db);
  await indexRegisters(db);
}

async function createFacts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table project_fact (
      id text primary key,
      project_id text not null references project (id),
      phase text not null,
      kind text not null,
      source_system text not null,
      source_ref text not null,
      fetched_at timestamptz not null,
      rev bigint not null default 1,
      body json not null,
      unique (project_id, kind, source_system, source_ref)
    )
  `.execute(db);
}

async function createImports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_run (
      id text primary key,
      target text not null,
      file_name text not null,
      bytes integer not null,
      sheet text,
      mapping json not null default '{}',
      skip_hidden boolean not null default false,
      state text not null,
      done integer not null default 0,
      total integer not null default 0,
      report json,
      error json,
      created_by text not null references officer (id),
      created_by_name text not null,
      created_at timestamptz not null,
      touched_at timestamptz not null,
      applied_at timestamptz,
      undone_at timestamptz,
      undone_by_name text
    )
  `.execute(db);
  await sql`create index import_run_newest on import_run (created_at desc)`.execute(db);
  // The file itself, until it was applied or forgotten.
  await sql`
    create table import_part (
      import_id text not null references import_run (id) on delete cascade,
      "offset" integer not null,
      content bytea not null,
      primary key (import_id, "offset")
    )
  `.execute(db);
  // What an import wrote: with the row's revision and what stood there before, it can be taken back.
  await sql`
    create table import_change (
      import_id text not null references import_run (id) on delete cascade,
      entity_id text not null,
      rev bigint not null,
      before json,
      primary key (import_id, entity_id)
    )
  `.execute(db);
  await sql`
    create table import_mapping (
      target text primary key,
      mapping json not null,
      saved_by text not null,
      saved_at timestamptz not null
    )
  `.execute(db);
}

async function createMerges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table register_merge (
      id text primary key,
      kind text not null check (kind in ('party', 'project')),
      kept_id text not null,
      gone_id text not null,
      kept_rev bigint not null,
      kept_before json not null,
      gone_before json not null,
      fact_ids text[] not null,
      merged_by text not null references officer (id),
      merged_by_name text not null,
      merged_at timestamptz not null,
      undone_at timestamptz,
      undone_by_name text
    )
  `.execute(db);
  await sql`create index register_merge_newest on register_merge (kind, merged_at desc)`.execute(db);
  await sql`
    create table recusal (
      id text primary key,
      officer_id text not null references officer (id),
      party_name text not null,
      credit_code text not null default '',
      reason text not null,
      from_on date not null,
      to_on date,
      declared_by_name text not null,
      declared_at timestamptz not null
    )
  `.execute(db);
  await sql`create index recusal_officer on recusal (officer_id)`.execute(db);
}

/** Look-ups by name and by the codes that stand in the bodies. */
async function indexRegisters(db: Kysely<unknown>): Promise<void> {
  await sql`create index party_name on party (name)`.execute(db);
  await sql`create index project_name on project (name)`.execute(db);
  await sql`create index project_code on project ((body ->> 'projectCode')) where body ->> 'projectCode' <> ''`.execute(db);
  await sql`create index project_permit on project ((body ->> 'permitNo')) where body ->> 'permitNo' <> ''`.execute(db);
  // A column, not an expression over the body: PostgreSQL takes no text that holds an escaped NUL, which a body may.
  await sql`alter table case_file add column project_id text`.execute(db);
  await sql`update case_file set project_id = nullif(body #>> '{project,id}', '') where body::text not like '%\\u0000%'`.execute(db);
  await sql`create index case_file_project on case_file (project_id) where project_id is not null`.execute(db);
  await sql`create index case_file_party on case_file (party_no) where party_no is not null`.execute(db);
}
