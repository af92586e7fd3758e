import type { Wording } from './wording.ts';

type Key = 'lead' | 'due' | 'plan' | 'reduce' | 'noReduce' | 'breach' | 'effect';

/** Administrative Coercion Law (行政强制法, 2012) article 42. */
export const ZXXY_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'ZXXY-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '甲方于{decidedOn}对乙方作出《{name}》（{no}），{content}。乙方逾期未履行该行政处罚决定。依照《中华人民共和国行政强制法》第四十二条的规定，在不损害公共利益和他人合法权益的前提下，甲、乙双方就该行政处罚决定的履行达成如下协议：',
      due: '截至{on}，乙方尚应缴纳罚款{unpaid}，加处的罚款{surcharge}。',
      plan: '乙方按下列期限和数额分阶段履行：',
      reduce: '乙方采取下列补救措施的，甲方减免加处的罚款{reduced}：{measures}。',
      noReduce: '加处的罚款不予减免。',
      breach: '执行协议应当履行。乙方不履行本协议任何一期义务的，甲方依法恢复强制执行，已约定减免的加处罚款恢复计算，并可以就未履行的全部义务依法申请人民法院强制执行。',
      effect: '本协议自甲方盖章、乙方签名或者盖章之日起生效，一式二份，双方各执一份。',
    },
  },
];
