import { sql, type Kysely, type Selectable, type Transaction, type Updateable } from 'kysely';
import type { DrawRecord } from '#shared/domain/draw/record.ts';
import { recordText } from '#shared/domain/draw/record.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

export interface DrawRow extends Selectable<Database['draw']> {
  readonly plan_name: string;
  readonly plan_no: string;
  readonly drawn_count: number;
}

/** Draws with the names of their plans; `draw` alone has district and channel in this query. */
function selectDraws(db: Kysely<Database>, scope: Scope) {
  return db.selectFrom('draw').selectAll('draw')
    .select(({ selectFrom, fn }) => [
      selectFrom('draw_plan').whereRef('draw_plan.id', '=', 'draw.plan_id').select(sql<string>`draw_plan.body->>'name'`.as('name')).$asScalar().$notNull().as('plan_name'),
      selectFrom('draw_plan').whereRef('draw_plan.id', '=', 'draw.plan_id').select('draw_plan.no').$asScalar().$notNull().as('plan_no'),
      selectFrom('draw_item').whereRef('draw_item.draw_id', '=', 'draw.id').select(fn.countAll<number>().as('n')).$asScalar().$notNull().as('drawn_count'),
    ])
    .where(caseCondition(scope));
}

export async function findDraws(db: Kysely<Database>, scope: Scope, planId: string): Promise<readonly DrawRow[]> {
  return await selectDraws(db, scope).where('plan_id', '=', planId).orderBy('serial').execute();
}

export async function findDraw(db: Kysely<Database>, scope: Scope, id: string): Promise<DrawRow | null> {
  return await selectDraws(db, scope).where('draw.id', '=', id).executeTakeFirst() ?? null;
}

export async function lockDraw(trx: Transaction<Database>, scope: Scope, id: string): Promise<DrawRow | null> {
  return await selectDraws(trx, scope).where('draw.id', '=', id).forUpdate('draw').executeTakeFirst() ?? null;
}

const COMMIT_LOCK = 7_301;

/** One after the other: what a pot counts must not be drawn from another at the same time. */
export async function lockCommits(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${COMMIT_LOCK}::integer, 0)`.execute(trx);
}

/** A draw of the year under one of the matters whose result is still open: its visits cannot be counted yet. */
export async function findOpenDraw(trx: Transaction<Database>, year: number, matterCodes: readonly string[]): Promise<{ readonly plan_name: string; readonly operator_name: string } | null> {
  const { rows } = await sql<{ plan_name: string; operator_name: string }>`
    select draw_plan.body->>'name' as plan_name, draw.operator_name from draw join draw_plan on draw_plan.id = draw.plan_id
    where draw.state in ('committed', 'witnessed') and draw.year = ${year} and draw.matter_codes && ${[...matterCodes]}::text[] limit 1
  `.execute(trx);
  return rows[0] ?? null;
}

export async function insertDraw(trx: Transaction<Database>, draw: Omit<Selectable<Database['draw']>, 'serial'>, snapshot: string, serverSeed: string): Promise<void> {
  const { rows: [last] } = await sql<{ n: number }>`select coalesce(max(serial), 0) as n from draw where plan_id = ${draw.plan_id}`.execute(trx);
  await trx.insertInto('draw').values({ ...draw, serial: (last?.n ?? 0) + 1 }).execute();
  await trx.insertInto('draw_snapshot').values({ draw_id: draw.id, body: snapshot }).execute();
  await trx.insertInto('draw_seed').values({ draw_id: draw.id, server_seed: serverSeed }).execute();
}

export async function updateDraw(trx: Transaction<Database>, id: string, changes: Updateable<Database['draw']>): Promise<void> {
  await trx.updateTable('draw').set(changes).where('id', '=', id).execute();
}

export async function readSecrets(trx: Transaction<Database>, drawId: string): Promise<{ readonly snapshot: string; readonly serverSeed: string }> {
  const found = await trx.selectFrom('draw_snapshot').innerJoin('draw_seed', 'draw_seed.draw_id', 'draw_snapshot.draw_id')
    .select(['draw_snapshot.body as snapshot', 'draw_seed.server_seed as serverSeed']).where('draw_snapshot.draw_id', '=', drawId).executeTakeFirstOrThrow();
  return found;
}

export async function insertRecord(trx: Transaction<Database>, record: DrawRecord): Promise<void> {
  await trx.insertInto('draw_record').values({ draw_id: record.drawId, record_hash: record.recordHash, body: recordText(record) }).execute();
}

export async function readRecord(db: Kysely<Database>, drawId: string): Promise<DrawRecord | null> {
  const found = await db.selectFrom('draw_record').select('body').where('draw_id', '=', drawId).executeTakeFirst();
  return found === undefined ? null : JSON.parse(found.body) as DrawRecord;
}

export async function insertItems(trx: Transaction<Database>, items: readonly Selectable<Database['draw_item']>[]): Promise<void> {
  await sql`
    insert into draw_item (draw_id, position, object_id, object_name, project_id, party_id, party_key, party_name, district, officer_ids)
    select draw_id, position, object_id, object_name, project_id, party_id, party_key, party_name, district, array(select json_array_elements_text(officer_ids))
    from json_to_recordset(${JSON.stringify(items)}::json) as r (draw_id text, position int, object_id text, object_name text, project_id text, party_id text, party_key text, party_name text, district text, officer_ids json)
  `.execute(trx);
}
