import type { Wording } from './wording.ts';

type Key = 'all' | 'partly' | 'none' | 'confirm' | 'refused' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 42, 55. */
export const FCJL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'FCJL-2026-01',
    from: '2026-01-01',
    texts: {
      all: '经复查，责令改正的事项已全部改正。',
      partly: '经复查，责令改正的事项部分改正，未改正的事项本机关将依法处理。',
      none: '经复查，责令改正的事项未改正，本机关将依法处理。',
      confirm: '以上复查情况我已看过，与实际情况一致。',
      refused: '被复查人拒绝签名的情况说明：{reason}',
      copies: '本记录一式二份，一份交被复查人，一份由本机关存档备查。',
    },
  },
];
