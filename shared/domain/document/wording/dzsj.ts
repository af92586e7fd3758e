import type { Wording } from './wording.ts';

type Key = 'told' | 'integrity' | 'storage' | 'confirm' | 'refused';

/** Administrative Penalty Law (行政处罚法, 2021) articles 42, 43, 46, 47, 55. */
export const DZSJ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'DZSJ-2026-01',
    from: '2026-01-01',
    texts: {
      told: '执法人员已主动出示执法证件，说明来意，并告知：依照《中华人民共和国行政处罚法》第四十三条、第五十五条的规定，认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；应当如实提供有关电子数据，并协助调查，不得拒绝或者阻挠。',
      integrity: '以上电子数据由执法人员当场提取，提取过程中未对原始数据进行增加、删除、修改。提取后当场计算各文件的完整性校验值（SHA-256），结果记入下表，当事人（持有人）可以用同一方法核验。',
      storage: '提取的电子数据存储于：{storage}，由执法人员封存保管。',
      confirm: '以上笔录我已看过，与提取过程一致，所列文件和校验值经核对无误。',
      refused: '电子数据持有人（提供人）拒绝签名的情况说明：{reason}',
    },
  },
];
