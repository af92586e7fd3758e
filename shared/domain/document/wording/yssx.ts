import type { Wording } from './wording.ts';

type Key = 'lead' | 'ground' | 'transfer' | 'answer' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) article 27; Provisions on the transfer of suspected criminal cases (行政执法机关移送涉嫌犯罪案件的规定, 2020) articles 3, 5, 6, 8. */
export const YSSX_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YSSX-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关在查处{title}（案号：{caseNo}）过程中，发现当事人的行为涉嫌犯罪。',
      ground: '涉嫌犯罪的事实和理由：{ground}。',
      transfer: '依照《中华人民共和国行政处罚法》第二十七条第一款和《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条、第六条的规定，经本机关正职负责人于{decidedOn}批准，现将该案移送你单位处理。',
      answer: '请依照《行政执法机关移送涉嫌犯罪案件的规定》第八条的规定，自接受移送之日起三日内进行审查，作出立案或者不予立案的决定，并将决定书面通知本机关；不予立案的，请同时说明理由并退回案卷材料。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本移送书一式三份，一份送公安机关，一份抄送人民检察院，一份由本机关存档备查。',
    },
  },
];
