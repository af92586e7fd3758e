import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { AppFailure, fail, type AppError, type Result } from '#shared/contract/result.ts';
import { holdsOne, READING_ROLES } from '#shared/domain/draw/roles.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import type { Database } from '../../db/schema.ts';
import type { ServerDeps } from '../../deps.ts';
import type { ReferenceCache } from '../../sync/reference.ts';

/** What the handlers of random inspections share. */
export interface DrawDeps extends Pick<ServerDeps, 'db' | 'clock'> {
  readonly reference: ReferenceCache;
  /** Ids, and the server's part of a seed: 32 bytes in hexadecimal digits. From the system's randomness but for demo data. */
  readonly random: { readonly id: () => string; readonly seed: () => string };
}

/** Who asks, and from where. */
export type DrawRequest = Pick<FastifyRequest, 'officer' | 'deviceId' | 'ip' | 'id'>;

export function todayOf({ clock }: Pick<ServerDeps, 'clock'>): string {
  return shanghaiDay(clock().toISOString());
}

export const NO_PLAN: AppError = { code: 'NOT_FOUND', message: '没有找到这个抽查计划，可能不在您的权限范围内。请刷新列表。' };
export const NO_DRAW: AppError = { code: 'NOT_FOUND', message: '没有找到这次抽取，可能不在您的权限范围内。请刷新列表。' };

/** Random inspections are looked at by those who answer for them. */
export function readingRefusal(officer: Officer): AppError | null {
  if (holdsOne(officer, READING_ROLES)) return null;
  return { code: 'FORBIDDEN', message: '双随机抽查由双随机管理员办理，领导、机构负责人和法制审核员可以查看，您没有这些岗位权限。' };
}

/** One act with its line in the audit log, in one transaction; a refusal leaves a line too. */
export async function act<T>(deps: DrawDeps, request: DrawRequest, action: string, objectId: string | null, work: (trx: Transaction<Database>) => Promise<Result<T>>, idOf?: (value: T) => string): Promise<Result<T>> {
  const line = (outcome: string, id: string | null) => ({
    at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action, objectKind: 'draw', objectId: id, outcome, requestId: request.id,
  });
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const result = await work(trx);
      // A refusal takes back whatever was written before it.
      if (!result.ok) throw new AppFailure(result.error);
      await audit(trx, line('ok', idOf?.(result.value) ?? objectId));
      return result;
    });
  } catch (failure) {
    if (!(failure instanceof AppFailure)) throw failure;
    await audit(deps.db, line(failure.error.code, objectId));
    return fail(failure.error);
  }
}
