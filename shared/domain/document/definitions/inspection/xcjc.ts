import type { CaseFile } from '../../../case-file/case-file.ts';
import type { Party } from '../../../party/party.ts';
import type { Project } from '../../../project/project.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { XCJC_WORDING } from '../../wording/xcjc.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts, projectText } from '../parts/case-facts.ts';
import { beforeFilingRows } from '../parts/before-filing.ts';
import { minuteRange } from '../parts/dates.ts';
import { cell, label, numbered, paragraph, paragraphs, row } from '../parts/draw.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { list, orNone, record, sentence, strings, text } from '../parts/read.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';

/** Where the newest photo of the case says that it was taken; empty where none does. */
function photographedPosition(file: CaseFile): string {
  return file.evidence.findLast((evidence) => evidence.withdrawn === null && evidence.origin?.takenPlace === 'photo')?.takenPlace ?? '';
}

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const facts = caseFacts(context);
  return {
    ...facts,
    wordingVersion: wordingInForce(XCJC_WORDING, context).version,
    filedOn: file.filedOn ?? '',
    place: file.project?.address ?? file.party?.address ?? '',
    position: photographedPosition(file),
    person: file.party?.kind === 'person' ? file.party.name : (file.party?.representative ?? ''),
    personPost: file.party?.representativePost ?? '',
    personPhone: file.party?.phone ?? '',
    recorder: list<PrintedOfficer>(facts, 'officers').at(-1)?.name ?? '',
    subject: text(facts, 'cause'),
  };
}

function headRows(data: DocumentData) {
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    row(label('检查时间'), cell(minuteRange(text(data, 'startAt'), text(data, 'endAt')), { span: 3 })),
    row(label('检查地点'), cell(text(data, 'place'), { span: 3 })),
    row(label('地理坐标'), cell(text(data, 'position'), { span: 3 })),
    ...beforeFilingRows(data),
    ...partyRows(record<Party>(data, 'party')),
    row(label('涉案工程'), cell(record<Project>(data, 'project') === null ? '' : projectText(data), { span: 3 })),
    row(label('现场负责人'), cell(text(data, 'person')), label('职务'), cell(text(data, 'personPost'))),
    row(label('联系电话'), cell(text(data, 'personPhone')), label('天气'), cell(text(data, 'weather'))),
    row(label('其他在场人员'), cell(orNone(text(data, 'others'))), label('见证人'), cell(orNone(text(data, 'witness')))),
    row(label('检查人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('记录人'), cell(text(data, 'recorder')), label('检查事项'), cell(text(data, 'subject'))),
  ];
}

function body(data: DocumentData): readonly Block[] {
  const texts = wordingOf(XCJC_WORDING, data).texts;
  const findings = strings(data, 'findings').map(sentence);
  const photos = strings(data, 'photos').map(sentence);
  return [
    recordHeading('告知事项'),
    paragraph(texts.told),
    recordHeading('现场检查情况'),
    ...(findings.length === 0 ? [paragraph('／')] : numbered(findings)),
    recordHeading('现场拍摄的照片、视听资料'),
    ...(photos.length === 0 ? [paragraph('无。')] : numbered(photos)),
    recordHeading('被检查人对检查情况的意见'),
    ...paragraphs(sentence(text(data, 'comment')) || '／'),
    ...refusalBlocks(data, texts.refused),
  ];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(XCJC_WORDING, data).texts;
  return [
    ...formHead(data, 'XCJC'),
    form(headRows(data)),
    { kind: 'space', lines: 0.4 },
    ...body(data),
    ...recordEnd(texts.confirm, [
      { label: '被检查人（现场负责人）签名', date: true }, { label: '见证人签名', date: true }, { label: '检查人员签名', date: true }, { label: '记录人签名', date: true },
    ], ['被检查人签名', '检查人员签名', '记录人签名']),
  ];
}

export const XCJC: DocumentDefinition = {
  code: 'XCJC',
  style: 'form',
  sealed: false,
  ...newest(XCJC_WORDING),
  fields: [
    ...minuteFields('检查开始时间', '检查结束时间'),
    { key: 'place', label: '检查地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'position', label: '地理坐标', kind: 'text', required: false, filledFrom: 'case', help: '现场定位的经纬度；案内有带定位的照片的，自动填入。' },
    { key: 'person', label: '现场负责人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'personPost', label: '现场负责人职务', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'personPhone', label: '联系电话', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'weather', label: '天气', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'others', label: '其他在场人员', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'witness', label: '见证人', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'subject', label: '检查事项', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'findings', label: '现场检查情况', kind: 'lines', required: true, filledFrom: 'none', help: '逐项记录看到、量到的客观情况，不作评价。' },
    { key: 'photos', label: '照片、视听资料', kind: 'lines', required: false, filledFrom: 'none', help: '每项写明编号、内容和拍摄位置。' },
    { key: 'comment', label: '被检查人的意见', kind: 'long-text', required: true, filledFrom: 'none' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '检查人员' }],
  settings: [],
  fill,
  blocks,
};
