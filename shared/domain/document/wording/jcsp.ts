import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'headOpinion' | 'leaderOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 54(1); prior approval: 国办发〔2024〕54号. */
export const JCSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JCSP-2026-01',
    from: '2026-01-01',
    texts: { officerOpinion: '建议按上述安排实施行政检查。', headOpinion: '同意，请分管领导审批。', leaderOpinion: '同意实施行政检查。' },
  },
];
