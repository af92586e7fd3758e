import type { Wording } from './wording.ts';

type Key = 'lead' | 'excludedCoercion' | 'excluded' | 'cost' | 'rights' | 'contact' | 'copies';

/** Administrative Coercion Law (行政强制法, 2012) article 25; the ministry's rules on procedure (住房和城乡建设行政处罚程序规定). */
export const JDQJ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JDQJ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关在办理{you}涉嫌{cause}一案（案号：{caseNo}）中，已委托{institution}对{subject}进行{kind}，{kind}期间自{from}起至{to}止。',
      excludedCoercion: '依照《中华人民共和国行政强制法》第二十五条第三款的规定，查封、扣押的期间不包括上述{kind}的期间。',
      excluded: '上述期间按照《住房和城乡建设行政处罚程序规定》不计入本案的办案期限。',
      cost: '依照《中华人民共和国行政强制法》第二十五条第三款的规定，{kind}的费用由本机关承担。',
      rights: '{kind}结果作出后，本机关将依法告知{you}；{you}对结果有异议的，可以向本机关提出陈述、申辩和有关证据。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本告知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
