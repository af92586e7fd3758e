import { REVIEW_POINT_KEYS, REVIEW_POINTS, type LegalReview, type Penalty } from '../../../case-file/case-file.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { FZSH_WORDING } from '../../wording/fzsh.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { opinionBlocks, type PrintedOpinion } from '../parts/approvals.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { blocksCell, cell, label, row, tallRow } from '../parts/draw.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { penaltySentence } from '../parts/penalty.ts';
import { list, record, strings, text } from '../parts/read.ts';
import { routeFacts, routeRows } from '../parts/route-opinions.ts';

/** Outcomes of a review (domain notes §1.3, 12). */
const CONCLUSIONS = ['同意', '纠正', '补正', '移送'];

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const review = file.reviews.at(-1) ?? null;
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(FZSH_WORDING, context).version,
    penalty: file.proposed,
    submittedOn: submittedOn(context),
    passedPoints: review === null ? [] : REVIEW_POINT_KEYS.filter((key) => review.points[key]),
    reviewed: review !== null,
    conclusion: review === null ? '' : review.passed ? '同意' : '补正',
    opinion: review?.opinion ?? '',
    review: review === null ? null : reviewSignature(review),
    ...routeFacts(context, 'review'),
  };
}

function reviewSignature(review: LegalReview): PrintedOpinion {
  return { opinion: review.opinion, name: review.reviewerName, on: shanghaiDay(review.at) };
}

/** The day the case came to the reviewer: when it last entered the stage. */
function submittedOn(context: DocumentContext): string {
  const { file } = context;
  const entered = file.approvals.findLast((approval) => approval.to === 'LEGAL' && approval.from !== 'LEGAL');
  if (entered !== undefined) return shanghaiDay(entered.at);
  return file.stage === 'LEGAL' ? file.stageSince : '';
}

/** The eight points, each passed or not. */
function pointRows(data: DocumentData): readonly FormRow[] {
  const passed = strings(data, 'passedPoints');
  const reviewed = data['reviewed'] === true;
  const remarks = pointRemarks(data);
  return [
    row(label('序号'), label('审核内容'), label('审核结果'), label('说明')),
    ...REVIEW_POINT_KEYS.map((key, index) => row(
      cell(String(index + 1), { align: 'center' }),
      cell(REVIEW_POINTS[key]),
      cell(result(reviewed, passed.includes(key)), { align: 'center' }),
      cell(remarks[index] ?? ''),
    )),
  ];
}

function result(reviewed: boolean, passed: boolean): string {
  if (!reviewed) return '☐通过 ☐不通过';
  return passed ? '☑通过 ☐不通过' : '☐通过 ☑不通过';
}

/** Remarks typed as `3. …` stand at their point; empty ones are struck. */
function pointRemarks(data: DocumentData): readonly string[] {
  const remarks = REVIEW_POINT_KEYS.map(() => '');
  for (const line of strings(data, 'pointRemarks')) {
    const match = /^([1-8])[.．、]\s*(.+)$/u.exec(line);
    if (match !== null) remarks[Number(match[1]) - 1] = match[2] ?? '';
  }
  return remarks;
}

function caseRows(data: DocumentData): readonly FormRow[] {
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    row(label('案件名称'), cell(text(data, 'caseTitle'), { span: 3 })),
    row(label('案号'), cell(caseNumberText(data)), label('送审日期'), cell(longDate(text(data, 'submittedOn')))),
    row(label('承办人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('违反的条款'), cell(text(data, 'breached'), { span: 3 })),
    row(label('处罚依据'), cell(text(data, 'basis'), { span: 3 })),
    row(label('拟处理意见'), cell(penaltySentence(record<Penalty>(data, 'penalty')), { span: 3 })),
  ];
}

function conclusionText(data: DocumentData): string {
  const texts = wordingOf(FZSH_WORDING, data).texts;
  const conclusion = text(data, 'conclusion');
  if (conclusion === '') return texts.noReview;
  const boxes = CONCLUSIONS.map((choice) => `${choice === conclusion ? '☑' : '☐'}${choice}`).join('　　');
  return `${boxes}\n${conclusion === '同意' ? texts.passed : texts.failed}`;
}

function blocks(data: DocumentData): readonly Block[] {
  const review = record<PrintedOpinion>(data, 'review');
  return [
    ...formHead(data, 'FZSH'),
    form(caseRows(data)),
    { kind: 'form', columns: [14, 82, 42, 18], rows: pointRows(data) },
    { kind: 'form', columns: [32, 124], rows: [
      row(label('审核结论'), cell(conclusionText(data))),
      ...routeRows(data),
      tallRow(30, label('法制审核意见'), blocksCell(opinionBlocks(review, text(data, 'opinion')))),
      tallRow(20, label('法制机构\n负责人意见'), blocksCell(opinionBlocks(null, text(data, 'headOpinion')))),
    ] },
  ];
}

export const FZSH: DocumentDefinition = {
  code: 'FZSH',
  style: 'form',
  sealed: false,
  ...newest(FZSH_WORDING),
  fields: [
    { key: 'pointRemarks', label: '审核内容的说明', kind: 'lines', required: false, filledFrom: 'none', help: '每行以序号开头，例如：3. 补充测量记录后通过。' },
    { key: 'conclusion', label: '审核结论', kind: 'choice', required: true, filledFrom: 'case', choices: CONCLUSIONS },
    { key: 'opinion', label: '法制审核意见', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'headOpinion', label: '法制机构负责人意见', kind: 'long-text', required: false, filledFrom: 'none', help: '不填的，打印后手写。' },
  ],
  requires: [
    { key: 'officers', label: '承办人、协办人' },
    { key: 'penalty', label: '拟处罚种类和金额' },
    { key: 'review', label: '法制审核（审核员作出结论后自动填入）' },
  ],
  settings: [],
  fill,
  blocks,
};
