import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Database } from '../../db/schema.ts';

export const FAILURES_ALLOWED = 5;
export const LOCK_MINUTES = 15;

/** An attempt to sign in, counted before the password is looked at: a hundred at once get no more guesses than five. */
export interface Attempt {
  /** `null` under a name that has no account; everything else is alike. */
  readonly account: { readonly officer: Officer; readonly passwordHash: string } | null;
  readonly loginName: string;
  /** Failures in a row if this one fails too. */
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

interface Counter {
  readonly failed_attempts: number;
  readonly locked_until: Date | null;
}

/** Counts an attempt. A lock that has run out starts the count anew; a running one is left as it is. */
export async function beginAttempt(db: Kysely<Database>, loginName: string, now: Date): Promise<Attempt> {
  const known = await db.selectFrom('officer').innerJoin('account', 'account.officer_id', 'officer.id')
    .select(['officer.body', 'account.password_hash'])
    .where('officer.login_name', '=', loginName)
    .executeTakeFirst();
  const counter = known === undefined ? await countUnknown(db, loginName, now) : await countKnown(db, known.body.id, now);
  return {
    account: known === undefined ? null : { officer: known.body, passwordHash: known.password_hash },
    loginName,
    failures: counter.failed_attempts,
    lockedUntil: counter.locked_until,
  };
}

/** Locks the name after the failure that uses up the allowance; answers the end of the lock. */
export async function lock(db: Kysely<Database>, attempt: Attempt, now: Date): Promise<Date> {
  const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
  if (attempt.account === null) {
    await db.updateTable('unknown_login').set({ locked_until: until }).where('login_hash', '=', hashName(attempt.loginName)).execute();
  } else {
    await db.updateTable('account').set({ locked_until: until }).where('officer_id', '=', attempt.account.officer.id).execute();
  }
  return until;
}

/** Forgets the failures of an account: after a success, or by an administrator. Answers whether there is such an account. */
export async function clearFailures(db: Kysely<Database>, officerId: string): Promise<boolean> {
  const result = await db.updateTable('account').set({ failed_attempts: 0, locked_until: null }).where('officer_id', '=', officerId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function countKnown(db: Kysely<Database>, officerId: string, now: Date): Promise<Counter> {
  return await db.updateTable('account').set({ failed_attempts: nextCount('account', now), locked_until: runningLock('account', now) })
    .where('officer_id', '=', officerId)
    .returning(['failed_attempts', 'locked_until'])
    .executeTakeFirstOrThrow();
}

/** Names that nobody has are counted by hash, and forgotten a day after their last failure. */
async function countUnknown(db: Kysely<Database>, loginName: string, now: Date): Promise<Counter> {
  await db.deleteFrom('unknown_login').where('last_failed_at', '<', new Date(now.getTime() - 86_400_000)).execute();
  return await db.insertInto('unknown_login').values({ login_hash: hashName(loginName), failed_attempts: 1, last_failed_at: now })
    .onConflict((conflict) => conflict.column('login_hash').doUpdateSet({
      failed_attempts: nextCount('unknown_login', now), locked_until: runningLock('unknown_login', now), last_failed_at: now,
    }))
    .returning(['failed_attempts', 'locked_until'])
    .executeTakeFirstOrThrow();
}

function nextCount(table: 'account' | 'unknown_login', now: Date) {
  const lockedUntil = sql.ref(`${table}.locked_until`);
  return sql<number>`case when ${lockedUntil} <= ${now} then 1 else least(${sql.ref(`${table}.failed_attempts`)} + 1, 1000) end`;
}

function runningLock(table: 'account' | 'unknown_login', now: Date) {
  const lockedUntil = sql.ref(`${table}.locked_until`);
  return sql<Date | null>`case when ${lockedUntil} <= ${now} then null else ${lockedUntil} end`;
}

function hashName(loginName: string): Buffer {
  return createHash('sha256').update(loginName).digest();
}
