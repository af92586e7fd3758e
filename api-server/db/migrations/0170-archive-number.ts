import { sql, type Kysely } from 'kysely';

/** Archived volumes by their number: asked for before another is archived under it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_file_archive_no on case_file ((body #>> '{archive,archiveNo}')) where stage = 'ARCH'`.execute(db);
}
