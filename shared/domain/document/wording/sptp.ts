import type { Wording } from './wording.ts';

type Key = 'statement' | 'paste' | 'confirm';

/** Administrative Penalty Law (行政处罚法, 2021) articles 46, 47. */
export const SPTP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'SPTP-2026-01',
    from: '2026-01-01',
    texts: {
      statement: '下列照片、视听资料由执法人员在执法过程中拍摄、录制，未经剪辑、修改，原始文件由本机关保存；校验值按原始文件计算，可供核验。',
      paste: '（照片粘贴处，可另附页；视听资料注明载体和编号）',
      confirm: '当事人（在场人）核对意见：',
    },
  },
];
