import { sql, type Kysely } from 'kysely';

/** Cases, their documents, and the registers and reference tables they draw on. Bodies are `json`: passed through as text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCases(db);
  await storeBodiesPlain(db);
  await createRegisters(db);
}

/**
 * Bodies travel far oftener than they change: stored uncompressed, and up to 8 kB in the row itself, a page of a pull
 * costs half the processor time and a push a third less, for twice the disk space.
 */
async function storeBodiesPlain(db: Kysely<unknown>): Promise<void> {
  for (const table of ['case_file', 'document']) {
    await sql`alter table ${sql.table(table)} alter column body set storage external`.execute(db);
    await sql`alter table ${sql.table(table)} set (toast_tuple_target = 8160)`.execute(db);
  }
}

async function createCases(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table case_file (
      id text primary key,
      rev bigint not null,
      channel text not null,
      district text not null,
      stage text not null,
      case_no text unique,
      due_on date,
      registered_on date not null,
      updated_at timestamptz not null,
      body json not null
    )
  `.execute(db);
  // The snapshot goes newest first, over everything (city) or over one district and channel.
  await sql`create index case_file_newest on case_file (registered_on desc, id desc)`.execute(db);
  await sql`create index case_file_scope on case_file (district, channel, registered_on desc, id desc)`.execute(db);
  await sql`
    create table document (
      id text primary key,
      case_id text not null references case_file (id),
      rev bigint not null,
      channel text not null,
      district text not null,
      code text not null,
      status text not null,
      doc_no text,
      pdf_sha256 text,
      body json not null
    )
  `.execute(db);
  await sql`create index document_case on document (case_id)`.execute(db);
  await sql`create index document_scope on document (district, channel, id)`.execute(db);
  await sql`create unique index document_number on document (doc_no) where doc_no is not null`.execute(db);
}

async function createRegisters(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table party (
      id text primary key,
      rev bigint not null,
      credit_code text not null,
      name text not null,
      body json not null
    )
  `.execute(db);
  await sql`create index party_credit_code on party (credit_code) where credit_code <> ''`.execute(db);
  await sql`
    create table project (
      id text primary key,
      rev bigint not null,
      district text not null,
      name text not null,
      body json not null
    )
  `.execute(db);
  await sql`create index project_scope on project (district, id)`.execute(db);
  await sql`
    create table reference (
      kind text not null,
      id text not null,
      rev bigint not null,
      body json not null,
      primary key (kind, id)
    )
  `.execute(db);
}
