import type { DocumentDefinition } from '../../definition.ts';
import { YQSPB_WORDING } from '../../wording/yqspb.ts';
import { fillIn } from '../../wording/wording.ts';
import { approvalForm, caseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { longDate } from '../parts/dates.ts';
import { planText, sum } from '../parts/decided.ts';
import { cell, row } from '../parts/draw.ts';
import { orNone, text } from '../parts/read.ts';
import { DEFERRALS, deferralFacts, plan } from './deferral.ts';

export const YQSPB: DocumentDefinition = approvalForm({
  code: 'YQSPB',
  wording: YQSPB_WORDING,
  facts: (context, texts) => {
    const facts = deferralFacts(context);
    const kind = text(facts, 'kind');
    return { ...facts, officerView: kind === '' ? '' : fillIn(texts.officerOpinion, { kind }), remark: texts.remark };
  },
  rows: (data) => [
    ...caseRows(data),
    officerRow(data),
    pair('决定书文号', text(data, 'decisionNo'), '送达日期', longDate(text(data, 'servedOn'))),
    pair('罚款数额', sum(data, 'fineFen'), '已缴数额', sum(data, 'paidFen')),
    pair('原缴纳期限', longDate(text(data, 'payDueOn')), '申请日期', longDate(text(data, 'appliedOn'))),
    wide('申请种类', text(data, 'kind')),
    wide('申请理由', text(data, 'reason'), 24),
    wide('证明材料', orNone(text(data, 'proof'))),
    wide('拟批准的缴纳\n期限和数额', planText(plan(data)), 18),
    wide('承办人意见', text(data, 'officerView')),
  ],
  opinions: [
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'head' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-deferral', 'refuse-deferral'], usual: 'leader' },
  ],
  closing: (data) => [row(cell(text(data, 'remark'), { span: 4 }))],
  fields: [
    { key: 'kind', label: '申请种类', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(DEFERRALS) },
    { key: 'reason', label: '申请理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'proof', label: '证明材料', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'officerView', label: '承办人意见', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'decisionNo', label: '行政处罚决定书文号' },
    { key: 'plan', label: '缴纳计划（登记申请后自动填入）' },
  ],
});
