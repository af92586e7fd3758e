import type { Wording } from './wording.ts';

type Key = 'course' | 'courseAbsent' | 'uphold' | 'reduce' | 'drop' | 'renotify' | 'reinvestigate' | 'sign';

/** Administrative Penalty Law (行政处罚法, 2021) articles 57, 63–65. */
export const TZBG_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'TZBG-2026-01',
    from: '2026-01-01',
    texts: {
      course: '本机关于{noticeOn}向当事人送达{notice}，当事人于{requestedOn}要求听证。本机关于{toldOn}向当事人送达听证通知书，并于{heldAt}在{place}{openness}举行听证。听证由{host}主持，{recorder}记录；主持人、记录员均不是本案的调查人员。听证笔录已交当事人或者其代理人核对。',
      courseAbsent: '本机关于{noticeOn}向当事人送达{notice}，当事人于{requestedOn}要求听证。本机关于{toldOn}向当事人送达听证通知书，定于{heldAt}在{place}{openness}举行听证，由{host}主持，{recorder}记录。当事人及其代理人无正当理由未出席，依照《中华人民共和国行政处罚法》第六十四条第（六）项的规定，视为放弃听证权利，听证终止。',
      uphold: '拟作出的行政处罚事实清楚，证据充分，适用法律正确，裁量适当，程序合法，建议维持拟作出的行政处罚。',
      reduce: '当事人提出的部分意见成立，建议从轻或者减轻处罚。',
      drop: '违法事实不能成立或者依法不应当处罚，建议不予行政处罚。',
      renotify: '拟作出的行政处罚的事实、依据或者内容应当变更，建议重新告知当事人。',
      reinvestigate: '部分事实不清或者证据不足，建议补充调查。',
      sign: '以上报告，连同听证笔录一并报请审核。依照《中华人民共和国行政处罚法》第六十五条的规定，应当根据听证笔录作出决定。',
    },
  },
];
