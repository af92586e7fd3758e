import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'headOpinion' | 'leaderOpinion' | 'normal' | 'urgent';

/** Administrative Coercion Law (行政强制法, 2012) articles 18, 19, 22, 23, 25. */
export const QZSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'QZSP-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '上述场所、设施或者财物与违法行为有关，符合采取行政强制措施的法定条件，建议依法实施。',
      headOpinion: '拟同意，报请批准。',
      leaderOpinion: '同意实施。',
      normal: '实施前报请批准（《中华人民共和国行政强制法》第十八条）。',
      urgent: '情况紧急，已当场实施，现依照《中华人民共和国行政强制法》第十九条的规定报告并补办批准手续。',
    },
  },
];
