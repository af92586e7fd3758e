import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** One line of the audit log: who did what to which object, from where, and how it ended. No personal data of third parties. */
interface AuditEntry {
  readonly at: Date;
  /** `null` where nobody is known yet, e.g. a refused sign-in under an unknown name. */
  readonly officerId: string | null;
  readonly deviceId: string | null;
  readonly ip: string | null;
  /** Dotted, e.g. `session.sign-in`, `case.advance`. */
  readonly action: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  /** `ok`, or the error code of the refusal. */
  readonly outcome: string;
  readonly requestId: string | null;
}

/** Appends to the audit log. Given a transaction, the act and its record stand or fall together. */
export async function audit(db: Kysely<Database>, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.insertInto('audit_log').values(entries.map((entry) => ({
    at: entry.at,
    officer_id: entry.officerId,
    device_id: entry.deviceId,
    ip: entry.ip,
    action: entry.action,
    object_kind: entry.objectKind,
    object_id: entry.objectId,
    outcome: entry.outcome,
    request_id: entry.requestId,
  }))).execute();
}
