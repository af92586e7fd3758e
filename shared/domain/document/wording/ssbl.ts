import type { Wording } from './wording.ts';

type Key = 'told' | 'notToldYet' | 'hearingAsked' | 'hearingNotAsked' | 'confirm' | 'refused';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 44, 45, 63. */
export const SSBL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'SSBL-2026-01',
    from: '2026-01-01',
    texts: {
      told: '执法人员已出示执法证件，并说明：本机关已于{noticeOn}向当事人送达《行政处罚意见告知书》{noticeNo}，现依照《中华人民共和国行政处罚法》第四十五条的规定，充分听取当事人的陈述和申辩；对当事人提出的事实、理由和证据，本机关将进行复核，成立的予以采纳，不因当事人陈述、申辩而给予更重的处罚。',
      notToldYet: '执法人员已出示执法证件，并说明：依照《中华人民共和国行政处罚法》第四十五条的规定，充分听取当事人的陈述和申辩；对当事人提出的事实、理由和证据，本机关将进行复核，成立的予以采纳，不因当事人陈述、申辩而给予更重的处罚。',
      hearingAsked: '陈述、申辩人同时表示：依照《中华人民共和国行政处罚法》第六十三条的规定要求举行听证。',
      hearingNotAsked: '陈述、申辩人同时表示：不要求举行听证。',
      confirm: '以上笔录我已看过，与我说的一致。',
      refused: '陈述、申辩人拒绝签名的情况说明：{reason}',
    },
  },
];
