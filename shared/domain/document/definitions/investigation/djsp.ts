import { DJSP_WORDING } from '../../wording/djsp.ts';
import { approvalForm, briefCaseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { ITEMS_FIELD, itemText, measureItemLines, measureOf, PRESERVATION } from '../parts/measures.ts';
import { text } from '../parts/read.ts';

/** 先行登记保存证据审批表 (C5; Administrative Penalty Law, art. 56). */
export const DJSP = approvalForm({
  code: 'DJSP',
  wording: DJSP_WORDING,
  fields: [
    { key: 'reason', label: '登记保存的理由', kind: 'long-text', required: true, filledFrom: 'case', help: '说明证据可能灭失或者以后难以取得的具体情形。' },
    { ...ITEMS_FIELD, label: '拟登记保存的物品' },
    { key: 'place', label: '登记保存地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'keeper', label: '保管人', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }],
  facts: ({ file }) => {
    const measure = measureOf(file, PRESERVATION);
    return { reason: measure?.reason ?? '', items: measureItemLines(measure), place: measure?.place ?? '', keeper: measure?.keeper ?? '' };
  },
  rows: (data, texts) => [
    ...briefCaseRows(data),
    officerRow(data),
    wide('登记保存的\n理由', text(data, 'reason'), 18),
    wide('法律依据', texts.legal),
    pair('登记保存地点', text(data, 'place'), '保管人', text(data, 'keeper')),
    wide('拟登记保存\n的物品', itemText(data), 20),
  ],
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: ['propose-measure'], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-measure', 'refuse-measure'], usual: 'leaderOpinion' },
  ],
});
