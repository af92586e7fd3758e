import { ok } from '#shared/contract/result.ts';
import { type CaseFile, caseTitle } from '#shared/domain/case-file/case-file.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { boardBounds } from '#shared/domain/time-limit/board.ts';
import { nextDeadline, type DeadlineContext } from '#shared/domain/time-limit/deadlines.ts';
import { addCalendarDays, shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache } from '../../sync/reference.ts';
import { countDue, findDue, summariseDue, type DueFilter } from './repository.ts';

/** Days before the due day from which the board shows a case as near, as the lists do. */
const NEAR_DAYS = 10;
const USUAL_LIMIT = 200;

/** The board of what falls due: read from the due days that every push keeps, inside the caller's scope. */
export function deadlineHandlers(deps: ServerDeps): Pick<Handlers, 'deadlines' | 'deadlineSummary'> {
  const reference = createReferenceCache(deps.db, deps.clock);
  return {
    async deadlines({ days, district, channel, officerId, limit = USUAL_LIMIT }, request) {
      const today = shanghaiDay(deps.clock().toISOString());
      const filter: DueFilter = { until: addCalendarDays(today, days), today, nearUntil: addCalendarDays(today, NEAR_DAYS), district, channel, officerId, limit };
      const scope = scopeOf(request.officer);
      const [files, counts, { calendar, settings }] = await Promise.all([findDue(deps.db, scope, filter), countDue(deps.db, scope, filter), reference.load()]);
      const rows = files.flatMap((file) => toRow(file, { calendar, settings, today }, filter));
      return ok({ today, ...counts, rows });
    },

    async deadlineSummary(_input, request) {
      const today = shanghaiDay(deps.clock().toISOString());
      const { calendar } = await reference.load();
      return ok({ today, rows: [...await summariseDue(deps.db, scopeOf(request.officer), boardBounds(calendar, today))] });
    },
  };
}

/** A right that has ended since the column was written is a duty no more: such a case leaves the board. */
function toRow(file: CaseFile, context: DeadlineContext, filter: DueFilter) {
  const next = nextDeadline(file, context);
  if (next === null || next.dueOn > filter.until) return [];
  const level = next.dueOn < context.today ? 'overdue' as const : next.dueOn <= filter.nearUntil ? 'near' as const : 'running' as const;
  return [{
    caseId: file.id, caseNo: file.caseNo, title: caseTitle(file), channel: file.channel, district: file.district, stage: file.stage,
    officerIds: [...file.officerIds], dueOn: next.dueOn, label: next.label, level,
  }];
}
