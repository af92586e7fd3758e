import { REJECTION_GROUNDS } from '../../../procedure/grounds.ts';
import { BYLA_WORDING } from '../../wording/byla.ts';
import { approvalForm, caseRows, officerRow, signedRow, sourceRow, wide } from '../parts/approval-form.ts';
import { ticks } from '../parts/draw.ts';
import { sentence, text } from '../parts/read.ts';

const GROUNDS = Object.values(REJECTION_GROUNDS);

export const BYLA = approvalForm({
  code: 'BYLA',
  wording: BYLA_WORDING,
  // Refused where filing was asked for; a clue rejected before that passed no route.
  point: (file) => (file.approvals.some((approval) => approval.event === 'refuse-filing') ? 'filing' : null),
  fields: [
    { key: 'summary', label: '案情摘要', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'verified', label: '核查情况', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'ground', label: '不予立案理由', kind: 'choice', required: true, filledFrom: 'none', choices: GROUNDS },
    { key: 'reason', label: '理由说明', kind: 'long-text', required: true, filledFrom: 'none', help: '写明查明的事实与该理由的对应关系。' },
    { key: 'proposal', label: '承办人意见', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'feedback', label: '是否需要答复', kind: 'choice', required: true, filledFrom: 'none', choices: ['有具名举报人或者移送（交办）单位，须书面答复', '无须答复'] },
  ],
  requires: [
    { key: 'officers', label: '承办人、协办人' },
    { key: 'leaderOpinion', label: '分管领导审批意见（决定不予立案后自动填入）' },
  ],
  facts: ({ file }, texts) => ({ receivedOn: file.clue.receivedOn, summary: file.clue.description, verified: file.facts, proposal: texts.officerOpinion }),
  rows: (data) => [
    ...caseRows(data),
    sourceRow(data),
    officerRow(data),
    wide('案情摘要', text(data, 'summary'), 26),
    wide('核查情况', text(data, 'verified'), 30),
    wide('不予立案\n理由', `${ticks(GROUNDS, [text(data, 'ground')], 1)}\n${sentence(text(data, 'reason'))}`),
    wide('答复', text(data, 'feedback')),
    signedRow('承办人意见', text(data, 'proposal'), 26),
  ],
  opinions: [
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['reject-clue', 'refuse-filing'], usual: 'leaderOpinion' },
  ],
});
