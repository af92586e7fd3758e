import { sql, type Transaction } from 'kysely';
import type { EntityKind } from '#shared/contract/sync.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import type { FactRecord } from '#shared/domain/import/record.ts';
import type { ImportTargetKey } from '#shared/domain/import/target.ts';
import { FACT_KINDS } from '#shared/domain/project/fact.ts';
import { appendChange, type Change } from '../../db/changes.ts';
import type { Database } from '../../db/schema.ts';
import type { ImportedRecord } from './plan.ts';

/** A record to write: new, or in place of the one of revision `rev - 1`. */
export interface Writing {
  readonly before: { readonly rev: number; readonly body: unknown } | null;
  readonly after: ImportedRecord;
}

const BATCH = 2000;
const TABLES = { party: 'party', project: 'project', officer: 'officer', fact: 'project_fact' } as const satisfies Record<ImportTargetKey, keyof Database>;

/** Writes all records with the change log and the memory that the undo needs. `told` hears how many are done. */
export async function writeRecords(trx: Transaction<Database>, target: ImportTargetKey, importId: string, writings: readonly Writing[], told: (done: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < writings.length; from += BATCH) {
    const batch = writings.slice(from, from + BATCH);
    await insertNew(trx, target, batch.filter((each) => each.before === null));
    await updateKnown(trx, target, batch.filter((each) => each.before !== null));
    await remember(trx, importId, batch);
    await appendChange(trx, ...batch.flatMap((each) => changesOf(target, each.after, each.before?.body ?? null)));
    await told(from + batch.length);
  }
}

function bodiesOf(writings: readonly Writing[]): string[] {
  return writings.map(({ after }) => JSON.stringify(bodyOf(after)));
}

/** A fact's body does not repeat its project. */
function bodyOf(record: ImportedRecord): object {
  if (!('projectId' in record)) return record;
  const { projectId: _projectId, ...body } = record;
  return body;
}

function field(writings: readonly Writing[], key: string): string[] {
  return writings.map(({ after }) => String((after as unknown as Readonly<Record<string, unknown>>)[key] ?? ''));
}

async function insertNew(trx: Transaction<Database>, target: ImportTargetKey, writings: readonly Writing[]): Promise<void> {
  if (writings.length === 0) return;
  const [ids, bodies, names] = [field(writings, 'id'), bodiesOf(writings), field(writings, 'name')];
  if (target === 'party') {
    await sql`insert into party (id, rev, credit_code, name, body) select id, 1, code, name, body from unnest(${ids}::text[], ${field(writings, 'creditCode')}::text[], ${names}::text[], ${bodies}::json[]) as r (id, code, name, body)`.execute(trx);
  } else if (target === 'project') {
    await sql`insert into project (id, rev, district, name, body) select id, 1, district, name, body from unnest(${ids}::text[], ${field(writings, 'district')}::text[], ${names}::text[], ${bodies}::json[]) as r (id, district, name, body)`.execute(trx);
  } else if (target === 'officer') {
    await sql`insert into officer (id, login_name, rev, body) select id, login, 1, body from unnest(${ids}::text[], ${field(writings, 'loginName')}::text[], ${bodies}::json[]) as r (id, login, body)`.execute(trx);
  } else await insertFacts(trx, writings.map(({ after }) => after as FactRecord), bodies);
}

async function insertFacts(trx: Transaction<Database>, facts: readonly FactRecord[], bodies: readonly string[]): Promise<void> {
  await sql`
    insert into project_fact (id, project_id, phase, kind, source_system, source_ref, fetched_at, body)
    select * from unnest(${facts.map(({ id }) => id)}::text[], ${facts.map(({ projectId }) => projectId)}::text[], ${facts.map(({ kind }) => FACT_KINDS[kind].phase)}::text[], ${facts.map(({ kind }) => kind)}::text[],
      ${facts.map(({ sourceSystem }) => sourceSystem)}::text[], ${facts.map(({ sourceRef }) => sourceRef)}::text[], ${facts.map(({ fetchedAt }) => fetchedAt)}::timestamptz[], ${bodies}::json[])
  `.execute(trx);
}

/** Throws when a row is not as it was read: the register's lock keeps imports and merges apart, nothing else writes. */
async function updateKnown(trx: Transaction<Database>, target: ImportTargetKey, writings: readonly Writing[]): Promise<void> {
  if (writings.length === 0) return;
  const columns = {
    party: sql`credit_code = r.body ->> 'creditCode', name = r.body ->> 'name'`,
    project: sql`district = r.body ->> 'district', name = r.body ->> 'name'`,
    officer: sql`login_name = r.body ->> 'loginName'`,
    fact: sql`fetched_at = (r.body ->> 'fetchedAt')::timestamptz`,
  }[target];
  const { numAffectedRows } = await sql`
    update ${sql.table(TABLES[target])} as known set rev = known.rev + 1, body = r.body, ${columns}
    from unnest(${field(writings, 'id')}::text[], ${writings.map(({ before }) => before?.rev ?? 0)}::bigint[], ${bodiesOf(writings)}::json[]) as r (id, rev, body)
    where known.id = r.id and known.rev = r.rev
  `.execute(trx);
  if (Number(numAffectedRows) !== writings.length) throw new Error('A row of the register changed while it was imported');
}

