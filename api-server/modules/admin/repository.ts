import type { Kysely } from 'kysely';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Database } from '../../db/schema.ts';
import { idleSince } from '../auth/sessions.ts';

type AccountView = HttpOutput<'accounts'>['accounts'][number];

/** Accounts of a district (`null`: of all), by login name, with their live sessions. */
export async function listAccounts(db: Kysely<Database>, district: string | null, now: Date): Promise<AccountView[]> {
  const rows = await db.selectFrom('account').innerJoin('officer', 'officer.id', 'account.officer_id')
    .select(['officer.body', 'account.failed_attempts', 'account.locked_until', 'account.last_sign_in_at'])
    .select((eb) => eb.selectFrom('session').select((count) => count.fn.countAll<number>().as('n'))
      .whereRef('session.officer_id', '=', 'account.officer_id')
      .where('session.revoked_at', 'is', null)
      .where('session.expires_at', '>', now)
      .where('session.last_seen_at', '>', idleSince(now))
      .as('sessions'))
    .orderBy('officer.login_name')
    .execute();
  return rows.filter(({ body }) => district === null || body.district === district).map((row) => ({
    ...summary(row.body),
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until !== null && row.locked_until > now ? row.locked_until.toISOString() : null,
    sessions: row.sessions ?? 0,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  }));
}

/** The officer of an account, `null` when there is no such account. */
export async function findAccountOfficer(db: Kysely<Database>, officerId: string): Promise<Officer | null> {
  const row = await db.selectFrom('account').innerJoin('officer', 'officer.id', 'account.officer_id')
    .select('officer.body').where('account.officer_id', '=', officerId).executeTakeFirst();
  return row?.body ?? null;
}

function summary(officer: Officer): Pick<AccountView, 'officerId' | 'loginName' | 'name' | 'unitName' | 'roles' | 'active'> {
  const { id, loginName, name, unitName, roles, active } = officer;
  return { officerId: id, loginName, name, unitName, roles: [...roles], active };
}
