import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'headOpinion' | 'leaderOpinion' | 'noRecusal';

/** Administrative Penalty Law (行政处罚法, 2021) articles 36, 43, 54(2). */
export const LASP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'LASP-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '经核查，符合立案条件，建议依照《中华人民共和国行政处罚法》第五十四条第二款的规定立案调查。',
      headOpinion: '同意核查，由{officers}承办。',
      leaderOpinion: '同意立案。',
      noRecusal: '拟指派的执法人员与本案没有直接利害关系或者其他可能影响公正执法的关系，无需回避。',
    },
  },
];
