import type { Wording } from './wording.ts';

type Key = 'file' | 'reject' | 'transfer' | 'headOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) articles 22, 23, 36, 54. */
export const HCQK_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'HCQK-2026-01',
    from: '2026-01-01',
    texts: {
      file: '有初步证据证明存在违法行为，属于本机关管辖，未超过行政处罚追责时效，符合立案条件，建议立案调查。',
      reject: '不符合立案条件，建议不予立案。',
      transfer: '不属于本机关管辖，建议移送有管辖权的机关处理。',
      headOpinion: '同意核查意见。',
    },
  },
];
