import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import { documentRules } from '#shared/domain/document/data.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import type { Database } from '../../db/schema.ts';
import type { ReferenceCache } from '../reference.ts';
import { applyBatch, type ReportFailure } from './batch.ts';
import { refused } from './operations.ts';
import type { IncomingCommand, Pusher } from './push.types.ts';

export interface PushDependencies {
  readonly db: Kysely<Database>;
  readonly reference: ReferenceCache;
  readonly clock: () => Date;
  readonly report: ReportFailure;
}

const ATTEMPTS = 6;
/** serialization_failure, deadlock_detected, unique_violation (two pushes of one new id), lock_not_available. */
const TRANSIENT = new Set(['40001', '40P01', '23505', '55P03']);

/**
 * Answers every command, in order. All go in one transaction, which is what makes a long outbox fast; should one of them
 * make the transaction fail, each is tried in a transaction of its own, so that it cannot hold up the others.
 * Throws when the database itself does not answer: nothing was acknowledged then, and the client sends again.
 */
export async function pushCommands(dependencies: PushDependencies, pusher: Pusher, commands: readonly IncomingCommand[]): Promise<readonly PushResult[]> {
  if (commands.length === 0) return [];
  const failed = new Set<string>();
  try {
    return await transaction(dependencies, pusher, commands, failed);
  } catch (error) {
    if (isConnectionError(error)) throw error;
    return await oneByOne(dependencies, pusher, commands);
  }
}

async function oneByOne(dependencies: PushDependencies, pusher: Pusher, commands: readonly IncomingCommand[]): Promise<readonly PushResult[]> {
  const failed = new Set<string>();
  const results: PushResult[] = [];
  for (const command of commands) results.push(await alone(dependencies, pusher, command, failed));
  return results;
}

async function alone(dependencies: PushDependencies, pusher: Pusher, command: IncomingCommand, failed: Set<string>): Promise<PushResult> {
  try {
    const [result] = await transaction(dependencies, pusher, [command], failed);
    if (result !== undefined) return result;
    throw new Error('A command was left without an answer');
  } catch (error) {
    if (isConnectionError(error)) throw error;
    dependencies.report(command, error);
    failed.add(command.entityId);
    return refused(command, { code: 'INTERNAL', message: '服务器保存该操作时出错，操作已保留，可稍后重试；仍不成功请联系系统管理员。' });
  }
}

/** One transaction, tried again when another one was in its way. `failed` grows only when it commits. */
async function transaction(dependencies: PushDependencies, pusher: Pusher, commands: readonly IncomingCommand[], failed: Set<string>): Promise<readonly PushResult[]> {
  for (let attempt = 1; ; attempt += 1) {
    const failedHere = new Set(failed);
    try {
      const context = await commandContext(dependencies, pusher);
      const results = await dependencies.db.transaction().execute((trx) => applyBatch(trx, commands, context, pusher, failedHere, dependencies.report));
      for (const id of failedHere) failed.add(id);
      return results;
    } catch (error) {
      if (attempt === ATTEMPTS || !TRANSIENT.has(errorCode(error))) throw error;
      await delay(Math.random() * 20 * attempt);
    }
  }
}

/** The server's clock and the present reference data: what counts in law. */
async function commandContext({ reference, clock }: PushDependencies, pusher: Pusher): Promise<CommandContext> {
  const data = await reference.load();
  const now = clock().toISOString();
  return { ...data, now, today: shanghaiDay(now), actor: data.officers.get(pusher.officer.id) ?? pusher.officer, documents: documentRules };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Classes 08 (connection), 53 (no resources), 57P (shutdown), and what the socket says. */
function isConnectionError(error: unknown): boolean {
  const code = errorCode(error);
  return /^(08|53|57P)/.test(code) || /^E[A-Z]+$/.test(code) || (error instanceof Error && /connection terminated|timeout exceeded/i.test(error.message));
}
