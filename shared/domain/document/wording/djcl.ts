import type { Wording } from './wording.ts';

type Key = 'lead' | 'released' | 'to-seizure' | 'appraisal' | 'transferred' | 'confiscated' | 'fetch' | 'contact' | 'copies' | 'listConfirm';

/** Administrative Penalty Law (行政处罚法, 2021) article 56. */
export const DJCL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DJCL-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{startedOn}以《先行登记保存证据通知书》{noticeNo}对{you}的有关物品予以先行登记保存。现依照《中华人民共和国行政处罚法》第五十六条的规定，对所附清单载明的物品（共{count}项）作出如下处理决定：',
      released: '解除先行登记保存，将上述物品返还{you}。',
      'to-seizure': '对上述物品依法采取查封、扣押措施，查封（扣押）决定书另行送达。',
      appraisal: '将上述物品送交有资质的机构进行检测、检验、鉴定，结果将依法告知{you}。',
      transferred: '将上述物品随案移送{receiver}处理。',
      confiscated: '上述物品依法应当没收，将在行政处罚决定中一并处理。',
      fetch: '请{you}自收到本决定书之日起，持本决定书和有效身份证件到本机关领取。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本决定书及清单一式二份，一份送达当事人，一份由本机关存档备查。',
      listConfirm: '以上物品经当场清点，名称、数量和状态与清单一致。',
    },
  },
];
