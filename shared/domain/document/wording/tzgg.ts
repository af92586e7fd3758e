import type { Wording } from './wording.ts';

type Key = 'lead' | 'time' | 'place' | 'host' | 'attend' | 'order' | 'contact';

/** Administrative Penalty Law (行政处罚法, 2021) articles 63, 64. */
export const TZGG_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TZGG-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '依照《中华人民共和国行政处罚法》第六十四条的规定，本机关定于近期就{party}涉嫌{cause}一案公开举行听证，现将有关事项公告如下：',
      time: '听证时间：{heldAt}。',
      place: '听证地点：{place}。',
      host: '听证主持人：{host}；记录员：{recorder}。',
      attend: '需要旁听的，请于{registerBy}前持有效身份证件向本机关登记，旁听名额{seats}；名额已满的，按登记先后确定。',
      order: '旁听人员应当遵守听证纪律，未经听证主持人许可不得发言、提问、录音、录像或者摄影。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
    },
  },
];
