import type { CaseFile } from '../../../case-file/case-file.ts';
import { longDate } from '../parts/dates.ts';
import type { DocumentContext } from '../../definition.ts';
import { HCQK_WORDING } from '../../wording/hcqk.ts';
import { approvalForm, caseRows, officerRow, pair, signedRow, sourceRow, wide } from '../parts/approval-form.ts';
import { numberedLines } from '../parts/draw.ts';
import { evidenceBefore, evidenceTitles } from '../parts/evidence.ts';
import { strings, text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

const CONCLUSIONS = { file: '建议立案', reject: '建议不予立案', transfer: '建议移送' } as const;
type Conclusion = keyof typeof CONCLUSIONS;

/** What the officers proposed, as far as the case shows it. */
function proposed(file: CaseFile): string {
  if (file.stage === 'NOFILE') return CONCLUSIONS.reject;
  if (file.transfer?.kind === 'authority') return CONCLUSIONS.transfer;
  return file.approvals.some((approval) => approval.event === 'propose-filing') ? CONCLUSIONS.file : '';
}

function conclusionKey(words: string): Conclusion | undefined {
  return (Object.keys(CONCLUSIONS) as Conclusion[]).find((key) => CONCLUSIONS[key] === words);
}

function facts(context: DocumentContext, texts: Readonly<Record<Conclusion, string>>): Record<string, unknown> {
  const { file } = context;
  const conclusion = typedText(context, 'conclusion', proposed(file));
  const key = conclusionKey(conclusion);
  const proposal = file.approvals.findLast((approval) => approval.event === 'propose-filing');
  return {
    receivedOn: file.clue.receivedOn, evidence: evidenceBefore(file, 'propose-filing'), conclusion, situation: file.facts === '' ? file.clue.description : file.facts,
    verifiedFrom: file.assignedOn ?? '',
    opinion: (conclusion === CONCLUSIONS.file ? proposal?.opinion.trim() : '') || (key === undefined ? '' : texts[key]),
  };
}

export const HCQK = approvalForm({
  code: 'HCQK',
  wording: HCQK_WORDING,
  fields: [
    { key: 'verifiedFrom', label: '核查开始日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'verifiedTo', label: '核查结束日期', kind: 'date', required: true, filledFrom: 'none' },
    { key: 'steps', label: '核查经过', kind: 'lines', required: true, filledFrom: 'none', help: '逐项写明时间、采取的核查方式和结果。' },
    { key: 'situation', label: '查明的情况', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '涉嫌违反的条款', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'conclusion', label: '核查结论', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(CONCLUSIONS) },
    { key: 'opinion', label: '核查意见', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'officers', label: '承办人、协办人' }],
  facts,
  rows: (data) => [
    ...caseRows(data),
    sourceRow(data),
    pair('核查开始日期', longDate(text(data, 'verifiedFrom')), '核查结束日期', longDate(text(data, 'verifiedTo'))),
    officerRow(data, '核查人员'),
    wide('核查经过', numberedLines(strings(data, 'steps')), 30),
    wide('查明的情况', text(data, 'situation'), 40),
    wide('已取得的证据', evidenceTitles(data)),
    wide('涉嫌违反\n的条款', text(data, 'breached')),
    wide('核查结论', text(data, 'conclusion')),
    signedRow('核查意见', text(data, 'opinion')),
  ],
  opinions: [{ key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' }],
});
