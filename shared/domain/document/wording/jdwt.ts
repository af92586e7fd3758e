import type { Wording } from './wording.ts';

type Key = 'lead' | 'items' | 'questions' | 'materials' | 'term' | 'requirements' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 46, 54. */
export const JDWT_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JDWT-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '因办理{cause}一案（案号：{caseNo}）的需要，本机关现委托你单位（资质：{qualification}）对下列事项进行{kind}。',
      items: '委托{kind}的物品（样品、对象）：',
      questions: '请你单位对下列问题提出意见：',
      materials: '随函提供的材料：',
      term: '请你单位于{dueOn}前完成，并出具书面{kind}意见（报告）。需要延长期限或者补充材料的，请及时书面告知本机关。',
      requirements: '{kind}意见（报告）应当载明委托事项、提交的材料、依据和使用的技术手段、结论，并由{kind}人员签名、单位盖章，附单位和人员的资质证明。有应当回避情形的，请在接受委托前说明。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本委托书一式三份，受委托单位一份，本机关二份。委托的期间由本机关另行书面告知当事人。',
    },
  },
];
