import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { CITY, type Scope } from '#shared/domain/organisation/organisation.ts';
import type { Marks } from '#shared/domain/review/review.ts';
import type { ScoreItem } from '#shared/domain/volume/score.ts';
import type { Database } from '../../db/schema.ts';

export interface RoundRow extends Selectable<Database['review_round']> {
  readonly size: number;
  readonly finished: number;
  readonly failed: number;
}

export interface EntryRow extends Selectable<Database['review_entry']> {
  readonly body: CaseFile;
}

export interface Sample {
  readonly seed: string;
  readonly size: number;
  readonly from: string;
  readonly to: string;
  readonly district: string | null;
  readonly channel: string | null;
}

/** A round over the whole city is the city's own; a district sees those of its own district and channel. */
function roundCondition({ district, channel, sealed }: Scope) {
  if (sealed === true) return sql<boolean>`false`;
  if (district === CITY) return sql<boolean>`true`;
  return channel === null ? sql<boolean>`district = ${district}` : sql<boolean>`district = ${district} and channel = ${channel}`;
}

function selectRounds(db: Kysely<Database>, scope: Scope) {
  return db.selectFrom('review_round').selectAll()
    .select(({ selectFrom, fn }) => [
      selectFrom('review_entry').whereRef('round_id', '=', 'review_round.id').select(fn.countAll<number>().as('n')).$asScalar().$notNull().as('size'),
      selectFrom('review_entry').whereRef('round_id', '=', 'review_round.id').where('finished_at', 'is not', null).select(fn.countAll<number>().as('n')).$asScalar().$notNull().as('finished'),
      selectFrom('review_entry').whereRef('round_id', '=', 'review_round.id').where('finished_at', 'is not', null).where('rejected', '=', true).select(fn.countAll<number>().as('n')).$asScalar().$notNull().as('failed'),
    ])
    .where(roundCondition(scope));
}

export async function findRounds(db: Kysely<Database>, scope: Scope): Promise<readonly RoundRow[]> {
  return await selectRounds(db, scope).orderBy('created_at', 'desc').limit(200).execute();
}

export async function findRound(db: Kysely<Database>, scope: Scope, id: string): Promise<RoundRow | null> {
  return await selectRounds(db, scope).where('id', '=', id).executeTakeFirst() ?? null;
}

/** Closed cases in the order the seed gives them: the same seed over the same cases draws the same ones. */
export async function drawSample(db: Kysely<Database>, { seed, size, from, to, district, channel }: Sample): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from case_file
    where stage in ('CLOSED', 'ARCH') and registered_on between ${from}::date and ${to}::date
      ${district === null ? sql`` : sql`and district = ${district}`} ${channel === null ? sql`` : sql`and channel = ${channel}`}
    order by md5(${`${seed}:`}::text || id) limit ${size}
  `.execute(db);
  return rows.map((row) => row.id);
}

export async function insertRound(trx: Transaction<Database>, round: Selectable<Database['review_round']>, caseIds: readonly string[]): Promise<void> {
  await trx.insertInto('review_round').values(round).execute();
  await trx.insertInto('review_entry').values(caseIds.map((caseId, index) => ({ round_id: round.id, case_id: caseId, position: index + 1, marks: '{}' }))).execute();
}

function selectEntries(db: Kysely<Database>, roundId: string) {
  return db.selectFrom('review_entry').innerJoin('case_file', 'case_file.id', 'review_entry.case_id')
    .selectAll('review_entry').select('case_file.body').where('round_id', '=', roundId);
}

export async function findEntries(db: Kysely<Database>, roundId: string): Promise<readonly EntryRow[]> {
  return await selectEntries(db, roundId).orderBy('position').execute();
}

export async function findEntry(db: Kysely<Database>, roundId: string, caseId: string): Promise<EntryRow | null> {
  return await selectEntries(db, roundId).where('review_entry.case_id', '=', caseId).executeTakeFirst() ?? null;
}

export interface EntryUpdate {
  readonly roundId: string;
  readonly caseId: string;
  readonly rev: number;
  readonly reviewer: { readonly id: string; readonly name: string };
  readonly marks: Marks;
  readonly comment: string;
  readonly points: number;
  readonly rejected: boolean;
  /** With the moment at which the reviewer finished; `null` while marking. */
  readonly finished: { readonly at: Date; readonly items: readonly ScoreItem[] } | null;
}

/** Writes unless somebody saved meanwhile or the entry is finished; answers whether it did. */
export async function updateEntry(trx: Transaction<Database>, update: EntryUpdate): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('review_entry')
    .set({
      rev: update.rev + 1, reviewer_id: update.reviewer.id, reviewer_name: update.reviewer.name, marks: JSON.stringify(update.marks), comment: update.comment,
      points: update.points, rejected: update.rejected, items: update.finished === null ? null : JSON.stringify(update.finished.items), finished_at: update.finished?.at ?? null,
    })
    .where('round_id', '=', update.roundId).where('case_id', '=', update.caseId).where('rev', '=', update.rev).where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
