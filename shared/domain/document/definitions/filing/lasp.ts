import { FILING_CONDITIONS } from '../../../procedure/grounds.ts';
import type { Party } from '../../../party/party.ts';
import type { DocumentContext, DocumentDefinition } from '../../definition.ts';
import { LASP_WORDING } from '../../wording/lasp.ts';
import { fillIn } from '../../wording/wording.ts';
import { approvalForm, officerRow, pair, sourceRow, wide } from '../parts/approval-form.ts';
import { opinionOf } from '../parts/approvals.ts';
import { caseNumberText, projectText } from '../parts/case-facts.ts';
import { ticks } from '../parts/draw.ts';
import { evidenceBefore, evidenceTitles } from '../parts/evidence.ts';
import { names, printedOfficers } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { record, strings, text } from '../parts/read.ts';

type Texts = (typeof LASP_WORDING)[0]['texts'];

const CONDITIONS = Object.values(FILING_CONDITIONS);

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file } = context;
  return {
    // What came later is no 初步证据.
    evidence: evidenceBefore(file, 'approve-filing'),
    receivedOn: file.clue.receivedOn,
    summary: file.clue.description === '' ? file.facts : file.clue.description,
    // Proposing the filing says that its conditions were found met.
    conditions: file.approvals.some((approval) => approval.event === 'propose-filing') ? CONDITIONS : [],
    recusal: texts.noRecusal,
    headOpinion: opinionOf(file, ['assign'], fillIn(texts.headOpinion, { officers: names(printedOfficers(context)) })),
  };
}

/** 立案审批表 (B4; Administrative Penalty Law, art. 54). */
export const LASP: DocumentDefinition = approvalForm({
  code: 'LASP',
  wording: LASP_WORDING,
  point: () => 'filing',
  facts,
  rows: (data) => [
    pair('案号', caseNumberText(data), '办案渠道', text(data, 'channel')),
    wide('案由', text(data, 'cause')),
    sourceRow(data),
    ...partyRows(record<Party>(data, 'party')),
    wide('涉案工程', projectText(data)),
    wide('案情摘要', text(data, 'summary'), 34),
    wide('涉嫌违反\n的条款', text(data, 'breached')),
    wide('拟适用的\n处罚依据', text(data, 'basis')),
    wide('初步证据', evidenceTitles(data)),
    wide('立案条件\n审查', ticks(CONDITIONS, strings(data, 'conditions'), 1)),
    wide('回避情况\n审查', text(data, 'recusal')),
    officerRow(data, '拟指派\n执法人员'),
  ],
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: ['propose-filing'], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人指派\n核查意见', events: ['assign'], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-filing'], usual: 'leaderOpinion' },
  ],
  opinionHeight: 30,
  closing: (data) => [wide('备注', text(data, 'remark'))],
  fields: [
    { key: 'summary', label: '案情摘要', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '涉嫌违反的条款', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'basis', label: '拟适用的处罚依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'conditions', label: '立案条件审查', kind: 'checklist', required: true, filledFrom: 'case', choices: CONDITIONS },
    { key: 'recusal', label: '回避情况审查', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'remark', label: '备注', kind: 'text', required: false, filledFrom: 'none' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'cause', label: '案由' },
    { key: 'officers', label: '承办人、协办人' },
    { key: 'officerOpinion', label: '承办人意见（提请立案后自动填入）' },
    { key: 'leaderOpinion', label: '分管领导审批意见（批准立案后自动填入）' },
  ],
});
