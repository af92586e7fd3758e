import type { Wording } from './wording.ts';

type Key = 'paste' | 'provider' | 'officers';

/** Administrative Penalty Law (行政处罚法, 2021) articles 46, 54, 55. */
export const ZJTQ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'ZJTQ-2026-01',
    from: '2026-01-01',
    texts: {
      paste: '（复印件、照片粘贴或者附后，多页的逐页编号并加盖骑缝章或者签名）',
      provider: '经核对，上述证据材料与原件（原物）一致，来源属实。',
      officers: '上述证据材料由执法人员二人当场提取，并与原件（原物）核对无误。',
    },
  },
];
