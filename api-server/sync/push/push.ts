import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { documentRules } from '#shared/domain/document/data.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { PushResult } from '#shared/contract/sync.ts';
import { batched } from '../../db/batched.ts';
import type { Database } from '../../db/schema.ts';
import type { ReferenceCache } from '../reference.ts';
import { applyBatch } from './batch.ts';
import { refused } from './operations.ts';
import type { Grounds, IncomingCommand, PushRequest, Turn } from './push.types.ts';

interface PushDependencies {
  readonly db: Kysely<Database>;
  readonly reference: ReferenceCache;
  readonly clock: () => Date;
}

export type Push = (request: PushRequest) => Promise<readonly PushResult[]>;

/**
 * Transactions at a time, and commands of one. A full outbox of a desktop goes alone, and others go beside it. The next lot
 * does not wait for the one before: this program works on one while PostgreSQL works on the other.
 */
const LOTS = { lanes: 6, patience: 6, capacity: 200, weight: ({ commands }: PushRequest) => commands.length } as const;

const ATTEMPTS = 6;
/** serialization_failure, deadlock_detected, unique_violation (two pushes of one new id), lock_not_available. */
const TRANSIENT = new Set(['40001', '40P01', '23505', '55P03']);

/**
 * Answers every command of a request, in order. All go in one transaction, together with the requests that came at the
 * same time: that is what makes a long outbox fast, and a busy morning bearable. Should something make the transaction
 * fail, each request is tried in one of its own, then each command, so that none can hold up the others.
 * Throws when the database itself does not answer: nothing was acknowledged then, and the client sends again.
 */
export function createPush(dependencies: PushDependencies): Push {
  const push = batched(LOTS, (requests: readonly PushRequest[]) => pushLot(dependencies, requests));
  return async (request) => {
    if (request.commands.length === 0) return [];
    const outcome = await push(request);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };
}

type Answered = PromiseSettledResult<readonly PushResult[]>;

async function pushLot(dependencies: PushDependencies, requests: readonly PushRequest[]): Promise<readonly Answered[]> {
  if (requests.length > 1) {
    try {
      const results = await transaction(dependencies, requests.map((request) => ({ ...request, failed: new Set() })));
      return results.map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      if (isConnectionError(error)) throw error;
    }
  }
  const answers: Answered[] = [];
  for (const request of requests) answers.push(...await Promise.allSettled([pushRequest(dependencies, request)]));
  return answers;
}

async function pushRequest(dependencies: PushDependencies, request: PushRequest): Promise<readonly PushResult[]> {
  try {
    return await persistently(dependencies, request, new Set());
  } catch (error) {
    if (isConnectionError(error)) throw error;
    return await oneByOne(dependencies, request);
  }
}

async function oneByOne(dependencies: PushDependencies, request: PushRequest): Promise<readonly PushResult[]> {
  const failed = new Set<string>();
  const results: PushResult[] = [];
  for (const command of request.commands) results.push(await alone(dependencies, request, command, failed));
  return results;
}

async function alone(dependencies: PushDependencies, request: PushRequest, command: IncomingCommand, failed: Set<string>): Promise<PushResult> {
  try {
    const [result] = await persistently(dependencies, { ...request, commands: [command] }, failed);
    if (result !== undefined) return result;
    throw new Error('A command was left without an answer');
  } catch (error) {
    if (isConnectionError(error)) throw error;
    request.report(command, error);
    failed.add(command.entityId);
    return refused(command, { code: 'INTERNAL', message: '服务器保存该操作时出错，操作已保留，可稍后重试；仍不成功请联系系统管理员。' });
  }
}

/** One request in one transaction, tried again when another one was in its way. `failed` grows only when it commits. */
async function persistently(dependencies: PushDependencies, request: PushRequest, failed: Set<string>): Promise<readonly PushResult[]> {
  for (let attempt = 1; ; attempt += 1) {
    const failedHere = new Set(failed);
    try {
      const [results = []] = await transaction(dependencies, [{ ...request, failed: failedHere }]);
      for (const id of failedHere) failed.add(id);
      return results;
    } catch (error) {
      if (attempt === ATTEMPTS || !TRANSIENT.has(errorCode(error))) throw error;
      await delay(Math.random() * 20 * attempt);
    }
  }
}

/** By the server's clock and the present reference data: what counts in law. */
async function transaction({ db, reference, clock }: PushDependencies, turns: readonly Turn[]): Promise<readonly (readonly PushResult[])[]> {
  const data = await reference.load();
  const now = clock().toISOString();
  const grounds: Grounds = { ...data, now, today: shanghaiDay(now), documents: documentRules };
  return await db.transaction().execute((trx) => applyBatch(trx, turns, grounds));
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Classes 08 (connection), 53 (no resources), 57P (shutdown), and what the socket says. */
function isConnectionError(error: unknown): boolean {
  const code = errorCode(error);
  return /^(08|53|57P)/.test(code) || /^E[A-Z]+$/.test(code) || (error instanceof Error && /connection terminated|timeout exceeded/i.test(error.message));
}
