import type { Wording } from './wording.ts';

type Key = 'requestFine' | 'requestConfiscation' | 'requestSurcharge' | 'requestOther' | 'facts' | 'noRemedy' | 'remedy' | 'demanded' | 'answered' | 'apply';

/** Administrative Coercion Law (行政强制法, 2012) articles 53, 54, 55; Administrative Penalty Law (行政处罚法, 2021) article 72(1). */
export const QZZX_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'QZZX-2026-01',
    from: '2026-01-01',
    texts: {
      requestFine: '强制执行被申请人应当缴纳的罚款{amount}',
      requestConfiscation: '强制执行没收被申请人的违法所得{amount}',
      requestSurcharge: '强制执行对被申请人加处的罚款{amount}',
      requestOther: '强制被申请人履行下列义务：{items}',
      facts: '申请人于{decidedOn}对被申请人作出《{name}》（{no}），认定：{facts}。依照{basis}的规定，{content}。该决定书已于{servedOn}送达被申请人。',
      noRemedy: '被申请人在法定期限内未申请行政复议，未提起行政诉讼，又未履行行政处罚决定。',
      remedy: '被申请人对上述行政处罚决定{remedy}，行政处罚决定依法应当履行，被申请人仍未履行。',
      demanded: '申请人于{demandedOn}向被申请人送达《履行行政处罚决定催告书》{demandNo}，催告书送达十日后被申请人仍未履行义务。',
      answered: '被申请人对催告的意见：{answer}。',
      apply: '现依照《中华人民共和国行政处罚法》第七十二条第一款第（四）项和《中华人民共和国行政强制法》第五十三条、第五十四条、第五十五条的规定，申请贵院强制执行。',
    },
  },
];
