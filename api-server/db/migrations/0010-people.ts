import { sql, type Kysely } from 'kysely';

/** Officers, accounts, sessions, and facts about the database itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meta (key text primary key, value text not null)
  `.execute(db);
  await sql`
    insert into meta (key, value) values ('epoch', gen_random_uuid()::text)
  `.execute(db);
  await sql`
    create table officer (
      id text primary key,
      login_name text not null unique,
      rev bigint not null default 1,
      body json not null
    )
  `.execute(db);
  await sql`
    create table account (
      officer_id text primary key references officer (id),
      password_hash text not null,
      failed_attempts integer not null default 0,
      locked_until timestamptz,
      last_sign_in_at timestamptz
    )
  `.execute(db);
  await sql`
    create table unknown_login (
      login_hash bytea primary key,
      failed_attempts integer not null default 0,
      locked_until timestamptz,
      last_failed_at timestamptz not null
    )
  `.execute(db);
  await sql`
    create table session (
      id uuid primary key default gen_random_uuid(),
      token_hash bytea not null unique,
      officer_id text not null references account (officer_id),
      device_id text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )
  `.execute(db);
  await sql`create index session_officer on session (officer_id)`.execute(db);
}
