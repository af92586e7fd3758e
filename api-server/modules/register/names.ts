import { sql, type Kysely } from 'kysely';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';

/** What the register of enterprises calls the holder of a credit code. */
export async function registeredNames(db: Kysely<Database>, creditCode: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`${prepared('registered-names')} select name from party where credit_code = ${creditCode} and credit_code <> '' order by name`.execute(db);
  return rows.map((row) => row.name);
}
