import { sql, type Kysely } from 'kysely';
import type { ListedRecusal } from '#shared/domain/draw/snapshot.ts';
import type { Database } from '../../db/schema.ts';

/** Recusals in force on a day. */
export async function findRecusals(db: Kysely<Database>, day: string): Promise<readonly ListedRecusal[]> {
  const { rows } = await sql<ListedRecusal>`
    select officer_id as "officerId", party_name as "partyName", credit_code as "creditCode" from recusal
    where from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date)
  `.execute(db);
  return rows;
}
