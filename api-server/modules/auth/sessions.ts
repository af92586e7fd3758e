import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Officer } from '#shared/domain/officer/officer.ts';
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

/** The live session of a token: not revoked, not expired, seen within the idle limit, and its officer still active. */
export async function findSession(db: Kysely<Database>, token: string, now: Date): Promise<Session | null> {
  const row = await db.selectFrom('session').innerJoin('officer', 'officer.id', 'session.officer_id')
    .select(['session.id', 'session.device_id', 'session.last_seen_at', 'officer.body'])
    .where('session.token_hash', '=', hashToken(token))
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', idleSince(now))
    .executeTakeFirst();
  if (row === undefined || !row.body.active) return null;
  if (now.getTime() - row.last_seen_at.getTime() > MINUTE) await touch(db, row.id, now);
  return { id: row.id, deviceId: row.device_id, officer: row.body };
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
async function touch(db: Kysely<Database>, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
