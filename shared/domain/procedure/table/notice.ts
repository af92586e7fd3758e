import { ARTICLES } from '../articles.ts';
import type { Transition } from '../table.types.ts';
import { DEFENCE_FIELDS, NO_HEARING, PENALTY_GUARDS } from './fields.ts';

/** Prior notice and defence (domain notes §1.3, 8–10). */
export const NOTICE_TABLE: readonly Transition[] = [
  {
    event: 'approve-notice', from: ['NOTICE_APPR'], to: 'stay', actors: ['leader'], guards: ['noticeNotApproved', 'countersigned', 'notTransferred', ...PENALTY_GUARDS, 'notHeavierForDefence'],
    fields: [], opinion: 'optional', document: 'GZS', article: ARTICLES.notice,
  },
  { event: 'return-notice', from: ['NOTICE_APPR'], to: 'CONCL', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  {
    event: 'record-defence', from: ['NOTIFIED'], to: 'DEFENCE', actors: ['case-officer', 'leader'], guards: ['defenceInTime'],
    fields: DEFENCE_FIELDS, opinion: 'optional', document: 'SSBL', article: ARTICLES.defence,
  },
  {
    event: 'waive-defence', from: ['NOTIFIED'], to: 'stay', actors: ['case-officer'], guards: ['waiverCoversHearing'],
    fields: [
      { key: 'evidenceId', label: '书面放弃声明（扫描件）', kind: 'evidence', required: true },
      { key: 'includesHearing', label: '声明同时放弃听证权利', kind: 'confirm', required: false },
    ],
    opinion: 'none', document: 'FQSM', article: ARTICLES.defence,
  },
  { event: 'close-defence', from: ['NOTIFIED'], to: 'after-defence', actors: ['case-officer'], guards: ['defenceOver', 'hearingNotRequested'], fields: [NO_HEARING], opinion: 'none', article: ARTICLES.defence },
  {
    event: 'review-defence', from: ['DEFENCE'], to: 'after-defence', actors: ['case-officer'], guards: ['notHeavierThanNotified', 'penaltyInRange', 'hearingNotRequested'],
    fields: [
      { key: 'adopted', label: '是否采纳', kind: 'choice', required: true, choices: { yes: '采纳（全部或者部分）', no: '不采纳' } },
      { key: 'reviewOpinion', label: '复核意见', kind: 'long-text', required: true },
      NO_HEARING,
    ],
    opinion: 'none', document: 'SSFH', article: ARTICLES.defence,
  },
  { event: 'renotify', from: ['NOTIFIED', 'DEFENCE'], to: 'NOTICE_APPR', actors: ['case-officer'], guards: [], fields: [], opinion: 'required', returns: true, document: 'GZS', article: ARTICLES.notice },
  {
    // What comes within the term is heard wherever the case stands, until the decision is made (art. 45).
    event: 'record-defence', from: ['DEFENCE', 'LEGAL', 'COLLECT', 'DEC_APPR'], to: 'DEFENCE', actors: ['case-officer', 'leader'], guards: ['defenceInTime'],
    fields: DEFENCE_FIELDS, opinion: 'required', returns: true, document: 'SSBL', article: ARTICLES.defence,
  },
];
