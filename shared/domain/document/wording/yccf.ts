import type { Wording } from './wording.ts';

type Key = 'lead' | 'decide' | 'rights' | 'remedies' | 'contact' | 'copies';

/** Administrative Coercion Law (行政强制法, 2012) articles 8, 25; Reconsideration Law (2023) article 20; Litigation Law (2017) article 46. */
export const YCCF_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YCCF-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{startedOn}以《查封（扣押）决定书》{decisionNo}对{you}的有关场所、设施或者财物予以{measure}，{measure}期限至{firstDue}届满。',
      decide: '因{reason}，情况复杂，依照《中华人民共和国行政强制法》第二十五条第一款、第二款的规定，经本机关负责人批准，决定将{measure}期限延长{days}日，自{from}起至{to}止。延长期间，原决定书和清单载明的其他事项不变。',
      rights: '依照《中华人民共和国行政强制法》第八条的规定，{you}享有陈述权、申辩权。',
      remedies: '{you}如不服本决定，可以自收到本通知书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本通知书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本通知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
