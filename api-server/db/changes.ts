import { sql, type Kysely, type Transaction } from 'kysely';
import type { EntityKind } from '#shared/contract/sync.ts';
import { prepared } from './prepared.ts';
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
  await sql`
    ${prepared('append-changes')} insert into change_log (kind, entity_id, channel, district, op)
    select * from unnest(${changes.map((change) => change.kind)}::text[], ${changes.map((change) => change.id)}::text[],
      ${changes.map((change) => change.channel)}::text[], ${changes.map((change) => change.district)}::text[], ${changes.map((change) => change.op)}::text[])
  `.execute(trx);
}

/** Identity of this database; another one after a restore or replacement, so that clients resync from the start. */
export async function readEpoch(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ value: string }>`${prepared('read-epoch')} select value from meta where key = 'epoch'`.execute(db);
  if (rows[0] === undefined) throw new Error('The database has no epoch');
  return rows[0].value;
}
