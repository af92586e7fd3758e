import * as approval from './approval.ts';
import * as closing from './closing.ts';
import * as court from './court.ts';
import * as decision from './decision.ts';
import * as exclusion from './exclusion.ts';
import * as facts from './facts.ts';
import type { Guard } from './guard.ts';
import * as hearing from './hearing.ts';
import * as measures from './measures.ts';
import * as noPenalty from './no-penalty.ts';
import * as notice from './notice.ts';
import * as officers from './officers.ts';
import * as penalty from './penalty.ts';
import * as performance from './performance.ts';
import * as remedies from './remedies.ts';
import * as sameAct from './same-act.ts';
import * as summary from './summary.ts';
import * as transfer from './transfer.ts';

/** Every guard the procedure table may name. */
export const GUARDS = {
  assigneesQualified: officers.assigneesQualified,
  officersQualified: officers.officersQualified,
  filingFacts: facts.filingFacts,
  partyNamed: facts.partyNamed,
  partyComplete: facts.partyComplete,
  partyAsRegistered: facts.partyAsRegistered,
  evidencePresent: facts.evidencePresent,
  withinLimitation: facts.withinLimitation,
  verificationExtensible: facts.verificationExtensible,
  recordIssued: facts.recordIssued,
  reportDrafted: facts.reportDrafted,
  factsStated: facts.factsStated,
  penaltyInRange: penalty.penaltyInRange,
  correctionFirst: penalty.correctionFirst,
  notHeavierThanNotified: penalty.notHeavierThanNotified,
  notHeavierForDefence: penalty.notHeavierForDefence,
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
  deciderImpartial: decision.deciderImpartial,
  decisionNotApproved: decision.decisionNotApproved,
  discussionDated: decision.discussionDated,
  withinCaseTerm: decision.withinCaseTerm,
  caseExtensible: decision.caseExtensible,
  statutoryItems: decision.statutoryItems,
  decisionServed: closing.decisionServed,
  performed: closing.performed,
  corrected: closing.corrected,
  countersigned: approval.countersigned,
  countersignersKnown: approval.countersignersKnown,
  sentBack: approval.sentBack,
  wasReturned: approval.wasReturned,
  exclusionStartable: exclusion.exclusionStartable,
  exclusionEndable: exclusion.exclusionEndable,
  exclusionsEnded: exclusion.exclusionsEnded,
  summaryOfficers: summary.summaryOfficers,
  summaryThreshold: summary.summaryThreshold,
  spotCollection: summary.spotCollection,
  summaryDated: summary.summaryDated,
  summaryUnissued: summary.summaryUnissued,
  summaryUnreported: summary.summaryUnreported,
  fineCollectedOnSpot: summary.fineCollectedOnSpot,
  measureLawful: measures.measureLawful,
  measureProposed: measures.measureProposed,
  measureRunning: measures.measureRunning,
  measureOutcomeLawful: measures.measureOutcomeLawful,
  measureExtensible: measures.measureExtensible,
  measuresSettled: measures.measuresSettled,
  notTransferred: transfer.notTransferred,
  notReported: transfer.notReported,
  transferTeam: transfer.transferTeam,
  crimeReported: transfer.crimeReported,
  transferMovable: transfer.transferMovable,
  transferMoved: transfer.transferMoved,
  transferUnanswered: transfer.transferUnanswered,
  transferAnswerDated: transfer.transferAnswerDated,
  noHearingYet: hearing.noHearingYet,
  hearingRequestDated: hearing.hearingRequestDated,
  hearingRequestInTime: hearing.hearingRequestInTime,
  hearingUnanswered: hearing.hearingUnanswered,
  hearingClass: hearing.hearingClass,
  hearingRefusable: hearing.hearingRefusable,
  hostFit: hearing.hostFit,
  hearingPending: hearing.hearingPending,
  hearingWithdrawn: hearing.hearingWithdrawn,
  hearingOpen: hearing.hearingOpen,
  hearingUnheld: hearing.hearingUnheld,
  hearingSetAhead: hearing.hearingSetAhead,
  hearingNoticeInTime: hearing.hearingNoticeInTime,
  hearingHeld: hearing.hearingHeld,
  hearingConcluded: hearing.hearingConcluded,
  hearingReviewed: hearing.hearingReviewed,
  factsFound: noPenalty.factsFound,
  noPenaltyGrounded: noPenalty.noPenaltyGrounded,
  decisionUnmade: noPenalty.decisionUnmade,
  somethingOwed: performance.somethingOwed,
  finePaid: performance.finePaid,
  planFits: performance.planFits,
  deferralStillFits: performance.deferralStillFits,
  deferralPending: performance.deferralPending,
  paymentLapsed: performance.paymentLapsed,
  instalmentMissed: performance.instalmentMissed,
  notStayed: performance.notStayed,
  agreementFits: performance.agreementFits,
  demandLapsed: performance.demandLapsed,
  courtWindowOpen: performance.courtWindowOpen,
  courtDated: court.courtDated,
  courtUnanswered: court.courtUnanswered,
  courtUnruled: court.courtUnruled,
  courtGranted: court.courtGranted,
  courtRuled: court.courtRuled,
  courtNotEnded: court.courtNotEnded,
  noRemedyRunning: remedies.noRemedyRunning,
  remedyDated: remedies.remedyDated,
  remedyOpen: remedies.remedyOpen,
  remedyEnded: remedies.remedyEnded,
  penaltyDecided: remedies.penaltyDecided,
  changedPenaltyLighter: remedies.changedPenaltyLighter,
  revisionInRange: remedies.revisionInRange,
  publishable: remedies.publishable,
  published: remedies.published,
  actNotHandled: sameAct.actNotHandled,
  actNotFined: sameAct.actNotFined,
  closable: closing.closable,
  volumeComplete: closing.volumeComplete,
  archiveNumberFree: closing.archiveNumberFree,
  reopenable: closing.reopenable,
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof GUARDS;

export { closingGroundOn } from './closing.ts';
export { firstRefusal, type Guard } from './guard.ts';
export { standingEvidence } from './facts.ts';
export { certificateRefusal, checkOfficers, investigators } from './officers.ts';
export { outstandingFen, owedFen } from './owed.ts';
export { heavierIn } from './penalty.ts';
