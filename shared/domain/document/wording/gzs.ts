import type { Wording } from './wording.ts';

type Key = 'lead' | 'evidenceLead' | 'law' | 'propose' | 'correct' | 'defence' | 'hearing' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 44, 45, 63, 64, 85. */
export const GZS_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'GZS-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关对{you}涉嫌{cause}一案（案号：{caseNo}）已调查终结。依照《中华人民共和国行政处罚法》第四十四条的规定，现将本机关拟作出的行政处罚内容及事实、理由、依据和{you}依法享有的权利告知如下：',
      evidenceLead: '以上事实，有下列证据证实：',
      law: '{you}的上述行为违反了{breached}的规定，依照{basis}的规定，应当予以行政处罚。',
      propose: '依照{basis}的规定，本机关拟对{you}作出如下行政处罚：',
      correct: '同时，依照《中华人民共和国行政处罚法》第二十八条第一款的规定，拟责令{you}改正违法行为：{items}。',
      defence: '依照《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，{you}有权进行陈述和申辩。{you}可以自收到本告知书之日起五个工作日内，向本机关提出书面或者口头的陈述、申辩意见；逾期未提出的，视为放弃陈述、申辩权利。本机关不会因{you}陈述、申辩而给予更重的处罚。',
      hearing: '依照《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，{you}有权要求举行听证。要求听证的，应当自收到本告知书之日起五个工作日内向本机关提出；逾期未提出的，视为放弃听证权利。{you}不承担本机关组织听证的费用。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本告知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
