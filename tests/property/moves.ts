/** Somebody tries something: the random histories of the property tests. Most of it is refused; what is accepted must keep the law. */
import fc from 'fast-check';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { channelOf } from '#shared/domain/channel/in-force.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { type CaseEvent, EVENT_KEYS } from '#shared/domain/procedure/events.ts';
import { outstandingFen } from '#shared/domain/procedure/guards/index.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { turnOf } from '#shared/domain/procedure/turn.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { answers, type CaseRun, createWorld, directService, OFFICERS, SCAN, walkTo } from '#tests/helpers/cases.ts';
import { decidedEarly, demanded, hearingNotified, hearingRequested, summaryReady, unpunished } from '#tests/helpers/lines.ts';

export const world = createWorld();
const OFFICER_IDS = OFFICERS.map((officer) => officer.id);
/** `DEFENCE` is off the straight line: a case in it has just received one. */
export const START = ['CLUE', 'VERIFY', 'FILING', 'INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOPEN', 'DECIDED', 'SERVED', 'DEMAND', 'CLOSE_APPR', 'CLOSED'] as const satisfies readonly Stage[];

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
export const move: fc.Arbitrary<Move> = fc.record({ attempt, by: fc.option(fc.constantFrom(...OFFICER_IDS), { freq: 2 }), days: fc.constantFrom(0, 0, 0, 1, 1, 3, 8, 20), pick: fc.nat({ max: 7 }) });

/** The event that leads on from a stage, and who usually takes it. */
const ONWARD: Partial<Record<Stage, readonly [(typeof EVENT_KEYS)[number], string]>> = {
  VERIFY: ['propose-filing', 'officer-1'], FILING: ['approve-filing', 'leader-1'], INVEST: ['submit-report', 'officer-1'], SUSP: ['resume', 'leader-1'], CONCL: ['approve-report', 'head-one'],
  NOTICE_APPR: ['approve-notice', 'leader-1'], NOTIFIED: ['close-defence', 'officer-1'], DEFENCE: ['review-defence', 'officer-1'], LEGAL: ['pass-review', 'reviewer-1'],
  CLUE: ['summary-penalty', 'officer-1'], DEMAND: ['apply-court', 'leader-1'], COURT: ['end-execution', 'officer-1'], DEFER: ['complete-deferral', 'officer-1'], OVERDUE: ['approve-demand', 'leader-1'], TRANSF: ['move-case', 'officer-1'],
  COLLECT: ['record-discussion', 'leader-1'], DEC_APPR: ['approve-decision', 'leader-1'], SERVED: ['propose-closing', 'officer-1'], CLOSE_APPR: ['approve-closing', 'leader-1'],
};

const GROUNDS = ['D', 'other', 'no-fault', 'not-established', 'unproven', 'duplicate', 'done', 'supervision'] as const;
const RESULTS = ['upheld', 'changed', 'revoked', 'redo'] as const;

/** What every step may ask for, at once; a step takes its own fields of it. */
function stepData(file: CaseFile, today: string, pick: number, evidenceId: string): Record<string, unknown> {
  return {
    officerIds: [OFFICER_IDS[pick] ?? 'officer-1', 'officer-2', 'officer-1'], teamOfficerIds: ['officer-1', 'officer-2'], noRecusal: true, conditions: { evidence: true, jurisdiction: true, limitation: true }, recordsSigned: true,
    identityEvidenceId: evidenceId, evidenceId, receiptEvidenceId: evidenceId, includesHearing: true, noHearing: true, ground: GROUNDS[pick] ?? 'other', receivedOn: today, content: '申辩。', adopted: 'no', reviewOpinion: '复核。',
    points: answers(pick !== 7), heldOn: today, attendees: ['甲', '乙', '丙'], conclusion: '同意。', days: 1 + pick * 9, discussedOn: today, otherItemsDone: true,
    // hearing
    requestedOn: file.notifiedOn ?? today, hostId: pick === 7 ? 'officer-2' : 'host-one', recorderId: 'host-two', heldAt: `${addCalendarDays(today, 1 + pick * 2)}T09:00`, place: '示例地点', publicity: 'public',
    partyAbsent: pick % 2 === 0, findings: '事实清楚。', advice: pick === 5 ? 'renotify' : 'uphold', recordSigned: true,
    // summary, measures, transfer
    clear: true, decidedAt: `${today}T09:30`, defenceHeard: '无。', collection: 'bank', reportedOn: today, handedInOn: today, reason: '理由。', powerClause: '某法第一条', urgent: pick === 4, startedAt: `${today}T09:00`,
    items: [{ name: '日志', spec: '', quantity: '一册', condition: '完好' }], keeper: '甲', measureId: 'measure-01', outcome: pick === 6 ? 'confiscated' : 'released', receivingBody: '示例机关', materials: ['材料'], movedAt: `${today}T09:30`, outcomeOn: today,
    educated: true, agrees: pick === 1 ? 'no' : 'yes', kind: ['deferral', 'test', 'preservation', 'suit'][pick % 4], from: today, to: today,
    // performance, court, remedies, archive
    appliedOn: today, plan: [{ dueOn: addCalendarDays(today, 30), amountFen: Math.max(1, outstandingFen(file)) }], signedOn: today, court: '示例法院', on: today, ruling: 'granted',
    organ: '示例机关', acceptedOn: today, remedyId: 'remedy-01', endedOn: today, result: RESULTS[pick % 4], fineFen: 1_000_000 + pick * 300_000, publishedOn: today, places: ['平台'], redacted: true, takenDownOn: today,
    archiveNo: 'A-1', retention: 'permanent', pages: 10, checked: true,
  };
}

