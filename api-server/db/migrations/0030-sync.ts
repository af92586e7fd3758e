import { sql, type Kysely } from 'kysely';

/** The change log, commands done (exactly once), number series and evidence files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLog(db);
  await createFiles(db);
}

async function createLog(db: Kysely<unknown>): Promise<void> {
  // `xid` bounds readers: they stop below the oldest running transaction, so a late commit is never skipped.
  await sql`
    create table change_log (
      seq bigint generated always as identity primary key,
      xid xid8 not null default pg_current_xact_id(),
      kind text not null,
      entity_id text not null,
      channel text,
      district text,
      op text not null check (op in ('put', 'gone')),
      at timestamptz not null default now()
    )
  `.execute(db);
  await sql`create index change_log_order on change_log (xid, seq)`.execute(db);
  await sql`
    create table operation (
      op_id text primary key,
      officer_id text not null,
      device_id text not null,
      payload_hash text not null,
      status text not null,
      result json not null,
      at timestamptz not null
    )
  `.execute(db);
  await sql`
    create table number_counter (
      series text not null,
      year integer not null,
      last integer not null check (last >= 0),
      primary key (series, year)
    )
  `.execute(db);
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table file (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      bytes bigint not null check (bytes >= 0),
      received bigint not null default 0 check (received between 0 and bytes),
      complete boolean not null default false,
      created_at timestamptz not null
    )
  `.execute(db);
  // No reference to file: a command may name a file before its content has arrived.
  await sql`
    create table case_file_link (
      sha256 text not null,
      case_id text not null references case_file (id),
      primary key (sha256, case_id)
    )
  `.execute(db);
  await sql`create index case_file_link_case on case_file_link (case_id)`.execute(db);
}
