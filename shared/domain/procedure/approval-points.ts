import type { Role } from '../officer/officer.ts';
import { ARTICLES } from './articles.ts';
import type { CaseEvent } from './events.ts';
import type { Stage } from './stages.ts';

/** A place in the procedure at which a case waits for an approval, and at which a channel's route may ask for more opinions. */
interface ApprovalPoint {
  readonly title: string;
  readonly stage: Stage;
  /** The approval itself first, then what else ends the stage for good: none of it before the earlier nodes have signed. */
  readonly decides: readonly [CaseEvent, ...CaseEvent[]];
  /** What sends the case back: open to whoever's turn it is, too. */
  readonly returns: readonly CaseEvent[];
  /** Who decides where no route says more: a route may put a higher office in his place, and nobody else. */
  readonly decider: Extract<Role, 'unit-head' | 'legal-reviewer' | 'leader'>;
  /** The law that asks for this decider; `null`: the office's own procedure does. */
  readonly article: string | null;
}

/** Every approval point, in the order of the procedure. */
export const APPROVAL_POINTS = {
  filing: { title: '立案审批', stage: 'FILING', decides: ['approve-filing', 'refuse-filing'], returns: ['return-filing'], decider: 'leader', article: ARTICLES.filing },
  report: { title: '调查终结审核', stage: 'CONCL', decides: ['approve-report', 'propose-no-penalty'], returns: ['return-report'], decider: 'unit-head', article: null },
  notice: { title: '事先告知审批', stage: 'NOTICE_APPR', decides: ['approve-notice'], returns: ['return-notice'], decider: 'leader', article: ARTICLES.notice },
  review: { title: '法制审核', stage: 'LEGAL', decides: ['pass-review'], returns: ['return-review-investigation', 'return-review-notice'], decider: 'legal-reviewer', article: ARTICLES.review },
  decision: { title: '决定审批', stage: 'DEC_APPR', decides: ['approve-decision'], returns: ['return-decision'], decider: 'leader', article: ARTICLES.decision },
  'no-penalty': { title: '不予处罚审批', stage: 'NOPEN', decides: ['approve-no-penalty'], returns: ['return-no-penalty'], decider: 'leader', article: ARTICLES.noPenalty },
  closing: { title: '结案审批', stage: 'CLOSE_APPR', decides: ['approve-closing'], returns: ['return-closing'], decider: 'leader', article: ARTICLES.procedureRules },
} as const satisfies Record<string, ApprovalPoint>;
export type ApprovalPointKey = keyof typeof APPROVAL_POINTS;
export const APPROVAL_POINT_KEYS = Object.keys(APPROVAL_POINTS) as [ApprovalPointKey, ...ApprovalPointKey[]];

/** Roles that sign at approval points; 承办 stands at the head of a route and signs at none (art. 43: nobody judges his own case). */
const SIGNING_ROLES = ['unit-head', 'legal-reviewer', 'leader', 'bureau-head'] as const satisfies readonly Role[];
export type SigningRole = (typeof SIGNING_ROLES)[number];

export function isSigningRole(role: Role): role is SigningRole {
  return (SIGNING_ROLES as readonly Role[]).includes(role);
}

/** The point at which a case in this stage waits; `undefined` for every other stage. */
export function pointOfStage(stage: Stage): ApprovalPointKey | undefined {
  return APPROVAL_POINT_KEYS.find((key) => APPROVAL_POINTS[key].stage === stage);
}

/** The same with the members of the type, not of the literal. */
export function pointOf(key: ApprovalPointKey): ApprovalPoint {
  return APPROVAL_POINTS[key];
}

/** Whether a role may decide at a point: the core's own, or the head of the bureau where the law asks for a leader (负责人, art. 57). */
export function mayDecide(role: Role, key: ApprovalPointKey): boolean {
  const { decider } = APPROVAL_POINTS[key];
  return role === decider || (decider === 'leader' && role === 'bureau-head');
}

/** Whether a role may sign at a point: reviewers at the review and nowhere else, everyone else anywhere but there (art. 58). */
export function maySign(role: Role, key: ApprovalPointKey): boolean {
  return isSigningRole(role) && (role === 'legal-reviewer') === (key === 'review');
}
