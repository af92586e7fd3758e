import { randomUUID } from 'node:crypto';
import { applyCommand, isOnlineOnly } from '#shared/domain/case-file/apply.ts';
import type { CaseAggregate, CommandContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { AnyCommand, CommandKind } from '#shared/domain/case-file/commands.ts';
import { asksOtherCases, asksRegister } from '#shared/domain/case-file/other-cases.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cache } from '#worker/db/cache.ts';
import type { Changed } from '#worker/db/store.ts';
import { failure } from '#worker/failure.ts';
import { effectiveAggregate, effectiveCase, requireCase } from './effective.ts';
import type { State } from './state.ts';

export interface SubmitInput {
  readonly kind: CommandKind;
  readonly entityId: string;
  /** Checked by the domain against the command's schema. */
  readonly payload: unknown;
}

export interface SubmitOptions {
  readonly state: State;
  /** ISO instant: the server's clock as well as this machine can tell. */
  readonly now: () => string;
  readonly changed: (changed: Changed) => void;
  readonly outboxChanged: () => void;
  readonly kick: () => void;
  readonly online: () => boolean;
  /** One whole round of the sync; answers its error. */
  readonly round: () => Promise<AppError | null>;
}

export type Submit = (input: SubmitInput) => Promise<CaseFile>;

/** The change may lie behind another's unfinished transaction for a moment; then the pull brings it a little later. */
const ARRIVAL_TRIES = 20;
const ARRIVAL_PAUSE_MS = 150;

/** Records of one credit code the register holds at most. */
const MOST_NAMES = 10;

export function createSubmit(options: SubmitOptions): Submit {
  const { state } = options;
  const { cache } = state;

  return async (input) => {
    const aggregate = effectiveAggregate(cache, input.entityId);
    const command = commandOf(input, aggregate, options.now());
    const context = { ...state.reference.context(state.actor, command.createdAt), otherCases: otherCasesOf(cache, command, aggregate?.file), ...handedCaseOf(cache, command), ...registeredOf(cache, command, aggregate?.file) };
    const result = applyCommand(aggregate, command, context);
    if (!result.ok) throw new AppFailure(result.error);
    if (isOnlineOnly(command, aggregate)) return submitOnline(options, command);
    cache.transact(() => {
      linkFile(options, command);
      noteIssued(options, command);
      cache.outbox.add(command, { onlineOnly: false, at: command.createdAt });
      state.storeLocal(result.value.aggregate, result.value.changedDocumentIds);
    });
    options.changed({ caseIds: [command.entityId], documentIds: result.value.changedDocumentIds, reference: false });
    options.outboxChanged();
    options.kick();
    return requireCase(cache, command.entityId);
  };
}

/** What this machine knows of the party's other cases; the server, which knows all, asks again. */
function otherCasesOf(cache: Cache, command: AnyCommand, file: CaseFile | undefined): readonly CaseFile[] {
  if (file === undefined || file.party === null || !asksOtherCases(command, file)) return [];
  return cache.cases.findByParty(file.party.name, file.id).map(effectiveCase).filter((other) => other !== null);
}

/** What the register on this machine calls the party. */
function registeredOf(cache: Cache, command: AnyCommand, file: CaseFile | undefined): Pick<CommandContext, 'registeredNames'> {
  if (file?.party == null || !asksRegister(command, file)) return {};
  const { creditCode } = file.party;
  const found = cache.parties.search(creditCode, MOST_NAMES).map((body) => JSON.parse(body) as PartyRecord);
  return { registeredNames: found.filter((record) => record.creditCode === creditCode).map((record) => record.name) };
}

function handedCaseOf(cache: Cache, command: AnyCommand): Pick<CommandContext, 'handedCase'> {
  return command.kind === 'task.hand-over' ? { handedCase: effectiveCase(cache.cases.find(command.payload.caseId)) } : {};
}

function commandOf(input: SubmitInput, aggregate: CaseAggregate | null, createdAt: string): AnyCommand {
  const command = { opId: randomUUID(), kind: input.kind, entityId: input.entityId, baseRev: aggregate?.file.rev ?? 0, payload: input.payload, createdAt };
  // The payload's shape is checked by `applyCommand` before anything reads it.
  return command as AnyCommand;
}

/** A file that a command names must be here; from now on it is to be uploaded. */
function linkFile({ state }: SubmitOptions, command: AnyCommand): void {
  const sha256 = command.kind === 'evidence.add' ? command.payload.evidence.file?.sha256 : command.kind === 'document.attach-pdf' ? command.payload.pdf.sha256 : undefined;
  if (sha256 === undefined) return;
  if (state.cache.files.find(sha256) === null) throw failure('FILE_NOT_LOCAL', '这个文件还没有存入本机，请重新添加文件后再保存。', { sha256 });
  state.cache.files.link(sha256);
}

/** Remembered until its PDF is made, which a crash may put off to the next start. */
function noteIssued({ state }: SubmitOptions, command: AnyCommand): void {
  if (command.kind === 'document.issue') state.cache.documents.noteIssued(command.payload.documentId);
}

function offline(): AppFailure {
  return failure('OFFLINE', '文号只能联网签发：由服务器统一编号，保证不重号、不跳号。请联网后再签发，文书草稿已保存在本机。');
}

/**
 * A command that makes the server give a number. What waits goes first; then the command is kept in the outbox before it
 * is sent, so that a lost answer is asked for again under the same id and never gives a second number.
 */
async function submitOnline(options: SubmitOptions, command: AnyCommand): Promise<CaseFile> {
  const { cache } = options.state;
  if (!options.online()) throw offline();
  const error = await options.round();
  if (error !== null) throw error.code === 'SERVER_UNREACHABLE' ? offline() : new AppFailure(error);
  if (cache.outbox.openOfCase(command.entityId).some((row) => row.status !== 'confirmed')) {
    throw failure('DOCUMENT_NOT_READY', '本案还有未被服务器接受的操作，不能签发。请先在「同步」中处理，再签发文书。');
  }
  cache.transact(() => {
    noteIssued(options, command);
    cache.outbox.add(command, { onlineOnly: true, at: command.createdAt });
  });
  options.outboxChanged();
  await options.round();
  return outcome(options, command);
}

async function outcome(options: SubmitOptions, command: AnyCommand): Promise<CaseFile> {
  const { cache } = options.state;
  const row = cache.outbox.find(command.opId);
  if (row?.status === 'refused' || row?.status === 'conflict') {
    // Answered at once to the person who asked: nothing is left to be dealt with later.
    cache.transact(() => cache.outbox.setStatus(command.opId, 'withdrawn', { error: row.error, at: options.now() }));
    cache.transact(() => cache.outbox.releaseHeld(command.entityId));
    options.outboxChanged();
    throw new AppFailure(row.error ?? { code: 'INTERNAL', message: '服务器拒绝了签发，但没有说明原因。请稍后重试。' });
  }
  if (row?.status !== 'confirmed' && row?.status !== 'applied') {
    throw failure('SERVER_UNREACHABLE', '签发请求已发出，但网络中断，结果未知。联网后将自动确认：不会重复编号，请勿重复签发。');
  }
  for (let count = 0; count < ARRIVAL_TRIES && cache.outbox.find(command.opId)?.status === 'confirmed'; count += 1) {
    await delay(ARRIVAL_PAUSE_MS);
    await options.round();
  }
  return requireCase(cache, command.entityId);
}
