import { sql, type Transaction } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile, DocumentStatus } from '#shared/domain/document/document-file.ts';
import { partyNo } from '#shared/domain/case-file/other-cases.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';
import { countedPart } from './counted.ts';

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
  readonly party_no: string | null;
  readonly act_on: string | null;
  readonly project_id: string | null;
  readonly counted: string | null;
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
    case_no: body.caseNo, due_on: dueOn, registered_on: body.registeredOn, updated_at: updatedAt,
    party_no: partyNo(body), act_on: body.actOn, project_id: body.project?.id || null, counted: countedPart(body), body,
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
    await sql`${prepared('lock-new-cases')} select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(id, 0) as key from unnest(${newIds}::text[]) as id order by 1
    ) as keys`.execute(trx);
  }
  const { rows } = await sql<{ body: CaseFile }>`${prepared('lock-cases')} select body from case_file where id = any(${ids}) order by id for update`.execute(trx);
  return rows.map((row) => row.body);
}

export async function readCase(trx: Transaction<Database>, id: string): Promise<CaseFile | null> {
  const row = await trx.selectFrom('case_file').select('body').where('id', '=', id).executeTakeFirst();
  return row?.body ?? null;
}

export async function readDocuments(trx: Transaction<Database>, caseIds: readonly string[]): Promise<readonly DocumentFile[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{ body: DocumentFile }>`${prepared('read-documents')} select body from document where case_id = any(${caseIds})`.execute(trx);
  return rows.map((row) => row.body);
}

/** Writes cases, new or known. The scope columns of a known one stay: no command moves a case. */
export async function writeCases(trx: Transaction<Database>, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof CaseRow>(name: K): CaseRow[K][] => rows.map((row) => row[name]);
  await sql`
    ${prepared('write-cases')} insert into case_file (id, rev, channel, district, stage, case_no, due_on, registered_on, updated_at, party_no, act_on, project_id, counted, body)
    select id, rev, channel, district, stage, case_no, due_on, registered_on, updated_at, party_no, act_on, project_id, counted, body::json
    from unnest(${column('id')}::text[], ${column('rev')}::bigint[], ${column('channel')}::text[], ${column('district')}::text[],
      ${column('stage')}::text[], ${column('case_no')}::text[], ${column('due_on')}::date[], ${column('registered_on')}::date[],
      ${column('updated_at')}::timestamptz[], ${column('party_no')}::text[], ${column('act_on')}::date[], ${column('project_id')}::text[],
      string_to_array(${column('counted').join('\n')}::text, chr(10), ''), string_to_array(${bodies(rows)}::text, chr(10)))
      as given (id, rev, channel, district, stage, case_no, due_on, registered_on, updated_at, party_no, act_on, project_id, counted, body)
    on conflict (id) do update set rev = excluded.rev, stage = excluded.stage, case_no = excluded.case_no, due_on = excluded.due_on, updated_at = excluded.updated_at,
      party_no = excluded.party_no, act_on = excluded.act_on, project_id = excluded.project_id, counted = excluded.counted, body = excluded.body
  `.execute(trx);
}

/** Throws when a document's id is that of a document of another case, which then stays as it is. */
export async function writeDocuments(trx: Transaction<Database>, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof DocumentRow>(name: K): DocumentRow[K][] => rows.map((row) => row[name]);
  const written = await sql`
    ${prepared('write-documents')} insert into document (id, case_id, rev, channel, district, code, status, doc_no, pdf_sha256, body)
    select id, case_id, rev, channel, district, code, status, doc_no, pdf_sha256, body::json
    from unnest(${column('id')}::text[], ${column('case_id')}::text[], ${column('rev')}::bigint[], ${column('channel')}::text[],
      ${column('district')}::text[], ${column('code')}::text[], ${column('status')}::text[], ${column('doc_no')}::text[],
      ${column('pdf_sha256')}::text[], string_to_array(${bodies(rows)}::text, chr(10))) as given (id, case_id, rev, channel, district, code, status, doc_no, pdf_sha256, body)
    on conflict (id) do update set rev = excluded.rev, status = excluded.status, doc_no = excluded.doc_no, pdf_sha256 = excluded.pdf_sha256,
      body = excluded.body
    where document.case_id = excluded.case_id
  `.execute(trx);
  if (Number(written.numAffectedRows) !== rows.length) throw new Error('A new document has the id of a document of another case');
}

/**
 * One to a line, since JSON breaks no line: both sides would escape the elements of an array letter by letter. Not as a
 * recordset, which would unescape, and refuse, what `json` stores as it is.
 */
function bodies(rows: readonly { readonly body: CaseFile | DocumentFile }[]): string {
  return rows.map((row) => JSON.stringify(row.body)).join('\n');
}

/** First key of an advisory lock of two keys; those of one key, which lock new cases, are another space. */
const NUMBERS_LOCK = 7_201;

/**
 * Next number of a series and year: given in the transaction that uses it, so none is lost and none given twice.
 * Transactions that give numbers queue up at one lock: two that want two series in different order cannot block each other.
 */
export async function takeNumber(trx: Transaction<Database>, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    ${prepared('take-number')} insert into number_counter (series, year, last)
    select ${series}::text, ${year}::integer, 1 from (select pg_advisory_xact_lock(${NUMBERS_LOCK}::integer, 0)) as gate
    on conflict (series, year) do update set last = number_counter.last + 1
    returning last
  `.execute(trx);
  if (rows[0] === undefined) throw new Error('PostgreSQL gave no number');
  return rows[0].last;
}

/** Remembers which cases name a file: whoever sees one of them may fetch it. */
export async function linkFiles(trx: Transaction<Database>, links: readonly { readonly sha256: string; readonly case_id: string }[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    ${prepared('link-files')} insert into case_file_link (sha256, case_id)
    select * from unnest(${links.map((link) => link.sha256)}::text[], ${links.map((link) => link.case_id)}::text[])
    on conflict do nothing
  `.execute(trx);
}
