import type { Wording } from './wording.ts';

type Key = 'lead' | 'paid' | 'unpaid' | 'decide' | 'today' | 'pay' | 'payAt' | 'payNotice' | 'freeze' | 'remedies' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 72, 73; Administrative Coercion Law (行政强制法, 2012) articles 12, 45; Administrative Reconsideration Law (行政复议法, 2023) article 20; Administrative Litigation Law (行政诉讼法, 2017) article 46. */
export const JCFK_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JCFK-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{decidedOn}对{you}作出《{name}》（{no}），决定对{you}处罚款{fine}。该决定书已于{servedOn}送达{you}，缴纳期限至{dueOn}届满。{paid}',
      paid: '{you}已缴纳罚款{paid}，尚有{unpaid}未缴纳。',
      unpaid: '{you}至今未缴纳罚款。',
      decide: '{you}逾期不缴纳罚款，依照《中华人民共和国行政处罚法》第七十二条第一款第（一）项和《中华人民共和国行政强制法》第四十五条的规定，本机关决定自{from}起，每日按未缴纳罚款数额{base}的百分之三对{you}加处罚款，即每日{daily}；加处罚款的数额不超出罚款的数额，即不超过{cap}。',
      today: '截至{on}，已逾期{days}日，加处罚款为{surcharge}。其后加处的罚款计算至缴清罚款之日或者达到上述限额之日止。',
      pay: '{you}应当自收到本决定书之日起十五日内，{where}将罚款和加处的罚款一并缴清。',
      payAt: '到{bank}（收款户名：{payee}；账号：{account}）',
      payNotice: '持《行政处罚决定书》到本机关《缴款通知书》载明的代收银行',
      freeze: '当事人申请行政复议或者提起行政诉讼的，加处罚款的数额在行政复议或者行政诉讼期间不予计算。',
      remedies: '{you}如不服本决定，可以自收到本决定书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本决定书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      copies: '本决定书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
