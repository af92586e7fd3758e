import { QZSP_WORDING } from '../../wording/qzsp.ts';
import { approvalForm, briefCaseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { COERCION, coercionWord, ITEMS_FIELD, itemText, measureItemLines, measureOf } from '../parts/measures.ts';
import { flag, text } from '../parts/read.ts';

/** 行政强制措施审批表 (C10; Administrative Coercion Law, arts. 18, 19). */
export const QZSP = approvalForm({
  code: 'QZSP',
  wording: QZSP_WORDING,
  fields: [
    { key: 'measure', label: '措施种类', kind: 'choice', required: true, filledFrom: 'case', choices: ['查封', '扣押'] },
    { key: 'reason', label: '采取措施的事实和理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'powerClause', label: '授权采取措施的法律依据', kind: 'long-text', required: true, filledFrom: 'case', help: '写明授予查封、扣押权的法律、法规全称和条、款、项；没有授权的，不得采取。' },
    { ...ITEMS_FIELD, label: '拟查封、扣押的场所、设施或者财物', help: '每行一件：名称｜规格型号（编号）｜数量｜状态。与违法行为无关的和当事人及其所扶养家属的生活必需品除外。' },
    { key: 'place', label: '实施地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'keeper', label: '保管人', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }],
  facts: ({ file }) => {
    const measure = measureOf(file, COERCION);
    return {
      measure: measure === null ? '' : coercionWord(measure), reason: measure?.reason ?? '', powerClause: measure?.powerClause ?? '', items: measureItemLines(measure),
      place: measure?.place ?? '', keeper: measure?.keeper ?? '', urgent: measure?.urgent === true,
    };
  },
  rows: (data, texts) => [
    ...briefCaseRows(data),
    officerRow(data),
    pair('措施种类', text(data, 'measure'), '拟定期限', '三十日'),
    wide('报批情形', flag(data, 'urgent') ? texts.urgent : texts.normal),
    wide('事实和理由', text(data, 'reason'), 24),
    wide('法律依据', text(data, 'powerClause')),
    wide('拟查封、扣押\n的场所、设施\n或者财物', itemText(data), 20),
    pair('实施地点', text(data, 'place'), '保管人', text(data, 'keeper')),
  ],
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: ['propose-measure'], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-measure', 'refuse-measure'], usual: 'leaderOpinion' },
  ],
});
