import * as closing from './closing.ts';
import * as decision from './decision.ts';
import * as facts from './facts.ts';
import type { Guard } from './guard.ts';
import * as notice from './notice.ts';
import * as officers from './officers.ts';
import * as penalty from './penalty.ts';

/** Every guard the procedure table may name. */
export const GUARDS = {
  assigneesQualified: officers.assigneesQualified,
  officersQualified: officers.officersQualified,
  filingFacts: facts.filingFacts,
  partyNamed: facts.partyNamed,
  partyComplete: facts.partyComplete,
  evidencePresent: facts.evidencePresent,
  withinLimitation: facts.withinLimitation,
  verificationExtensible: facts.verificationExtensible,
  recordIssued: facts.recordIssued,
  reportDrafted: facts.reportDrafted,
  factsStated: facts.factsStated,
  penaltyInRange: penalty.penaltyInRange,
  correctionFirst: penalty.correctionFirst,
  notHeavierThanNotified: penalty.notHeavierThanNotified,
  hearingOffered: penalty.hearingOffered,
  discussionHeld: penalty.discussionHeld,
  noticeNotApproved: notice.noticeNotApproved,
  noticeServed: notice.noticeServed,
  defenceOver: notice.defenceOver,
  defenceInTime: notice.defenceInTime,
  waiverCoversHearing: notice.waiverCoversHearing,
  defenceReviewed: notice.defenceReviewed,
  hearingNotRequested: notice.hearingNotRequested,
  reviewerFit: decision.reviewerFit,
  reviewPointsPassed: decision.reviewPointsPassed,
  reviewPassed: decision.reviewPassed,
  decisionNotApproved: decision.decisionNotApproved,
  discussionDated: decision.discussionDated,
  withinCaseTerm: decision.withinCaseTerm,
  caseExtensible: decision.caseExtensible,
  statutoryItems: decision.statutoryItems,
  decisionServed: closing.decisionServed,
  performed: closing.performed,
  corrected: closing.corrected,
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof GUARDS;

export { closingGroundOn, outstandingFen } from './closing.ts';
export { firstRefusal, type Guard } from './guard.ts';
export { standingEvidence } from './facts.ts';
export { checkOfficers, investigators } from './officers.ts';
export { heavierIn } from './penalty.ts';
