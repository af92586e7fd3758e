import type { Wording } from './wording.ts';

type Key = 'approved' | 'urgent' | 'told' | 'heard' | 'absent' | 'confirm' | 'refused';

/** Administrative Coercion Law (行政强制法, 2012) articles 8, 18, 19, 24. */
export const QZBL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'QZBL-2026-01',
    from: '2026-01-01',
    texts: {
      approved: '实施前已向本机关负责人报告，并于{approvedOn}经批准。',
      urgent: '因情况紧急，需要当场实施行政强制措施，执法人员将依照《中华人民共和国行政强制法》第十九条的规定，在二十四小时内向本机关负责人报告，并补办批准手续。',
      told: '执法人员二人以上到场，主动出示执法身份证件，通知当事人到场，并依照《中华人民共和国行政强制法》第十八条的规定，当场告知采取{measure}措施的理由、依据：{reason}{power}；同时告知当事人依法享有陈述权、申辩权，有权依法申请行政复议或者提起行政诉讼，因违法实施行政强制措施受到损害的有权依法要求赔偿。',
      heard: '当事人（在场人）的陈述和申辩：{defence}',
      absent: '当事人未到场。依照《中华人民共和国行政强制法》第十八条第（九）项的规定，邀请见证人到场，由见证人和执法人员在现场笔录上签名或者盖章。',
      confirm: '以上笔录我已看过，与现场情况一致。',
      refused: '当事人拒绝签名或者盖章，予以注明：{reason}',
    },
  },
];
