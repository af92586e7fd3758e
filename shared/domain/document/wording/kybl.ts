import type { Wording } from './wording.ts';

type Key = 'told' | 'confirm' | 'refused';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 43, 46, 47, 55. */
export const KYBL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'KYBL-2026-01',
    from: '2026-01-01',
    texts: {
      told: '执法人员已主动出示行政执法证件，说明来意，并告知：依照《中华人民共和国行政处罚法》第四十三条、第五十五条的规定，认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；应当协助勘验，不得拒绝或者阻挠。',
      confirm: '以上笔录我已看过，与勘验情况一致。',
      refused: '当事人拒绝签名或者不在场的情况说明：{reason}',
    },
  },
];
