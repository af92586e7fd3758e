import type { Wording } from './wording.ts';

type Key = 'lead' | 'term' | 'duty' | 'keep' | 'contact' | 'copies' | 'listLead' | 'listConfirm';

/** Administrative Penalty Law (行政处罚法, 2021) articles 56, 85. */
export const DJTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DJTZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '{you}涉嫌{cause}一案，本机关在调查中认为有关证据可能灭失或者以后难以取得（{reason}）。依照《中华人民共和国行政处罚法》第五十六条的规定，经本机关负责人批准，决定自{startedOn}起，对{you}的有关物品（见所附《先行登记保存物品清单》，共{count}项）在{place}予以先行登记保存。',
      term: '本机关将在七个工作日内（自{startedOn}的次日起算，至{dueOn}止）对上述物品作出处理决定。逾期未作出处理决定的，先行登记保存措施自动解除。',
      duty: '先行登记保存期间，{you}或者有关人员不得销毁或者转移上述物品。',
      keep: '上述物品由{keeper}负责保管。',
      contact: '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。',
      copies: '本通知书及清单一式二份，一份送达当事人，一份由本机关存档备查。',
      listLead: '登记保存地点：{place}\n登记保存日期：{startedOn}',
      listConfirm: '以上物品经当场清点，名称、数量和状态与清单一致。',
    },
  },
];
