import type { Wording } from './wording.ts';

type Key = 'lead' | 'content' | 'term' | 'contact';

/** Administrative Penalty Law (行政处罚法, 2021) article 61; Civil Procedure Law (民事诉讼法, 2023) article 95. */
export const GGSD_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'GGSD-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '因{reason}，依照《中华人民共和国行政处罚法》第六十一条第一款和《中华人民共和国民事诉讼法》第九十五条的规定，现向{you}公告送达《{name}》（{no}）。',
      content: '该文书的主要内容为：{content}。',
      term: '{you}可以自本公告发布之日起三十日内到本机关领取该文书；逾期不领取的，自{publishedOn}发布本公告之日起，经过三十日即{servedOn}，视为送达。',
      contact: '领取地址：{address}；联系人：{person}；联系电话：{phone}。',
    },
  },
];
