import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition, districtCondition } from '../scope.ts';
import type { StoredRecord } from './lines.ts';

/** A page of one step: its records, and the keys after which the next page begins (`null`: the step is done). */
export interface SnapshotPage {
  readonly records: readonly StoredRecord[];
  readonly next: readonly string[] | null;
}

/** `limit`: rows of the step's own table; documents come on top. */
type Step = (db: Kysely<Database>, scope: Scope, after: readonly string[], limit: number) => Promise<SnapshotPage>;

/** The first page is small, so that a new desktop shows something at once. */
export const FIRST_LIMIT = 100;
const PAGE_RECORDS = 1000;
const PAGE_BYTES = 2 * 1024 * 1024;

/** Rows for the next page after one of `limit` rows: about a thousand records or two megabytes, whichever is less. */
export function nextLimit(limit: number, records: number, bytes: number): number {
  const factor = Math.min(PAGE_RECORDS / Math.max(1, records), PAGE_BYTES / Math.max(1, bytes));
  return Math.max(20, Math.min(PAGE_RECORDS, Math.round(limit * factor)));
}

/** The order of a first pull: what screens need before any case, then cases newest first with their documents. */
export const STEPS: readonly Step[] = [
  referenceStep('settings'), referenceStep('config'), referenceStep('calendar'), officers, referenceStep('violation'), referenceStep('matter'),
  cases, tasks, projects, parties,
];

/** How many records the whole scope has. */
export async function countScope(db: Kysely<Database>, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from reference) + (select count(*) from officer) + (select count(*) from party)
      + (select count(*) from case_file where ${caseCondition(scope)})
      + (select count(*) from task where ${caseCondition(scope)} and ${recentTask()})
      + (select count(*) from document where ${caseCondition(scope)})
      + (select count(*) from project where ${districtCondition(scope)}) as n
  `.execute(db);
  return rows[0]?.n ?? 0;
}

interface Row {
  readonly id: string;
  readonly rev: number;
  readonly body: string;
}

function referenceStep(kind: string): Step {
  return async (db) => {
    const { rows } = await sql<Row>`select id, rev, body::text as body from reference where kind = ${kind} order by id`.execute(db);
    return { records: rows.map((row) => ({ ...row, kind })), next: null };
  };
}

async function officers(db: Kysely<Database>): Promise<SnapshotPage> {
  const { rows } = await sql<Row>`select id, rev, body::text as body from officer order by id`.execute(db);
  return { records: rows.map((row) => ({ ...row, kind: 'officer' })), next: null };
}

async function cases(db: Kysely<Database>, scope: Scope, after: readonly string[], limit: number): Promise<SnapshotPage> {
  const [day, id] = after;
  const position = day === undefined || id === undefined ? sql`true` : sql`(registered_on, id) < (${day}::date, ${id})`;
  const { rows } = await sql<Row & { registered_on: string }>`
    select id, rev, registered_on, body::text as body from case_file
    where ${caseCondition(scope)} and ${position}
    order by registered_on desc, id desc limit ${limit}
  `.execute(db);
  const last = rows.at(-1);
  const documents = await documentsOf(db, rows.map((row) => row.id));
  return {
    records: rows.flatMap(({ id: caseId, rev, body }) => [{ kind: 'case', id: caseId, rev, body }, ...(documents.get(caseId) ?? [])]),
    next: last === undefined || rows.length < limit ? null : [last.registered_on, last.id],
  };
}

/** Tasks under way, and those that ended in the last quarter: what an officer needs on site. Older ones are asked of the server. */
function recentTask(): RawBuilder<boolean> {
  return sql<boolean>`(state not in ('done', 'cancelled') or finished_on > current_date - 92)`;
}

async function tasks(db: Kysely<Database>, scope: Scope, after: readonly string[], limit: number): Promise<SnapshotPage> {
  const [day, id] = after;
  const position = day === undefined || id === undefined ? sql`true` : sql`(created_on, id) < (${day}::date, ${id})`;
  const { rows } = await sql<Row & { created_on: string }>`
    select id, rev, created_on, body::text as body from task
    where ${caseCondition(scope)} and ${recentTask()} and ${position}
    order by created_on desc, id desc limit ${limit}
  `.execute(db);
  const last = rows.at(-1);
  const documents = await documentsOf(db, rows.map((row) => row.id));
  return {
    records: rows.flatMap(({ id: taskId, rev, body }) => [{ kind: 'task', id: taskId, rev, body }, ...(documents.get(taskId) ?? [])]),
    next: last === undefined || rows.length < limit ? null : [last.created_on, last.id],
  };
}

async function documentsOf(db: Kysely<Database>, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredRecord[]>> {
  const { rows } = await sql<Row & { case_id: string }>`
    select id, case_id, rev, body::text as body from document where case_id = any(${caseIds})
  `.execute(db);
  const found = new Map<string, StoredRecord[]>();
  for (const { id, case_id: caseId, rev, body } of rows) {
    const list = found.get(caseId);
    const record = { kind: 'document', id, rev, body };
    if (list === undefined) found.set(caseId, [record]);
    else list.push(record);
  }
  return found;
}

async function projects(db: Kysely<Database>, scope: Scope, after: readonly string[], limit: number): Promise<SnapshotPage> {
  const { rows } = await sql<Row>`
    select id, rev, body::text as body from project
    where ${districtCondition(scope)} and id > ${after[0] ?? ''} order by id limit ${limit}
  `.execute(db);
  return page('project', rows, limit);
}

async function parties(db: Kysely<Database>, _scope: Scope, after: readonly string[], limit: number): Promise<SnapshotPage> {
  const { rows } = await sql<Row>`
    select id, rev, body::text as body from party where id > ${after[0] ?? ''} order by id limit ${limit}
  `.execute(db);
  return page('party', rows, limit);
}

function page(kind: string, rows: readonly Row[], limit: number): SnapshotPage {
  const last = rows.at(-1);
  return { records: rows.map((row) => ({ ...row, kind })), next: last === undefined || rows.length < limit ? null : [last.id] };
}
