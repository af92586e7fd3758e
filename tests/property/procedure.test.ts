import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseAggregate } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { discussionRequired } from '#shared/domain/case-file/hearing.ts';
import { checkFine } from '#shared/domain/money/fine-range.ts';
import { heavierIn, investigators, outstandingFen } from '#shared/domain/procedure/guards/index.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { EVENT_KEYS } from '#shared/domain/procedure/events.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { addWorkingDays } from '#shared/domain/time-limit/count.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { answers, type CaseRun, createWorld, directService, OFFICERS, walkTo } from '#tests/helpers/cases.ts';

const world = createWorld();
const OFFICER_IDS = OFFICERS.map((officer) => officer.id);
/** `DEFENCE` is off the straight line: a case in it has just received one. */
const START = ['VERIFY', 'INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'LEGAL', 'COLLECT', 'DEC_APPR', 'DECIDED', 'SERVED'] as const satisfies readonly Stage[];

/** One thing somebody tries. Most of it is refused; what is accepted must keep the law. */
type Attempt =
  | { readonly what: 'step'; readonly event: (typeof EVENT_KEYS)[number] }
  | { readonly what: 'onward' }
  | { readonly what: 'fine'; readonly fen: number; readonly warning: boolean }
  | { readonly what: 'reason' | 'evidence' | 'waiver' | 'withdraw' | 'draft' | 'issue' | 'serve' | 'overwrite' | 'pay' | 'assign' };

interface Move {
  readonly attempt: Attempt;
  readonly by: string | null;
  readonly days: number;
  readonly pick: number;
}

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('step' as const), event: fc.constantFrom(...EVENT_KEYS) }) },
  { weight: 14, arbitrary: fc.constant({ what: 'onward' as const }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('fine' as const), fen: fc.constantFrom(0, 500_000, 1_500_000, 2_000_000, 2_000_001, 9_000_000, 10_000_001, 14_000_000, 16_000_000), warning: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constantFrom('reason' as const, 'evidence' as const, 'waiver' as const, 'withdraw' as const, 'draft' as const, 'issue' as const, 'serve' as const, 'overwrite' as const, 'pay' as const, 'assign' as const) }) },
);
const move: fc.Arbitrary<Move> = fc.record({ attempt, by: fc.option(fc.constantFrom(...OFFICER_IDS), { freq: 2 }), days: fc.constantFrom(0, 0, 0, 1, 1, 3, 8, 20), pick: fc.nat({ max: 7 }) });

/** The event that leads on from a stage, and who usually takes it. */
const ONWARD: Partial<Record<Stage, readonly [(typeof EVENT_KEYS)[number], string]>> = {
  VERIFY: ['propose-filing', 'officer-1'], FILING: ['approve-filing', 'leader-1'], INVEST: ['submit-report', 'officer-1'], SUSP: ['resume', 'leader-1'], CONCL: ['approve-report', 'head-one'],
  NOTICE_APPR: ['approve-notice', 'leader-1'], NOTIFIED: ['close-defence', 'officer-1'], DEFENCE: ['review-defence', 'officer-1'], LEGAL: ['pass-review', 'reviewer-1'],
  COLLECT: ['record-discussion', 'leader-1'], DEC_APPR: ['approve-decision', 'leader-1'], SERVED: ['propose-closing', 'officer-1'], CLOSE_APPR: ['approve-closing', 'leader-1'],
};

function stepData(today: string, pick: number, evidenceId: string): Record<string, unknown> {
  return {
    officerIds: [OFFICER_IDS[pick] ?? 'officer-1', 'officer-2', 'officer-1'], noRecusal: true, conditions: { evidence: true, jurisdiction: true, limitation: true }, recordsSigned: true,
    identityEvidenceId: evidenceId, evidenceId, includesHearing: true, noHearing: true, ground: pick % 2 === 0 ? 'D' : 'other', receivedOn: today, content: '申辩。', adopted: 'no', reviewOpinion: '复核。',
    points: answers(pick !== 7), heldOn: today, attendees: ['甲', '乙', '丙'], conclusion: '同意。', days: pick * 10, discussedOn: today, otherItemsDone: true,
  };
}

function last<T>(items: readonly T[], pick: number): T | undefined {
  return items.length === 0 ? undefined : items[items.length - 1 - (pick % items.length)];
}

function startIn(stage: (typeof START)[number], size: 'small' | 'large'): CaseRun {
  if (stage !== 'DEFENCE') return walkTo(stage, { size: stage === 'COLLECT' ? 'large' : size, world });
  const run = walkTo('NOTIFIED', { size, world });
  run.mustStep('record-defence', { by: 'officer-1', on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '申辩。' });
  return run;
}

let serial = 0;

/** A field of each kind of document that takes any words. */
const TYPED_FIELD: Readonly<Record<DocumentCode, string>> = {
  LASP: 'remark', XCJC: 'weather', XWBL: 'workplace', DCZJ: 'facts', GZS: 'nature', FZSH: 'opinion', CFJD: 'nature', SDHZ: 'note',
};

/** Where a paper moves the case: write it, issue it, serve it. */
function onwardByPaper(run: CaseRun, id: string, act: { by: string; on: string }): boolean {
  const { file } = run;
  const code = file.stage === 'NOTICE_APPR' && file.noticeApproved ? 'GZS' : (file.stage === 'DEC_APPR' && file.decisionApproved) || file.stage === 'DECIDED' ? 'CFJD' : null;
  if (code === null) return false;
  const paper = file.documents.findLast((document) => document.code === code && document.status !== 'discarded' && !file.services.some((service) => service.documentId === document.id));
  if (paper === undefined) run.try('document.create', { documentId: `document-${id}`, code, aboutDocumentId: null, values: {} }, act);
  else if (paper.status === 'draft') run.try('document.issue', { documentId: paper.id }, act);
  else run.try('document.serve', { service: { ...directService(paper.id, act.on), id: `service-${id}` } }, act);
  return true;
}

