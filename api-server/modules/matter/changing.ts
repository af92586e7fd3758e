import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { fail, type AppError, type Result } from '#shared/contract/result.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import type { Database } from '../../db/schema.ts';
import type { ServerDeps } from '../../deps.ts';
import type { ReferenceCache } from '../../sync/reference.ts';
import { lockMatters } from './repository.ts';

/** What the handlers of matters share. */
export interface MatterDeps extends ServerDeps {
  readonly reference: ReferenceCache;
}

export function todayOf({ clock }: Pick<ServerDeps, 'clock'>): string {
  return shanghaiDay(clock().toISOString());
}

export function noMatter(code: string): AppError {
  return { code: 'NOT_FOUND', message: `没有编码为 ${code} 的监管事项，列表可能已变化，请刷新。` };
}

/** One change under the lock, with its line in the audit log; a refusal is audited too. */
export async function change<T>(deps: MatterDeps, request: FastifyRequest, action: string, objectId: string, work: (trx: Transaction<Database>) => Promise<Result<T>>): Promise<Result<T>> {
  const { officer } = request;
  const line = (outcome: string) => ({ at: deps.clock(), officerId: officer.id, deviceId: request.deviceId, ip: request.ip, action, objectKind: 'matter', objectId, outcome, requestId: request.id });
  const done = await attempt(deps, officer, async (trx) => {
    const result = await work(trx);
    if (result.ok) await audit(trx, line('ok'));
    return result;
  });
  if (!done.ok) await audit(deps.db, line(done.error.code));
  return done;
}

async function attempt<T>(deps: MatterDeps, officer: Officer, work: (trx: Transaction<Database>) => Promise<Result<T>>): Promise<Result<T>> {
  const refusal = cityRefusal(officer);
  if (refusal !== null) return fail(refusal);
  return await deps.db.transaction().execute(async (trx) => {
    await lockMatters(trx);
    return await work(trx);
  });
}

/** Matters are the city's: a district's officer of matters looks at them only. */
export function cityRefusal(officer: Officer): AppError | null {
  return officer.district === CITY ? null : { code: 'OUT_OF_SCOPE', message: '监管事项由市局事项管理员统一维护，请联系市局。' };
}
