import type { Wording } from './wording.ts';

type Key = 'source' | 'process' | 'evidenceLead' | 'law' | 'propose' | 'correct' | 'noItems' | 'sign';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 54, 57. */
export const DCZJ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DCZJ-2026-01',
    from: '2026-01-01',
    texts: {
      source: '{receivedOn}，本机关通过{source}{found}{subject}的线索。',
      process: '经核查，本机关于{filedOn}对该案立案（案号：{caseNo}），由执法人员{officers}调查。调查期间，执法人员依法{acts}，共取得证据{count}份，现已调查终结。',
      evidenceLead: '认定上述事实的证据如下：',
      law: '当事人的上述行为违反了{breached}的规定，依照{basis}的规定，应当予以行政处罚。',
      propose: '综上，建议依照{basis}的规定，对当事人作出如下行政处罚：',
      correct: '同时，建议依照《中华人民共和国行政处罚法》第二十八条第一款的规定，责令当事人改正违法行为：{items}。',
      noItems: '本案无先行登记保存、查封、扣押的物品。',
      sign: '以上报告，请审核。',
    },
  },
];
