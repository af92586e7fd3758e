import type { Wording } from './wording.ts';

type Key = 'lead' | 'none' | 'remark';

/** Provisions on the transfer of suspected criminal cases (行政执法机关移送涉嫌犯罪案件的规定, 2020) article 6. */
export const YSQD_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YSQD-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '随{title}移送的涉案物品如下：',
      none: '本案没有随案移送的物品。',
      remark: '注：本清单一式三份，移送机关、接收机关和案卷各存一份。物品与清单不符的，接收人应当当场注明。',
    },
  },
];
