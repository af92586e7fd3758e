import { hash as digest, randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { batched } from '../../db/batched.ts';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';

export const SESSION_IDLE_HOURS = 12;
export const SESSION_DAYS = 7;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Who stands behind a request. */
export interface Session {
  readonly id: string;
  readonly deviceId: string;
  readonly officer: Officer;
}

export interface NewSession {
  /** 256 random bits; only its hash is stored. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opens a session and forgets the officer's expired ones. */
export async function openSession(trx: Transaction<Database>, officerId: string, deviceId: string, now: Date): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY);
  await trx.deleteFrom('session').where('officer_id', '=', officerId).where('expires_at', '<', now).execute();
  await trx.insertInto('session').values({
    token_hash: hashToken(token), officer_id: officerId, device_id: deviceId, created_at: now, last_seen_at: now, expires_at: expiresAt,
  }).execute();
  return { token, expiresAt };
}

/** Answers the live session of a token, `null` when there is none. */
export type SessionFinder = (token: string) => Promise<Session | null>;

/** Statements at a time, and tokens looked up in one. */
const LOOKUPS = { lanes: 6, patience: 5, capacity: 500 } as const;

/**
 * Looks sessions up in the database with every request, never in a memory: a revoked one is refused from the next
 * request on, whichever server revoked it. Requests that arrive together share one statement.
 */
export function createSessionFinder(db: Kysely<Database>, clock: () => Date): SessionFinder {
  const find = batched(LOOKUPS, async (tokenHashes: readonly string[]) => {
    const sessions = await findSessions(db, [...new Set(tokenHashes)], clock());
    return tokenHashes.map((hash) => sessions.get(hash) ?? null);
  });
  return (token) => find(hashToken(token).toString('hex'));
}

/** Live sessions by the hash of their token: not revoked, not expired, seen within the idle limit, and the officer still active. */
async function findSessions(db: Kysely<Database>, tokenHashes: readonly string[], now: Date): Promise<ReadonlyMap<string, Session>> {
  const { rows } = await sql<{ hash: string; id: string; device_id: string; last_seen_at: Date; body: Officer }>`
    ${prepared('find-sessions')} select encode(session.token_hash, 'hex') as hash, session.id, session.device_id, session.last_seen_at, officer.body
    from session join officer on officer.id = session.officer_id
    where session.token_hash = any(${tokenHashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[])
      and session.revoked_at is null and session.expires_at > ${now} and session.last_seen_at > ${idleSince(now)}
  `.execute(db);
  const live = rows.filter((row) => row.body.active);
  await touch(db, live.filter((row) => now.getTime() - row.last_seen_at.getTime() > MINUTE).map((row) => row.id), now);
  return new Map(live.map((row) => [row.hash, { id: row.id, deviceId: row.device_id, officer: row.body }]));
}

/** Before this instant a session counts as idle. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - SESSION_IDLE_HOURS * HOUR);
}

export async function revokeSession(db: Kysely<Database>, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ revoked_at: now }).where('id', '=', id).where('revoked_at', 'is', null).execute();
}

/** Answers how many live sessions were ended. */
export async function revokeAllSessions(db: Kysely<Database>, officerId: string, now: Date): Promise<number> {
  const result = await db.updateTable('session').set({ revoked_at: now })
    .where('officer_id', '=', officerId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** At most once a minute, so that reading does not write. */
async function touch(db: Kysely<Database>, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('session').set({ last_seen_at: now }).where('id', 'in', ids).execute();
}

function hashToken(token: string): Buffer {
  return digest('sha256', token, 'buffer');
}