function tryMove(run: CaseRun, { attempt: tried, by, pick }: Move, today: string): void {
  const { file } = run;
  const act = { by: by ?? 'officer-1', on: today };
  const evidenceId = last(file.evidence, pick)?.id ?? 'evidence-none';
  const documentId = last(file.documents, pick)?.id ?? 'document-none';
  serial += 1;
  const id = String(serial).padStart(10, '0');
  switch (tried.what) {
    case 'step': return void run.step(tried.event, { by: by ?? last(OFFICER_IDS, pick) ?? 'officer-1', on: today }, stepData(today, pick, evidenceId));
    case 'onward': {
      if (onwardByPaper(run, id, act)) return;
      const [event, person] = ONWARD[file.stage] ?? ['assign', 'head-one'];
      return void run.step(event, { by: person, on: today }, stepData(today, 0, evidenceId));
    }
    case 'fine': return void run.try('case.edit', { changes: [{ path: 'proposed', from: file.proposed, to: { kinds: tried.warning ? ['fine', 'warning'] : ['fine'], fineFen: tried.fen, confiscationFen: 0, otherItems: [] } }] }, act);
    case 'reason': return void run.try('case.edit', { changes: [{ path: 'discretion.deviationReason', from: file.discretion.deviationReason, to: pick % 2 === 0 ? '理由。' : '' }] }, act);
    case 'evidence': return void run.try('evidence.add', { evidence: { id: `evidence-${id}`, kind: 'documentary', title: '证据', proves: '', takenAt: '', takenPlace: '', takenBy: '', file: null } }, act);
    case 'waiver': return void run.step('waive-defence', act, stepData(today, pick, evidenceId));
    case 'withdraw': return void run.try('evidence.withdraw', { evidenceId, reason: '撤回' }, act);
    case 'draft': {
      const code = (['GZS', 'CFJD', 'XCJC', 'DCZJ', 'FZSH', 'SDHZ', 'LASP', 'XWBL'] as const)[pick] ?? 'GZS';
      return void run.try('document.create', { documentId: `document-${id}`, code, aboutDocumentId: documentId, values: { [TYPED_FIELD[code]]: id } }, act);
    }
    case 'issue': return void run.try('document.issue', { documentId }, act);
    case 'serve': return void run.try('document.serve', { service: { ...directService(documentId, today), id: `service-${id}`, serverIds: ['officer-2', OFFICER_IDS[pick] ?? 'officer-1'] } }, act);
    case 'overwrite': {
      const document = run.aggregate?.documents.get(documentId);
      const path = TYPED_FIELD[document?.code ?? 'GZS'];
      return void run.try('document.edit', { documentId, changes: [{ path, from: document?.values[path], to: `改${id}` }] }, act);
    }
    case 'pay': return void run.try('payment.record', { payment: { id: `payment-${id}`, paidOn: today, amountFen: Math.max(1, outstandingFen(file)), receiptNo: id } }, act);
    case 'assign': return void run.step('assign', { by: 'head-one', on: today }, stepData(today, pick, evidenceId));
  }
}

/** What the law says of a decision, worked out again from the file alone. */
function decisionFaults(file: CaseFile): string[] {
  const faults: string[] = [];
  const { decided, decidedOn, notified, notifiedOn } = file;
  if (decided === null || decidedOn === null) return ['no decision'];
  if (notified === null || notifiedOn === null || !file.services.some((service) => file.documents.some((document) => document.id === service.documentId && document.code === 'GZS'))) faults.push('no served notice');
  const term = addWorkingDays(world.calendar, notifiedOn ?? decidedOn, 5);
  const waived = file.evidence.some((evidence) => evidence.id === file.waiverEvidenceId && evidence.withdrawn === null);
  if (!waived && (!term.ok || decidedOn <= term.value)) faults.push('term running');
  if (notified !== null && heavierIn(decided, notified).length > 0) faults.push('heavier than notified');
  const review = file.reviews.at(-1);
  if (review?.passed !== true || investigators(file).has(review.reviewerId)) faults.push('review');
  const since = file.approvals.findLast((approval) => approval.event === 'approve-notice' || approval.event === 'review-defence')?.at ?? '';
  if ((review?.at ?? '') < since) faults.push('review of an earlier round');
  if (file.defence !== null && file.defence.adopted === null) faults.push('defence not reviewed');
  if (discussionRequired(file, world.violations, world.settings) && file.discussion === null) faults.push('not discussed');
  const violation = world.violations.get(file.violationId ?? '');
  if (violation === undefined || checkFine(decided, file.discretion, violation) !== null) faults.push('fine');
  if (!file.approvals.some((approval) => approval.event === 'approve-decision')) faults.push('not approved');
  if (file.officerIds.length < 2) faults.push('officers');
  return faults;
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
    let decisions = 0;
    fc.assert(
      fc.property(fc.constantFrom(...START), fc.constantFrom('small' as const, 'large' as const), fc.array(move, { minLength: 5, maxLength: 45 }), (stage, size, moves) => {
        const run = startIn(stage, size);
        let today = '2026-04-02';
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
          if (file.decidedOn !== before.file.decidedOn) {
            decisions += 1;
            expect(decisionFaults(file)).toEqual([]);
          }
          if (file.stage === 'CLOSED') expect(outstandingFen(file)).toBe(0);
        }
      }),
      { numRuns: 1500 },
    );
    // A search that never reaches a decision would prove nothing.
    expect(decisions).toBeGreaterThan(50);
  });

});
