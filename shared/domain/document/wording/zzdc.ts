import type { Wording } from './wording.ts';

type Key = 'stop' | 'goOn' | 'end' | 'officerOpinion' | 'headOpinion' | 'leaderOpinion';

/** Rules of the ministry on procedure (住房和城乡建设行政处罚程序规定); Administrative Penalty Law (2021) articles 36, 60. */
export const ZZDC_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'ZZDC-2026-01',
    from: '2026-01-01',
    texts: {
      stop: '中止调查的期间不计入办案期限；中止的原因消除后，应当立即恢复调查。',
      goOn: '中止的原因已经消除，自恢复之日起继续计算办案期限。',
      end: '调查终止后，应当按照规定办理结案和物品处理手续。',
      officerOpinion: '经查，上述理由属实，建议按申请事项办理。',
      headOpinion: '拟同意，报请批准。',
      leaderOpinion: '同意。',
    },
  },
];
