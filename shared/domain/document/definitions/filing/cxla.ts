import { MEASURE_KINDS, MEASURE_OUTCOMES, type Measure } from '../../../case-file/side-lines.ts';
import { WITHDRAWAL_GROUNDS } from '../../../procedure/grounds.ts';
import { CXLA_WORDING } from '../../wording/cxla.ts';
import { approvalForm, caseRows, officerRow, pair, signedRow, wide } from '../parts/approval-form.ts';
import { longDate } from '../parts/dates.ts';
import { ticks } from '../parts/draw.ts';
import { sentence, text } from '../parts/read.ts';

const GROUNDS = Object.values(WITHDRAWAL_GROUNDS);

function measureText(measure: Measure): string {
  const outcome = measure.outcome === null ? '尚未处理' : `已于${longDate(measure.settledOn ?? '')}${MEASURE_OUTCOMES[measure.outcome]}`;
  return `${longDate(measure.startedOn ?? '')}${MEASURE_KINDS[measure.kind]}${measure.items.map((item) => item.name).join('、')}，${outcome}。`;
}

export const CXLA = approvalForm({
  code: 'CXLA',
  wording: CXLA_WORDING,
  fields: [
    { key: 'investigated', label: '立案后的调查情况', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'ground', label: '撤销立案理由', kind: 'choice', required: true, filledFrom: 'none', choices: GROUNDS },
    { key: 'reason', label: '理由说明', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'measures', label: '已采取措施的处理', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'proposal', label: '承办人意见', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }, { key: 'filedOn', label: '立案日期' }, { key: 'leaderOpinion', label: '分管领导审批意见（批准撤销立案后自动填入）' }],
  facts: ({ file }, texts) => ({
    filedOn: file.filedOn ?? '', investigated: file.facts,
    measures: (file.measures ?? []).filter((measure) => measure.startedOn !== null).map(measureText).join('\n') || texts.noMeasures, proposal: texts.officerOpinion,
  }),
  rows: (data) => [
    ...caseRows(data),
    pair('立案日期', longDate(text(data, 'filedOn')), '案件来源', text(data, 'source')),
    officerRow(data),
    wide('立案后的\n调查情况', text(data, 'investigated'), 34),
    wide('撤销立案\n理由', `${ticks(GROUNDS, [text(data, 'ground')], 1)}\n${sentence(text(data, 'reason'))}`),
    wide('已采取措施\n的处理', text(data, 'measures')),
    signedRow('承办人意见', text(data, 'proposal'), 26),
  ],
  opinions: [
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['withdraw-case'], usual: 'leaderOpinion' },
  ],
});
