import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'headOpinion' | 'leaderOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) articles 33, 36, 54(2). */
export const BYLA_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'BYLA-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '经核查，不符合《中华人民共和国行政处罚法》第五十四条第二款规定的立案标准，建议不予立案。',
      headOpinion: '同意不予立案，请分管领导审批。',
      leaderOpinion: '同意不予立案。',
    },
  },
];
