import type { Kysely, Transaction } from 'kysely';
import type { EntityKind } from '#shared/contract/sync.ts';
import type { Database } from './schema.ts';

/** What changed for whom. `channel` and `district` are `null` for what every user sees. */
export interface Change {
  readonly kind: EntityKind;
  readonly id: string;
  readonly channel: string | null;
  readonly district: string | null;
  /** `gone`: deleted, or out of the scope named by `channel` and `district`. */
  readonly op: 'put' | 'gone';
}

/** Appends to the change log; belongs in the transaction that makes the change. */
export async function appendChange(trx: Transaction<Database>, ...changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await trx.insertInto('change_log')
    .values(changes.map(({ kind, id, channel, district, op }) => ({ kind, entity_id: id, channel, district, op })))
    .execute();
}

/** Identity of this database; another one after a restore or replacement, so that clients resync from the start. */
export async function readEpoch(db: Kysely<Database>): Promise<string> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow();
  return row.value;
}
