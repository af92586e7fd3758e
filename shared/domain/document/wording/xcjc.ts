import type { Wording } from './wording.ts';

type Key = 'told' | 'confirm' | 'refused';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 43, 55. */
export const XCJC_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'XCJC-2026-01',
    from: '2026-01-01',
    texts: {
      told: '执法人员已主动出示执法证件，说明来意，并告知：依照《中华人民共和国行政处罚法》第四十三条、第五十五条的规定，认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；应当如实回答询问，并协助检查，不得拒绝或者阻挠。',
      confirm: '以上笔录我已看过，与检查情况一致。',
      refused: '被检查人拒绝签名的情况说明：{reason}',
    },
  },
];
