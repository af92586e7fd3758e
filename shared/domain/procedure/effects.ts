import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile, Discussion, LegalReview } from '../case-file/case-file.ts';
import { REVIEW_POINT_KEYS } from '../case-file/case-file.ts';
import type { CaseEvent } from './events.ts';
import { closingGroundOn } from './guards/index.ts';
import { chineseDate } from '../time-limit/days.ts';

/** What a step brings; already checked against its fields. */
export interface StepInput {
  readonly file: CaseFile;
  readonly context: RuleContext;
  readonly data: Readonly<Record<string, unknown>>;
  readonly opinion: string;
}

type Effect = (input: StepInput) => Partial<CaseFile>;

/** A new round of notice forgets the old one; what was said in it stays in the approvals, documents and services. */
const NO_NOTICE: Partial<CaseFile> = {
  noticeApproved: false,
  notified: null,
  notifiedOn: null,
  waiverEvidenceId: null,
  defence: null,
  discussion: null,
  decisionApproved: false,
};

function text(input: StepInput, key: string): string {
  const value = input.data[key];
  return typeof value === 'string' ? value : '';
}

function texts(input: StepInput, key: string): string[] {
  const value = input.data[key];
  return Array.isArray(value) ? value.map(String) : [];
}

function review(input: StepInput, passed: boolean): Partial<CaseFile> {
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

function assign(input: StepInput): Partial<CaseFile> {
  const { file, context } = input;
  const officerIds = texts(input, 'officerIds');
  const replaced = file.officerIds.filter((id) => !officerIds.includes(id));
  const former = [...new Set([...(file.formerOfficerIds ?? []), ...replaced])];
  return { officerIds, assignedOn: file.assignedOn ?? context.today, ...(former.length === 0 ? {} : { formerOfficerIds: former }) };
}

/** What a step writes into the case beside its stage. Steps not named here only move the case. */
export const EFFECTS: Partial<Readonly<Record<CaseEvent, Effect>>> = {
  assign,
  'extend-verification': () => ({ verificationExtended: true }),
  'propose-filing': (input) => ({ fiveYearLimitation: input.data['fiveYears'] === true }),
  'approve-filing': ({ context }) => ({ filedOn: context.today }),
  suspend: (input) => ({ suspensions: [...input.file.suspensions, { from: input.context.today, to: null, ground: text(input, 'ground') }] }),
  resume: ({ file, context }) => ({ suspensions: file.suspensions.map((suspension) => (suspension.to === null ? { ...suspension, to: context.today } : suspension)) }),
  'approve-notice': () => ({ noticeApproved: true }),
  'return-notice': () => NO_NOTICE,
  'record-defence': (input) => ({ defence: defence(input), waiverEvidenceId: null, discussion: null, decisionApproved: false }),
  'waive-defence': (input) => ({ waiverEvidenceId: text(input, 'evidenceId') }),
  'review-defence': (input) => ({
    defence: input.file.defence === null ? null : { ...input.file.defence, reviewOpinion: text(input, 'reviewOpinion'), adopted: text(input, 'adopted') === 'yes' },
  }),
  renotify: () => NO_NOTICE,
  'pass-review': (input) => review(input, true),
  'return-review-investigation': (input) => ({ ...NO_NOTICE, ...review(input, false) }),
  'return-review-notice': (input) => ({ ...NO_NOTICE, ...review(input, false) }),
  'record-discussion': (input) => ({ discussion: discussion(input) }),
  'approve-decision': () => ({ decisionApproved: true }),
  'return-decision': () => ({ decisionApproved: false, discussion: null }),
  'extend-case': (input) => ({ extensionDays: [...input.file.extensionDays, Number(input.data['days'])] }),
  'propose-closing': ({ file, context }) => ({ closingGroundOn: file.closingGroundOn ?? closingGroundOn(file) ?? context.today }),
  'approve-closing': ({ context }) => ({ closedOn: context.today }),
};

/** What a step writes into the approvals: the opinion, and what was said in its fields where they carry the words. */
export function opinionOf(event: CaseEvent, input: StepInput): string {
  if (event === 'record-defence') return [text(input, 'content'), input.opinion].filter((part) => part !== '').join('\n');
  if (event === 'review-defence') return text(input, 'reviewOpinion');
  if (event === 'record-discussion') return text(input, 'conclusion');
  return input.opinion;
}