function last<T>(items: readonly T[], pick: number): T | undefined {
  return items.length === 0 ? undefined : items[items.length - 1 - (pick % items.length)];
}

export function startIn(stage: (typeof START)[number], size: 'small' | 'large'): CaseRun {
  if (stage === 'CLUE') return summaryReady(size === 'small' ? 200_000 : 400_000, world);
  if (stage === 'HEAR') return size === 'small' ? hearingRequested(world) : hearingNotified(world);
  if (stage === 'DEC_APPR' && size === 'large') return decidedEarly(world);
  if (stage === 'DEMAND') return demanded(world);
  if (stage === 'NOPEN') return unpunished(world);
  if (stage !== 'DEFENCE') return walkTo(stage, { size: stage === 'COLLECT' ? 'large' : size, world });
  const run = walkTo('NOTIFIED', { size, world });
  run.mustStep('record-defence', { by: 'officer-1', on: '2026-03-24' }, { receivedOn: '2026-03-24', content: '申辩。' });
  return run;
}

/** Papers that move a case or that a wrong hand might issue. */
const DRAFTED = ['GZS', 'CFJD', 'XCJC', 'DCZJ', 'FZSH', 'SDHZ', 'LASP', 'XWBL', 'DCCF', 'BYCF', 'BGCX', 'CGS', 'TZTZ', 'TZBL', 'ZGTZ'] as const satisfies readonly DocumentCode[];

let serial = 0;

/** A text field of each kind of document. */
function typedField(code: DocumentCode): string {
  return definitionOf(code).fields.find((field) => field.kind === 'text' || field.kind === 'long-text')?.key ?? 'none';
}

/** The paper that moves the case where it stands. */
function paperOf(file: CaseFile): DocumentCode | null {
  if (file.stage === 'NOTICE_APPR' && file.noticeApproved) return 'GZS';
  if (file.stage === 'NOPEN' && file.decisionApproved) return 'BYCF';
  if (file.stage === 'DECIDED') return file.procedure === 'summary' ? 'DCCF' : 'CFJD';
  if (file.stage === 'DEMAND' && file.demands === undefined) return 'CGS';
  if (file.stage === 'HEAR' && file.hearing?.heldAt != null && file.hearing.recordedAt === undefined && file.hearing.noticeServedOn === null) return 'TZTZ';
  if (file.stage === 'HEAR' && file.hearing?.recordedAt !== undefined && !file.documents.some((document) => document.code === 'TZBL' && document.status === 'issued')) return 'TZBL';
  return file.stage === 'DEC_APPR' && file.decisionApproved ? 'CFJD' : null;
}

/** Where a paper moves the case: write it, issue it, serve it. */
function onwardByPaper(run: CaseRun, id: string, asked: { by: string; on: string }): boolean {
  const { file } = run;
  const code = paperOf(file);
  if (code === null) return false;
  const act = code === 'TZTZ' || code === 'TZBL' ? { by: 'host-one', on: asked.on } : asked;
  const paper = file.documents.findLast((document) => document.code === code && document.status !== 'discarded' && !file.services.some((service) => service.documentId === document.id));
  if (paper === undefined) run.try('document.create', { documentId: `document-${id}`, code, aboutDocumentId: null, values: {} }, act);
  else if (paper.status === 'draft') run.try('document.issue', { documentId: paper.id }, act);
  else run.try('document.serve', { service: { ...directService(paper.id, asked.on), id: `service-${id}` } }, asked);
  return true;
}

