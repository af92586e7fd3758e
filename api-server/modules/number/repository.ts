import { sql, type Kysely } from 'kysely';
import type { Cancellation } from '#shared/domain/document/document-file.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { GivenNumber } from '#shared/domain/document/number-register.ts';
import { caseCondition } from '../../sync/scope.ts';
import type { Database } from '../../db/schema.ts';

/** A number with the document that carries it, and the case, task or draw this belongs to. */
export interface NumberRow {
  readonly doc_no: string;
  readonly code: string;
  readonly owner_id: string;
  readonly owner_no: string | null;
  readonly of_task: boolean;
  /** `YYYY-MM-DD`; `null` where it was not kept. */
  readonly issued_on: string | null;
  readonly cancelled: Cancellation | null;
}

/** Numbers of a year within a scope: of documents of cases and tasks, and of the sheets of draws. */
export async function findNumbers(db: Kysely<Database>, scope: Scope, year: number, only: 'all' | 'cancelled'): Promise<readonly NumberRow[]> {
  const mark = `%〔${String(year)}〕%`;
  const { rows } = await sql<NumberRow>`
    with given as (
      select doc_no, code, case_id as owner_id, body->'issued'->>'issuedOn' as issued_on, body->'cancelled' as cancelled
      from document where doc_no like ${mark} and ${caseCondition(scope)} and (${only === 'all'} or status = 'discarded')
      union all
      select sheet_no, 'SJDX', id, to_char(drawn_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), null
      from draw where sheet_no like ${mark} and ${caseCondition(scope)} and ${only === 'all'}
    )
    select given.*, coalesce(case_file.case_no, task.task_no) as owner_no, task.id is not null as of_task
    from given left join case_file on case_file.id = given.owner_id left join task on task.id = given.owner_id
  `.execute(db);
  return rows;
}

/** The same without documents and cases: what the series are counted from. */
export async function findNumberStates(db: Kysely<Database>, scope: Scope, year: number): Promise<readonly GivenNumber[]> {
  const mark = `%〔${String(year)}〕%`;
  const { rows } = await sql<GivenNumber>`
    select doc_no as "docNo", status = 'discarded' as cancelled from document where doc_no like ${mark} and ${caseCondition(scope)}
    union all select sheet_no, false from draw where sheet_no like ${mark} and ${caseCondition(scope)}
  `.execute(db);
  return rows;
}
