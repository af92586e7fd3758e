import { sql, type Transaction } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile, DocumentStatus } from '#shared/domain/document/document-file.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import type { Database } from '../../db/schema.ts';

/** A case as it is written: its own columns repeat what lists and rules of access ask for. */
export interface CaseRow {
  readonly id: string;
  readonly rev: number;
  readonly channel: string;
  readonly district: string;
  readonly stage: Stage;
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
  readonly status: DocumentStatus;
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

/** Writes cases, new or known. The scope columns of a known one stay: no command moves a case. */
export async function writeCases(trx: Transaction<Database>, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  await trx.insertInto('case_file')
    .values(rows.map((row) => ({ ...row, body: JSON.stringify(row.body) })))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({
      rev: ref('excluded.rev'), stage: ref('excluded.stage'), case_no: ref('excluded.case_no'), due_on: ref('excluded.due_on'),
      updated_at: ref('excluded.updated_at'), body: ref('excluded.body'),
    })))
    .execute();
}

/** Throws when a document's id is that of a document of another case, which then stays as it is. */
export async function writeDocuments(trx: Transaction<Database>, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const written = await trx.insertInto('document')
    .values(rows.map((row) => ({ ...row, body: JSON.stringify(row.body) })))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({
      rev: ref('excluded.rev'), status: ref('excluded.status'), doc_no: ref('excluded.doc_no'), pdf_sha256: ref('excluded.pdf_sha256'), body: ref('excluded.body'),
    })).whereRef('document.case_id', '=', 'excluded.case_id'))
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) !== rows.length) throw new Error('A new document has the id of a document of another case');
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
