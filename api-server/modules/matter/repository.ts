import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Matter } from '#shared/domain/matter/matter.ts';
import { putInForce, type MatterAction, type MatterVersionState } from '#shared/domain/matter/versions.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { appendChange } from '../../db/changes.ts';
import type { Database } from '../../db/schema.ts';

export type VersionRow = Selectable<Database['matter_version']>;

/** First key of the advisory lock under which matters are changed, one person at a time: they are few. */
const MATTERS_LOCK = 7_203;

export async function lockMatters(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MATTERS_LOCK}::integer, 0)`.execute(trx);
}

export async function findMatter(db: Kysely<Database>, code: string): Promise<Matter | null> {
  const { rows } = await sql<{ body: Matter }>`select body from reference where kind = 'matter' and id = ${code}`.execute(db);
  return rows[0]?.body ?? null;
}

export async function allMatters(db: Kysely<Database>): Promise<readonly Matter[]> {
  const { rows } = await sql<{ body: Matter }>`select body from reference where kind = 'matter'`.execute(db);
  return rows.map((row) => row.body).sort((one, other) => one.no - other.no);
}

export async function listVersions(db: Kysely<Database>, code: string): Promise<readonly VersionRow[]> {
  return await db.selectFrom('matter_version').selectAll().where('code', '=', code).orderBy('version', 'desc').execute();
}

export async function scheduledCodes(db: Kysely<Database>): Promise<ReadonlyMap<string, VersionRow>> {
  const rows = await db.selectFrom('matter_version').selectAll().where('state', '=', 'scheduled').execute();
  return new Map(rows.map((row) => [row.code, row]));
}

export interface NewVersion {
  readonly matter: Matter;
  readonly action: MatterAction;
  readonly note: string;
  readonly effectiveFrom: string;
  readonly author: Officer;
  readonly at: Date;
}

/** Keeps the next version of a matter; one of today is in force at once, one of a later day waits for it. Call under the lock. */
export async function keepVersion(trx: Transaction<Database>, { matter, action, note, effectiveFrom, author, at }: NewVersion, today: string): Promise<{ readonly version: number; readonly state: MatterVersionState }> {
  const version = await nextVersion(trx, matter.code);
  const state = effectiveFrom <= today ? 'in-force' as const : 'scheduled' as const;
  const kept: Matter = { ...matter, version, effectiveFrom };
  await trx.insertInto('matter_version').values({
    code: matter.code, version, effective_from: effectiveFrom, action, state, body: JSON.stringify(kept), note, author_id: author.id, author_name: author.name, at,
  }).execute();
  if (state === 'in-force') await putMatter(trx, kept);
  return { version, state };
}

async function nextVersion(trx: Transaction<Database>, code: string): Promise<number> {
  const { last } = await trx.selectFrom('matter_version').where('code', '=', code).select((eb) => eb.fn.max('version').as('last')).executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** Puts a matter in force: the rules of the server and every desktop go by it from now on. */
async function putMatter(trx: Transaction<Database>, matter: Matter): Promise<void> {
  await trx.insertInto('reference').values({ kind: 'matter', id: matter.code, rev: 1, body: JSON.stringify(matter) })
    .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet((eb) => ({ body: eb.ref('excluded.body'), rev: eb('reference.rev', '+', 1) }))).execute();
  await appendChange(trx, { kind: 'matter', id: matter.code, channel: null, district: null, op: 'put' });
}

export async function withdrawVersion(trx: Transaction<Database>, code: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('matter_version').set({ state: 'withdrawn' })
    .where('code', '=', code).where('version', '=', version).where('state', '=', 'scheduled').executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts every version in force whose day has come. Answers how many. */
export async function putDueInForce(db: Kysely<Database>, today: string): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    await lockMatters(trx);
    const due = await trx.selectFrom('matter_version').selectAll().where('state', '=', 'scheduled').where('effective_from', '<=', today).orderBy('id').execute();
    for (const row of due) {
      const matter = putInForce(await findMatter(trx, row.code), row.body);
      await trx.updateTable('matter_version').set({ state: 'in-force', body: JSON.stringify(matter) }).where('id', '=', row.id).execute();
      await putMatter(trx, matter);
    }
    return due.length;
  });
}
