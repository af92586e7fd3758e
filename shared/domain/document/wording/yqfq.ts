import type { Wording } from './wording.ts';

type Key = 'request';

/** Administrative Penalty Law (行政处罚法, 2021) article 66(2). */
export const YQFQ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YQFQ-2026-01',
    from: '2026-01-01',
    texts: {
      request: '申请人因确有经济困难，不能按期足额缴纳罚款。依照《中华人民共和国行政处罚法》第六十六条第二款的规定，申请{kind}，并承诺按批准的期限和数额缴纳。',
    },
  },
];
