import type { Transaction } from 'kysely';
import { applyCommand, assignNumbers } from '#shared/domain/case-file/apply.ts';
import type { Applied, CommandContext } from '#shared/domain/case-file/apply.types.ts';
import { COMMANDS, type AnyCommand } from '#shared/domain/case-file/commands.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { fileOfTask } from '#shared/domain/task/as-case-file.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { inScope } from '#shared/domain/organisation/organisation.ts';
import { nextDeadline } from '#shared/domain/time-limit/deadlines.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import { fail, type Result } from '#shared/contract/result.ts';
import type { Change } from '../../db/changes.ts';
import type { Database } from '../../db/schema.ts';
import { lockTasks, writeTasks } from '../../modules/task/repository.ts';
import { caseRow, documentRow, linkFiles, lockCases, readDocuments, takeNumber, writeCases, writeDocuments } from '../../modules/case/repository.ts';
import { contextFor } from './context.ts';
import { knownAnswer, payloadHash, readOperations, recordOutcomes, refused, type KnownOperation } from './operations.ts';
import type { Grounds, IncomingCommand, Outcome, ReportFailure, Turn, WorkingCase } from './push.types.ts';

/** What the commands of a transaction share. */
interface Workplace {
  readonly trx: Transaction<Database>;
  readonly grounds: Grounds;
  readonly cases: Map<string, WorkingCase>;
  /** Answers that commands have already. */
  readonly known: Map<string, KnownOperation>;
  /** What is to be recorded. */
  readonly outcomes: Outcome[];
}

/**
 * Applies the commands of one or more requests in order in one transaction: locks their cases, answers each command,
 * writes cases, documents, log, answers and audit together. Answers the results of each request.
 */
export async function applyBatch(trx: Transaction<Database>, turns: readonly Turn[], grounds: Grounds): Promise<readonly (readonly PushResult[])[]> {
  const commands = turns.flatMap((turn) => turn.commands);
  const cases = await loadCases(trx, commands);
  const workplace: Workplace = { trx, grounds, cases, known: await readOperations(trx, commands), outcomes: [] };
  const results: PushResult[][] = [];
  for (const turn of turns) {
    const answers: PushResult[] = [];
    for (const command of turn.commands) answers.push(await answer(workplace, turn, command));
    results.push(answers);
  }
  const changes = await write(trx, cases, grounds);
  await recordOutcomes(trx, workplace.outcomes, changes, grounds.now);
  return results;
}

async function answer(workplace: Workplace, turn: Turn, command: IncomingCommand): Promise<PushResult> {
  const { pusher, failed } = turn;
  const { known, outcomes } = workplace;
  const hash = payloadHash(command);
  const before = knownAnswer(known.get(command.opId), command, hash, pusher);
  const result = before ?? (failed.has(command.entityId) ? held(command) : await applyOne(workplace, turn, command));
  const isNew = before === null && result.status !== 'held';
  if (isNew || before?.status === 'refused') outcomes.push({ pusher, command, payloadHash: hash, result, isNew });
  if (isNew) known.set(command.opId, { officerId: pusher.officer.id, payloadHash: hash, status: result.status, result });
  if (result.status !== 'applied') failed.add(command.entityId);
  return result;
}

function held(command: IncomingCommand): PushResult {
  return { opId: command.opId, status: 'held' };
}

async function loadCases(trx: Transaction<Database>, commands: readonly IncomingCommand[]): Promise<Map<string, WorkingCase>> {
  const ids = [...new Set(commands.map((command) => command.entityId))];
  const registered = commands.filter((command) => command.kind === 'case.register').map((command) => command.entityId);
  const files = await lockCases(trx, ids, registered);
  const known = new Set(files.map((file) => file.id));
  const tasks = await lockTasks(trx, ids.filter((id) => !known.has(id) && !registered.includes(id)), commands.filter((command) => command.kind === 'task.create').map((command) => command.entityId));
  const owners = [...files.map((file) => ({ file })), ...tasks.map((task) => ({ file: fileOfTask(task), task }))];
  const documents = new Map(owners.map(({ file }) => [file.id, new Map<string, DocumentFile>()]));
  for (const document of await readDocuments(trx, [...new Set(commands.filter(namesDocument).map((command) => command.entityId))])) documents.get(document.caseId)?.set(document.id, document);
  return new Map(owners.map((owner) => {
    const aggregate = { ...owner, documents: documents.get(owner.file.id) ?? new Map<string, DocumentFile>() };
    return [owner.file.id, { aggregate, changed: false, changedDocuments: new Set<string>(), files: new Set<string>() }];
  }));
}

