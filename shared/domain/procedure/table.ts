import { REVIEW_POINTS } from '../case-file/case-file.ts';
import { ARTICLES } from './articles.ts';
import type { CaseEvent } from './events.ts';
import type { Stage } from './stages.ts';
import type { StepField, Transition } from './table.types.ts';

/** Conditions of filing (domain notes §1.3, 2). */
export const FILING_CONDITIONS = {
  evidence: '有初步证据证明存在违法行为',
  jurisdiction: '属于本机关管辖',
  limitation: '未超过行政处罚追责时效',
} as const;

/** Grounds of suspension (domain notes §1.9). */
export const SUSPENSION_GROUNDS = {
  A: '须以另一案件的裁判或者行政决定为依据',
  B: '法律适用问题需送请有权机关解释或者确认',
  C: '因不可抗力致使调查暂时无法进行',
  D: '当事人下落不明',
  E: '其他应当中止调查的情形',
} as const;

/** Grounds of not filing. */
export const REJECTION_GROUNDS = {
  'no-violation': '违法事实不成立',
  jurisdiction: '不属于本机关管辖',
  limitation: '已超过追责时效',
  minor: '违法行为轻微并及时改正，没有造成危害后果',
  other: '其他不予立案的情形',
} as const;

const OFFICERS: StepField = {
  key: 'officerIds', label: '承办人、协办人', kind: 'officers', required: true,
  help: '至少两名，均须持有有效的行政执法证；排在第一位的是承办人。',
};
const NO_RECUSAL: StepField = { key: 'noRecusal', label: '经核对，上述人员没有应当回避的情形', kind: 'confirm', required: true };
const REVIEW_ANSWERS: StepField = { key: 'points', label: '审核要点', kind: 'answers', required: true, choices: REVIEW_POINTS };

const DEFENCE_FIELDS: readonly StepField[] = [
  { key: 'receivedOn', label: '收到日期', kind: 'date', required: true },
  { key: 'content', label: '陈述、申辩的事实、理由和证据', kind: 'long-text', required: true },
];
const NO_HEARING: StepField = {
  key: 'noHearing', label: '当事人在期限内没有要求听证', kind: 'confirm', required: false, whenHearing: true,
  help: '本案已告知听证权利。当事人要求听证的，应当组织听证，不能继续办理这一步。',
};

