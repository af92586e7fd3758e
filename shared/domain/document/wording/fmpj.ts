import type { Wording } from './wording.ts';

type Key = 'area' | 'remark';

/** Administrative Penalty Law (行政处罚法, 2021) articles 67, 70, 74. */
export const FMPJ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'FMPJ-2026-01',
    from: '2026-01-01',
    texts: {
      area: '（票据粘贴处）',
      remark: '注：粘贴时右边线对齐，不得遮盖票据编号、金额和日期；票据较多的，可以另附页。',
    },
  },
];
