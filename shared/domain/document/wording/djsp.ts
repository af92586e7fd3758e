import type { Wording } from './wording.ts';

type Key = 'legal' | 'officerOpinion' | 'headOpinion' | 'leaderOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) article 56. */
export const DJSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DJSP-2026-01',
    from: '2026-01-01',
    texts: {
      legal: '《中华人民共和国行政处罚法》第五十六条：在证据可能灭失或者以后难以取得的情况下，经行政机关负责人批准，可以先行登记保存，并应当在七日内及时作出处理决定。',
      officerOpinion: '上述物品与本案有关联，可能灭失或者以后难以取得，建议先行登记保存。',
      headOpinion: '拟同意，报请批准。',
      leaderOpinion: '同意先行登记保存。',
    },
  },
];
