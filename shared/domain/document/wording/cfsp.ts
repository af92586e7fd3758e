import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'headOpinion' | 'leaderOpinion' | 'reviewed' | 'notReviewed' | 'discussed' | 'notDiscussed';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 57, 58. */
export const CFSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'CFSP-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '本案已履行告知程序，事实清楚，证据确凿，建议依照{basis}的规定作出行政处罚决定。',
      headOpinion: '同意承办人意见，报请审批。',
      leaderOpinion: '同意。',
      reviewed: '{on}，{name}审核{result}：{opinion}',
      notReviewed: '尚未进行法制审核。',
      discussed: '{heldOn}集体讨论，结论：{conclusion}。',
      notDiscussed: '不属于应当集体讨论的情形，未进行集体讨论。',
    },
  },
];
