import type { Wording } from './wording.ts';

type Key = 'lead' | 'passed' | 'failed' | 'noReview';

/** Administrative Penalty Law (行政处罚法, 2021) article 58. */
export const FZSH_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'FZSH-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '依照《中华人民共和国行政处罚法》第五十八条的规定，对下列案件的处理意见进行了法制审核。',
      passed: '审核通过，同意办案机构的处理意见。',
      failed: '审核不通过，退回办案机构处理。',
      noReview: '尚未作出审核结论',
    },
  },
];
