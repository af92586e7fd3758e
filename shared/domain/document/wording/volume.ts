import type { Wording } from './wording.ts';

type Key = 'paging' | 'notes' | 'media';

/** Standing notes of the volume's own pages: cover, catalogue, 备考表, envelope (domain notes §2.6). */
export const VOLUME_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'VOLUME-2026-01',
    from: '2026-01-01',
    texts: {
      paging: '注：有文字、图表的页面编页号；封面、目录、备考表和空白页不编页号。',
      notes: '注：卷内文件有缺损、修改、补充、移出、销毁等情况的，应当注明日期和经办人；没有的填“无”。',
      media: '注：启封、借出、归还均须登记；电子介质以本页所列散列值核对内容是否改动。',
    },
  },
];
