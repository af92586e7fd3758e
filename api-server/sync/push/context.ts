import type { Transaction } from 'kysely';
import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { COMMANDS, type AnyCommand } from '#shared/domain/case-file/commands.ts';
import { asksRecusals, asksRegister } from '#shared/domain/case-file/other-cases.ts';
import { fits } from '#shared/domain/case-file/validate.ts';
import type { Database } from '../../db/schema.ts';
import { readCase } from '../../modules/case/repository.ts';
import { registeredNames } from '../../modules/register/names.ts';
import { findRecusals } from '../../modules/register/recusals.ts';
import { countVisits } from '../../modules/task/repository.ts';
import { archivedAlike } from './archive-number.ts';
import { otherCasesFor } from './other-cases.ts';
import { otherRecordsFor } from './other-records.ts';
import type { Grounds, Pusher, WorkingCase } from './push.types.ts';

/**
 * What a command is judged by: the grounds of the transaction, who pushes, and what only this command makes the server
 * look up. Every look-up is spared where the command is not judged by it; those that lock do so in this order.
 */
export async function contextFor(
  trx: Transaction<Database>, command: AnyCommand, working: WorkingCase | undefined, cases: ReadonlyMap<string, WorkingCase>, grounds: Grounds, pusher: Pusher,
): Promise<CommandContext> {
  const file = working?.aggregate.file;
  return {
    ...grounds,
    actor: grounds.officers.get(pusher.officer.id) ?? pusher.officer,
    otherCases: await otherCasesFor(trx, command, file, cases),
    otherRecords: await otherRecordsFor(trx, command, working, cases),
    ...await visitsFor(trx, command, grounds.today),
    ...await handedCaseFor(trx, command, cases),
    ...await recusalsFor(trx, command, file, grounds.today),
    ...await registeredFor(trx, command, file),
    ...await archivedAlike(trx, command, cases),
  };
}

/** Only a routine visit counts against the cap of the party. */
async function visitsFor(trx: Transaction<Database>, command: AnyCommand, today: string): Promise<Pick<CommandContext, 'visits'>> {
  if (command.kind !== 'task.create' || !fits(COMMANDS[command.kind], command.payload) || command.payload.checkClass !== 'routine') return {};
  return { visits: await countVisits(trx, command.payload, today) };
}

/** Who stays away from a party, where the command is judged by it. */
async function recusalsFor(trx: Transaction<Database>, command: AnyCommand, file: CaseFile | undefined, today: string): Promise<Pick<CommandContext, 'recusals'>> {
  const asked = command.kind === 'task.assign' || (file !== undefined && asksRecusals(command, file));
  return asked ? { recusals: await findRecusals(trx, today) } : {};
}

/** What the register calls the party, where the command is judged by it. */
async function registeredFor(trx: Transaction<Database>, command: AnyCommand, file: CaseFile | undefined): Promise<Pick<CommandContext, 'registeredNames'>> {
  return file?.party == null || !asksRegister(command, file) ? {} : { registeredNames: await registeredNames(trx, file.party.creditCode) };
}

/** The case a visit is handed over to: one of this transaction, or one that is there. */
async function handedCaseFor(trx: Transaction<Database>, command: AnyCommand, cases: ReadonlyMap<string, WorkingCase>): Promise<Pick<CommandContext, 'handedCase'>> {
  if (command.kind !== 'task.hand-over' || !fits(COMMANDS[command.kind], command.payload)) return {};
  const { caseId } = command.payload;
  return { handedCase: cases.get(caseId)?.aggregate.file ?? await readCase(trx, caseId) };
}
