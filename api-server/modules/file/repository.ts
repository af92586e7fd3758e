import { sql, type Kysely } from 'kysely';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

export interface FileRow {
  readonly bytes: number;
  readonly received: number;
  readonly complete: boolean;
}

export async function readFileRow(db: Kysely<Database>, sha256: string): Promise<FileRow | null> {
  return await db.selectFrom('file').select(['bytes', 'received', 'complete']).where('sha256', '=', sha256).executeTakeFirst() ?? null;
}

export async function startFile(db: Kysely<Database>, sha256: string, bytes: number, now: Date): Promise<void> {
  await db.insertInto('file').values({ sha256, bytes, received: 0, complete: false, created_at: now })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ bytes, received: 0, created_at: now }).where('file.complete', '=', false))
    .execute();
}

export async function setReceived(db: Kysely<Database>, sha256: string, received: number, complete: boolean): Promise<void> {
  await db.updateTable('file').set({ received, complete }).where('sha256', '=', sha256).execute();
}

/** Forgets a file of which only parts arrived. */
export async function forgetFile(db: Kysely<Database>, sha256: string): Promise<void> {
  await db.deleteFrom('file').where('sha256', '=', sha256).where('complete', '=', false).execute();
}

/** Whether a case or a task in scope names the file. */
export async function maySee(db: Kysely<Database>, scope: Scope, sha256: string): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    select exists (
      select 1 from case_file_link join case_file on case_file.id = case_file_link.case_id
      where case_file_link.sha256 = ${sha256} and ${caseCondition(scope)}
    ) or exists (
      select 1 from case_file_link join task on task.id = case_file_link.case_id
      where case_file_link.sha256 = ${sha256} and ${caseCondition(scope)}
    ) as seen
  `.execute(db);
  return rows[0]?.seen ?? false;
}

export async function abandonedFiles(db: Kysely<Database>, before: Date): Promise<readonly string[]> {
  const rows = await db.selectFrom('file').select('sha256').where('complete', '=', false).where('created_at', '<', before).execute();
  return rows.map((row) => row.sha256);
}
