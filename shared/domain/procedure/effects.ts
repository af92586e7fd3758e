import type { CaseFile, Discussion, LegalReview } from '../case-file/case-file.ts';
import { REVIEW_POINT_KEYS } from '../case-file/case-file.ts';
import type { Countersign, NoPenaltyGround } from '../case-file/side-lines.ts';
import { HEARING_EFFECTS } from './effects/hearing.ts';
import { type Changes, type Effect, type StepInput, text, texts } from './effects/input.ts';
import { MEASURE_EFFECTS } from './effects/measures.ts';
import { PERFORMANCE_EFFECTS } from './effects/performance.ts';
import { noticeUndone } from './effects/rounds.ts';
import { TRANSFER_EFFECTS } from './effects/transfer.ts';
import type { CaseEvent } from './events.ts';
import { distinctActs } from './linked-case.ts';
import { closingGroundOn } from './guards/index.ts';
import { chineseDate } from '../time-limit/days.ts';

export type { StepInput } from './effects/input.ts';

function review(input: StepInput, passed: boolean): Changes {
  const answers = input.data['points'] as Readonly<Record<string, unknown>>;
  const points = Object.fromEntries(REVIEW_POINT_KEYS.map((point) => [point, answers[point] === true])) as LegalReview['points'];
  const { actor, now } = input.context;
  const entry: LegalReview = { reviewerId: actor.id, reviewerName: actor.name, passed, points, opinion: input.opinion, at: now };
  return { reviews: [...input.file.reviews, entry] };
}

function discussion(input: StepInput): Discussion {
  return { heldOn: text(input, 'heldOn'), attendees: texts(input, 'attendees'), conclusion: text(input, 'conclusion') };
}

/** A defence ends a waiver; a further one joins the first, and both are reviewed together. */
function defence(input: StepInput): CaseFile['defence'] {
  const [receivedOn, content, earlier] = [text(input, 'receivedOn'), text(input, 'content'), input.file.defence];
  if (earlier === null) return { receivedOn, content, reviewOpinion: '', adopted: null };
  return { ...earlier, content: `${earlier.content}\n${chineseDate(receivedOn)}又提出：${content}`, reviewOpinion: '', adopted: null };
}

function assign(input: StepInput): Changes {
  const { file, context } = input;
  const officerIds = texts(input, 'officerIds');
  const replaced = file.officerIds.filter((id) => !officerIds.includes(id));
  const former = [...new Set([...(file.formerOfficerIds ?? []), ...replaced])];
  return { officerIds, assignedOn: file.assignedOn ?? context.today, ...(former.length === 0 ? {} : { formerOfficerIds: former }) };
}

/** Kept for the decision: which cases of the party were stated to be of another act (art. 29). */
function toldApart({ file, context, data }: StepInput): Changes {
  const ids = data['distinctAct'] === true ? distinctActs(file, context.otherCases ?? []) : [];
  return ids.length === 0 ? {} : { distinctCaseIds: ids };
}

/** The officers who acted are the officers of the case; the decision itself is made when its paper is issued. */
function summaryPenalty(input: StepInput): Changes {
  const { actor, today } = input.context;
  const others = texts(input, 'officerIds').filter((id) => id !== actor.id);
  return {
    procedure: 'summary', officerIds: [actor.id, ...others], assignedOn: today, ...toldApart(input),
    summary: {
      decidedAt: text(input, 'decidedAt'), place: text(input, 'place'), defenceHeard: text(input, 'defenceHeard'), collection: text(input, 'collection') === 'spot' ? 'spot' : 'bank',
      spotGround: text(input, 'collection') === 'spot' ? text(input, 'spotGround') : '', handedInOn: null, reportedOn: null,
    },
  };
}

/** As it was before; who was there remains one who investigated. */
function summaryWithdrawn({ file }: StepInput): Changes {
  const formerOfficerIds = [...new Set([...(file.formerOfficerIds ?? []), ...file.officerIds])];
  return { procedure: 'ordinary', summary: undefined, distinctCaseIds: undefined, officerIds: [], assignedOn: null, formerOfficerIds };
}

function summaryDate(input: StepInput, key: 'reportedOn' | 'handedInOn'): Changes {
  return input.file.summary === undefined ? {} : { summary: { ...input.file.summary, [key]: text(input, key) } };
}

