import type { WordingSet } from './wordings.ts';

/** What a text must go on saying, whatever else is changed in it: every phrase, and the article that asks for it. */
export interface RequiredPhrases {
  readonly phrases: readonly string[];
  readonly article: string;
}

const RECONSIDERATION: RequiredPhrases = { phrases: ['行政复议', '六十日'], article: '行政复议法第二十条' };
const LITIGATION: RequiredPhrases = { phrases: ['行政诉讼', '六个月'], article: '行政诉讼法第四十六条' };
const REMEDIES: readonly RequiredPhrases[] = [RECONSIDERATION, LITIGATION];
const NO_HEAVIER: RequiredPhrases = { phrases: ['更重的处罚'], article: '行政处罚法第四十五条第二款' };
const DEFENCE: RequiredPhrases = { phrases: ['陈述', '申辩'], article: '行政处罚法第四十四条' };
/** What is argued is heard, reviewed and never punished. */
const HEARD: readonly RequiredPhrases[] = [{ phrases: ['复核'], article: '行政处罚法第四十五条第一款' }, NO_HEAVIER];
const HEARING: RequiredPhrases = { phrases: ['听证', '五个工作日'], article: '行政处罚法第六十四条第（一）项' };
const CERTIFICATE: RequiredPhrases = { phrases: ['证件'], article: '行政处罚法第五十五条第一款' };
const RECUSAL: RequiredPhrases = { phrases: ['回避'], article: '行政处罚法第四十三条' };
const SURCHARGE: RequiredPhrases = { phrases: ['百分之三', '不超出罚款的数额'], article: '行政处罚法第七十二条第一款第（一）项' };
const NO_STAY: RequiredPhrases = { phrases: ['不停止执行'], article: '行政处罚法第七十三条第一款' };
const STANDS: RequiredPhrases = { phrases: ['不停止执行'], article: '行政复议法第四十二条' };
const FROZEN: RequiredPhrases = { phrases: ['加处罚款', '不予计算'], article: '行政处罚法第七十三条第三款' };
const PAYMENT: RequiredPhrases = { phrases: ['十五日'], article: '行政处罚法第六十七条第三款' };
const COERCION_RIGHTS: RequiredPhrases = { phrases: ['陈述', '申辩'], article: '行政强制法第八条' };
const SEIZURE: RequiredPhrases = { phrases: ['三十日'], article: '行政强制法第二十五条第一款' };
const RETRACTED: RequiredPhrases = { phrases: ['三日内', '撤回', '说明理由'], article: '行政处罚法第四十八条第二款' };

