import type { Wording } from './wording.ts';

type Key = 'lead' | 'materials' | 'reply' | 'contact' | 'receipt' | 'receiptBody';

/** Administrative Penalty Law (行政处罚法, 2021) article 26. */
export const XZXC_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'XZXC-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关正在办理{title}（案号：{caseNo}）。因调查取证的需要，依照《中华人民共和国行政处罚法》第二十六条的规定，请你单位对属于你单位职权范围内的下列事项予以协助：',
      materials: '请随复函提供下列材料（复印件请注明与原件一致并加盖印章）：',
      reply: '请于{dueOn}前书面函复本机关。因故不能协助或者不能按期函复的，请说明理由。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      receipt: '协助调查函（回执）',
      receiptBody: '你机关《协助调查函》{docNo}收悉。',
    },
  },
];
