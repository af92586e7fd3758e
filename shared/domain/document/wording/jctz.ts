import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'lead' | 'time' | 'officers' | 'helpers' | 'count' | 'rights' | 'duties' | 'discipline' | 'checkCode' | 'contact';

/**
 * Administrative Penalty Law (行政处罚法, 2021) articles 42, 43, 54(1), 55. Discipline and frequency of inspections of
 * enterprises: 国务院办公厅《关于严格规范涉企行政检查的意见》（国办发〔2024〕54号), so they are told to units and 个体工商户 only.
 */
export const JCTZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JCTZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '依照{basis}的规定，本机关决定对{you}进行行政检查（检查类别：{checkClass}）。现将有关事项通知如下：',
      time: '检查时间：{time}。检查地点：{place}。{checkCode}',
      officers: '检查人员：{officers}。执法人员不少于两人，检查时将主动出示行政执法证件。',
      helpers: '协助检查的人员：{helpers}。协助人员不单独实施检查。',
      count: '本年度本机关已对{you}实施同类检查{count}次（不含本次）。',
      rights: '执法人员不出示行政执法证件的，{you}有权拒绝接受检查；认为执法人员与本次检查有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；对检查情况有异议的，有权陈述意见；发现执法人员有违法违纪行为的，有权投诉、举报。',
      duties: '{you}应当如实回答询问，如实提供有关资料，并协助检查，不得拒绝或者阻挠。',
      discipline: '根据《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号），严禁逐利检查，严禁接受被检查企业的馈赠、报酬和福利待遇，严禁参加被检查企业提供的宴请、娱乐、旅游等活动，严禁由被检查企业支付消费开支或者将检查费用转嫁给企业，严禁乱查封、乱扣押、乱冻结和动辄责令停产停业。',
      checkCode: '检查码编号：{code}。',
      contact: CONTACT_TEXT,
    },
  },
];
