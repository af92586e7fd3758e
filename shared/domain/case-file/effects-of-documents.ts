import type { AppError } from '../../contract/result.ts';
import type { DocumentCode, DocumentSummary } from '../document/document-file.ts';
import { ARTICLES } from '../procedure/articles.ts';
import type { Changes } from '../procedure/effects/input.ts';
import { closingGroundOn } from '../procedure/guards/index.ts';
import type { CaseFile } from './case-file.ts';
import type { MeasureKind } from './side-lines.ts';

/** A document being issued or served, and when. */
export interface PaperEvent {
  readonly file: CaseFile;
  readonly document: DocumentSummary;
  /** The day it is issued, or counts as served. */
  readonly on: string;
  /** Today: stages are entered when it is registered. */
  readonly today: string;
  /** What the document was issued with; `null` while it is being issued, or where it is not at hand. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** What a kind of paper does to its case. Kinds not named here are only kept and counted. */
interface PaperRule {
  readonly issueRefusal?: (file: CaseFile) => AppError | null;
  readonly onIssue?: (event: PaperEvent) => Changes;
  readonly serveRefusal?: (file: CaseFile, document: DocumentSummary) => AppError | null;
  readonly onService?: (event: PaperEvent) => Changes;
}

function notReady(message: string, article: string): AppError {
  return { code: 'DOCUMENT_NOT_READY', message, article };
}

/** Only the notice that rests on the standing approval may be served; one of an earlier round may not. */
function noticeRefusal(file: CaseFile, document: DocumentSummary): AppError | null {
  if (file.stage !== 'NOTICE_APPR' || !file.noticeApproved) return notReady('告知尚未批准或者已经送达，不能登记告知书的送达。', ARTICLES.notice);
  const approvedAt = file.approvals.findLast((approval) => approval.event === 'approve-notice')?.at ?? '';
  if ((document.issuedAt ?? '') >= approvedAt) return null;
  return notReady('这份告知书是上一轮签发的，与现在批准的内容不一致。请新建并签发告知书后再送达。', ARTICLES.notice);
}

/** Only the decision that stands; one of an earlier round was never served and is no more. */
export function isStanding(file: Pick<CaseFile, 'documents'>, document: Pick<DocumentSummary, 'id'>): boolean {
  return document.id === file.documents.findLast((each) => each.status === 'issued' && DECISIONS.has(each.code))?.id;
}

const DECISIONS: ReadonlySet<DocumentCode> = new Set(['CFJD', 'DCCF', 'BYCF']);

function decisionRefusal(file: CaseFile, document: DocumentSummary): AppError | null {
  if (file.decidedOn !== null && !isStanding(file, document)) return notReady('这份决定书不是现行的决定，不能登记送达。', ARTICLES.service);
  return file.stage === 'DECIDED' && file.decidedOn !== null ? null : { code: 'STEP_NOT_ALLOWED', message: '案件不在决定待送达环节，不能登记决定书的送达。' };
}

/** Service of the decision opens performance. */
function decisionServed({ file, on, today }: PaperEvent): Changes {
  const done: CaseFile = { ...file, stage: 'SERVED', stageSince: today, servedOn: on };
  return { stage: 'SERVED', stageSince: today, servedOn: on, closingGroundOn: closingGroundOn(done) };
}

function summaryRefusal(file: CaseFile): AppError | null {
  if (file.stage === 'DECIDED' && file.procedure === 'summary' && file.summary !== undefined && file.decidedOn === null) return null;
  return notReady('请先办理“当场处罚”，再签发当场行政处罚决定书；一案只签发一份。', ARTICLES.summaryDecision);
}

function noPenaltyRefusal(file: CaseFile): AppError | null {
  if (file.stage === 'NOPEN' && file.decisionApproved && file.noPenaltyGround !== undefined && file.decidedOn === null) return null;
  return notReady('不予处罚尚未经分管领导批准，或者决定书已经签发，不能签发不予行政处罚决定书。', ARTICLES.noPenalty);
}

function noPenaltyServed({ file, on }: PaperEvent): Changes {
  return { servedOn: on, closingGroundOn: closingGroundOn({ ...file, servedOn: on }) };
}

/** The notice must name the time and place that stand. */
function hearingNoticeRefusal(file: CaseFile, document: DocumentSummary): AppError | null {
  const { hearing } = file;
  if (file.stage !== 'HEAR' || hearing?.accepted !== true || hearing.heldAt === null) return notReady('听证的时间、地点尚未确定，不能送达听证通知书。', ARTICLES.hearingNotice);
  const setAt = file.approvals.findLast((approval) => approval.event === 'schedule-hearing')?.at ?? '';
  if ((document.issuedAt ?? '') >= setAt) return null;
  return notReady('听证时间、地点已经变更，这份听证通知书与之不一致。请重新签发后再送达。', ARTICLES.hearingNotice);
}

function measuresStarted(kinds: readonly MeasureKind[]): (event: PaperEvent) => Changes {
  return ({ file, on }) => ({
    measures: (file.measures ?? []).map((measure) => (kinds.includes(measure.kind) && measure.approvedOn !== null && measure.startedOn === null && measure.settledOn === null ? { ...measure, startedOn: on } : measure)),
  });
}

/** An order on which a notice or decision already rests stays as it was notified; a later one is a paper beside it. */
function orderServed({ file, on, data }: PaperEvent): Changes {
  if (file.correctiveOrder !== null && (file.noticeApproved || file.decidedOn !== null)) return {};
  const typed = data?.['dueOn'];
  return { correctiveOrder: { servedOn: on, dueOn: typeof typed === 'string' && typed !== '' ? typed : on, recheckedOn: '', corrected: null } };
}

/** A demand issued before the standing approval belongs to an earlier round. */
function demandRefusal(file: CaseFile, document: DocumentSummary): AppError | null {
  if (file.stage !== 'DEMAND') return { code: 'STEP_NOT_ALLOWED', message: '案件不在催告环节，不能登记催告书的送达。' };
  const approvedAt = file.approvals.findLast((approval) => approval.event === 'approve-demand')?.at ?? '';
  return (document.issuedAt ?? '') >= approvedAt ? null : notReady('这份催告书是以前签发的，与现在批准的催告不一致。请重新签发后再送达。', ARTICLES.demand);
}

const EFFECTS: Partial<Readonly<Record<DocumentCode, PaperRule>>> = {
  GZS: {
    serveRefusal: noticeRefusal,
    onService: ({ file, on, today }) => ({ stage: 'NOTIFIED', stageSince: today, notified: file.proposed, notifiedOn: on, hearing: undefined }),
  },
  // The decision is made by being issued, so that its data are filled from the case as decided.
  CFJD: {
    onIssue: ({ file, on, today }) => ({ stage: 'DECIDED', stageSince: today, decided: file.proposed, decidedOn: on }),
    serveRefusal: decisionRefusal,
    onService: decisionServed,
  },
  DCCF: { issueRefusal: summaryRefusal, onIssue: ({ file, on }) => ({ decided: file.proposed, decidedOn: on }), serveRefusal: decisionRefusal, onService: decisionServed },
  BYCF: {
    issueRefusal: noPenaltyRefusal,
    onIssue: ({ on }) => ({ decided: null, decidedOn: on }),
    serveRefusal: (file, document) => (file.stage === 'NOPEN' && file.decidedOn !== null && isStanding(file, document) ? null : { code: 'STEP_NOT_ALLOWED', message: '不予行政处罚决定书尚未签发，不能登记送达。' }),
    onService: noPenaltyServed,
  },
  BGCX: { issueRefusal: (file) => ((file.formerDecisions ?? []).length > 0 ? null : notReady('没有登记变更、撤销处罚决定，不能签发变更（撤销）决定书。', ARTICLES.revision)) },
  ZGTZ: { onService: orderServed },
  DJTZ: { onService: measuresStarted(['preservation']) },
  CFKY: { onService: measuresStarted(['sealing', 'seizure']) },
  TZTZ: { serveRefusal: hearingNoticeRefusal, onService: ({ file, on }) => (file.hearing === undefined ? {} : { hearing: { ...file.hearing, noticeServedOn: on } }) },
  CGS: {
    issueRefusal: (file) => (file.stage === 'DEMAND' ? null : notReady('催告尚未经分管领导批准，批准后才能签发催告书。', ARTICLES.demand)),
    serveRefusal: demandRefusal,
    onService: ({ file, document, on }) => ({ demands: [...(file.demands ?? []), { documentId: document.id, servedOn: on }] }),
  },
};

/** Left with a stage: what belonged to it. */
function leaving(file: CaseFile, changes: Changes): Changes {
  return changes.stage === undefined || changes.stage === file.stage ? changes : { ...changes, countersigns: undefined, returned: undefined };
}

/** Whether the state of the case lets a paper of this kind be issued, beside the rules of the kind. `null` when it does. */
export function paperIssueRefusal(code: DocumentCode, file: CaseFile): AppError | null {
  return EFFECTS[code]?.issueRefusal?.(file) ?? null;
}

export function paperServeRefusal(file: CaseFile, document: DocumentSummary): AppError | null {
  return EFFECTS[document.code]?.serveRefusal?.(file, document) ?? null;
}

export function onIssue(event: PaperEvent): Changes {
  return leaving(event.file, EFFECTS[event.document.code]?.onIssue?.(event) ?? {});
}

export function onService(event: PaperEvent): Changes {
  return leaving(event.file, EFFECTS[event.document.code]?.onService?.(event) ?? {});
}
