import type { Wording } from './wording.ts';

type Key = 'opening' | 'recusal' | 'absent' | 'closed' | 'confirm' | 'refused';

/** Administrative Penalty Law (行政处罚法, 2021) articles 63, 64. */
export const TZBL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TZBL-2026-01',
    from: '2026-01-01',
    texts: {
      opening: '听证主持人{host}核对听证参加人身份，宣布听证纪律和案由，说明本次听证由{authority}组织，听证主持人、记录员均不是本案的调查人员，并依照《中华人民共和国行政处罚法》第六十四条的规定告知：当事人有权申请听证主持人回避，可以亲自参加听证，也可以委托一至二人代理；有权进行陈述、申辩和质证，有权核对听证笔录；当事人及其代理人无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利。',
      recusal: '当事人对是否申请回避的意见：{answer}',
      absent: '当事人及其代理人无正当理由未出席听证。依照《中华人民共和国行政处罚法》第六十四条第（六）项的规定，视为放弃听证权利，听证主持人宣布终止听证。',
      closed: '听证主持人宣布听证结束，并将听证笔录交当事人或者其代理人核对。',
      confirm: '以上笔录已交听证参加人核对，与听证情况一致。',
      refused: '当事人或者其代理人拒绝签字、盖章的，由听证主持人注明情况：{reason}',
    },
  },
];
