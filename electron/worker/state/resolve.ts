import { randomUUID } from 'node:crypto';
import { applyCommand } from '#shared/domain/case-file/apply.ts';
import type { CaseAggregate } from '#shared/domain/case-file/apply.types.ts';
import { commandSummary } from '#shared/domain/case-file/summary.ts';
import { type CaseFile, caseTitle } from '#shared/domain/case-file/case-file.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import type { OutboxItem } from '#shared/contract/views.ts';
import type { OutboxRow } from '#worker/db/repositories/outbox.ts';
import type { Changed } from '#worker/db/store.ts';
import { failure } from '#worker/failure.ts';
import { effectiveFile, serverAggregate, serverRevision } from './effective.ts';
import type { State } from './state.ts';

export type Resolution = 'retry' | 'mine' | 'withdraw';

/** What waits or is stuck, oldest first. Commands the server has taken are no longer shown. */
export function listOutbox(state: State): readonly OutboxItem[] {
  return state.cache.outbox.open().flatMap((row) => {
    if (row.status === 'confirmed' || row.status === 'applied' || row.status === 'withdrawn' || row.status === 'replaced') return [];
    const file = effectiveFile(state.cache, row.caseId);
    return [{
      opId: row.opId,
      command: row.command,
      caseTitle: file === null ? '（本机没有这件案件或者任务）' : titleOf(row.command, file),
      summary: commandSummary(row.command, file ?? undefined),
      status: row.status,
      error: row.error,
      createdAt: row.createdAt,
      attempts: row.attempts,
    }];
  });
}

/** A task is called by its own name. */
function titleOf(command: AnyCommand, file: CaseFile): string {
  return command.kind.startsWith('task.') ? file.clue.subject : caseTitle(file);
}

/** Deals with a command that is stuck, as the person decided. Answers what changed on screen. */
export function resolveCommand(state: State, opId: string, action: Resolution, now: string): Changed {
  const { cache } = state;
  const row = cache.outbox.find(opId);
  if (row === null) throw failure('NOT_FOUND', '这条操作已经处理完毕。');
  return cache.transact(() => {
    if (action === 'withdraw') withdraw(state, row, now);
    else sendAgain(state, row, action, now);
    const documentIds = state.replay(row.caseId);
    return { caseIds: [row.caseId], documentIds, reference: false };
  });
}

function withdraw({ cache }: State, row: OutboxRow, now: string): void {
  if (row.status === 'sending') throw failure('STEP_NOT_ALLOWED', '这条操作正在发送，暂时不能撤回，请稍候再试。');
  if (row.status === 'confirmed' || row.status === 'applied') throw failure('STEP_NOT_ALLOWED', '服务器已接受这条操作，不能撤回。');
  // Without its registration nothing of a case can stand: all of it is given up together.
  const all = row.command.kind === 'case.register' || row.command.kind === 'task.create' ? cache.outbox.openOfCase(row.caseId) : [row];
  for (const each of all) cache.outbox.setStatus(each.opId, 'withdrawn', { error: each.error, at: now });
  release(row, cache);
}

function sendAgain(state: State, row: OutboxRow, action: 'retry' | 'mine', now: string): void {
  if (row.status !== 'conflict' && row.status !== 'refused') throw failure('STEP_NOT_ALLOWED', '这条操作还在等待服务器答复，不需要重发。');
  if (action === 'mine' && row.status !== 'conflict') throw failure('STEP_NOT_ALLOWED', '「保留我的」只用于两人改了同一项的冲突。被拒绝的操作请按提示修正后重发，或撤回。');
  const command = action === 'mine' ? rebase(state, row.command) : row.command;
  // The server remembers its answer to the old id.
  state.cache.outbox.replace(row.opId, { ...command, opId: randomUUID(), baseRev: Math.max(0, serverRevision(state.cache, row.caseId)) }, now);
  release(row, state.cache);
}

function release(row: OutboxRow, cache: State['cache']): void {
  const stuck = cache.outbox.openOfCase(row.caseId).some((each) => each.status === 'conflict' || each.status === 'refused');
  if (!stuck) cache.outbox.releaseHeld(row.caseId);
}

/** Takes the server's value as the one the person saw, field by field, so that his own value is set over it. */
function rebase(state: State, command: AnyCommand): AnyCommand {
  const aggregate = serverAggregate(state.cache, command.entityId);
  if (aggregate === null || !hasChanges(command)) return command;
  return command.payload.changes.reduce<EditCommand>((rebased) => rebaseOne(state, aggregate, rebased), command);
}

/** Settles the first field that still conflicts. */
function rebaseOne(state: State, aggregate: CaseAggregate, command: EditCommand): EditCommand {
  const conflict = conflictOf(state, aggregate, command);
  if (conflict === null) return command;
  const changes = command.payload.changes.map((change) => (covers(change.path, conflict.path) ? { ...change, from: seen(change, conflict) } : change));
  return { ...command, payload: { ...command.payload, changes } } as EditCommand;
}

function covers(path: string, conflictPath: string): boolean {
  return conflictPath === path || conflictPath.startsWith(`${path}.`);
}

/** An edit of a whole object conflicts in one member: only that member is taken from the server. */
function seen(change: { readonly path: string; readonly from: unknown }, conflict: { readonly path: string; readonly current: unknown }): unknown {
  if (conflict.path === change.path) return conflict.current;
  return withMember(change.from, conflict.path.slice(change.path.length + 1).split('.'), conflict.current);
}

function withMember(object: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const members = typeof object === 'object' && object !== null ? (object as Readonly<Record<string, unknown>>) : {};
  return { ...members, [key]: withMember(members[key], rest, value) };
}

type EditCommand = Extract<AnyCommand, { readonly kind: 'case.edit' | 'task.edit' | 'document.edit' | 'evidence.edit' }>;

function hasChanges(command: AnyCommand): command is EditCommand {
  return command.kind === 'case.edit' || command.kind === 'task.edit' || command.kind === 'document.edit' || command.kind === 'evidence.edit';
}

function conflictOf(state: State, aggregate: CaseAggregate, command: EditCommand): { readonly path: string; readonly current: unknown } | null {
  const result = applyCommand(aggregate, command, state.reference.context(state.actor, command.createdAt));
  const details = result.ok || result.error.code !== 'CONFLICT' ? undefined : result.error.details;
  const path = details?.['path'];
  return typeof path === 'string' ? { path, current: details?.['current'] ?? null } : null;
}
