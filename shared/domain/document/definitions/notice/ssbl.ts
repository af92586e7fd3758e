import { hearingRequired } from '../../../case-file/hearing.ts';
import type { Party } from '../../../party/party.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { SSBL_WORDING } from '../../wording/ssbl.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { minuteRange } from '../parts/dates.ts';
import { cell, label, numbered, paragraph, paragraphs, row } from '../parts/draw.ts';
import { noticeFacts, servedText } from '../parts/hearing.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { flag, list, record, sentence, strings, text } from '../parts/read.ts';

const RELATIONS = ['当事人本人', '法定代表人（负责人）', '经营者', '委托代理人'];
const OWN_RELATION: Readonly<Record<Party['kind'], string>> = { person: '当事人本人', unit: '法定代表人（负责人）', business: '经营者' };
const HEARING_CHOICES = ['要求听证', '不要求听证'];

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  const { party } = file;
  const facts = caseFacts(context);
  return {
    ...facts,
    ...noticeFacts(context),
    wordingVersion: wordingInForce(SSBL_WORDING, context).version,
    hearing: hearingRequired(file, settings),
    person: party === null ? '' : party.kind === 'person' ? party.name : party.representative,
    relation: party === null ? '' : OWN_RELATION[party.kind],
    idNumber: party === null || party.kind === 'unit' ? '' : party.idNumber,
    phone: party?.phone ?? '',
    recorder: list<PrintedOfficer>(facts, 'officers').at(-1)?.name ?? '',
    content: file.defence?.content ?? '',
  };
}

function headRows(data: DocumentData): readonly FormRow[] {
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    row(label('时间'), cell(minuteRange(text(data, 'startAt'), text(data, 'endAt')), { span: 3 })),
    row(label('地点'), cell(text(data, 'place'), { span: 3 })),
    row(label('案由'), cell(text(data, 'cause'), { span: 3 })),
    row(label('案号'), cell(caseNumberText(data)), label('告知书文号'), cell(text(data, 'noticeNo'))),
    row(label('当事人'), cell(record<Party>(data, 'party')?.name ?? '', { span: 3 })),
    row(label('陈述、申辩人'), cell(text(data, 'person')), label('与当事人\n的关系'), cell(text(data, 'relation'))),
    row(label('公民身份号码'), cell(text(data, 'idNumber')), label('联系电话'), cell(text(data, 'phone'))),
    row(label('听取人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('记录人'), cell(text(data, 'recorder'), { span: 3 })),
  ];
}

/** The right to a hearing is spoken of only where the notice carried it. */
function hearingBlocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(SSBL_WORDING, data).texts;
  if (!flag(data, 'hearing') || text(data, 'hearingWish') === '') return [];
  return [recordHeading('是否要求听证'), paragraph(text(data, 'hearingWish') === '要求听证' ? texts.hearingAsked : texts.hearingNotAsked)];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(SSBL_WORDING, data).texts;
  const told = text(data, 'noticeOn') === '' ? texts.notToldYet : fillIn(texts.told, { noticeOn: servedText(data), noticeNo: text(data, 'noticeNo') });
  const submitted = strings(data, 'submitted').map(sentence);
  return [
    ...formHead(data, 'SSBL'),
    form(headRows(data)),
    { kind: 'space', lines: 0.4 },
    recordHeading('告知事项'), paragraph(told),
    recordHeading('陈述、申辩的事实和理由'), ...paragraphs(sentence(text(data, 'content')) || '／'),
    recordHeading('提交的证据、材料'), ...(submitted.length === 0 ? [paragraph('无。')] : numbered(submitted)),
    ...hearingBlocks(data),
    ...refusalBlocks(data, texts.refused),
    ...recordEnd(texts.confirm, [
      { label: '陈述、申辩人签名并捺指印', date: true }, { label: '听取人员签名', date: true }, { label: '记录人签名', date: true },
    ], ['陈述人签名', '听取人员签名', '记录人签名']),
  ];
}

export const SSBL: DocumentDefinition = {
  code: 'SSBL',
  style: 'form',
  sealed: false,
  ...newest(SSBL_WORDING),
  fields: [
    ...minuteFields('开始时间', '结束时间'),
    { key: 'place', label: '地点', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'person', label: '陈述、申辩人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'relation', label: '与当事人的关系', kind: 'choice', required: true, filledFrom: 'case', choices: RELATIONS, help: '委托代理人应当提交授权委托书。' },
    { key: 'idNumber', label: '公民身份号码', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'phone', label: '联系电话', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'content', label: '陈述、申辩的事实和理由', kind: 'long-text', required: true, filledFrom: 'case', help: '按陈述、申辩人的原意逐点记录，不作评价。' },
    { key: 'submitted', label: '提交的证据、材料', kind: 'lines', required: false, filledFrom: 'none', help: '每行一项，写明名称和页数。' },
    { key: 'hearingWish', label: '是否要求听证', kind: 'choice', required: false, filledFrom: 'none', choices: HEARING_CHOICES, help: '告知书载明听证权利的案件填写。' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '听取人员' }, { key: 'cause', label: '案由' }],
  settings: ['hearingFinePersonFen', 'hearingFineUnitFen'],
  fill,
  blocks,
};
