import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { publicationTerm } from '#shared/domain/draw/publication.ts';
import type { DrawRecord } from '#shared/domain/draw/record.ts';
import { scopeOf, type Officer } from '#shared/domain/officer/officer.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import type { ReferenceData } from '../../sync/reference.ts';
import { type DrawDeps, type DrawRequest, readingRefusal, todayOf } from './acting.ts';
import { itemsOfDraw, type ItemRow } from './dispatch-repository.ts';
import { readRecord } from './draw-repository.ts';
import { visibleDraw } from './drawing.ts';
import { findResults, type PublishedRow } from './publication-repository.ts';
import { toDraw } from './views.ts';

type DrawOutput = HttpOutput<'draw'>;
export type Publication = HttpOutput<'drawPublications'>['rows'][number];

/** A draw with what became of everything drawn. */
export async function drawOf(deps: DrawDeps, drawId: string, officer: Officer): Promise<Result<DrawOutput>> {
  const row = await visibleDraw(deps, drawId, officer);
  if (!row.ok) return row;
  const { officers } = await deps.reference.load();
  return ok({ draw: toDraw(row.value), items: (await itemsOfDraw(deps.db, drawId)).map((item) => toItem(item, officers)) });
}

function toItem(item: ItemRow, officers: ReferenceData['officers']): DrawOutput['items'][number] {
  const { task_state: state } = item;
  return {
    position: item.position, objectId: item.object_id, objectName: item.object_name, partyName: item.party_name, creditCode: item.credit_code ?? '', district: item.district as District,
    officers: item.officer_ids.map((id) => ({ id, name: officers.get(id)?.name ?? id })), taskId: item.task_id, setAside: item.set_aside, together: item.task_id === null ? 1 : item.together,
    task: state === null ? null : { state, taskNo: item.task_no, result: item.result, inspectedOn: item.inspected_on, finishedOn: item.finished_on, publishedOn: item.published_on, caseId: item.case_id },
  };
}

export async function recordOf(deps: DrawDeps, drawId: string, officer: Officer): Promise<Result<{ record: DrawRecord }>> {
  const row = await visibleDraw(deps, drawId, officer);
  if (!row.ok) return row;
  const record = await readRecord(deps.db, drawId);
  return record === null ? fail({ code: 'NOT_FOUND', message: '本次抽取还没有完成，没有抽取记录。' }) : ok({ record });
}

/** Results with the day each must be public by; a day beyond the maintained calendar is left open. */
export async function publicationsOf(deps: DrawDeps, { year }: HttpInput<'drawPublications'>, { officer }: Pick<DrawRequest, 'officer'>): Promise<Result<HttpOutput<'drawPublications'>>> {
  const refusal = officer.roles.includes('publicist') ? null : readingRefusal(officer);
  if (refusal !== null) return fail(refusal);
  const reference = await deps.reference.load();
  const rows = await findResults(deps.db, scopeOf(officer), year);
  return ok({ rows: rows.map((row) => toPublication(row, reference, todayOf(deps))) });
}

function toPublication(row: PublishedRow, { calendar, officers }: ReferenceData, today: string): Publication {
  const term = publicationTerm(row.result_on, row.published_on, calendar, today);
  return {
    taskId: row.id, taskNo: row.task_no, planName: row.plan_name, objectName: row.object_name, partyName: row.party_name, creditCode: row.party_no ?? '', channel: row.channel, district: row.district as District,
    matterCodes: [...row.matter_codes], result: row.result, resultOn: row.result_on, publishedOn: row.published_on, officers: row.officer_ids.map((id) => officers.get(id)?.name ?? id),
    ...(term.ok ? term.value : { dueOn: null, left: null, state: row.published_on === null ? 'waiting' : 'published' }),
  };
}
