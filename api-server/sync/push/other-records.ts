import { sql, type Transaction } from 'kysely';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import type { PrintedOfficer } from '#shared/domain/document/definitions/parts/officers.ts';
import { list } from '#shared/domain/document/definitions/parts/read.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { type RecordElsewhere, type Span, spanOf, TIMED_CODES } from '#shared/domain/document/record-times.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { prepared } from '../../db/prepared.ts';
import type { Database } from '../../db/schema.ts';
import type { WorkingCase } from './push.types.ts';

/**
 * Issued records of other cases and tasks, of the whole bureau, that may meet the time of the record a command issues.
 * Those of this transaction count as they stand in it. Empty for every other command.
 */
export async function otherRecordsFor(trx: Transaction<Database>, command: AnyCommand, working: WorkingCase | undefined, cases: ReadonlyMap<string, WorkingCase>): Promise<readonly RecordElsewhere[]> {
  const span = recordIssued(command, working);
  if (span === null) return [];
  // A record lasts no longer than a day; its beginning is what the index knows.
  const { rows } = await sql<{ body: DocumentFile }>`
    ${prepared('read-records-around')} select body from document where status = 'issued' and case_id <> ${command.entityId}
      and body#>>'{issued,data,startAt}' > ${`${addCalendarDays(span.start.slice(0, 10), -1)}${span.start.slice(10)}`} and body#>>'{issued,data,startAt}' < ${span.end}
  `.execute(trx);
  const here = [...cases].filter(([id]) => id !== command.entityId).flatMap(([, { aggregate }]) => [...aggregate.documents.values()]);
  return [...rows.map((row) => row.body), ...here].flatMap(recordOf);
}

function recordIssued(command: AnyCommand, working: WorkingCase | undefined): Span | null {
  if (command.kind !== 'document.issue') return null;
  const document = working?.aggregate.documents.get(command.payload.documentId);
  return document === undefined || !TIMED_CODES.has(document.code) ? null : spanOf(document.values);
}

function recordOf({ code, issued }: DocumentFile): readonly RecordElsewhere[] {
  const span = issued === null || !TIMED_CODES.has(code) ? null : spanOf(issued.data);
  return issued === null || span === null ? [] : [{ ...span, code, officers: list<PrintedOfficer>(issued.data, 'officers') }];
}
