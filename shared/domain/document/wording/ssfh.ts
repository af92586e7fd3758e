import type { Wording } from './wording.ts';

type Key = 'rule' | 'adopted' | 'notAdopted' | 'officerOpinion' | 'headOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) article 45. */
export const SSFH_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'SSFH-2026-01',
    from: '2026-01-01',
    texts: {
      rule: '依照《中华人民共和国行政处罚法》第四十五条的规定，对当事人提出的事实、理由和证据进行复核；成立的予以采纳；不因当事人陈述、申辩而给予更重的处罚。',
      adopted: '采纳',
      notAdopted: '不采纳',
      officerOpinion: '经复核，按上述复核结论办理。',
      headOpinion: '同意复核意见。',
    },
  },
];
