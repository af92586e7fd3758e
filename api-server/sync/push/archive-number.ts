import { sql, type Transaction } from 'kysely';
import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import { type AnyCommand, COMMANDS } from '#shared/domain/case-file/commands.ts';
import { fits } from '#shared/domain/case-file/validate.ts';
import type { Database } from '../../db/schema.ts';
import type { WorkingCase } from './push.types.ts';

/** The case, of the whole bureau, that already lies in the archive under the number asked for; archivists queue up at a lock. */
export async function archivedAlike(trx: Transaction<Database>, command: AnyCommand, cases: ReadonlyMap<string, WorkingCase>): Promise<Pick<CommandContext, 'archivedAlike'>> {
  if (command.kind !== 'case.advance' || !fits(COMMANDS[command.kind], command.payload) || command.payload.event !== 'archive') return {};
  const archiveNo = String(command.payload.data['archiveNo'] ?? '').trim();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`archive ${archiveNo}`}::text, 0))`.execute(trx);
  const here = [...cases.values()].map(({ aggregate }) => aggregate.file).find((file) => file.id !== command.entityId && file.archive?.archiveNo === archiveNo);
  if (here !== undefined) return { archivedAlike: here };
  const { rows } = await sql<{ id: string; caseNo: string | null }>`
    select id, body->>'caseNo' as "caseNo" from case_file where stage = 'ARCH' and body #>> '{archive,archiveNo}' = ${archiveNo} and id <> ${command.entityId} limit 1
  `.execute(trx);
  return { archivedAlike: rows[0] ?? null };
}
