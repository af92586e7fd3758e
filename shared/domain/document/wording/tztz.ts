import type { Wording } from './wording.ts';

type Key = 'lead' | 'open' | 'closed' | 'people' | 'attend' | 'bring' | 'absent' | 'contact' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 63, 64, 85. */
export const TZTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TZTZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '根据{you}的要求，依照《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，本机关定于{heldAt}在{place}就{cause}一案（{notice}）举行听证。',
      open: '本次听证公开举行。',
      closed: '本案涉及国家秘密、商业秘密或者个人隐私依法予以保密，本次听证不公开举行。',
      people: '本次听证由{host}担任主持人，{recorder}担任记录员。{you}认为主持人与本案有直接利害关系的，有权在听证举行前向本机关申请回避，并说明理由。',
      attend: '{you}可以亲自参加听证，也可以委托一至二人代理。委托代理的，应当在听证举行前向本机关提交授权委托书，载明委托事项和权限。',
      bring: '参加听证时请携带有效身份证件、{papers}以及有关证据；有证人作证的，请事先告知本机关。',
      absent: '{you}及代理人无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，本机关将终止听证。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本通知书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
