import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseAggregate } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { discussionRequired } from '#shared/domain/case-file/hearing.ts';
import { checkFine } from '#shared/domain/money/fine-range.ts';
import { heavierIn, investigators, owedFen } from '#shared/domain/procedure/guards/index.ts';
import { addWorkingDays } from '#shared/domain/time-limit/count.ts';
import { addCalendarDays, shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { brokenBy } from './invariants.ts';
import { move, START, startIn, tryMove, world } from './moves.ts';

/** What the law says of a penalty decided in the ordinary procedure, worked out again from the file alone. */
function penaltyFaults(file: CaseFile, decidedOn: string): string[] {
  const faults: string[] = [];
  const { decided, notified, notifiedOn } = file;
  const served = file.services.some((service) => service.servedAt >= (file.roundFrom ?? '') && file.documents.some((document) => document.id === service.documentId && document.code === 'GZS'));
  if (notified === null || notifiedOn === null || !served) faults.push('no served notice in this round');
  const term = addWorkingDays(world.calendar, notifiedOn ?? decidedOn, 5);
  const waived = file.evidence.some((evidence) => evidence.id === file.waiverEvidenceId && evidence.withdrawn === null);
  if (!waived && (!term.ok || decidedOn <= term.value)) faults.push('term running');
  if (notified !== null && decided !== null && heavierIn(decided, notified).length > 0) faults.push('heavier than notified');
  const review = file.reviews.at(-1);
  if (review?.passed !== true || investigators(file).has(review.reviewerId)) faults.push('review');
  if (review !== undefined && (review.reviewerId === file.hearing?.hostId || review.reviewerId === file.hearing?.recorderId)) faults.push('reviewed by the host');
  const since = file.approvals.findLast((approval) => ['approve-notice', 'review-defence', 'report-hearing'].includes(approval.event))?.at ?? '';
  if ((review?.at ?? '') < since) faults.push('review of an earlier round');
  if (file.defence !== null && file.defence.adopted === null) faults.push('defence not reviewed');
  if (discussionRequired(file, { ...world, today: decidedOn }) && file.discussion === null) faults.push('not discussed');
  if (!file.approvals.some((approval) => approval.event === 'approve-decision' && approval.at >= (file.roundFrom ?? ''))) faults.push('not approved');
  return faults;
}

function summaryFaults(file: CaseFile): string[] {
  const faults = [];
  if ((file.decided?.fineFen ?? 0) > (file.party?.kind === 'unit' ? 300_000 : 20_000)) faults.push('above the cap of art. 51');
  if (file.decided?.kinds.some((kind) => kind !== 'fine' && kind !== 'warning') === true) faults.push('not a summary penalty');
  if (file.summary === undefined || file.summary.defenceHeard === '') faults.push('defence not heard');
  return faults;
}

/** What any decision must withstand. */
function decisionFaults(file: CaseFile): string[] {
  const faults: string[] = [];
  if (file.decidedOn === null) return ['no decision'];
  if (file.hearing !== undefined && file.hearing.accepted !== false && file.hearing.report === null) faults.push('hearing not held');
  if (file.transfer?.kind === 'police' && file.transfer.outcome !== 'refused') faults.push('decided while the police have the case');
  if (file.countersigns?.some((countersign) => countersign.signedAt === null) === true) faults.push('not countersigned');
  if (file.officerIds.length < 2) faults.push('officers');
  if (file.decided === null) return file.noPenaltyGround === undefined ? [...faults, 'neither penalty nor ground'] : faults;
  const violation = world.violations.get(file.violationId ?? '');
  if (violation === undefined || checkFine(file.decided, file.discretion, violation) !== null) faults.push('fine');
  return [...faults, ...(file.procedure === 'summary' ? summaryFaults(file) : penaltyFaults(file, file.decidedOn))];
}

/** A hearing reported rests on seven working days' notice and an impartial host (art. 64). */
function hearingFaults({ hearing, ...file }: CaseFile): string[] {
  if (hearing === undefined || hearing.report === null) return [];
  const faults = [];
  const earliest = hearing.noticeServedOn === null ? null : addWorkingDays(world.calendar, hearing.noticeServedOn, 7);
  if (earliest === null || !earliest.ok || (hearing.heldAt ?? '') < earliest.value) faults.push('notice of the hearing too short');
  if (file.officerIds.includes(hearing.hostId ?? '') || hearing.hostId === hearing.recorderId) faults.push('host');
  return faults;
}

/** Coercion by the court rests on a demand that lapsed, and on no remedy still open. */
function courtFaults(file: CaseFile, today: string): string[] {
  const demand = file.demands?.at(-1);
  const lapsed = demand === undefined ? null : addWorkingDays(world.calendar, demand.servedOn, 10);
  const faults = [];
  if (lapsed === null || !lapsed.ok || today <= lapsed.value) faults.push('no lapsed demand');
  if (file.remedies?.some((remedy) => remedy.endedOn === null) === true) faults.push('remedy running');
  return faults;
}

/** Numbers given so far that occur more than once. */
function numbersTwice(file: CaseFile): string[] {
  const numbers = file.documents.flatMap((document) => (document.docNo === null ? [] : [document.docNo]));
  return numbers.filter((number, index) => numbers.indexOf(number) !== index);
}

/** Issued documents of `before` that are not the same in `after` (a PDF may be added). */
function changedIssued(before: CaseAggregate, after: CaseAggregate): string[] {
  return [...before.documents.values()]
    .filter((document) => document.issued !== null && JSON.stringify([document.issued.data, document.status, document.docNo, document.values]) !== JSON.stringify(readIssued(after, document.id)))
    .map((document) => document.id);
}

function readIssued(aggregate: CaseAggregate, id: string): unknown {
  const document = aggregate.documents.get(id);
  return [document?.issued?.data, document?.status, document?.docNo, document?.values];
}

describe('no sequence of commands', () => {
  it('reaches a decision the law forbids, edits an issued document, or loses what a person wrote', { timeout: 60_000 }, () => {
    const decisions = { ordinary: 0, summary: 0, none: 0 };
    let hearings = 0;
    fc.assert(
      fc.property(fc.constantFrom(...START), fc.constantFrom('small' as const, 'large' as const), fc.array(move, { minLength: 5, maxLength: 45 }), (stage, size, moves) => {
        const run = startIn(stage, size);
        // From the day the case came there: terms that run are part of what is tried.
        let today = shanghaiDay(run.file.timeline.at(-1)?.at ?? '');
        for (const next of moves) {
          today = addCalendarDays(today, next.days);
          const before = run.aggregate;
          if (before === null || today > '2026-12-20') return;
          tryMove(run, next, today);
          const { aggregate, file } = run;
          if (aggregate === null || aggregate === before) continue;
          expect(changedIssued(before, aggregate)).toEqual([]);
          expect(file.approvals.length).toBeGreaterThanOrEqual(before.file.approvals.length);
          expect(before.file.evidence.every((evidence) => file.evidence.some((each) => each.id === evidence.id))).toBe(true);
          expect(numbersTwice(file)).toEqual([]);
          expect(hearingFaults(file)).toEqual([]);
          const was = before.file;
          expect(brokenBy({ was, file, today, calendar: world.calendar })).toEqual([]);
          if (file.decidedOn !== was.decidedOn && file.decidedOn !== null) {
            decisions[file.decided === null ? 'none' : file.procedure] += 1;
            expect(decisionFaults(file)).toEqual([]);
          } else if (file.decided !== null && was.decided !== null) {
            expect(heavierIn(file.decided, was.decided)).toEqual([]);
          }
          // A decision that falls or changes is kept as it was.
          if (was.decidedOn !== null && (file.decidedOn !== was.decidedOn || file.decided !== was.decided)) expect(file.formerDecisions?.at(-1)?.decidedOn).toBe(was.decidedOn);
          if (file.stage === 'COURT' && was.stage === 'DEMAND') expect(courtFaults(file, today)).toEqual([]);
          if (file.hearing?.report != null && was.hearing?.report === null) hearings += 1;
          if (file.stage === 'CLOSED' && was.stage !== 'CLOSED') expect(file.court !== undefined || owedFen(file, world.calendar, today) === 0).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
    // A search that never reaches a decision would prove nothing.
    expect(decisions.ordinary).toBeGreaterThan(40);
    expect(decisions.summary).toBeGreaterThan(10);
    expect(decisions.none).toBeGreaterThan(5);
    expect(hearings).toBeGreaterThan(10);
  });

});
