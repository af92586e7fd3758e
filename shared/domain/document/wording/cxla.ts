import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'headOpinion' | 'leaderOpinion' | 'noMeasures';

/** Administrative Penalty Law (行政处罚法, 2021) articles 22, 23, 29, 54. */
export const CXLA_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'CXLA-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '立案后查明的情况表明，本案不应当继续按行政处罚案件办理，建议撤销立案。',
      headOpinion: '同意撤销立案，请分管领导审批。',
      leaderOpinion: '同意撤销立案。',
      noMeasures: '本案未采取先行登记保存和查封、扣押措施。',
    },
  },
];
