import type { Wording } from './wording.ts';

type Key = 'first' | 'second' | 'officerOpinion' | 'headOpinion' | 'leaderOpinion';

/** Administrative Penalty Law (行政处罚法, 2021) article 60; rules of the ministry on procedure (住房和城乡建设行政处罚程序规定). */
export const YQSP_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YQSP-2026-01',
    from: '2026-01-01',
    texts: {
      first: '《中华人民共和国行政处罚法》第六十条、《住房和城乡建设行政处罚程序规定》：案情复杂等原因不能在规定期限内作出处理决定的，经本机关负责人批准可以延长，延长期限不得超过三十日。',
      second: '《中华人民共和国行政处罚法》第六十条、《住房和城乡建设行政处罚程序规定》：案情特别复杂或者有其他特殊情况，经延期仍不能作出处理决定的，由本机关负责人集体讨论决定是否再次延长，再次延长的期限不得超过六十日。',
      officerOpinion: '因上述原因不能在规定期限内作出处理决定，申请延长办案期限。',
      headOpinion: '拟同意，报请批准。',
      leaderOpinion: '同意延长。',
    },
  },
];