async function remember(trx: Transaction<Database>, importId: string, writings: readonly Writing[]): Promise<void> {
  await sql`
    insert into import_change (import_id, entity_id, rev, before)
    select ${importId}, * from unnest(${field(writings, 'id')}::text[], ${writings.map(({ before }) => (before?.rev ?? 0) + 1)}::bigint[],
      ${writings.map(({ before }) => (before === null ? null : JSON.stringify(bodyOf(before.body as ImportedRecord))))}::json[])
  `.execute(trx);
}

/** Facts do not travel to the desktops; a project that moves leaves its old district. */
function changesOf(target: ImportTargetKey, after: unknown, before: unknown): readonly Change[] {
  const { id, district } = after as { readonly id: string; readonly district?: string };
  if (target === 'fact') return [];
  const kind: EntityKind = target;
  if (target !== 'project') return [{ kind, id, channel: null, district: null, op: 'put' }];
  const left = (before as { readonly district?: string } | null)?.district;
  return [...(left === undefined || left === district ? [] : [{ kind, id, channel: null, district: left, op: 'gone' } as const]), { kind, id, channel: null, district: district ?? null, op: 'put' }];
}

interface Undoable {
  readonly entity_id: string;
  readonly rev: number;
  readonly before: object | null;
  /** As it stands now; `null`: it is gone. */
  readonly now_rev: number | null;
  readonly now: { readonly id: string; readonly name?: string; readonly title?: string } | null;
}

/** Records named in a refusal. */
const NAMED = 5;

/** Takes back all an import wrote, or nothing. Answers how many records. */
export async function undoRecords(trx: Transaction<Database>, target: ImportTargetKey, importId: string): Promise<Result<number>> {
  const { rows } = await sql<Undoable>`
    select change.entity_id, change.rev, change.before, known.rev as now_rev, known.body as now
    from import_change as change left join ${sql.table(TABLES[target])} as known on known.id = change.entity_id where change.import_id = ${importId}
  `.execute(trx);
  const touched = rows.filter((row) => row.now_rev !== row.rev);
  if (touched.length > 0) return refuse('导入后又有改动', touched);
  const made = rows.filter((row) => row.before === null);
  const used = await usedSince(trx, target, made.map((row) => row.entity_id));
  if (used.size > 0) return refuse('已被使用', made.filter((row) => used.has(row.entity_id)));
  await sql`delete from ${sql.table(TABLES[target])} where id = any(${made.map((row) => row.entity_id)})`.execute(trx);
  await restore(trx, target, rows.filter((row) => row.before !== null));
  await appendChange(trx, ...rows.flatMap((row) => undoChanges(target, row)));
  return ok(rows.length);
}

function refuse(why: string, rows: readonly Undoable[]): Result<never> {
  const names = rows.slice(0, NAMED).map((row) => row.now?.name ?? row.now?.title ?? '已不在名录中的记录');
  return fail({
    code: 'CONFLICT', message: `这次导入有 ${String(rows.length)} 条记录${why}（${names.join('、')}${rows.length > NAMED ? '等' : ''}），不能整体撤销。请逐条更正，或者再导入一份更正表。`,
    details: { count: rows.length },
  });
}

/** New rows that something else has come to rest on. */
async function usedSince(trx: Transaction<Database>, target: ImportTargetKey, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const question = {
    party: null,
    fact: null,
    project: sql<{ id: string }>`select project_id as id from project_fact where project_id = any(${ids}) union select project_id from task where project_id = any(${ids}) union select project_id from case_file where project_id = any(${ids})`,
    officer: sql<{ id: string }>`select officer_id as id from account where officer_id = any(${ids}) union select officer_id from recusal where officer_id = any(${ids})`,
  }[target];
  return new Set(question === null ? [] : (await question.execute(trx)).rows.map((row) => row.id));
}

async function restore(trx: Transaction<Database>, target: ImportTargetKey, rows: readonly Undoable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const writings = rows.slice(from, from + BATCH).map((row): Writing => ({ before: { rev: row.rev, body: row.now }, after: row.before as ImportedRecord }));
    await updateKnown(trx, target, writings);
  }
}

function undoChanges(target: ImportTargetKey, row: Undoable): readonly Change[] {
  if (row.before !== null) return changesOf(target, row.before, row.now);
  return changesOf(target, row.now, null).map((change) => ({ ...change, op: 'gone' }));
}
