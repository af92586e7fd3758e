import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { MergePreview, RegisterMerge } from '#shared/contract/http/registers.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { formatYuan } from '#shared/domain/money/amount.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { MERGE_FIELDS, mergeRecords, type MergeKind } from '#shared/domain/party/merge.ts';
import { PARTY_KINDS, type PartyRecord } from '#shared/domain/party/party.ts';
import { PARTY_STATUSES } from '#shared/domain/party/register.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import { appendChange } from '../../db/changes.ts';
import type { Database } from '../../db/schema.ts';
import { lockRegister } from '../import/repository.ts';
import { readMergeRecords } from './duplicates.ts';

type Body = PartyRecord | ProjectRecord;
interface Stored {
  readonly id: string;
  readonly rev: number;
  readonly body: Body;
}

const GONE: AppError = { code: 'NOT_FOUND', message: '要合并的记录已不在名录中，可能刚被合并或者撤销导入。请刷新后重试。' };

async function findPair(db: Kysely<Database>, kind: MergeKind, keptId: string, goneId: string): Promise<Result<readonly [Stored, Stored]>> {
  if (keptId === goneId) return fail({ code: 'INVALID_INPUT', message: '请选择两条不同的记录合并。' });
  const { rows } = await sql<Stored>`select id, rev, body from ${sql.table(kind)} where id = any(${[keptId, goneId]})`.execute(db);
  const [kept, gone] = [rows.find((row) => row.id === keptId), rows.find((row) => row.id === goneId)];
  return kept === undefined || gone === undefined ? fail(GONE) : ok([kept, gone]);
}

export async function previewMerge(db: Kysely<Database>, { kind, keptId, goneId, take }: HttpInput<'mergePreview'>): Promise<Result<MergePreview>> {
  const pair = await findPair(db, kind, keptId, goneId);
  if (!pair.ok) return pair;
  const [kept, gone] = pair.value;
  const result = mergeRecords(kind, kept.body, gone.body, take);
  const records = await readMergeRecords(db, kind, [keptId, goneId]);
  const [one, other] = [records.get(keptId), records.get(goneId)];
  if (one === undefined || other === undefined) return fail(GONE);
  const facts = await sql<{ n: number }>`select count(*)::int as n from project_fact where project_id = ${goneId}`.execute(db);
  return ok({
    kept: one, gone: other, facts: facts.rows[0]?.n ?? 0, licences: ((result as PartyRecord).licences ?? []).length,
    fields: Object.entries(MERGE_FIELDS[kind]).map(([key, label]) => {
      const [before, there, after] = [wordOf(key, kept.body), wordOf(key, gone.body), wordOf(key, result)];
      return { key, label, kept: before, gone: there, result: after, differs: before !== there };
    }),
  });
}

function wordOf(key: string, body: Body): string {
  const value = (body as unknown as Readonly<Record<string, unknown>>)[key];
  if (key === 'contractPriceFen' && typeof value === 'number') return value === 0 ? '' : `${formatYuan(value)}元`;
  if (key === 'areaSquareMetres' && typeof value === 'number') return value === 0 ? '' : `${String(value)}平方米`;
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { district: DISTRICTS, kind: PARTY_KINDS, status: PARTY_STATUSES };
  return typeof value === 'string' ? words[key]?.[value] ?? value : '';
}

/** Makes one of two: facts go over to the kept project; cases and tasks keep the copies they hold. */
export async function merge(trx: Transaction<Database>, input: HttpInput<'mergeRecords'>, by: Officer, now: Date): Promise<Result<RegisterMerge>> {
  const { kind, keptId, goneId, take, keptRev, goneRev } = input;
  await lockRegister(trx, kind);
  const pair = await findPair(trx, kind, keptId, goneId);
  if (!pair.ok) return pair;
  const [kept, gone] = pair.value;
  if (kept.rev !== keptRev || gone.rev !== goneRev) return fail({ code: 'CONFLICT', message: '预览之后记录又有改动，请重新预览后再合并。' });
  const facts = kind === 'project' ? await moveFacts(trx, goneId, keptId) : [];
  await writeKept(trx, kind, kept.rev, mergeRecords(kind, kept.body, gone.body, take));
  await sql`delete from ${sql.table(kind)} where id = ${goneId}`.execute(trx);
  await tell(trx, kind, [[kept.body, 'put'], [gone.body, 'gone']]);
  const row = await trx.insertInto('register_merge').values({
    id: randomUUID(), kind, kept_id: keptId, gone_id: goneId, kept_rev: kept.rev + 1, kept_before: JSON.stringify(kept.body), gone_before: JSON.stringify(gone.body), fact_ids: facts,
    merged_by: by.id, merged_by_name: by.name, merged_at: now, undone_by_name: null,
  }).returningAll().executeTakeFirstOrThrow();
  return ok(toMerge(row));
}

