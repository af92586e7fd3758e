import { sql, type Kysely } from 'kysely';

/** The audit log: rows are added and read, never changed, whoever asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_log (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      officer_id text,
      device_id text,
      ip text,
      action text not null,
      object_kind text,
      object_id text,
      outcome text not null,
      request_id text
    )
  `.execute(db);
  await sql`create index audit_log_at on audit_log (at)`.execute(db);
  await sql`create index audit_log_object on audit_log (object_kind, object_id)`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege';
    end $$
  `.execute(db);
  await sql`
    create trigger audit_log_append_only before update or delete on audit_log
    for each row execute function refuse_change()
  `.execute(db);
  await sql`
    create trigger audit_log_no_truncate before truncate on audit_log
    for each statement execute function refuse_change()
  `.execute(db);
}
