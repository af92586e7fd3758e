import type { Wording } from './wording.ts';

type Key = 'lead' | 'leadPending' | 'fine' | 'confiscation' | 'surcharge' | 'surchargeCapped' | 'total' | 'other' | 'term' | 'payAt' | 'payNotice' | 'rights' | 'court' | 'contact' | 'copies';

/** Administrative Coercion Law (行政强制法, 2012) articles 35, 36, 53, 54, 69; Administrative Penalty Law (行政处罚法, 2021) articles 72, 73. */
export const CGS_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'CGS-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{decidedOn}对{you}作出《{name}》（{no}），并于{servedOn}送达{you}。{you}在法定期限内未申请行政复议或者提起行政诉讼，又未履行该行政处罚决定。依照《中华人民共和国行政强制法》第三十五条、第五十四条的规定，现催告{you}履行下列义务：',
      leadPending: '本机关于{decidedOn}对{you}作出《{name}》（{no}），并于{servedOn}送达{you}。{you}至今未履行该行政处罚决定确定的义务。依照《中华人民共和国行政强制法》第三十五条、第五十四条的规定，现催告{you}履行下列义务：',
      fine: '缴纳罚款{amount}',
      confiscation: '缴纳没收的违法所得{amount}',
      surcharge: '缴纳加处的罚款{amount}（自{from}起每日按逾期未缴纳罚款的百分之三计算，截至{on}共{days}日；此后继续加处的，计算至缴清之日，总额不超出罚款的数额）',
      surchargeCapped: '缴纳加处的罚款{amount}（自{from}起每日按逾期未缴纳罚款的百分之三计算，已达到罚款的数额，不再增加）',
      total: '以上各项截至{on}合计{amount}',
      other: '{item}',
      term: '请{you}自收到本催告书之日起十个工作日内履行上述义务。履行方式：{method}。',
      payAt: '到{bank}（收款户名：{payee}；账号：{account}）缴纳',
      payNotice: '持《行政处罚决定书》到本机关《缴款通知书》载明的代收银行缴纳，也可以通过电子支付系统缴纳',
      rights: '依照《中华人民共和国行政强制法》第三十六条的规定，{you}收到本催告书后有权进行陈述和申辩。{you}提出的事实、理由或者证据成立的，本机关将予以采纳。',
      court: '逾期仍不履行的，本机关将依照《中华人民共和国行政强制法》第五十三条、第五十四条的规定，申请人民法院强制执行。',
      contact: '联系地址：{address}；联系人：{person}；联系电话：{phone}。',
      copies: '本催告书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
