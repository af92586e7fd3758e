import { ARTICLES } from '../articles.ts';
import { TERM_STAGES } from '../stages.ts';
import type { Transition } from '../table.types.ts';
import { NO_PENALTY, PENALTY_GUARDS, REVIEW_ANSWERS } from './fields.ts';

/** Legal review, collective discussion, decision, not punishing (domain notes §1.3, 12–14). */
export const DECISION_TABLE: readonly Transition[] = [
  {
    event: 'pass-review', from: ['LEGAL'], to: 'after-review', actors: ['legal-reviewer'], guards: ['reviewerFit', 'reviewPointsPassed', ...PENALTY_GUARDS, 'notHeavierThanNotified'],
    fields: [REVIEW_ANSWERS], opinion: 'required', document: 'FZSH', article: ARTICLES.review,
  },
  { event: 'return-review-investigation', from: ['LEGAL'], to: 'INVEST', actors: ['legal-reviewer'], guards: ['reviewerFit'], fields: [REVIEW_ANSWERS], opinion: 'required', returns: true, document: 'FZSH', article: ARTICLES.review },
  { event: 'return-review-notice', from: ['LEGAL'], to: 'NOTICE_APPR', actors: ['legal-reviewer'], guards: ['reviewerFit'], fields: [REVIEW_ANSWERS], opinion: 'required', returns: true, document: 'FZSH', article: ARTICLES.review },
  {
    event: 'record-discussion', from: ['COLLECT'], to: 'DEC_APPR', actors: ['leader'], guards: ['discussionDated', 'notHeavierThanNotified', 'penaltyInRange'],
    fields: [
      { key: 'heldOn', label: '讨论日期', kind: 'date', required: true },
      { key: 'attendees', label: '参加人员', kind: 'names', required: true, help: '至少三人，逐一写明姓名和职务。' },
      { key: 'conclusion', label: '讨论结论', kind: 'long-text', required: true },
    ],
    opinion: 'none', document: 'JTTL', article: ARTICLES.discussion,
  },
  {
    event: 'approve-decision', from: ['DEC_APPR'], to: 'stay', actors: ['leader'],
    guards: [
      'decisionNotApproved', 'deciderImpartial', 'countersigned', 'notTransferred', 'officersQualified', ...PENALTY_GUARDS, 'noticeServed', 'defenceOver', 'defenceReviewed', 'hearingOffered', 'hearingConcluded',
      'notHeavierThanNotified', 'reviewPassed', 'discussionHeld', 'exclusionsEnded', 'withinCaseTerm', 'statutoryItems', 'actNotFined',
    ],
    fields: [], opinion: 'optional', document: 'CFJD', article: ARTICLES.decision,
  },
  { event: 'return-decision', from: ['DEC_APPR'], to: 'LEGAL', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  { event: 'renotify', from: ['COLLECT', 'DEC_APPR'], to: 'NOTICE_APPR', actors: ['case-officer', 'leader'], guards: [], fields: [], opinion: 'required', returns: true, document: 'GZS', article: ARTICLES.notice },
  {
    event: 'propose-no-penalty', from: ['CONCL'], to: 'NOPEN', actors: ['unit-head'], guards: ['factsFound', 'noPenaltyGrounded'],
    fields: [NO_PENALTY], opinion: 'required', aside: true, document: 'CFSP', article: ARTICLES.noPenalty,
  },
  {
    // The defence, the hearing or the discussion may show that no penalty is due.
    event: 'propose-no-penalty', from: ['DEFENCE', 'COLLECT', 'DEC_APPR'], to: 'NOPEN', actors: ['case-officer', 'leader'], guards: ['factsFound', 'noPenaltyGrounded'],
    fields: [NO_PENALTY], opinion: 'required', aside: true, document: 'CFSP', article: ARTICLES.noPenalty,
  },
  {
    event: 'approve-no-penalty', from: ['NOPEN'], to: 'stay', actors: ['leader'], guards: ['decisionNotApproved', 'deciderImpartial', 'countersigned', 'notTransferred', 'officersQualified', 'partyComplete', 'hearingReviewed', 'exclusionsEnded', 'withinCaseTerm'],
    fields: [{ key: 'educated', label: '已要求对当事人进行教育', kind: 'confirm', required: true }], opinion: 'optional', document: 'BYCF', article: ARTICLES.noPenalty,
  },
  { event: 'return-no-penalty', from: ['NOPEN'], to: 'CONCL', actors: ['leader'], guards: ['decisionUnmade'], fields: [], opinion: 'required', returns: true },
  {
    event: 'extend-case', from: TERM_STAGES, to: 'stay', actors: ['leader'], guards: ['withinCaseTerm', 'caseExtensible'],
    fields: [
      { key: 'days', label: '延长天数', kind: 'days', required: true, min: 1, max: 60, help: '第一次不超过30日；第二次须经集体讨论，不超过60日。' },
      { key: 'discussedOn', label: '集体讨论日期（第二次延长）', kind: 'date', required: false },
    ],
    opinion: 'required', aside: true, document: 'YQSP', article: ARTICLES.caseTerm,
  },
];
