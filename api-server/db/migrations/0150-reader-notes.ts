import { sql, type Kysely } from 'kysely';

/**
 * Private notes and marks of those who read volumes. They belong to their author alone, so they refer to his account and
 * not to the case: one that has left his scope takes nothing from him. A deleted one stays, without its words.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reader_note (
      officer_id text not null references officer (id),
      case_id text not null,
      kind text not null check (kind in ('note', 'mark')),
      id text not null,
      updated_at text not null,
      seq bigint not null,
      body json,
      primary key (officer_id, case_id, kind, id)
    )
  `.execute(db);
  await sql`create unique index reader_note_changes on reader_note (officer_id, seq)`.execute(db);
}
