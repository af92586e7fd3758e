import type { Party } from '../../../party/party.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { TZBL_WORDING } from '../../wording/tzbl.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { minuteRange } from '../parts/dates.ts';
import { cell, label, numbered, paragraph, paragraphs, row, ticks } from '../parts/draw.ts';
import { hearingFacts, OPENNESS, proposalText } from '../parts/hearing.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { list, orNone, record, sentence, strings, struck, text } from '../parts/read.ts';

const ATTENDANCE = ['到场', '委托代理人到场', '无正当理由未到场'];
const ABSENT = '无正当理由未到场';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  return {
    ...caseFacts(context),
    ...hearingFacts(context),
    wordingVersion: wordingInForce(TZBL_WORDING, context).version,
    startAt: file.hearing?.heldAt ?? '',
    attendance: file.hearing === undefined ? '' : file.hearing.partyAbsent ? ABSENT : '到场',
    charges: proposalText(context),
  };
}

function headRows(data: DocumentData): readonly FormRow[] {
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    row(label('案由'), cell(text(data, 'cause'), { span: 3 })),
    row(label('案号'), cell(caseNumberText(data)), label('听证方式'), cell(ticks(OPENNESS, [text(data, 'openness')], 1))),
    row(label('听证时间'), cell(minuteRange(text(data, 'startAt'), text(data, 'endAt')), { span: 3 })),
    row(label('听证地点'), cell(text(data, 'place'), { span: 3 })),
    row(label('听证主持人'), cell(text(data, 'host')), label('记录员'), cell(text(data, 'recorder'))),
    ...partyRows(record<Party>(data, 'party')),
    row(label('当事人到场\n情况'), cell(ticks(ATTENDANCE, [text(data, 'attendance')], 3), { span: 3 })),
    row(label('委托代理人'), cell(orNone(strings(data, 'agents').join('\n')), { span: 3 })),
    row(label('调查人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('其他参加人'), cell(orNone(strings(data, 'others').join('\n')), { span: 3 })),
  ];
}

function section(title: string, content: readonly Block[]): readonly Block[] {
  return [recordHeading(title), ...(content.length === 0 ? [paragraph('／')] : content)];
}

/** What was said, in the order of the hearing (art. 64(7)); nothing of it where the party stayed away. */
function heard(data: DocumentData): readonly Block[] {
  const spoken = (key: string) => paragraphs(sentence(text(data, key)));
  return [
    ...section('二、调查人员提出的违法事实、证据、依据和行政处罚建议', spoken('charges')),
    ...section('三、当事人的陈述、申辩', spoken('defence')),
    ...section('四、举证和质证', numbered(strings(data, 'examination').map(sentence))),
    ...section('五、辩论', spoken('debate')),
    ...section('六、最后陈述', [paragraph(`调查人员：${sentence(struck(text(data, 'officerClosing')))}`), paragraph(`当事人：${sentence(struck(text(data, 'partyClosing')))}`)]),
  ];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(TZBL_WORDING, data).texts;
  const absent = text(data, 'attendance') === ABSENT;
  const opening = paragraph(fillIn(texts.opening, { host: struck(text(data, 'host')), authority: text(data, 'authority') }));
  return [
    ...formHead(data, 'TZBL'),
    form(headRows(data)),
    { kind: 'space', lines: 0.4 },
    ...section('一、核对身份和告知权利', [opening, ...(absent ? [paragraph(texts.absent)] : [paragraph(fillIn(texts.recusal, { answer: sentence(struck(text(data, 'recusalAnswer'))) }))])]),
    ...(absent ? [] : [...heard(data), paragraph(texts.closed)]),
    ...refusalBlocks(data, texts.refused),
    ...recordEnd(texts.confirm, [
      { label: '当事人（委托代理人）签名或者盖章', date: true }, { label: '调查人员签名', date: true }, { label: '其他参加人签名', date: true },
      { label: '听证主持人签名', date: true }, { label: '记录员签名', date: true },
    ], ['当事人签名', '主持人签名', '记录员签名']),
  ];
}

export const TZBL: DocumentDefinition = {
  code: 'TZBL',
  style: 'form',
  sealed: false,
  ...newest(TZBL_WORDING),
  fields: [
    ...minuteFields('听证开始时间', '听证结束时间'),
    { key: 'openness', label: '听证方式', kind: 'choice', required: true, filledFrom: 'case', choices: OPENNESS },
    { key: 'place', label: '听证地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'host', label: '听证主持人', kind: 'text', required: true, filledFrom: 'case', help: '由非本案调查人员担任。' },
    { key: 'recorder', label: '记录员', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'attendance', label: '当事人到场情况', kind: 'choice', required: true, filledFrom: 'case', choices: ATTENDANCE },
    { key: 'agents', label: '委托代理人', kind: 'lines', required: false, filledFrom: 'none', help: '每行一人，写明姓名、单位职务和授权范围；至多二人。' },
    { key: 'others', label: '其他参加人', kind: 'lines', required: false, filledFrom: 'none', help: '第三人、证人、鉴定人、翻译人员等，每行一人。' },
    { key: 'recusalAnswer', label: '当事人对申请回避的意见', kind: 'text', required: false, filledFrom: 'none', help: '如实记录，例如：听清楚了，不申请回避。' },
    { key: 'charges', label: '调查人员提出的事实、证据、依据和处罚建议', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'defence', label: '当事人的陈述、申辩', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'examination', label: '举证和质证', kind: 'lines', required: false, filledFrom: 'none', help: '逐项写明证据和对方的质证意见。' },
    { key: 'debate', label: '辩论', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'officerClosing', label: '调查人员最后陈述', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'partyClosing', label: '当事人最后陈述', kind: 'long-text', required: false, filledFrom: 'none' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '调查人员' }, { key: 'cause', label: '案由' }],
  settings: [],
  fill,
  blocks,
};
