import type { Wording } from './wording.ts';

type Key = 'lead' | 'bring' | 'agent' | 'duty' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 43, 55. */
export const DCTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DCTZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '因调查{cause}一案的需要，依照《中华人民共和国行政处罚法》第五十五条的规定，请{who}于{askAt}到{place}，接受本机关执法人员{officers}的调查（询问）。',
      bring: '届时请携带下列证件和材料（复印件应当注明与原件一致并签名或者盖章）：',
      agent: '因故不能到场的，请在上述时间之前与本机关联系，另行约定时间；委托他人接受调查的，受委托人应当携带授权委托书和本人身份证件。',
      duty: '依照《中华人民共和国行政处罚法》第五十五条的规定，当事人或者有关人员应当如实回答询问，并协助调查，不得拒绝或者阻挠；执法人员不出示执法证件的，有权拒绝接受调查。依照该法第四十三条的规定，认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本通知书一式二份，一份送达被通知人，一份由本机关存档备查。',
    },
  },
];
