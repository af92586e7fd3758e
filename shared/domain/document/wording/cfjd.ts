import type { Wording } from './wording.ts';

type Key =
  | 'intro' | 'told' | 'toldHearing' | 'silent' | 'silentHearing' | 'waived' | 'waivedHearing' | 'heard' | 'heardAbsent' | 'defended' | 'adopted' | 'notAdopted'
  | 'evidenceLead' | 'law' | 'review' | 'discussed' | 'decide' | 'correct'
  | 'pay' | 'payAt' | 'payNotice' | 'payCode' | 'defer' | 'noPayment' | 'surcharge' | 'remedies' | 'noStay' | 'enforcement' | 'publication' | 'copies';

/**
 * Administrative Penalty Law (行政处罚法, 2021) articles 28, 44, 45, 48, 57, 58, 59, 66, 67, 72, 73; Administrative
 * Reconsideration Law (行政复议法, 2023) articles 20, 24; Administrative Litigation Law (行政诉讼法, 2017) articles 46, 97.
 */
export const CFJD_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'CFJD-2026-01',
    from: '2026-01-01',
    texts: {
      intro: '当事人涉嫌{cause}一案，案件来源为{source}。本机关于{filedOn}依法立案（案号：{caseNo}），指派执法人员{officers}进行调查。现已调查终结。',
      told: '{noticeOn}，本机关向当事人送达了《行政处罚意见告知书》{noticeNo}，告知当事人拟作出的行政处罚内容及事实、理由、依据，以及依法享有的陈述、申辩权利。',
      toldHearing: '{noticeOn}，本机关向当事人送达了《行政处罚意见告知书》{noticeNo}，告知当事人拟作出的行政处罚内容及事实、理由、依据，以及依法享有的陈述、申辩和要求听证的权利。',
      silent: '当事人在规定期限内未提出陈述、申辩意见。',
      silentHearing: '当事人在规定期限内未提出陈述、申辩意见，也未要求听证。',
      waived: '当事人已书面声明放弃陈述、申辩权利。',
      waivedHearing: '当事人已书面声明放弃陈述、申辩和要求听证的权利。',
      heard: '当事人在规定期限内要求听证，本机关于{heldOn}{public}举行听证，听取了当事人的陈述、申辩和质证意见，并制作听证笔录。本决定根据听证笔录作出。',
      heardAbsent: '当事人在规定期限内要求听证，本机关于{heldOn}举行听证，当事人无正当理由未出席，视为放弃听证权利。',
      defended: '当事人于{defendedOn}提出陈述、申辩，主要意见为：{content}。本机关依照《中华人民共和国行政处罚法》第四十五条的规定，对当事人提出的事实、理由和证据进行了复核，认为：{opinion}。',
      adopted: '对当事人意见中成立的部分，本机关予以采纳，并已在本决定中体现。',
      notAdopted: '当事人的陈述、申辩意见不成立，本机关不予采纳。',
      evidenceLead: '以上事实，有下列证据证实：',
      law: '当事人的上述行为违反了{breached}的规定，依照{basis}的规定，应当予以行政处罚。',
      review: '本案已依照《中华人民共和国行政处罚法》第五十八条的规定进行法制审核并审核通过。',
      discussed: '本案已由本机关负责人于{heldOn}集体讨论决定。',
      decide: '综上，依照{basis}和《中华人民共和国行政处罚法》第五十七条第一款第（一）项的规定，本机关决定对当事人作出如下行政处罚：',
      correct: '同时，依照《中华人民共和国行政处罚法》第二十八条第一款的规定，责令当事人改正违法行为：{items}。',
      pay: '依照《中华人民共和国行政处罚法》第六十七条第三款的规定，当事人应当自收到本决定书之日起十五日内，{where}缴纳{what}{amount}，也可以通过电子支付系统缴纳。',
      payAt: '到{bank}（收款户名：{payee}；账号：{account}）',
      payNotice: '持本决定书到本机关《缴款通知书》载明的代收银行',
      payCode: '缴款识别码：{code}。',
      defer: '当事人确有经济困难，需要延期或者分期缴纳罚款的，可以依照《中华人民共和国行政处罚法》第六十六条第二款的规定，向本机关提出申请，经批准后可以暂缓或者分期缴纳。',
      noPayment: '本决定自送达当事人之日起生效并执行，当事人应当在本决定载明的期限内予以履行。',
      surcharge: '到期不缴纳罚款的，本机关将依照《中华人民共和国行政处罚法》第七十二条第一款第（一）项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额，即{cap}。',
      remedies: '当事人如不服本决定，可以自收到本决定书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本决定书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      noStay: '申请行政复议或者提起行政诉讼的，本决定不停止执行，法律另有规定的除外；加处罚款的数额在行政复议或者行政诉讼期间不予计算。',
      enforcement: '当事人在法定期限内不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关将依法申请人民法院强制执行。',
      publication: '本决定将依照《中华人民共和国行政处罚法》第四十八条等规定依法予以公开。',
      copies: '本决定书一式{copies}份，一份送达当事人，其余由本机关存档备查。',
    },
  },
];
