import { ARTICLES } from '../articles.ts';
import { SPOT_GROUNDS } from '../grounds.ts';
import type { Transition } from '../table.types.ts';
import { DISTINCT_ACT, LICENCE_CHECKED, NO_RECUSAL, OFFICERS, PENALTY_GUARDS } from './fields.ts';

/** Summary procedure (简易程序、当场处罚; domain notes §1.7). The decision comes into being when 当场行政处罚决定书 is issued. */
export const SUMMARY_TABLE: readonly Transition[] = [
  {
    event: 'summary-penalty', from: ['CLUE'], to: 'DECIDED', actors: ['officer'],
    guards: ['summaryOfficers', 'summaryThreshold', 'filingFacts', ...PENALTY_GUARDS, 'spotCollection', 'summaryDated', 'partyAsRegistered', 'actNotHandled'],
    fields: [
      { ...OFFICERS, label: '执法人员', help: '两名持有有效行政执法证的执法人员，您本人应在其中。' },
      NO_RECUSAL,
      { key: 'clear', label: '违法事实确凿并有法定依据，已出示执法证件，已告知拟作出处罚的内容、事实、理由、依据和当事人的权利', kind: 'confirm', required: true },
      { key: 'decidedAt', label: '当场处罚时间', kind: 'minute', required: true },
      { key: 'place', label: '当场处罚地点', kind: 'text', required: true },
      { key: 'defenceHeard', label: '当事人的陈述、申辩及复核情况', kind: 'long-text', required: true, help: '当事人没有陈述、申辩的，写明“无”。' },
      { key: 'collection', label: '罚款缴纳方式', kind: 'choice', required: true, choices: { bank: '当事人十五日内到指定银行（电子支付系统）缴纳', spot: '当场收缴' } },
      { key: 'spotGround', label: '当场收缴的理由', kind: 'choice', required: false, choices: SPOT_GROUNDS },
      LICENCE_CHECKED,
      DISTINCT_ACT,
    ],
    opinion: 'none', aside: true, document: 'DCCF', article: ARTICLES.summary,
  },
  {
    // What was registered wrongly, before any decision: the clue is open again, for this procedure or the ordinary one.
    event: 'withdraw-summary', from: ['DECIDED'], to: 'CLUE', actors: ['case-officer'], guards: ['summaryUnissued'],
    fields: [], opinion: 'required', aside: true, article: ARTICLES.summaryDecision,
  },
  {
    event: 'report-summary', from: ['DECIDED', 'SERVED'], to: 'stay', actors: ['case-officer'], guards: ['summaryUnreported'],
    fields: [{ key: 'reportedOn', label: '报所属行政机关备案日期', kind: 'date', required: true }], opinion: 'none', aside: true, article: ARTICLES.summaryDecision,
  },
  {
    event: 'hand-in-fine', from: ['SERVED', 'OVERDUE'], to: 'stay', actors: ['case-officer'], guards: ['fineCollectedOnSpot'],
    fields: [{ key: 'handedInOn', label: '罚款交至行政机关日期', kind: 'date', required: true, help: '执法人员应当自收缴罚款之日起二日内交至行政机关。' }],
    opinion: 'none', aside: true, article: ARTICLES.handIn,
  },
];