async function applyOne({ trx, grounds, cases }: Workplace, { pusher, report }: Turn, command: IncomingCommand): Promise<PushResult> {
  if (!isKnown(command)) return refused(command, { code: 'UNKNOWN_COMMAND', message: '服务器不认识该操作，可能是客户端版本较新。请联系系统管理员升级服务器后重试。' });
  const working = cases.get(command.entityId);
  const context = await contextFor(trx, command, working, cases, grounds, pusher);
  const applied = decide(command, working, context, report);
  if (applied === null) {
    return refused(command, { code: 'INTERNAL', message: '服务器处理该操作时出错，操作已保留，可稍后重试；仍不成功请联系系统管理员。' });
  }
  if (!applied.ok) return refused(command, applied.error);
  return { opId: command.opId, status: 'applied', rev: await keep(trx, command, applied.value, working, context, cases) };
}

/** The rules look into a document only for commands that name one; other cases are spared the reading. */
function namesDocument(command: IncomingCommand): boolean {
  return command.kind.startsWith('document.');
}

/** Its payload is checked against its schema by `applyCommand`. */
function isKnown(command: IncomingCommand): command is AnyCommand {
  return Object.hasOwn(COMMANDS, command.kind);
}

/** The domain's answer, under the rules of access; `null` when the program itself failed. */
function decide(command: AnyCommand, working: WorkingCase | undefined, context: CommandContext, report: ReportFailure): Result<Applied> | null {
  const scope = scopeOf(context.actor);
  if (working !== undefined && !inScope(scope, working.aggregate.file)) return outOfScope();
  try {
    const applied = applyCommand(working?.aggregate ?? null, command, context);
    return applied.ok && !inScope(scope, applied.value.aggregate.file) ? outOfScope() : applied;
  } catch (error) {
    report(command, error);
    return null;
  }
}

function outOfScope(): ReturnType<typeof fail> {
  return fail({ code: 'OUT_OF_SCOPE', message: '该案件或者任务不在您的区域或渠道权限范围内，操作未执行。' });
}

/** Gives the numbers asked for and the next revisions. Answers the revision of the case. */
async function keep(
  trx: Transaction<Database>, command: AnyCommand, applied: Applied, working: WorkingCase | undefined, context: CommandContext, cases: Map<string, WorkingCase>,
): Promise<number> {
  const before = working?.aggregate;
  const numbers = [];
  for (const request of applied.numbers) numbers.push({ request, n: await takeNumber(trx, request.series, request.year) });
  const numbered = numbers.length === 0 ? applied.aggregate : assignNumbers(applied, numbers, context);
  const rev = (before?.file.rev ?? 0) + 1;
  const documents = new Map(numbered.documents);
  for (const id of applied.changedDocumentIds) {
    const document = documents.get(id);
    if (document !== undefined) documents.set(id, { ...document, rev: (before?.documents.get(id)?.rev ?? 0) + 1 });
  }
  const next: WorkingCase = working ?? { aggregate: numbered, changed: true, changedDocuments: new Set(), files: new Set() };
  next.aggregate = { file: { ...numbered.file, rev }, documents, ...(numbered.task === undefined ? {} : { task: { ...numbered.task, rev } }) };
  next.changed = true;
  for (const id of applied.changedDocumentIds) next.changedDocuments.add(id);
  for (const sha256 of namedFiles(command)) next.files.add(sha256);
  cases.set(command.entityId, next);
  return rev;
}

function namedFiles(command: AnyCommand): readonly string[] {
  if (command.kind === 'evidence.add') return command.payload.evidence.file === null ? [] : [command.payload.evidence.file.sha256];
  return command.kind === 'document.attach-pdf' ? [command.payload.pdf.sha256] : [];
}

/** Writes what changed, and answers it for the change log. */
async function write(trx: Transaction<Database>, cases: ReadonlyMap<string, WorkingCase>, grounds: Grounds): Promise<readonly Change[]> {
  const changed = [...cases.values()].filter((working) => working.changed);
  const documents = changed.flatMap(({ aggregate, changedDocuments }) => [...changedDocuments].flatMap((id) => {
    const document = aggregate.documents.get(id);
    return document === undefined ? [] : [documentRow(document, aggregate.file)];
  }));
  const tasks = changed.flatMap(({ aggregate: { task } }) => (task === undefined ? [] : [task]));
  const files = changed.flatMap(({ aggregate: { file, task } }) => (task === undefined ? [file] : []));
  await writeTasks(trx, tasks);
  await writeCases(trx, files.map((file) => caseRow(file, nextDeadline(file, grounds)?.dueOn ?? null, grounds.now)));
  await writeDocuments(trx, documents);
  await linkFiles(trx, changed.flatMap(({ aggregate, files }) => [...files].map((sha256) => ({ sha256, case_id: aggregate.file.id }))));
  return [...files.map((file) => put('case', file.id, file)), ...tasks.map((task) => put('task', task.id, task)), ...documents.map((row) => put('document', row.id, row))];
}

function put(kind: 'case' | 'task' | 'document', id: string, { channel, district }: { readonly channel: string; readonly district: string }): Change {
  return { kind, id, channel, district, op: 'put' };
}
