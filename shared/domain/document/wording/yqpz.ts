import type { Wording } from './wording.ts';

type Key = 'lead' | 'approve' | 'deferred' | 'surcharge' | 'rest' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 66(2), 72. */
export const YQPZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YQPZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{decidedOn}对{you}作出《{name}》（{no}），{content}。{you}于{appliedOn}以确有经济困难为由，向本机关申请{kind}。',
      approve: '经审查，{you}的申请符合《中华人民共和国行政处罚法》第六十六条第二款的规定，本机关批准{you}{kind}，缴纳的期限和数额如下：',
      deferred: '{you}应当于{dueOn}前一次缴清罚款{amount}。',
      surcharge: '{you}按上述期限和数额足额缴纳的，不加处罚款；任何一期到期不缴纳的，本机关将依照《中华人民共和国行政处罚法》第七十二条第一款第（一）项的规定，自该期到期之次日起每日按到期未缴纳罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。',
      rest: '行政处罚决定载明的其他事项仍按原决定执行。暂缓或者分期缴纳期限届满仍不履行的，本机关将依法申请人民法院强制执行。',
      copies: '本批准书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
