import { sql, type Transaction } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Database } from '../../db/schema.ts';

/** A case as it is written: its own columns repeat what lists and rules of access ask for. */
export interface CaseRow {
  readonly id: string;
  readonly rev: number;
  readonly channel: string;
  readonly district: string;
  readonly stage: string;
  readonly case_no: string | null;
  readonly due_on: string | null;
  readonly registered_on: string;
  readonly updated_at: string;
  readonly body: CaseFile;
}

export interface DocumentRow {
  readonly id: string;
  readonly case_id: string;
  readonly rev: number;
  readonly channel: string;
  readonly district: string;
  readonly code: string;
  readonly status: string;
  readonly doc_no: string | null;
  readonly pdf_sha256: string | null;
  readonly body: DocumentFile;
}

export function caseRow(body: CaseFile, dueOn: string | null, updatedAt: string): CaseRow {
  return {
    id: body.id, rev: body.rev, channel: body.channel, district: body.district, stage: body.stage,
    case_no: body.caseNo, due_on: dueOn, registered_on: body.registeredOn, updated_at: updatedAt, body,
  };
}

export function documentRow(body: DocumentFile, file: Pick<CaseFile, 'channel' | 'district'>): DocumentRow {
  return {
    id: body.id, case_id: body.caseId, rev: body.rev, channel: file.channel, district: file.district,
    code: body.code, status: body.status, doc_no: body.docNo, pdf_sha256: body.issued?.pdf?.sha256 ?? null, body,
  };
}

/**
 * Locks cases until the end of the transaction and reads them. Cases that are about to be registered have no row to
 * lock: their ids are locked instead, first and in order, so that two pushes of one registration queue up.
 */
export async function lockCases(trx: Transaction<Database>, ids: readonly string[], newIds: readonly string[]): Promise<readonly CaseFile[]> {
  if (newIds.length > 0) {
    await sql`select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(id, 0) as key from unnest(${newIds}::text[]) as id order by 1
    ) as keys`.execute(trx);
  }
  const { rows } = await sql<{ body: CaseFile }>`select body from case_file where id = any(${ids}) order by id for update`.execute(trx);
  return rows.map((row) => row.body);
}

export async function readDocuments(trx: Transaction<Database>, caseIds: readonly string[]): Promise<readonly DocumentFile[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{ body: DocumentFile }>`select body from document where case_id = any(${caseIds})`.execute(trx);
  return rows.map((row) => row.body);
}

export async function writeCases(trx: Transaction<Database>, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into case_file (id, rev, channel, district, stage, case_no, due_on, registered_on, updated_at, body)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, rev bigint, channel text, district text, stage text,
      case_no text, due_on date, registered_on date, updated_at timestamptz, body json)
    on conflict (id) do update set rev = excluded.rev, channel = excluded.channel, district = excluded.district, stage = excluded.stage,
      case_no = excluded.case_no, due_on = excluded.due_on, updated_at = excluded.updated_at, body = excluded.body
  `.execute(trx);
}

export async function writeDocuments(trx: Transaction<Database>, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const written = await sql`
    insert into document (id, case_id, rev, channel, district, code, status, doc_no, pdf_sha256, body)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, case_id text, rev bigint, channel text, district text,
      code text, status text, doc_no text, pdf_sha256 text, body json)
    on conflict (id) do update set rev = excluded.rev, channel = excluded.channel, district = excluded.district, status = excluded.status,
      doc_no = excluded.doc_no, pdf_sha256 = excluded.pdf_sha256, body = excluded.body
    where document.case_id = excluded.case_id
    returning id
  `.execute(trx);
  if (written.rows.length !== rows.length) throw new Error('A new document has the id of a document of another case');
}

/** Next number of a series and year: given in the transaction that uses it, so none is lost and none given twice. */
export async function takeNumber(trx: Transaction<Database>, series: string, year: number): Promise<number> {
  const row = await trx.insertInto('number_counter')
    .values({ series, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['series', 'year']).doUpdateSet({ last: sql`number_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** Remembers which cases name a file: whoever sees one of them may fetch it. */
export async function linkFiles(trx: Transaction<Database>, links: readonly { readonly sha256: string; readonly case_id: string }[]): Promise<void> {
  if (links.length === 0) return;
  await trx.insertInto('case_file_link').values([...links]).onConflict((conflict) => conflict.doNothing()).execute();
}