/** By set and key. What is built in satisfies it (tested), so that the table and the texts keep each other true. */
export const REQUIRED_PHRASES: Partial<Record<WordingSet, Readonly<Record<string, readonly RequiredPhrases[]>>>> = {
  GZS: { lead: [{ phrases: ['事实', '理由', '依据'], article: '行政处罚法第四十四条' }], defence: [{ ...DEFENCE, phrases: ['陈述', '申辩', '五个工作日'] }, NO_HEAVIER], hearing: [HEARING, { phrases: ['不承担'], article: '行政处罚法第六十三条第二款' }] },
  TZGZ: { right: [HEARING], how: [{ phrases: ['委托一至二人'], article: '行政处罚法第六十四条第（五）项' }, { phrases: ['不承担'], article: '行政处罚法第六十三条第二款' }], silence: [DEFENCE, NO_HEAVIER] },
  TZTZ: { absent: [{ phrases: ['视为放弃听证权利'], article: '行政处罚法第六十四条第（六）项' }], people: [{ phrases: ['回避'], article: '行政处罚法第六十四条第（四）项' }], attend: [{ phrases: ['委托一至二人'], article: '行政处罚法第六十四条第（五）项' }], closed: [{ phrases: ['国家秘密', '商业秘密', '个人隐私'], article: '行政处罚法第六十四条第（三）项' }] },
  TZSL: { next: [{ phrases: ['七个工作日前'], article: '行政处罚法第六十四条第（二）项' }], refuseEffect: [{ ...DEFENCE, article: '行政处罚法第四十五条' }] },
  TZBL: { opening: [{ phrases: ['回避'], article: '行政处罚法第六十四条第（四）项' }, { phrases: ['委托一至二人'], article: '行政处罚法第六十四条第（五）项' }], absent: [{ phrases: ['视为放弃听证权利'], article: '行政处罚法第六十四条第（六）项' }] },
  SSBL: { told: HEARD, notToldYet: HEARD },
  SSFH: { rule: HEARD },
  CFJD: {
    told: [DEFENCE], toldHearing: [DEFENCE, { phrases: ['听证'], article: '行政处罚法第六十三条' }], defended: [{ phrases: ['复核'], article: '行政处罚法第四十五条第一款' }], review: [{ phrases: ['法制审核'], article: '行政处罚法第五十八条' }],
    discussed: [{ phrases: ['集体讨论'], article: '行政处罚法第五十七条第二款' }], heard: [{ phrases: ['听证笔录'], article: '行政处罚法第六十五条' }], pay: [PAYMENT], defer: [{ phrases: ['暂缓', '分期'], article: '行政处罚法第六十六条第二款' }],
    surcharge: [SURCHARGE], remedies: REMEDIES, noStay: [NO_STAY, FROZEN], enforcement: [{ phrases: ['申请人民法院强制执行'], article: '行政强制法第五十三条' }], publication: [{ phrases: ['公开'], article: '行政处罚法第四十八条第一款' }],
  },
  DCCF: {
    told: [CERTIFICATE, DEFENCE], bank: [PAYMENT, SURCHARGE], spot: [{ phrases: ['专用票据'], article: '行政处罚法第七十条' }],
    remedies: [{ phrases: ['先向', '行政复议', '六十日'], article: '行政复议法第二十条、第二十三条' }, { phrases: ['行政诉讼', '十五日'], article: '行政诉讼法第四十五条' }],
  },
  BYCF: { remedies: REMEDIES, groundMinor: [{ phrases: ['不予行政处罚'], article: '行政处罚法第五十七条第一款第（二）项' }], groundNotEstablished: [{ phrases: ['不能成立'], article: '行政处罚法第五十七条第一款第（三）项' }] },
  BGCX: { remedies: REMEDIES, publication: [RETRACTED] },
  JZGZ: { withdrawn: [RETRACTED], publish: [{ phrases: ['国家秘密', '商业秘密', '个人隐私'], article: '行政处罚法第五十条' }] },
  ZGTZ: { remedies: REMEDIES, noStay: [STANDS] },
  TGTZ: { remedies: REMEDIES, noStay: [STANDS] },
  CFKY: { noStay: [STANDS], term: [SEIZURE], extend: [{ phrases: ['不超过三十日', '说明理由'], article: '行政强制法第二十五条' }], keep: [{ phrases: ['由本机关承担'], article: '行政强制法第二十六条第三款' }], rights: [COERCION_RIGHTS, { phrases: ['赔偿'], article: '行政强制法第八条' }], remedies: REMEDIES },
  YCCF: { rights: [COERCION_RIGHTS], remedies: REMEDIES },
  QZBL: { urgent: [{ phrases: ['二十四小时'], article: '行政强制法第十九条' }], told: [{ phrases: ['理由', '依据', '陈述'], article: '行政强制法第十八条第（五）项' }] },
  DJTZ: { term: [{ phrases: ['七个工作日'], article: '行政处罚法第五十六条' }], duty: [{ phrases: ['不得销毁', '转移'], article: '行政处罚法第五十六条' }] },
  JCFK: { decide: [SURCHARGE], freeze: [FROZEN], remedies: REMEDIES },
  YQPZ: { surcharge: [SURCHARGE] },
  CGS: { surcharge: [SURCHARGE], term: [{ phrases: ['十个工作日'], article: '行政强制法第五十四条、第六十九条' }], rights: [{ phrases: ['陈述', '申辩'], article: '行政强制法第三十六条' }], court: [{ phrases: ['申请人民法院强制执行'], article: '行政强制法第五十三条' }] },
  QZZX: { demanded: [{ phrases: ['催告'], article: '行政强制法第五十四条' }] },
  GGSD: { term: [{ phrases: ['三十日', '视为送达'], article: '民事诉讼法第九十五条' }] },
  JCTZ: { officers: [{ phrases: ['不少于两人', '证件'], article: '行政处罚法第四十二条、第五十五条' }], rights: [{ phrases: ['拒绝接受检查', '回避'], article: '行政处罚法第四十三条、第五十五条' }] },
  DCTZ: { duty: [{ phrases: ['拒绝接受调查'], article: '行政处罚法第五十五条第一款' }, RECUSAL] },
  CYQZ: { told: [CERTIFICATE, RECUSAL] },
  JCCF: { fetch: [{ phrases: ['立即退还'], article: '行政强制法第二十八条第二款' }] },
  YSSP: { term: [{ phrases: ['三日内', '二十四小时'], article: '行政执法机关移送涉嫌犯罪案件的规定第五条' }] },
  XCJC: { told: [CERTIFICATE, RECUSAL] },
  KYBL: { told: [CERTIFICATE, RECUSAL] },
  DZSJ: { told: [CERTIFICATE, RECUSAL] },
  XWBL: { certificateQuestion: [CERTIFICATE], rightsQuestion: [RECUSAL, { phrases: ['如实回答'], article: '行政处罚法第五十五条第二款' }] },
  HBSQ: { goesOn: [{ phrases: ['不停止', '调查'], article: '行政处罚法第四十三条第三款' }] },
};
