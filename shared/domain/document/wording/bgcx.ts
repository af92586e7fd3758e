import type { Wording } from './wording.ts';

type Key = 'intro' | 'own' | 'remedy' | 'basisOwn' | 'change' | 'revoke' | 'settled' | 'publication' | 'remedies' | 'copies';

/** Administrative Penalty Law (行政处罚法, 2021) articles 48(2), 75(2); Administrative Reconsideration Law (行政复议法, 2023) article 20; Administrative Litigation Law (行政诉讼法, 2017) article 46. */
export const BGCX_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'BGCX-2026-01',
    from: '2026-01-01',
    texts: {
      intro: '本机关于{decidedOn}对当事人作出《行政处罚决定书》（{no}），{content}。',
      own: '经审查，本机关发现上述行政处罚决定存在错误，应当依法主动改正。',
      remedy: '{endedOn}，{organ}经{kind}作出{result}的处理。',
      basisOwn: '《中华人民共和国行政处罚法》第七十五条第二款',
      change: '依照{basis}的规定，本机关决定将上述行政处罚决定变更为：',
      revoke: '依照{basis}的规定，本机关决定撤销上述行政处罚决定。',
      settled: '原行政处罚决定已经执行的部分，按下列方式处理：{settled}。',
      publication: '原行政处罚决定信息已经公开的，本机关将依照《中华人民共和国行政处罚法》第四十八条第二款的规定，在三日内撤回行政处罚决定信息并公开说明理由。',
      remedies: '当事人如不服本决定，可以自收到本决定书之日起六十日内，依照《中华人民共和国行政复议法》的规定向{organ}申请行政复议；也可以自收到本决定书之日起六个月内，依照《中华人民共和国行政诉讼法》的规定直接向{court}提起行政诉讼。',
      copies: '本决定书一式三份，一份送达当事人，其余由本机关存档备查。',
    },
  },
];
