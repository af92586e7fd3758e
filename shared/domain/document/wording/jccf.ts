import type { Wording } from './wording.ts';

type Key = 'lead' | 'partly' | 'all' | 'fetch' | 'contact' | 'copies' | 'listLead' | 'listConfirm';

/** Administrative Coercion Law (行政强制法, 2012) articles 27, 28. */
export const JCCF_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JCCF-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{startedOn}以《查封（扣押）决定书》{decisionNo}对{you}的有关场所、设施或者财物予以{measure}。现因{ground}，依照《中华人民共和国行政强制法》第二十八条第一款第（{item}）项的规定，决定自{releasedOn}起',
      partly: '对所附清单载明的部分场所、设施或者财物（共{count}项）解除{measure}，其余仍按原决定执行。',
      all: '对所附清单载明的全部场所、设施或者财物（共{count}项）解除{measure}。',
      fetch: '依照《中华人民共和国行政强制法》第二十八条第二款的规定，解除{measure}的财物立即退还{you}。请{you}持本决定书和有效身份证件到场清点、领取，并在清单上签名或者盖章。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本决定书及清单一式二份，一份送达当事人，一份由本机关存档备查。',
      listLead: '退还地点：{place}\n退还日期：　　　　年　　月　　日',
      listConfirm: '以上物品经当场清点，名称、数量和状态与清单一致，已如数退还。',
    },
  },
];
