import { ARTICLES } from '../articles.ts';
import type { StepField, Transition } from '../table.types.ts';

const REQUEST: readonly StepField[] = [
  { key: 'requestedOn', label: '提出听证要求的日期', kind: 'date', required: true },
  { key: 'requestEvidenceId', label: '书面听证申请', kind: 'evidence', required: false, help: '口头提出的不选，在意见中记明。' },
];

const ADVICE = { uphold: '维持拟处罚意见', reduce: '从轻、减轻处罚', drop: '不予处罚', renotify: '变更事实、依据或者处罚，重新告知', reinvestigate: '补充调查' } as const;

/** Hearing (听证; domain notes §1.3, 11; Administrative Penalty Law, art. 63–65). */
export const HEARING_TABLE: readonly Transition[] = [
  {
    event: 'request-hearing', from: ['NOTIFIED', 'DEFENCE'], to: 'HEAR', actors: ['case-officer'], guards: ['noHearingYet', 'hearingRequestDated'],
    fields: REQUEST, opinion: 'optional', aside: true, article: ARTICLES.hearing,
  },
  {
    // A request within the term stops the case wherever it stands before the decision.
    event: 'request-hearing', from: ['LEGAL', 'COLLECT', 'DEC_APPR'], to: 'HEAR', actors: ['case-officer'], guards: ['noHearingYet', 'hearingRequestDated', 'hearingRequestInTime'],
    fields: REQUEST, opinion: 'required', returns: true, article: ARTICLES.hearing,
  },
  {
    event: 'accept-hearing', from: ['HEAR'], to: 'stay', actors: ['leader'], guards: ['hearingUnanswered', 'hearingClass', 'hearingRequestInTime', 'hostFit'],
    fields: [
      { key: 'hostId', label: '听证主持人', kind: 'officer', required: true, help: '由非本案调查人员担任。' },
      { key: 'recorderId', label: '记录员', kind: 'officer', required: true },
    ],
    opinion: 'optional', document: 'TZSL', article: ARTICLES.hearingHost,
  },
  { event: 'refuse-hearing', from: ['HEAR'], to: 'without-hearing', actors: ['leader'], guards: ['hearingUnanswered', 'hearingRefusable'], fields: [], opinion: 'required', aside: true, document: 'TZSL', article: ARTICLES.hearing },
  {
    event: 'withdraw-hearing', from: ['HEAR'], to: 'without-hearing', actors: ['case-officer', 'hearing-host'], guards: ['hearingPending', 'hearingWithdrawn'],
    fields: [{ key: 'evidenceId', label: '当事人撤回听证要求的书面材料', kind: 'evidence', required: true }], opinion: 'none', aside: true, article: ARTICLES.hearing,
  },
  {
    // A new day needs a new notice.
    event: 'schedule-hearing', from: ['HEAR'], to: 'stay', actors: ['hearing-host'], guards: ['hearingOpen', 'hearingUnheld', 'hearingSetAhead'],
    fields: [
      { key: 'heldAt', label: '听证时间', kind: 'minute', required: true, help: '听证通知书应当在举行的七个工作日前送达。' },
      { key: 'place', label: '听证地点', kind: 'text', required: true },
      { key: 'publicity', label: '听证方式', kind: 'choice', required: true, choices: { public: '公开', closed: '不公开（涉及国家秘密、商业秘密或者个人隐私）' } },
    ],
    opinion: 'none', document: 'TZTZ', article: ARTICLES.hearingNotice,
  },
  {
    event: 'record-hearing', from: ['HEAR'], to: 'stay', actors: ['hearing-host'], guards: ['hearingOpen', 'hearingUnheld', 'hearingNoticeInTime'],
    fields: [{ key: 'partyAbsent', label: '当事人及其代理人无正当理由拒不出席或者中途退出，视为放弃听证权利', kind: 'confirm', required: false }],
    opinion: 'none', document: 'TZBL', article: ARTICLES.hearingNotice,
  },
  {
    event: 'report-hearing', from: ['HEAR'], to: 'after-hearing', actors: ['hearing-host'], guards: ['hearingHeld'],
    fields: [
      { key: 'findings', label: '听证认定的事实', kind: 'long-text', required: true },
      { key: 'advice', label: '听证意见', kind: 'choice', required: true, choices: ADVICE },
      { key: 'recordSigned', label: '听证笔录已交当事人或者其代理人核对无误后签字或者盖章（拒签的已注明）', kind: 'confirm', required: true },
    ],
    opinion: 'required', document: 'TZBG', article: ARTICLES.hearingRecord,
  },
  {
    event: 'record-defence', from: ['HEAR'], to: 'stay', actors: ['case-officer', 'leader'], guards: ['defenceInTime'],
    fields: [{ key: 'receivedOn', label: '收到日期', kind: 'date', required: true }, { key: 'content', label: '陈述、申辩的事实、理由和证据', kind: 'long-text', required: true }],
    opinion: 'optional', aside: true, document: 'SSBL', article: ARTICLES.defence,
  },
];
