import { sql, type Kysely, type Transaction } from 'kysely';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { ConfigStatus } from '#shared/contract/http/configs.ts';
import type { Database } from '../../db/schema.ts';

/** A version with where it stands. */
export interface StoredVersion extends ConfigVersion {
  readonly id: number;
  readonly status: ConfigStatus;
  readonly note: string;
  readonly authorId: string;
  readonly proposedAt: Date;
  readonly reviewerId: string | null;
  readonly reviewedAt: Date | null;
  readonly opinion: string;
}

export interface Proposal extends Omit<ConfigVersion, 'version'> {
  readonly status: ConfigStatus;
  readonly note: string;
  readonly authorId: string;
  readonly proposedAt: Date;
}

const COLUMNS = [
  'id', 'kind', 'key', 'version', 'effective_from as effectiveFrom', 'body', 'status', 'note', 'author_id as authorId', 'proposed_at as proposedAt',
  'reviewer_id as reviewerId', 'reviewed_at as reviewedAt', 'opinion',
] as const;

/** Every version of a kind, the newest first. */
export async function listVersions(db: Kysely<Database>, kind: string): Promise<readonly StoredVersion[]> {
  return await db.selectFrom('config_version').select(COLUMNS).where('kind', '=', kind).orderBy('id', 'desc').execute();
}

/** Locked until the end of the transaction; `null` where there is none. */
export async function lockVersion(trx: Transaction<Database>, id: number): Promise<StoredVersion | null> {
  return await trx.selectFrom('config_version').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst() ?? null;
}

/** First key of the advisory lock under which versions of one configuration are numbered. */
const CONFIGS_LOCK = 7_202;

/** Keeps a proposal under the next number of its kind and key. */
export async function insertVersion(trx: Transaction<Database>, proposal: Proposal): Promise<{ readonly id: number; readonly version: number }> {
  const { kind, key, effectiveFrom, body, status, note, authorId, proposedAt } = proposal;
  await sql`select pg_advisory_xact_lock(${CONFIGS_LOCK}::integer, hashtext(${`${kind}:${key}`}))`.execute(trx);
  return await trx.insertInto('config_version').values((eb) => ({
    kind, key, status, note, effective_from: effectiveFrom, body: JSON.stringify(body), author_id: authorId, proposed_at: proposedAt,
    version: eb.selectFrom('config_version').where('kind', '=', kind).where('key', '=', key).select((inner) => sql<number>`coalesce(${inner.fn.max('version')}, 0) + 1`.as('next')),
  })).returning(['id', 'version']).executeTakeFirstOrThrow();
}

export async function setStatus(trx: Transaction<Database>, id: number, status: ConfigStatus): Promise<void> {
  await trx.updateTable('config_version').set({ status }).where('id', '=', id).execute();
}

export async function setReview(trx: Transaction<Database>, id: number, review: { readonly status: ConfigStatus; readonly reviewerId: string; readonly reviewedAt: Date; readonly opinion: string }): Promise<void> {
  const { status, reviewerId, reviewedAt, opinion } = review;
  await trx.updateTable('config_version').set({ status, reviewer_id: reviewerId, reviewed_at: reviewedAt, opinion }).where('id', '=', id).execute();
}

/** Id of a version among the reference data, where the server's rules and the desktops find it. */
export function referenceId({ kind, key, version }: Pick<ConfigVersion, 'kind' | 'key' | 'version'>): string {
  return `${kind}:${key}:${String(version).padStart(5, '0')}`;
}

export async function putReference(trx: Transaction<Database>, { kind, key, version, effectiveFrom, body }: ConfigVersion): Promise<void> {
  const published: ConfigVersion = { kind, key, version, effectiveFrom, body };
  await trx.insertInto('reference').values({ kind: 'config', id: referenceId(published), rev: 1, body: JSON.stringify(published) })
    .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet((eb) => ({ body: eb.ref('excluded.body'), rev: eb('reference.rev', '+', 1) }))).execute();
}

export async function removeReference(trx: Transaction<Database>, version: ConfigVersion): Promise<void> {
  await trx.deleteFrom('reference').where('kind', '=', 'config').where('id', '=', referenceId(version)).execute();
}

export async function namesOf(db: Kysely<Database>, officerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db.selectFrom('officer').select(['id', 'body']).where('id', 'in', [...new Set(officerIds)]).execute();
  return new Map(rows.map((row) => [row.id, row.body.name]));
}
