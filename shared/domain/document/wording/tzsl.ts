import type { Wording } from './wording.ts';

type Key = 'accept' | 'next' | 'refuse' | 'refuseEffect' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 45, 63, 64. Shared by the notices of acceptance and of refusal. */
export const TZSL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TZSL-2026-01',
    from: '2026-01-01',
    texts: {
      accept: '{you}于{requestedOn}就{cause}一案（{notice}）向本机关提出的听证要求，符合《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，本机关决定予以受理并组织听证。',
      next: '听证的时间、地点和主持人，本机关将在举行听证的七个工作日前书面通知{you}。{you}可以委托一至二人代理，并准备有关证据材料。{you}不承担本机关组织听证的费用。',
      refuse: '{you}于{requestedOn}就{cause}一案（{notice}）向本机关提出的听证要求，经审查，{reason}，不符合《中华人民共和国行政处罚法》第六十三条、第六十四条规定的条件，本机关决定不予受理。',
      refuseEffect: '{you}仍可以依照《中华人民共和国行政处罚法》第四十五条的规定，在规定期限内向本机关进行陈述和申辩。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本通知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
