import type { Wording } from './wording.ts';

type Key = 'handling' | 'headOpinion' | 'confidential';

/** Administrative Penalty Law (行政处罚法, 2021) articles 50 (confidentiality), 54(1). */
export const AYDJ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'AYDJ-2026-01',
    from: '2026-01-01',
    texts: {
      handling: '建议指派两名以上执法人员对该线索进行核查。',
      headOpinion: '同意核查，由{officers}承办。',
      confidential: '提供人要求保密，身份材料密封后存入副卷',
    },
  },
];