/** Stages in which the 90-day term may be extended. */
export const TERM_STAGES: readonly Stage[] = ['INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'LEGAL', 'COLLECT', 'DEC_APPR'];

/** Everything a penalty must withstand, whoever looks at it: at the report, the notice and the decision alike. */
const PENALTY_GUARDS = ['partyComplete', 'factsStated', 'evidencePresent', 'withinLimitation', 'penaltyInRange', 'correctionFirst'] as const;

/** The main line of the ordinary procedure (domain notes §1.4), in the order of the rail. */
export const TRANSITIONS: readonly Transition[] = [
  {
    event: 'assign', from: ['CLUE'], to: 'VERIFY', actors: ['unit-head'], guards: ['assigneesQualified'],
    fields: [OFFICERS, NO_RECUSAL], opinion: 'optional', article: ARTICLES.officers,
  },
  {
    // An officer may leave or be recused on the way; whoever investigated before still counts as one who did.
    event: 'assign', from: ['VERIFY', ...TERM_STAGES, 'DECIDED', 'SERVED'], to: 'stay', actors: ['unit-head'], guards: ['assigneesQualified'],
    fields: [OFFICERS, NO_RECUSAL], opinion: 'required', article: ARTICLES.officers,
  },
  {
    event: 'extend-verification', from: ['VERIFY'], to: 'stay', actors: ['leader'], guards: ['verificationExtensible'],
    fields: [], opinion: 'required', article: ARTICLES.procedureRules,
  },
  {
    event: 'reject-clue', from: ['VERIFY'], to: 'NOFILE', actors: ['leader'], guards: [],
    fields: [{ key: 'ground', label: '不予立案理由', kind: 'choice', required: true, choices: REJECTION_GROUNDS }], opinion: 'required', article: ARTICLES.filing,
  },
  {
    event: 'propose-filing', from: ['VERIFY'], to: 'FILING', actors: ['case-officer'],
    guards: ['officersQualified', 'filingFacts', 'partyNamed', 'evidencePresent', 'withinLimitation'],
    fields: [
      { key: 'conditions', label: '立案条件', kind: 'checklist', required: true, choices: FILING_CONDITIONS },
      { key: 'fiveYears', label: '涉及公民生命健康安全、金融安全且有危害后果（追责时效五年）', kind: 'confirm', required: false },
    ],
    opinion: 'optional', document: 'LASP', article: ARTICLES.filing,
  },
  { event: 'approve-filing', from: ['FILING'], to: 'INVEST', actors: ['leader'], guards: ['officersQualified', 'filingFacts', 'partyNamed', 'evidencePresent', 'withinLimitation'], fields: [], opinion: 'optional', document: 'LASP', article: ARTICLES.filing },
  { event: 'return-filing', from: ['FILING'], to: 'VERIFY', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  {
    event: 'refuse-filing', from: ['FILING'], to: 'NOFILE', actors: ['leader'], guards: [],
    fields: [{ key: 'ground', label: '不予立案理由', kind: 'choice', required: true, choices: REJECTION_GROUNDS }], opinion: 'required', article: ARTICLES.filing,
  },
  {
    event: 'submit-report', from: ['INVEST'], to: 'CONCL', actors: ['case-officer'],
    guards: ['officersQualified', 'recordIssued', 'reportDrafted', ...PENALTY_GUARDS],
    fields: [
      { key: 'recordsSigned', label: '笔录已由两名执法人员和被检查人（被询问人）逐页签名', kind: 'confirm', required: true },
      { key: 'identityEvidenceId', label: '证明当事人主体资格的证据', kind: 'evidence', required: true, help: '例如营业执照或者居民身份证复印件。' },
    ],
    opinion: 'optional', document: 'DCZJ', article: ARTICLES.evidence,
  },
  {
    event: 'suspend', from: ['INVEST'], to: 'SUSP', actors: ['leader'], guards: [],
    fields: [{ key: 'ground', label: '中止理由', kind: 'choice', required: true, choices: SUSPENSION_GROUNDS }], opinion: 'required', article: ARTICLES.procedureRules,
  },
  { event: 'resume', from: ['SUSP'], to: 'INVEST', actors: ['leader'], guards: [], fields: [], opinion: 'optional', article: ARTICLES.procedureRules },
  { event: 'approve-report', from: ['CONCL'], to: 'NOTICE_APPR', actors: ['unit-head'], guards: PENALTY_GUARDS, fields: [], opinion: 'optional', document: 'GZS', article: ARTICLES.discretion },
  { event: 'return-report', from: ['CONCL'], to: 'INVEST', actors: ['unit-head'], guards: [], fields: [], opinion: 'required', returns: true },
  {
    event: 'approve-notice', from: ['NOTICE_APPR'], to: 'stay', actors: ['leader'], guards: ['noticeNotApproved', ...PENALTY_GUARDS],
    fields: [], opinion: 'optional', document: 'GZS', article: ARTICLES.notice,
  },
  { event: 'return-notice', from: ['NOTICE_APPR'], to: 'CONCL', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  {
    event: 'record-defence', from: ['NOTIFIED'], to: 'DEFENCE', actors: ['case-officer', 'leader'], guards: ['defenceInTime'],
    fields: DEFENCE_FIELDS, opinion: 'optional', article: ARTICLES.defence,
  },
  {
    event: 'waive-defence', from: ['NOTIFIED'], to: 'stay', actors: ['case-officer'], guards: ['waiverCoversHearing'],
    fields: [
      { key: 'evidenceId', label: '书面放弃声明（扫描件）', kind: 'evidence', required: true },
      { key: 'includesHearing', label: '声明同时放弃听证权利', kind: 'confirm', required: false },
    ],
    opinion: 'none', article: ARTICLES.defence,
  },
  { event: 'close-defence', from: ['NOTIFIED'], to: 'after-defence', actors: ['case-officer'], guards: ['defenceOver', 'hearingNotRequested'], fields: [NO_HEARING], opinion: 'none', article: ARTICLES.defence },
  {
    event: 'review-defence', from: ['DEFENCE'], to: 'after-defence', actors: ['case-officer'], guards: ['notHeavierThanNotified', 'penaltyInRange', 'hearingNotRequested'],
    fields: [
      { key: 'adopted', label: '是否采纳', kind: 'choice', required: true, choices: { yes: '采纳（全部或者部分）', no: '不采纳' } },
      { key: 'reviewOpinion', label: '复核意见', kind: 'long-text', required: true },
      NO_HEARING,
    ],
    opinion: 'none', article: ARTICLES.defence,
  },
  { event: 'renotify', from: ['NOTIFIED', 'DEFENCE'], to: 'NOTICE_APPR', actors: ['case-officer'], guards: [], fields: [], opinion: 'required', returns: true, document: 'GZS', article: ARTICLES.notice },
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
    opinion: 'none', article: ARTICLES.discussion,
  },
  {
    event: 'approve-decision', from: ['DEC_APPR'], to: 'stay', actors: ['leader'],
    guards: [
      'decisionNotApproved', 'officersQualified', ...PENALTY_GUARDS, 'noticeServed', 'defenceOver', 'defenceReviewed', 'hearingOffered',
      'notHeavierThanNotified', 'reviewPassed', 'discussionHeld', 'withinCaseTerm', 'statutoryItems',
    ],
    fields: [], opinion: 'optional', document: 'CFJD', article: ARTICLES.decision,
  },
  { event: 'return-decision', from: ['DEC_APPR'], to: 'LEGAL', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  { event: 'renotify', from: ['COLLECT', 'DEC_APPR'], to: 'NOTICE_APPR', actors: ['case-officer', 'leader'], guards: [], fields: [], opinion: 'required', returns: true, document: 'GZS', article: ARTICLES.notice },
  {
    // What comes within the term is heard wherever the case stands, until the decision is made (art. 45).
    event: 'record-defence', from: ['DEFENCE', 'LEGAL', 'COLLECT', 'DEC_APPR'], to: 'DEFENCE', actors: ['case-officer', 'leader'], guards: ['defenceInTime'],
    fields: DEFENCE_FIELDS, opinion: 'required', returns: true, article: ARTICLES.defence,
  },
  {
    event: 'extend-case', from: TERM_STAGES, to: 'stay', actors: ['leader'], guards: ['withinCaseTerm', 'caseExtensible'],
    fields: [
      { key: 'days', label: '延长天数', kind: 'days', required: true, min: 1, max: 60, help: '第一次不超过30日；第二次须经集体讨论，不超过60日。' },
      { key: 'discussedOn', label: '集体讨论日期（第二次延长）', kind: 'date', required: false },
    ],
    opinion: 'required', article: ARTICLES.caseTerm,
  },
  {
    event: 'propose-closing', from: ['SERVED'], to: 'CLOSE_APPR', actors: ['case-officer'], guards: ['decisionServed', 'performed', 'corrected'],
    fields: [{ key: 'otherItemsDone', label: '决定书载明的其他事项已全部履行', kind: 'confirm', required: true }],
    opinion: 'required', article: ARTICLES.procedureRules,
  },
  { event: 'approve-closing', from: ['CLOSE_APPR'], to: 'CLOSED', actors: ['leader'], guards: ['decisionServed', 'performed', 'corrected'], fields: [], opinion: 'optional', article: ARTICLES.procedureRules },
  { event: 'return-closing', from: ['CLOSE_APPR'], to: 'SERVED', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
];

/** The transition an event takes from a stage, or `undefined` where it does not exist. */
export function transitionOf(stage: Stage, event: CaseEvent): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.event === event && transition.from.includes(stage));
}
