import type { Wording } from './wording.ts';

type Key = 'remark';

/** Administrative Penalty Law (行政处罚法, 2021) article 61; Civil Procedure Law (民事诉讼法, 2023) articles 87–95. */
export const SDHZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'SDHZ-2026-01',
    from: '2026-01-01',
    texts: {
      remark: '注：受送达人是公民的，本人不在时交其同住成年家属签收；受送达人是法人或者其他组织的，由法定代表人、主要负责人或者负责收件的人签收。拒绝签收的，应当记明拒收事由和日期，由送达人、见证人签名或者盖章。',
    },
  },
];
