import type { Wording } from './wording.ts';

type Key = 'lead' | 'known' | 'defence' | 'both' | 'hearing' | 'free';

/** Administrative Penalty Law (行政处罚法, 2021) articles 44, 45, 63, 64. */
export const FQSM_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'FQSM-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '{we}已于{noticeOn}收到你机关送达的{notice}，已知悉你机关拟作出的行政处罚内容及事实、理由、依据。',
      known: '{we}清楚依法享有{rights}，以及行使该项权利的期限。',
      defence: '现{we}自愿放弃陈述、申辩的权利。',
      both: '现{we}自愿放弃陈述、申辩的权利和要求听证的权利。',
      hearing: '现{we}自愿放弃要求听证的权利。',
      free: '以上声明是{we}的真实意思表示。',
    },
  },
];
