import { randomBytes, randomUUID } from 'node:crypto';
import { fail, ok } from '#shared/contract/result.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache } from '../../sync/reference.ts';
import { type DrawDeps, NO_PLAN, readingRefusal } from './acting.ts';
import { dispatchDraw, mergeDrawn, mergesOf } from './dispatching.ts';
import { findDraws } from './draw-repository.ts';
import { abandonDraw, commitDraw, previewPool, runDraw, snapshotOf, witnessDraw } from './drawing.ts';
import { findPlan, findPlans } from './plan-repository.ts';
import { closePlan, decidePlan, savePlan } from './plans.ts';
import { drawOf, publicationsOf, recordOf } from './results.ts';
import { exportDraw, exportDraws } from './sheets.ts';
import { toDraw } from './views.ts';

type Names =
  | 'drawPlans' | 'drawPlan' | 'saveDrawPlan' | 'decideDrawPlan' | 'closeDrawPlan' | 'drawPool' | 'commitDraw' | 'draw' | 'witnessDraw' | 'runDraw' | 'abandonDraw' | 'drawRecord' | 'drawSnapshot'
  | 'drawMerges' | 'mergeDrawn' | 'dispatchDraw' | 'drawPublications' | 'exportDraws' | 'exportDraw';

/** 双随机一公开: plans, provable draws, tasks made of them, and the publication of what was found. */
export function drawHandlers(server: ServerDeps): Pick<Handlers, Names> {
  const deps: DrawDeps = {
    db: server.db, clock: server.clock, reference: createReferenceCache(server.db, server.clock), random: { id: randomUUID, seed: () => randomBytes(32).toString('hex') },
  };
  return {
    async drawPlans({ year }, { officer }) {
      const refusal = readingRefusal(officer);
      return refusal === null ? ok({ plans: [...await findPlans(deps.db, scopeOf(officer), year)] }) : fail(refusal);
    },
    async drawPlan({ planId }, { officer }) {
      const refusal = readingRefusal(officer);
      if (refusal !== null) return fail(refusal);
      const row = await findPlan(deps.db, scopeOf(officer), planId);
      return row === null ? fail(NO_PLAN) : ok({ row, draws: (await findDraws(deps.db, scopeOf(officer), planId)).map(toDraw) });
    },
    saveDrawPlan: (input, request) => savePlan(deps, input, request),
    decideDrawPlan: (input, request) => decidePlan(deps, input, request),
    closeDrawPlan: (input, request) => closePlan(deps, input, request),
    drawPool: (input, request) => previewPool(deps, input, request),
    commitDraw: (input, request) => commitDraw(deps, input, request),
    draw: ({ drawId }, { officer }) => drawOf(deps, drawId, officer),
    witnessDraw: (input, request) => witnessDraw(deps, input, request),
    runDraw: (input, request) => runDraw(deps, input, request),
    abandonDraw: (input, request) => abandonDraw(deps, input, request),
    drawSnapshot: ({ drawId }, { officer }) => snapshotOf(deps, drawId, officer),
    drawRecord: ({ drawId }, { officer }) => recordOf(deps, drawId, officer),
    drawMerges: (input, request) => mergesOf(deps, input, request),
    mergeDrawn: (input, request) => mergeDrawn(deps, input, request),
    dispatchDraw: (input, request) => dispatchDraw(deps, input, request),
    drawPublications: (input, request) => publicationsOf(deps, input, request),
    exportDraws: (input, request) => exportDraws(deps, input, request),
    exportDraw: ({ drawId }, request) => exportDraw(deps, drawId, request),
  };
}
