import type { Wording } from './wording.ts';

type Key = 'told' | 'decide' | 'correct' | 'bank' | 'payAt' | 'payNotice' | 'spot' | 'spotSmall' | 'spotRemote' | 'noPayment' | 'remedies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 44, 45, 51, 52, 67, 68, 70, 72; Administrative Reconsideration Law (行政复议法, 2023) articles 20, 23, 32; Administrative Litigation Law (行政诉讼法, 2017) article 45. */
export const DCCF_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DCCF-2026-01',
    from: '2026-01-01',
    texts: {
      told: '{at}，在{place}，执法人员出示行政执法证件，当场告知拟处罚的内容及事实、理由、依据和陈述、申辩权利。当事人陈述、申辩意见：{defence}',
      decide: '依照{basis}和《中华人民共和国行政处罚法》第五十一条的规定，决定给予当事人：{penalty}。',
      correct: '责令当事人改正违法行为：{items}。',
      bank: '自收到本决定书之日起十五日内{where}缴纳，也可以电子支付。到期不缴纳的，每日按罚款数额的百分之三加处罚款，总额不超出罚款的数额',
      payAt: '到{bank}（户名：{payee}；账号：{account}）',
      payNotice: '持《缴款通知书》到代收银行',
      spot: '依照《中华人民共和国行政处罚法》{article}的规定当场收缴，出具国务院财政部门或者省、自治区、直辖市人民政府财政部门统一制发的专用票据',
      spotSmall: '第六十八条',
      spotRemote: '第六十九条',
      noPayment: '不涉及缴款。',
      remedies: '不服本决定的，应当依照《中华人民共和国行政复议法》第二十三条第一款第（一）项的规定，自收到本决定书之日起六十日内先向{organ}申请行政复议（可以通过本机关提交申请）；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向{court}提起行政诉讼。复议、诉讼期间不停止执行，法律另有规定的除外。',
    },
  },
];
