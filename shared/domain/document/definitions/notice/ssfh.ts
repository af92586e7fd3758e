import type { Penalty } from '../../../case-file/case-file.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { SSFH_WORDING } from '../../wording/ssfh.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { caseRows, form, formHead, officerRow, opinionFacts, type OpinionPlace, opinionRows, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { cell, label, row } from '../parts/draw.ts';
import { noticeFacts } from '../parts/hearing.ts';
import { penaltySentence } from '../parts/penalty.ts';
import { orNone, record, strings, struck, text } from '../parts/read.ts';
import { columnsOf, lineOf } from '../parts/typed.ts';

const RESULTS = ['维持拟作出的行政处罚', '变更拟作出的行政处罚', '事实、依据或者处罚内容变更，重新告知', '不予行政处罚'];
const OPINIONS: readonly OpinionPlace<'officerOpinion' | 'headOpinion'>[] = [
  { key: 'officerOpinion', title: '承办人意见', events: ['review-defence'], usual: 'officerOpinion' },
  { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
];

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const { version, texts } = wordingInForce(SSFH_WORDING, context);
  const defence = file.defence;
  const adopted = defence?.adopted === true ? texts.adopted : defence?.adopted === false ? texts.notAdopted : '';
  return {
    ...caseFacts(context),
    ...noticeFacts(context),
    ...opinionFacts(file, OPINIONS, texts),
    wordingVersion: version,
    receivedOn: defence?.receivedOn ?? '',
    points: defence === null ? [] : [lineOf(defence.content, adopted, defence.reviewOpinion)],
    notified: file.notified,
    penalty: file.proposed,
  };
}

/** Each point of the defence, whether it holds, and why. */
function pointRows(data: DocumentData): Block {
  const lines = strings(data, 'points').map((line) => columnsOf(line, 3));
  const rows = lines.length === 0 ? [['', '', '']] : lines;
  return {
    kind: 'form', columns: [14, 56, 26, 60], rows: [
      row(label('序号'), label('当事人的意见'), label('是否采纳'), label('复核的事实和理由')),
      ...rows.map(([point = '', adopted = '', reason = ''], index) => row(cell(String(index + 1), { align: 'center' }), cell(point), cell(adopted, { align: 'center' }), cell(struck(reason)))),
    ],
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(SSFH_WORDING, data).texts;
  return [
    ...formHead(data, 'SSFH'),
    form([
      ...caseRows(data),
      officerRow(data),
      pair('告知书文号', text(data, 'noticeNo'), '告知书\n送达日期', longDate(text(data, 'noticeOn'))),
      pair('收到陈述\n申辩日期', longDate(text(data, 'receivedOn')), '提出的方式', text(data, 'form')),
      wide('提交的证据', orNone(strings(data, 'submitted').join('\n'))),
      wide('复核的规则', texts.rule),
    ]),
    pointRows(data),
    form([
      wide('原拟作出的\n行政处罚', penaltySentence(record<Penalty>(data, 'notified'))),
      wide('复核结论', text(data, 'result')),
      wide('复核后拟作出\n的行政处罚', penaltySentence(record<Penalty>(data, 'penalty'))),
      ...opinionRows(data, OPINIONS),
    ]),
  ];
}

/** 陈述申辩复核意见书 (D5; Administrative Penalty Law, art. 45). */
export const SSFH: DocumentDefinition = {
  code: 'SSFH',
  style: 'form',
  sealed: false,
  ...newest(SSFH_WORDING),
  fields: [
    { key: 'form', label: '提出的方式', kind: 'choice', required: true, filledFrom: 'none', choices: ['书面', '口头'] },
    { key: 'submitted', label: '提交的证据', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'points', label: '逐点复核', kind: 'lines', required: true, filledFrom: 'case', help: '每行一点：当事人的意见｜采纳或者不采纳｜复核的事实和理由。' },
    { key: 'result', label: '复核结论', kind: 'choice', required: true, filledFrom: 'none', choices: RESULTS },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }, { key: 'receivedOn', label: '陈述、申辩（登记后自动填入）' }],
  settings: [],
  fill,
  blocks,
};
