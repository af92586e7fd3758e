import type { Wording } from './wording.ts';

type Key = 'certificateQuestion' | 'rightsQuestion' | 'confirm' | 'refused';

/** Administrative Penalty Law (行政处罚法, 2021) articles 43, 45, 55. */
export const XWBL_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'XWBL-2026-01',
    from: '2026-01-01',
    texts: {
      certificateQuestion: '我们是{authority}的执法人员{officers}，现在向你出示执法证件，你看清楚了吗？',
      rightsQuestion: '现就{cause}一案依法向你询问。依照《中华人民共和国行政处罚法》第四十三条、第五十五条的规定，你应当如实回答询问，不得拒绝或者阻挠，作虚假陈述须承担法律责任；你有权进行陈述和申辩；你认为询问人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避。你听清楚了吗？是否申请回避？',
      confirm: '以上笔录我已看过，与我说的一致。',
      refused: '被询问人拒绝签名的情况说明：{reason}',
    },
  },
];
