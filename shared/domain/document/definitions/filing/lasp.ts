import type { CaseFile } from '../../../case-file/case-file.ts';
import type { CaseEvent } from '../../../procedure/events.ts';
import { FILING_CONDITIONS } from '../../../procedure/grounds.ts';
import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { LASP_WORDING } from '../../wording/lasp.ts';
import { fillIn, newest, wordingInForce } from '../../wording/wording.ts';
import { opinionBlocks, opinionOf, type PrintedOpinion } from '../parts/approvals.ts';
import { caseFacts, caseNumberText, numberText, projectText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { blocksCell, cell, label, row, tallRow, ticks } from '../parts/draw.ts';
import { evidenceTitles, printedEvidence } from '../parts/evidence.ts';
import { names, printedOfficers, withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { list, record, strings, struck, text } from '../parts/read.ts';

const CONDITIONS = Object.values(FILING_CONDITIONS);
/** Steps that show the filing conditions were found met. */
const PROPOSED: readonly CaseEvent[] = ['propose-filing'];

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const wording = wordingInForce(LASP_WORDING, context);
  const head = fillIn(wording.texts.headOpinion, { officers: names(printedOfficers(context)) });
  return {
    ...caseFacts(context),
    evidence: printedEvidence(atFiling(file)),
    wordingVersion: wording.version,
    receivedOn: file.clue.receivedOn,
    summary: file.clue.description === '' ? file.facts : file.clue.description,
    conditions: file.approvals.some((approval) => PROPOSED.includes(approval.event)) ? CONDITIONS : [],
    recusal: wording.texts.noRecusal,
    officerOpinion: opinionOf(file, PROPOSED, wording.texts.officerOpinion),
    headOpinion: opinionOf(file, ['assign'], head),
    leaderOpinion: opinionOf(file, ['approve-filing'], wording.texts.leaderOpinion),
  };
}

/** The case with the evidence the filing rested on: what came later is no 初步证据. */
function atFiling(file: CaseFile): CaseFile {
  const filedAt = file.approvals.findLast((approval) => approval.event === 'approve-filing')?.at;
  if (filedAt === undefined) return file;
  return { ...file, evidence: file.evidence.filter((evidence) => evidence.addedAt <= filedAt), documents: file.documents.filter((document) => (document.issuedAt ?? '') <= filedAt) };
}

function caseRows(data: DocumentData) {
  return [
    row(label('案号'), cell(caseNumberText(data)), label('办案渠道'), cell(text(data, 'channel'))),
    row(label('案由'), cell(text(data, 'cause'), { span: 3 })),
    row(label('案件来源'), cell(text(data, 'source')), label('收到日期'), cell(longDate(text(data, 'receivedOn')))),
    ...partyRows(record<Party>(data, 'party')),
    row(label('涉案工程'), cell(projectText(data), { span: 3 })),
    tallRow(34, label('案情摘要'), cell(text(data, 'summary'), { span: 3 })),
    row(label('涉嫌违反\n的条款'), cell(text(data, 'breached'), { span: 3 })),
    row(label('拟适用的\n处罚依据'), cell(text(data, 'basis'), { span: 3 })),
    row(label('初步证据'), cell(evidenceTitles(data), { span: 3 })),
  ];
}

function approvalRows(data: DocumentData) {
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    row(label('立案条件\n审查'), cell(ticks(CONDITIONS, strings(data, 'conditions'), 1), { span: 3 })),
    row(label('回避情况\n审查'), cell(text(data, 'recusal'), { span: 3 })),
    row(label('拟指派\n执法人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    tallRow(30, label('承办人意见'), blocksCell(opinionBlocks(record<PrintedOpinion>(data, 'officerOpinion')), { span: 3 })),
    tallRow(30, label('办案机构\n负责人指派\n核查意见'), blocksCell(opinionBlocks(record<PrintedOpinion>(data, 'headOpinion')), { span: 3 })),
    tallRow(30, label('分管领导\n审批意见'), blocksCell(opinionBlocks(record<PrintedOpinion>(data, 'leaderOpinion')), { span: 3 })),
    row(label('备注'), cell(struck(text(data, 'remark')), { span: 3 })),
  ];
}

function blocks(data: DocumentData): readonly Block[] {
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '立案审批表' },
    { kind: 'number', text: numberText(data), align: 'right' },
    { kind: 'form', columns: [32, 52, 32, 40], rows: [...caseRows(data), ...approvalRows(data)] },
  ];
}

export const LASP: DocumentDefinition = {
  code: 'LASP',
  style: 'form',
  sealed: false,
  ...newest(LASP_WORDING),
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
  settings: [],
  fill,
  blocks,
};
