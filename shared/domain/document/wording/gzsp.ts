import type { Wording } from './wording.ts';

type Key = 'hearing' | 'noHearing' | 'officerOpinion' | 'headOpinion' | 'leaderOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) articles 44, 45, 63. */
export const GZSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'GZSP-2026-01',
    from: '2026-01-01',
    texts: {
      hearing: '拟处罚达到听证标准，告知当事人陈述、申辩权利的同时，告知其有要求听证的权利。',
      noHearing: '拟处罚未达到听证标准，告知当事人陈述、申辩权利。',
      officerOpinion: '本案已调查终结，事实清楚，证据充分，建议按上述内容告知当事人。',
      headOpinion: '拟同意，报请批准。',
      leaderOpinion: '同意告知。',
    },
  },
];
