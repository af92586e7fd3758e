import type { Party } from '../../../party/party.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { QZBL_WORDING } from '../../wording/qzbl.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts, caseNumberText } from '../parts/case-facts.ts';
import { longDate, minuteRange } from '../parts/dates.ts';
import { cell, label, numbered, paragraph, row, ticks } from '../parts/draw.ts';
import { COERCION, ITEMS_FIELD, coercionWord, itemTable, measureItemLines, measureOf } from '../parts/measures.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { clause, list, orNone, record, sentence, strings, text } from '../parts/read.ts';

const PRESENCE = ['到场', '未到场'];
const AUTHORISED = '经批准实施';
const URGENT = '情况紧急，当场实施';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const facts = caseFacts(context);
  const measure = measureOf(file, COERCION);
  const decision = file.documents.findLast((document) => document.code === 'CFKY' && document.status === 'issued');
  return {
    ...facts,
    wordingVersion: wordingInForce(QZBL_WORDING, context).version,
    measure: coercionWord(measure),
    approvedOn: measure?.approvedOn ?? '',
    authorisation: measure === null ? '' : measure.approvedOn === null ? URGENT : AUTHORISED,
    decisionNo: decision?.docNo ?? '',
    reason: measure?.reason ?? '',
    powerClause: measure?.powerClause ?? '',
    place: measure?.place ?? file.project?.address ?? '',
    person: file.party === null ? '' : file.party.kind === 'person' ? file.party.name : file.party.representative,
    recorder: list<PrintedOfficer>(facts, 'officers').at(-1)?.name ?? '',
    items: measureItemLines(measure),
  };
}

function headRows(data: DocumentData): readonly FormRow[] {
  const officers = list<PrintedOfficer>(data, 'officers');
  return [
    row(label('实施时间'), cell(minuteRange(text(data, 'startAt'), text(data, 'endAt')), { span: 3 })),
    row(label('实施地点'), cell(text(data, 'place'), { span: 3 })),
    row(label('案号'), cell(caseNumberText(data)), label('措施种类'), cell(text(data, 'measure'))),
    row(label('决定书文号'), cell(text(data, 'decisionNo'), { span: 3 })),
    ...partyRows(record<Party>(data, 'party')),
    row(label('当事人到场\n情况'), cell(ticks(PRESENCE, [text(data, 'presence')], 2)), label('在场人'), cell(text(data, 'person'))),
    row(label('见证人'), cell(orNone(text(data, 'witness'))), label('见证人单位\n或者住址'), cell(orNone(text(data, 'witnessUnit')))),
    row(label('执法人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('记录人'), cell(text(data, 'recorder'), { span: 3 })),
  ];
}

function toldBlocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(QZBL_WORDING, data).texts;
  const approved = text(data, 'authorisation') === URGENT ? texts.urgent : fillIn(texts.approved, { approvedOn: longDate(text(data, 'approvedOn')) || '／' });
  const power = clause(text(data, 'powerClause'));
  return [
    paragraph(approved),
    paragraph(fillIn(texts.told, { measure: text(data, 'measure'), reason: clause(text(data, 'reason')) || '／', power: power === '' ? '' : `，依照${power}的规定` })),
    ...(text(data, 'presence') === '未到场' ? [paragraph(texts.absent)] : []),
  ];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(QZBL_WORDING, data).texts;
  const course = strings(data, 'course').map(sentence);
  return [
    ...formHead(data, 'QZBL'),
    form(headRows(data)),
    { kind: 'space', lines: 0.4 },
    recordHeading('报告批准和告知情况'), ...toldBlocks(data),
    recordHeading('当事人的陈述和申辩'), paragraph(fillIn(texts.heard, { defence: sentence(orNone(text(data, 'defence'))) })),
    recordHeading('实施的情况'), ...(course.length === 0 ? [paragraph('／')] : numbered(course)),
    recordHeading(`${text(data, 'measure')}的场所、设施或者财物`), itemTable(data),
    ...refusalBlocks(data, texts.refused),
    ...recordEnd(texts.confirm, [
      { label: '当事人（在场人）签名或者盖章', date: true }, { label: '见证人签名', date: true }, { label: '执法人员签名', date: true }, { label: '记录人签名', date: true },
    ], ['当事人签名', '见证人签名', '执法人员签名']),
  ];
}

export const QZBL: DocumentDefinition = {
  code: 'QZBL',
  style: 'form',
  sealed: false,
  ...newest(QZBL_WORDING),
  fields: [
    ...minuteFields('实施开始时间', '实施结束时间'),
    { key: 'place', label: '实施地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'presence', label: '当事人到场情况', kind: 'choice', required: true, filledFrom: 'none', choices: PRESENCE },
    { key: 'person', label: '在场人', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'witness', label: '见证人', kind: 'text', required: false, filledFrom: 'none', help: '当事人不到场的，必须邀请见证人到场。' },
    { key: 'witnessUnit', label: '见证人单位或者住址', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'authorisation', label: '报告批准情况', kind: 'choice', required: true, filledFrom: 'case', choices: [AUTHORISED, URGENT] },
    { key: 'reason', label: '采取措施的理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'powerClause', label: '采取措施的依据', kind: 'text', required: true, filledFrom: 'case', help: '授予查封、扣押权的法律、法规全称和条、款、项。' },
    { key: 'defence', label: '当事人的陈述和申辩', kind: 'long-text', required: true, filledFrom: 'none', help: '没有陈述、申辩的，如实写明。' },
    { key: 'course', label: '实施的情况', kind: 'lines', required: true, filledFrom: 'none', help: '查封方式、封条编号和张贴位置、清点和移交情况等。' },
    ITEMS_FIELD,
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '执法人员' }],
  settings: [],
  fill,
  blocks,
};
