import type { Wording } from './wording.ts';

type Key = 'received' | 'remark';

/** Provisions on the transfer of suspected criminal cases (行政执法机关移送涉嫌犯罪案件的规定, 2020) articles 7, 8. */
export const YSHZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YSHZ-2026-01',
    from: '2026-01-01',
    texts: {
      received: '你单位移送的{title}（移送书文号：{no}）及所附材料已经收到。',
      remark: '注：本回执由接收机关填写后退回移送机关。接收机关作出立案或者不予立案决定的，另行书面通知移送机关。',
    },
  },
];
