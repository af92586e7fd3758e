import type { Wording } from './wording.ts';

type Key = 'headOpinion' | 'leaderOpinion';

/** Term and extension follow the ministry's procedure rules (住房和城乡建设行政处罚程序规定), cited without article numbers. */
export const YCHC_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  { version: 'YCHC-2026-01', from: '2026-01-01', texts: { headOpinion: '情况属实，同意延长，请分管领导审批。', leaderOpinion: '同意延长核查期限。' } },
];
