import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Kysely } from 'kysely';
import { audit } from '../../db/audit.ts';
import type { Database } from '../../db/schema.ts';
import { beginAttempt, clearFailures, FAILURES_ALLOWED, lock, LOCK_MINUTES, type Attempt } from './attempts.ts';
import { verifyNobody, verifyPassword } from './password.ts';
import { openSession, type NewSession } from './sessions.ts';

/** Where a request came from, for the audit log. */
export interface Origin {
  readonly deviceId: string;
  readonly ip: string;
  readonly requestId: string;
}

interface SignedIn extends NewSession {
  readonly officer: Officer;
}

/**
 * Opens a session for the right password. Refuses with WRONG_CREDENTIALS or ACCOUNT_LOCKED; a name without an account
 * is refused in the same words and the same time as one with it.
 */
export async function signIn(db: Kysely<Database>, loginName: string, password: string, origin: Origin, now: Date): Promise<Result<SignedIn>> {
  const attempt = await beginAttempt(db, loginName, now);
  if (attempt.lockedUntil !== null) return await refuse(db, attempt, lockedError(attempt.lockedUntil), origin, now);
  if (attempt.failures > FAILURES_ALLOWED) return await refuse(db, attempt, lockedError(await lock(db, attempt, now)), origin, now);
  if (await passwordFits(attempt, password) && attempt.account !== null) return await open(db, attempt.account.officer, origin, now);
  if (attempt.failures === FAILURES_ALLOWED) return await refuse(db, attempt, lockedError(await lock(db, attempt, now)), origin, now);
  return await refuse(db, attempt, wrongError(FAILURES_ALLOWED - attempt.failures), origin, now);
}

async function passwordFits(attempt: Attempt, password: string): Promise<boolean> {
  const { account } = attempt;
  if (account === null || !account.officer.active) return await verifyNobody(password);
  return await verifyPassword(account.passwordHash, password);
}

async function open(db: Kysely<Database>, officer: Officer, origin: Origin, now: Date): Promise<Result<SignedIn>> {
  const session = await db.transaction().execute(async (trx) => {
    await clearFailures(trx, officer.id);
    await trx.updateTable('account').set({ last_sign_in_at: now }).where('officer_id', '=', officer.id).execute();
    await audit(trx, { at: now, officerId: officer.id, ...origin, action: 'session.sign-in', objectKind: 'officer', objectId: officer.id, outcome: 'ok' });
    return await openSession(trx, officer.id, origin.deviceId, now);
  });
  return ok({ ...session, officer });
}

async function refuse(db: Kysely<Database>, attempt: Attempt, error: AppError, origin: Origin, now: Date): Promise<Result<never>> {
  // An unknown name is not written down: it may be a password typed into the wrong field.
  const officerId = attempt.account?.officer.id ?? null;
  await audit(db, { at: now, officerId, ...origin, action: 'session.sign-in', objectKind: 'officer', objectId: officerId, outcome: error.code });
  return fail(error);
}

function wrongError(left: number): AppError {
  return { code: 'WRONG_CREDENTIALS', message: `用户名或密码不正确。再错 ${left} 次，账号将锁定 ${LOCK_MINUTES} 分钟。`, details: { attemptsLeft: left } };
}

function lockedError(until: Date): AppError {
  const time = until.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });
  return {
    code: 'ACCOUNT_LOCKED',
    message: `连续 ${FAILURES_ALLOWED} 次登录失败，账号已锁定到 ${time}。请届时再试，或请系统管理员解锁。`,
    details: { lockedUntil: until.toISOString() },
  };
}