/** The way forward of a hearing: granted, set, held, reported. */
function hearingStep(file: CaseFile): readonly [CaseEvent, string] {
  if (file.hearing?.accepted === null) return ['accept-hearing', 'leader-1'];
  if (file.hearing?.heldAt === null) return ['schedule-hearing', 'host-one'];
  return file.hearing?.recordedAt === undefined ? ['record-hearing', 'host-one'] : ['report-hearing', 'host-one'];
}

/** Who signs each node of the long route. */
const SIGNERS: Readonly<Record<string, string>> = { 大队审核: 'head-one', 支队审核: 'division-one' };

function onward({ file, world: { settings } }: CaseRun): readonly [CaseEvent, string] {
  const turn = turnOf(file, channelOf(settings, file.channel));
  if (turn !== null && !turn.deciding) return ['sign-approval', SIGNERS[turn.node.title] ?? 'head-one'];
  // Who signs a report as the head of the team does not decide on it as well.
  if (file.stage === 'CONCL' && turn !== null && turn.chain.length > 1) return ['approve-report', 'division-one'];
  if (file.stage === 'HEAR') return hearingStep(file);
  if (file.stage === 'NOPEN') return ['approve-no-penalty', 'leader-1'];
  return ONWARD[file.stage] ?? ['assign', 'head-one'];
}

export function tryMove(run: CaseRun, { attempt: tried, by, pick }: Move, today: string): void {
  const { file } = run;
  const act = { by: by ?? 'officer-1', on: today };
  const evidenceId = last(file.evidence, pick)?.id ?? 'evidence-none';
  const documentId = last(file.documents, pick)?.id ?? 'document-none';
  serial += 1;
  const id = String(serial).padStart(10, '0');
  switch (tried.what) {
    case 'step': return void run.step(tried.event, { by: by ?? last(OFFICER_IDS, pick) ?? 'officer-1', on: today }, stepData(file, today, pick, evidenceId));
    case 'onward': {
      if (onwardByPaper(run, id, act)) return;
      const [event, person] = onward(run);
      return void run.step(event, { by: person, on: today }, stepData(file, today, 0, evidenceId));
    }
    case 'fine': return void run.try('case.edit', { changes: [{ path: 'proposed', from: file.proposed, to: { kinds: tried.warning ? ['fine', 'warning'] : ['fine'], fineFen: tried.fen, confiscationFen: 0, otherItems: [] } }] }, act);
    case 'reason': return void run.try('case.edit', { changes: [{ path: 'discretion.deviationReason', from: file.discretion.deviationReason, to: pick % 2 === 0 ? '理由。' : '' }] }, act);
    case 'evidence': return void run.try('evidence.add', { evidence: { id: `evidence-${id}`, kind: 'documentary', title: '证据', proves: '', takenAt: '', takenPlace: '', takenBy: '', file: SCAN } }, act);
    case 'waiver': return void run.step('waive-defence', act, stepData(file, today, pick, evidenceId));
    case 'withdraw': return void run.try('evidence.withdraw', { evidenceId, reason: '撤回' }, act);
    case 'draft': {
      const code = DRAFTED[(pick + serial) % DRAFTED.length] ?? 'GZS';
      return void run.try('document.create', { documentId: `document-${id}`, code, aboutDocumentId: documentId, values: { [typedField(code)]: id } }, act);
    }
    case 'issue': return void run.try('document.issue', { documentId }, act);
    case 'serve': return void run.try('document.serve', { service: { ...directService(documentId, today), id: `service-${id}`, serverIds: ['officer-2', OFFICER_IDS[pick] ?? 'officer-1'] } }, act);
    case 'overwrite': {
      const document = run.aggregate?.documents.get(documentId);
      const path = typedField(document?.code ?? 'GZS');
      return void run.try('document.edit', { documentId, changes: [{ path, from: document?.values[path], to: `改${id}` }] }, act);
    }
    case 'pay': return void run.try('payment.record', { payment: { id: `payment-${id}`, paidOn: today, amountFen: Math.max(1, outstandingFen(file)), receiptNo: id } }, act);
    case 'assign': return void run.step('assign', { by: 'head-one', on: today }, stepData(file, today, pick, evidenceId));
  }
}
