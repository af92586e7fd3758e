import { sql, type Transaction } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { asksOtherCases, partyNo } from '#shared/domain/case-file/other-cases.ts';
import type { ActOfCase } from '#shared/domain/procedure/linked-case.ts';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';
import type { WorkingCase } from './push.types.ts';

/**
 * Other cases of the same party and day, of the whole bureau: an act is punished once, whoever punishes it (art. 29).
 * Decisions on one act queue up at a lock, so that two of them cannot overlook each other. Cases of this transaction
 * count as they stand in it. Empty for commands that are not judged by them.
 */
export async function otherCasesFor(trx: Transaction<Database>, command: AnyCommand, file: CaseFile | undefined, cases: ReadonlyMap<string, WorkingCase>): Promise<readonly ActOfCase[]> {
  const party = file === undefined ? null : partyNo(file);
  if (file === undefined || party === null || file.actOn === null || !asksOtherCases(command, file)) return [];
  await sql`${prepared('lock-act')} select pg_advisory_xact_lock(hashtextextended(${`act ${party} ${file.actOn}`}::text, 0))`.execute(trx);
  const numbers = [...new Set([party, file.party?.name ?? party])];
  const { rows } = await sql<{ body: CaseFile }>`
    ${prepared('read-same-act')} select body from case_file where party_no = any(${numbers}::text[]) and act_on = ${file.actOn}::date and id <> ${file.id}
  `.execute(trx);
  const here = [...cases.values()].map(({ aggregate }) => aggregate.file);
  return [...rows.map((row) => row.body).filter((other) => !cases.has(other.id)), ...here];
}
