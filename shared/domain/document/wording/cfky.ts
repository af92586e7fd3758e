import type { Wording } from './wording.ts';

type Key = 'lead' | 'term' | 'extend' | 'keepSelf' | 'keep' | 'duty' | 'rights' | 'remedies' | 'noStay' | 'contact' | 'copies' | 'listLead' | 'listConfirm';

/**
 * Administrative Coercion Law (行政强制法, 2012) articles 8, 18, 23–27; Administrative Reconsideration Law (行政复议法, 2023)
 * articles 20, 24; Administrative Litigation Law (行政诉讼法, 2017) article 46.
 */
export const CFKY_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'CFKY-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '经查，{you}涉嫌{cause}，{reason}。依照{power}的规定，本机关决定对{you}的有关场所、设施或者财物（见所附《{measure}物品清单》，共{count}项）予以{measure}。',
      term: '{measure}期限为三十日，自{from}起至{to}止。{measure}地点：{place}。',
      extend: '情况复杂的，经本机关负责人批准可以延长，延长期限不超过三十日，延长决定将书面告知{you}并说明理由；对物品需要进行检测、检验或者技术鉴定的，{measure}的期间不包括检测、检验或者技术鉴定的期间。',
      keepSelf: '{measure}的物品由{you}就地保管。{you}应当妥善保管，不得使用、销毁、转移或者损毁，不得擅自启封。',
      keep: '{measure}的物品由{keeper}保管。本机关将妥善保管，不使用或者损毁；因{measure}发生的保管费用由本机关承担。',
      duty: '{measure}期间，任何人不得擅自启封、使用、转移、变卖或者损毁{measure}的场所、设施或者财物。',
      rights: '依照《中华人民共和国行政强制法》第八条的规定，{you}对本机关实施行政强制措施享有陈述权、申辩权；因本机关违法实施行政强制受到损害的，有权依法要求赔偿。',
      remedies: '{you}如不服本决定，可以自收到本决定书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本决定书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      noStay: '申请行政复议或者提起行政诉讼期间，本决定不停止执行，法律另有规定的除外。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本决定书及清单一式二份，由当事人和本机关分别保存。',
      listLead: '{measure}地点：{place}\n{measure}日期：{from}',
      listConfirm: '以上物品经当场清点，名称、数量和状态与清单一致。本清单一式二份，由当事人和本机关分别保存。',
    },
  },
];
