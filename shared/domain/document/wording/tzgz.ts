import type { Wording } from './wording.ts';

type Key = 'lead' | 'propose' | 'right' | 'how' | 'silence' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 44, 63, 64, 85. */
export const TZGZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TZGZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关对{you}涉嫌{cause}一案（案号：{caseNo}）已调查终结。经查明：',
      propose: '{you}的上述行为违反了{breached}的规定，依照{basis}的规定，本机关拟对{you}作出如下行政处罚：',
      right: '依照《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，{you}有权要求举行听证。要求听证的，应当自收到本告知书之日起五个工作日内向本机关提出；逾期未提出的，视为放弃听证权利。',
      how: '听证由本机关指定的非本案调查人员主持；{you}可以亲自参加听证，也可以委托一至二人代理；{you}不承担本机关组织听证的费用。',
      silence: '{you}不要求听证的，仍有权依照《中华人民共和国行政处罚法》第四十四条、第四十五条的规定进行陈述和申辩，本机关不会因{you}陈述、申辩或者要求听证而给予更重的处罚。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本告知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
