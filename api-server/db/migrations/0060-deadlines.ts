import { sql, type Kysely } from 'kysely';

/** The board asks for what falls due first, over everything or in one district. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_file_due on case_file (due_on, id) where due_on is not null`.execute(db);
}
