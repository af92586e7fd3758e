import type { Wording } from './wording.ts';

type Key = 'told' | 'confirm' | 'refused' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 43, 55, 56. */
export const CYQZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'CYQZ-2026-01',
    from: '2026-01-01',
    texts: {
      told: '依照《中华人民共和国行政处罚法》第五十六条的规定，本机关对下列物品抽样取证。执法人员已出示行政执法证件，并告知有权申请回避。样品已在持有人（见证人）在场的情况下抽取、编号并加封。',
      confirm: '以上抽样情况属实，样品封样完好。',
      refused: '持有人拒绝签名的情况说明：{reason}',
      copies: '本凭证一式二份，一份交样品持有人，一份由本机关存档备查。',
    },
  },
];
