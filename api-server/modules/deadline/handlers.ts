import { ok } from '#shared/contract/result.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { boardBounds } from '#shared/domain/time-limit/board.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache } from '../../sync/reference.ts';
import { summariseDue } from './repository.ts';

/** How much falls due and where: counted from the due days that every push keeps, inside the caller's scope. */
export function deadlineHandlers(deps: ServerDeps): Pick<Handlers, 'deadlineSummary'> {
  const reference = createReferenceCache(deps.db, deps.clock);
  return {
    async deadlineSummary(_input, request) {
      const today = shanghaiDay(deps.clock().toISOString());
      const { calendar } = await reference.load();
      return ok({ today, rows: [...await summariseDue(deps.db, scopeOf(request.officer), boardBounds(calendar, today))] });
    },
  };
}
