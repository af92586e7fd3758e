import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'leaderOpinion';

/** Administrative Penalty Law (行政处罚法, 2021); grounds of closing as in the ministry's procedure rules (住房和城乡建设行政处罚程序规定, 2022). */
export const JASP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JASP-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '本案符合结案条件，建议结案。',
      leaderOpinion: '同意结案。',
    },
  },
];
