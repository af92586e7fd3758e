import type { Wording } from './wording.ts';

type Key = 'officerOpinion' | 'head' | 'leader' | 'remark';

/** Administrative Penalty Law (行政处罚法, 2021) articles 66(2), 72(2). */
export const YQSPB_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YQSPB-2026-01',
    from: '2026-01-01',
    texts: {
      officerOpinion: '经核实，当事人经济困难的情况属实，建议依照《中华人民共和国行政处罚法》第六十六条第二款的规定，准予{kind}。',
      head: '同意，报请审批。',
      leader: '同意。',
      remark: '注：批准延期、分期缴纳罚款的，申请人民法院强制执行的期限，自暂缓或者分期缴纳罚款期限结束之日起计算（《中华人民共和国行政处罚法》第七十二条第二款）。',
    },
  },
];
