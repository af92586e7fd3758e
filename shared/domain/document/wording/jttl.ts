import type { Wording } from './wording.ts';

type Key = 'basis' | 'rights' | 'statement';

/** Administrative Penalty Law (行政处罚法, 2021) article 57(2). */
export const JTTL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JTTL-2026-01',
    from: '2026-01-01',
    texts: {
      basis: '依照《中华人民共和国行政处罚法》第五十七条第二款的规定，本机关负责人对本案集体讨论如下：',
      rights: '主持人宣布讨论事项，询问出席人员是否存在应当回避的情形，出席人员均表示没有。',
      statement: '以上笔录经出席人员核对无误，签名确认。',
    },
  },
];