function countersignsAsked(input: StepInput): Changes {
  const { file, context } = input;
  const asked = texts(input, 'officerIds').map((officerId): Countersign => ({
    officerId, officerName: context.officers.get(officerId)?.name ?? '', askedBy: context.actor.id, askedAt: context.now, signedAt: null, agrees: null,
  }));
  return { countersigns: [...(file.countersigns ?? []), ...asked] };
}

function countersigned(input: StepInput): Changes {
  const { actor, now } = input.context;
  const signed = (countersign: Countersign): Countersign => (countersign.officerId === actor.id ? { ...countersign, signedAt: now, agrees: text(input, 'agrees') === 'yes' } : countersign);
  return { countersigns: (input.file.countersigns ?? []).map(signed) };
}

function resumed({ file, context }: StepInput): Changes {
  return { suspensions: file.suspensions.map((suspension) => (suspension.to === null ? { ...suspension, to: context.today } : suspension)) };
}

const undone: Effect = ({ file, context }) => noticeUndone(file, context.today);

/** What a step writes into the case beside its stage. Steps not named here only move the case. */
export const EFFECTS: Partial<Readonly<Record<CaseEvent, Effect>>> = {
  assign,
  'extend-verification': () => ({ verificationExtended: true }),
  'propose-filing': (input) => ({ fiveYearLimitation: input.data['fiveYears'] === true }),
  'approve-filing': (input) => ({ filedOn: input.context.today, ...toldApart(input) }),
  'summary-penalty': summaryPenalty,
  'withdraw-summary': summaryWithdrawn,
  'report-summary': (input) => summaryDate(input, 'reportedOn'),
  'hand-in-fine': (input) => summaryDate(input, 'handedInOn'),
  suspend: (input) => ({ suspensions: [...input.file.suspensions, { from: input.context.today, to: null, ground: text(input, 'ground') }] }),
  resume: resumed,
  'approve-notice': () => ({ noticeApproved: true }),
  'return-notice': undone,
  'record-defence': (input) => ({ defence: defence(input), waiverEvidenceId: null, discussion: null, decisionApproved: false }),
  'waive-defence': (input) => ({ waiverEvidenceId: text(input, 'evidenceId') }),
  'review-defence': (input) => ({
    defence: input.file.defence === null ? null : { ...input.file.defence, reviewOpinion: text(input, 'reviewOpinion'), adopted: text(input, 'adopted') === 'yes' },
  }),
  renotify: undone,
  'pass-review': (input) => review(input, true),
  'return-review-investigation': (input) => ({ ...undone(input), ...review(input, false) }),
  'return-review-notice': (input) => ({ ...undone(input), ...review(input, false) }),
  'record-discussion': (input) => ({ discussion: discussion(input) }),
  'approve-decision': () => ({ decisionApproved: true }),
  'return-decision': () => ({ decisionApproved: false, discussion: null }),
  'propose-no-penalty': (input) => ({ noPenaltyGround: text(input, 'ground') as NoPenaltyGround, decisionApproved: false }),
  'approve-no-penalty': () => ({ decisionApproved: true }),
  'return-no-penalty': undone,
  'extend-case': (input) => ({ extensionDays: [...input.file.extensionDays, Number(input.data['days'])] }),
  'request-countersign': countersignsAsked,
  countersign: countersigned,
  'propose-closing': ({ file, context }) => ({ closingGroundOn: file.closingGroundOn ?? closingGroundOn(file) ?? context.today }),
  'approve-closing': ({ context }) => ({ closedOn: context.today }),
  ...HEARING_EFFECTS,
  ...MEASURE_EFFECTS,
  ...TRANSFER_EFFECTS,
  ...PERFORMANCE_EFFECTS,
};

/** What a step writes into the approvals: the opinion, and what was said in its fields where they carry the words. */
export function opinionOf(event: CaseEvent, input: StepInput): string {
  if (event === 'record-defence') return [text(input, 'content'), input.opinion].filter((part) => part !== '').join('\n');
  if (event === 'review-defence') return text(input, 'reviewOpinion');
  if (event === 'record-discussion') return text(input, 'conclusion');
  if (event === 'countersign') return `${text(input, 'agrees') === 'yes' ? '同意' : '不同意'}。${input.opinion}`;
  return input.opinion;
}