async function writeKept(trx: Transaction<Database>, kind: MergeKind, rev: number, body: Body): Promise<void> {
  const columns = kind === 'party' ? sql`credit_code = ${(body as PartyRecord).creditCode}` : sql`district = ${(body as ProjectRecord).district}`;
  const { numAffectedRows } = await sql`update ${sql.table(kind)} set rev = rev + 1, name = ${body.name}, body = ${JSON.stringify(body)}::json, ${columns} where id = ${body.id} and rev = ${rev}`.execute(trx);
  if (numAffectedRows !== 1n) throw new Error('A record changed under the lock of its register');
}

/** A fact both projects have from the same source stays beside the other one, under a reference of its own. */
async function moveFacts(trx: Transaction<Database>, from: string, to: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update project_fact as fact set project_id = ${to}, rev = fact.rev + 1,
      source_ref = case when exists (select 1 from project_fact as other where other.project_id = ${to} and other.kind = fact.kind and other.source_system = fact.source_system and other.source_ref = fact.source_ref) then fact.source_ref || '#' || fact.id else fact.source_ref end
    where project_id = ${from} returning id
  `.execute(trx);
  return rows.map((row) => row.id);
}

async function tell(trx: Transaction<Database>, kind: MergeKind, changes: readonly (readonly [Body, 'put' | 'gone'])[]): Promise<void> {
  await appendChange(trx, ...changes.map(([body, op]) => ({ kind, id: body.id, channel: null, district: kind === 'project' ? (body as ProjectRecord).district : null, op })));
}

export async function undoMerge(trx: Transaction<Database>, mergeId: string, by: Officer, now: Date): Promise<Result<RegisterMerge>> {
  const found = await trx.selectFrom('register_merge').selectAll().where('id', '=', mergeId).executeTakeFirst();
  if (found === undefined) return fail({ code: 'NOT_FOUND', message: '没有找到这次合并。' });
  await lockRegister(trx, found.kind);
  const row = await trx.selectFrom('register_merge').selectAll().where('id', '=', mergeId).forUpdate().executeTakeFirstOrThrow();
  if (row.undone_at !== null) return fail({ code: 'CONFLICT', message: `这次合并已由${row.undone_by_name ?? '他人'}撤销。` });
  const { rows } = await sql<{ rev: number }>`select rev from ${sql.table(row.kind)} where id = ${row.kept_id}`.execute(trx);
  if (rows[0]?.rev !== row.kept_rev) return fail({ code: 'CONFLICT', message: '合并后的记录又有改动（导入或者再次合并），不能直接撤销。请先撤销后来的改动。' });
  const [kept, gone] = [row.kept_before as Body, row.gone_before as Body];
  await writeKept(trx, row.kind, row.kept_rev, kept);
  await restoreGone(trx, row, gone);
  await tell(trx, row.kind, [[kept, 'put'], [gone, 'put']]);
  const done = await trx.updateTable('register_merge').set({ undone_at: now, undone_by_name: by.name }).where('id', '=', mergeId).returningAll().executeTakeFirstOrThrow();
  return ok(toMerge(done));
}

/** The record comes back with a revision beyond any that a desktop has seen of it. */
async function restoreGone(trx: Transaction<Database>, row: Selectable<Database['register_merge']>, gone: Body): Promise<void> {
  const text = JSON.stringify(gone);
  const rev = row.kept_rev + 1_000;
  if (row.kind === 'party') await trx.insertInto('party').values({ id: gone.id, rev, credit_code: (gone as PartyRecord).creditCode, name: gone.name, body: text }).execute();
  else await trx.insertInto('project').values({ id: gone.id, rev, district: (gone as ProjectRecord).district, name: gone.name, body: text }).execute();
  await sql`update project_fact set project_id = ${gone.id}, rev = rev + 1, source_ref = body ->> 'sourceRef' where id = any(${row.fact_ids}) and project_id = ${row.kept_id}`.execute(trx);
}

export async function listMerges(db: Kysely<Database>, kind: MergeKind): Promise<RegisterMerge[]> {
  const rows = await db.selectFrom('register_merge').selectAll().where('kind', '=', kind).orderBy('merged_at', 'desc').limit(50).execute();
  return rows.map(toMerge);
}

function toMerge(row: Selectable<Database['register_merge']>): RegisterMerge {
  return {
    id: row.id, kind: row.kind, keptId: row.kept_id, keptName: row.kept_before.name, goneName: row.gone_before.name, mergedBy: row.merged_by_name, mergedAt: row.merged_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null, undoneBy: row.undone_by_name,
  };
}

