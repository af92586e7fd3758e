import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { XWBL_WORDING } from '../../wording/xwbl.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { checkIdNumber } from '../../../party/id-number.ts';
import { ageOn, minuteRange } from '../parts/dates.ts';
import { beforeFilingRows } from '../parts/before-filing.ts';
import { cell, label, row } from '../parts/draw.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { list, struck, text } from '../parts/read.ts';
import { minuteFields, recordEnd, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';

interface Exchange {
  readonly question: string;
  readonly answer: string;
}

const RELATIONS = ['当事人', '法定代表人', '负责人', '经营者', '委托代理人', '证人', '其他有关人员'];

function fill(context: DocumentContext): Record<string, unknown> {
  const { party } = context.file;
  const facts = caseFacts(context);
  const person = party?.kind === 'person';
  return {
    ...facts,
    wordingVersion: wordingInForce(XWBL_WORDING, context).version,
    filedOn: context.file.filedOn ?? '',
    times: '一',
    place: '',
    person: party === null ? '' : person ? party.name : party.representative,
    sex: person ? party.sex : '',
    birthDate: person ? party.birthDate : '',
    idNumber: party === null || party.kind === 'unit' ? '' : party.idNumber,
    workplace: party === null ? '' : person ? party.workplace : [party.name, party.representativePost].filter((part) => part !== '').join('，'),
    address: party?.address ?? '',
    phone: party?.phone ?? '',
    recorder: list<PrintedOfficer>(facts, 'officers').at(-1)?.name ?? '',
  };
}

function headRows(data: DocumentData) {
  const officers = list<PrintedOfficer>(data, 'officers');
  const asked = text(data, 'startAt').slice(0, 10) || text(data, 'issuedOn');
  const number = checkIdNumber(text(data, 'idNumber'), asked);
  const age = ageOn(text(data, 'birthDate') || (number.ok ? number.value.birthDate : ''), asked);
  return [
    row(label('询问时间'), cell(minuteRange(text(data, 'startAt'), text(data, 'endAt')), { span: 3 })),
    row(label('询问地点'), cell(text(data, 'place')), label('询问次数'), cell(`第${struck(text(data, 'times'))}次`)),
    ...beforeFilingRows(data),
    row(label('案由'), cell(text(data, 'cause'), { span: 3 })),
    row(label('被询问人'), cell(text(data, 'person')), label('性别、年龄'), cell(`${struck(text(data, 'sex'))}，${age === '' ? '／' : `${age}周岁`}`)),
    row(label('公民身份号码'), cell(text(data, 'idNumber')), label('联系电话'), cell(text(data, 'phone'))),
    row(label('工作单位\n和职务'), cell(text(data, 'workplace')), label('与本案的关系'), cell(text(data, 'relation'))),
    row(label('住址'), cell(text(data, 'address'), { span: 3 })),
    row(label('询问人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('记录人'), cell(text(data, 'recorder'), { span: 3 })),
  ];
}

/** Certificate and rights first (Administrative Penalty Law, arts. 43, 55), then what was asked. */
function exchanges(data: DocumentData): readonly Exchange[] {
  const texts = wordingOf(XWBL_WORDING, data).texts;
  const officers = withCertificates(list<PrintedOfficer>(data, 'officers'));
  const typed = list<Partial<Exchange>>(data, 'dialogue')
    .map((item) => ({ question: item.question?.trim() ?? '', answer: item.answer?.trim() ?? '' }))
    .filter((item) => item.question !== '' || item.answer !== '');
  return [
    { question: fillIn(texts.certificateQuestion, { authority: text(data, 'authority'), officers }), answer: struck(text(data, 'certificateAnswer')) },
    { question: fillIn(texts.rightsQuestion, { cause: struck(text(data, 'cause')) }), answer: struck(text(data, 'rightsAnswer')) },
    ...typed.map((item) => ({ question: struck(item.question), answer: struck(item.answer) })),
  ];
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(XWBL_WORDING, data).texts;
  return [
    ...formHead(data, 'XWBL'),
    form(headRows(data)),
    { kind: 'space', lines: 0.4 },
    { kind: 'dialogue', items: exchanges(data) },
    ...refusalBlocks(data, texts.refused),
    ...recordEnd(texts.confirm, [
      { label: '被询问人签名并捺指印', date: true }, { label: '询问人员签名', date: true }, { label: '记录人签名', date: true },
    ], ['被询问人签名', '询问人员签名', '记录人签名']),
  ];
}

export const XWBL: DocumentDefinition = {
  code: 'XWBL',
  style: 'form',
  sealed: false,
  ...newest(XWBL_WORDING),
  fields: [
    ...minuteFields('询问开始时间', '询问结束时间'),
    { key: 'place', label: '询问地点', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'times', label: '第几次询问', kind: 'text', required: true, filledFrom: 'case', help: '用中文数字，例如：一。' },
    { key: 'person', label: '被询问人', kind: 'text', required: true, filledFrom: 'case', help: '询问应当个别进行，一份笔录只记一人。' },
    { key: 'sex', label: '性别', kind: 'choice', required: true, filledFrom: 'case', choices: ['男', '女'] },
    { key: 'birthDate', label: '出生日期', kind: 'date', required: false, filledFrom: 'case' },
    { key: 'idNumber', label: '公民身份号码', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'phone', label: '联系电话', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'workplace', label: '工作单位和职务', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'relation', label: '与本案的关系', kind: 'choice', required: true, filledFrom: 'none', choices: RELATIONS },
    { key: 'address', label: '住址', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'certificateAnswer', label: '对出示执法证件的回答', kind: 'text', required: true, filledFrom: 'none', help: '如实记录，例如：看清楚了。' },
    { key: 'rightsAnswer', label: '对告知权利义务的回答', kind: 'text', required: true, filledFrom: 'none', help: '如实记录，例如：听清楚了，不申请回避。' },
    { key: 'dialogue', label: '询问和回答', kind: 'dialogue', required: true, filledFrom: 'none' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'officers', label: '询问人员' }, { key: 'cause', label: '案由' }],
  settings: [],
  fill,
  blocks,
};
