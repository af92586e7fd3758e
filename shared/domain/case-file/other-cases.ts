import { DOCUMENT_RULES } from '../document/rules.ts';
import type { GuardName } from '../procedure/guards/index.ts';
import type { ActOfCase } from '../procedure/linked-case.ts';
import { transitionOf } from '../procedure/table.ts';
import { normaliseCode } from '../../text/normalise.ts';
import type { CaseFile } from './case-file.ts';
import { type AnyCommand, COMMANDS, type CommandKind } from './commands.ts';
import { fits } from './validate.ts';

const SAME_ACT: ReadonlySet<GuardName> = new Set(['actNotHandled', 'actNotFined']);
const ASKING: ReadonlySet<CommandKind> = new Set(['case.advance', 'document.issue']);

/** Whether a command is judged by other cases of the party (一事不二罚): the caller then looks them up for `RuleContext.otherCases`. */
export function asksOtherCases(command: AnyCommand, file: CaseFile): boolean {
  if (!ASKING.has(command.kind) || !fits(COMMANDS[command.kind], command.payload)) return false;
  if (command.kind === 'case.advance') return transitionOf(file.stage, command.payload.event)?.guards.some((guard) => SAME_ACT.has(guard)) === true;
  if (command.kind !== 'document.issue') return false;
  const document = file.documents.find((each) => each.id === command.payload.documentId);
  return document !== undefined && DOCUMENT_RULES[document.code].issueGuards.some((guard) => SAME_ACT.has(guard));
}

const REGISTERED: ReadonlySet<GuardName> = new Set(['partyAsRegistered']);
const RECUSAL: ReadonlySet<GuardName> = new Set(['assigneesQualified', 'officersQualified', 'summaryOfficers']);

/** Whether a step is judged by who stays away from the party (art. 43): the caller then looks them up for `RuleContext.recusals`. */
export function asksRecusals(command: AnyCommand, file: CaseFile): boolean {
  return stepAsks(command, file, RECUSAL);
}

/** Whether a step is judged by the register of enterprises: the caller then looks the party's code up for `RuleContext.registeredNames`. */
export function asksRegister(command: AnyCommand, file: CaseFile): boolean {
  return file.party !== null && file.party.creditCode !== '' && stepAsks(command, file, REGISTERED);
}

function stepAsks(command: AnyCommand, file: CaseFile, guards: ReadonlySet<GuardName>): boolean {
  if (command.kind !== 'case.advance' || !fits(COMMANDS[command.kind], command.payload)) return false;
  return transitionOf(file.stage, command.payload.event)?.guards.some((guard) => guards.has(guard)) === true;
}

/** By what a party is known in every case it has, however it was typed: its code or identity number, else its name; `null` while it has none. */
export function partyNo({ party }: Pick<ActOfCase, 'party'>): string | null {
  return normaliseCode(party?.creditCode ?? '') || normaliseCode(party?.idNumber ?? '') || party?.name || null;
}
