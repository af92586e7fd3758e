import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { JTTL_WORDING } from '../../wording/jttl.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, pair, wide } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate, minuteRange } from '../parts/dates.ts';
import { paragraph, paragraphs } from '../parts/draw.ts';
import { names, printedOfficers } from '../parts/officers.ts';
import { discretionText } from '../parts/discretion.ts';
import { penaltySentence } from '../parts/penalty.ts';
import { clause, orNone, sentence, strings, text } from '../parts/read.ts';
import { recordEnd, recordHeading } from '../parts/record-sheet.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const review = file.reviews.at(-1);
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(JTTL_WORDING, context).version,
    heldOn: file.discussion?.heldOn ?? '',
    attendees: file.discussion?.attendees ?? [],
    reporter: names(printedOfficers(context)),
    report: reportText(context),
    review: review === undefined ? '' : `${review.reviewerName}：${review.opinion}`,
    conclusion: file.discussion?.conclusion ?? '',
  };
}

/** Facts, law and proposal as the officers report them. */
function reportText(context: DocumentContext): string {
  const { file } = context;
  const facts = caseFacts(context);
  if (file.proposed === null || file.facts === '') return '';
  const law = text(facts, 'basis') === '' ? '' : `上述行为违反了${clause(text(facts, 'breached'))}的规定，处罚依据为${clause(text(facts, 'basis'))}。`;
  return [sentence(file.facts), `${law}${discretionText(context, file.proposed, '拟确定')}`, `建议：${sentence(penaltySentence(file.proposed))}`].join('\n');
}

function headRows(data: DocumentData): Block {
  const attendees = strings(data, 'attendees').join('、');
  return form([
    wide('案件名称', text(data, 'caseTitle')),
    pair('案号', caseNumberText(data), '讨论日期', longDate(text(data, 'heldOn'))),
    wide('起止时间', minuteRange(text(data, 'startAt'), text(data, 'endAt'))),
    pair('讨论地点', text(data, 'place'), '主持人', text(data, 'host')),
    pair('记录人', text(data, 'recorder'), '汇报人', text(data, 'reporter')),
    wide('出席人员', attendees),
    wide('列席人员', orNone(text(data, 'observers'))),
  ]);
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(JTTL_WORDING, data).texts;
  const opinions = strings(data, 'opinions');
  return [
    ...formHead(data, 'JTTL'),
    headRows(data),
    { kind: 'space', lines: 0.5 },
    paragraph(texts.rights),
    paragraph(texts.basis),
    recordHeading('一、案件承办人汇报案情和处理意见'),
    ...paragraphs(text(data, 'report') || '／'),
    recordHeading('二、法制审核意见'),
    ...paragraphs(text(data, 'review') || '／'),
    recordHeading('三、讨论意见'),
    ...(opinions.length === 0 ? [paragraph('／')] : opinions.map((line) => paragraph(sentence(line)))),
    recordHeading('四、表决情况'),
    ...paragraphs(sentence(text(data, 'vote')) || '／'),
    recordHeading('五、讨论结论'),
    ...paragraphs(sentence(text(data, 'conclusion')) || '／'),
    ...recordEnd(texts.statement, [...strings(data, 'attendees').map((name) => ({ label: '出席人员签名', name, date: true as const })), { label: '记录人签名', name: text(data, 'recorder'), date: true }], ['主持人签名', '记录人签名']),
  ];
}

export const JTTL: DocumentDefinition = {
  code: 'JTTL',
  style: 'form',
  sealed: false,
  ...newest(JTTL_WORDING),
  fields: [
    { key: 'startAt', label: '讨论开始时间', kind: 'minute', required: true, filledFrom: 'none', help: '24小时制，精确到分；日期应与登记的讨论日期一致。' },
    { key: 'endAt', label: '讨论结束时间', kind: 'minute', required: true, filledFrom: 'none' },
    { key: 'place', label: '讨论地点', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'host', label: '主持人', kind: 'text', required: true, filledFrom: 'none', help: '写明姓名和职务。' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'reporter', label: '汇报人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'observers', label: '列席人员', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'report', label: '案情和处理意见', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'review', label: '法制审核意见', kind: 'long-text', required: false, filledFrom: 'case' },
    { key: 'opinions', label: '讨论意见', kind: 'lines', required: true, filledFrom: 'none', help: '每人一行，写明姓名、职务和意见。不同意见应当如实记录。' },
    { key: 'vote', label: '表决情况', kind: 'text', required: true, filledFrom: 'none', help: '写明应到、实到人数和同意、不同意、弃权的人数。' },
    { key: 'conclusion', label: '讨论结论', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [
    { key: 'heldOn', label: '集体讨论日期（登记集体讨论结论后自动填入）' },
    { key: 'attendees', label: '出席人员（登记集体讨论结论后自动填入）' },
  ],
  settings: [],
  fill,
  blocks,
};
