import type { Wording } from './wording.ts';

type Key = 'intro' | 'evidenceLead' | 'groundMinor' | 'groundFirstSlight' | 'groundNoFault' | 'groundUnder14' | 'groundIncapable' | 'groundNotEstablished' | 'groundLimitation' | 'law' | 'education' | 'correct' | 'remedies' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 30, 31, 33, 36, 57, 59; Administrative Reconsideration Law (行政复议法, 2023) article 20; Administrative Litigation Law (行政诉讼法, 2017) article 46. */
export const BYCF_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'BYCF-2026-01',
    from: '2026-01-01',
    texts: {
      intro: '当事人涉嫌{cause}一案，案件来源为{source}。本机关于{filedOn}依法立案（案号：{caseNo}），指派执法人员{officers}进行调查。现已调查终结。',
      evidenceLead: '以上事实，有下列证据证实：',
      groundMinor: '本机关认为，当事人的违法行为轻微并及时改正，没有造成危害后果。依照《中华人民共和国行政处罚法》第三十三条第一款、第五十七条第一款第（二）项的规定，本机关决定对当事人不予行政处罚。',
      groundFirstSlight: '本机关认为，当事人系初次违法，危害后果轻微并及时改正。依照《中华人民共和国行政处罚法》第三十三条第一款、第五十七条第一款第（二）项的规定，本机关决定对当事人不予行政处罚。',
      groundNoFault: '本机关认为，当事人提供的证据足以证明其没有主观过错。依照《中华人民共和国行政处罚法》第三十三条第二款的规定，本机关决定对当事人不予行政处罚。',
      groundUnder14: '本机关认为，当事人实施上述违法行为时不满十四周岁。依照《中华人民共和国行政处罚法》第三十条的规定，本机关决定对当事人不予行政处罚，责令监护人加以管教。',
      groundIncapable: '本机关认为，当事人在不能辨认或者不能控制自己行为时实施了上述行为。依照《中华人民共和国行政处罚法》第三十一条的规定，本机关决定对当事人不予行政处罚，责令其监护人严加看管和治疗。',
      groundNotEstablished: '本机关认为，现有证据不能证明当事人实施了涉嫌的违法行为，违法事实不能成立。依照《中华人民共和国行政处罚法》第五十七条第一款第（三）项的规定，本机关决定对当事人不予行政处罚。',
      groundLimitation: '本机关认为，当事人的违法行为在法定期限内未被发现，已过追责时效。依照《中华人民共和国行政处罚法》第三十六条的规定，本机关决定对当事人不予行政处罚。',
      law: '当事人的上述行为违反了{breached}的规定。',
      education: '依照《中华人民共和国行政处罚法》第三十三条第三款的规定，本机关对当事人进行如下教育：{education}。',
      correct: '依照《中华人民共和国行政处罚法》第二十八条第一款的规定，责令当事人改正违法行为：{items}。',
      remedies: '当事人如不服本决定，可以自收到本决定书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本决定书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      copies: '本决定书一式二份，一份送达当事人，一份由本机关存档备查。',
    },
  },
];
