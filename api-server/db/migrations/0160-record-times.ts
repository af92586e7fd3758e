import { sql, type Kysely } from 'kysely';

/** Issued records by the minute they began: what is asked before another is issued, so that nobody takes two at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index document_record_start on document ((body#>>'{issued,data,startAt}')) where status = 'issued' and body#>>'{issued,data,startAt}' is not null`.execute(db);
}
