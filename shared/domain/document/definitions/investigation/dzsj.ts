import type { CaseFile } from '../../../case-file/case-file.ts';
import type { Party } from '../../../party/party.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { DZSJ_WORDING } from '../../wording/dzsj.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { beforeFilingRows } from '../parts/before-filing.ts';
import { form, formHead } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { minuteRange } from '../parts/dates.ts';
import { cell, label, numbered, paragraph, row } from '../parts/draw.ts';
import { digest, fileSize, foldable } from '../parts/files.ts';
import { withCertificates, type PrintedOfficer } from '../parts/officers.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { list, orNone, record, sentence, strings, struck, text } from '../parts/read.ts';
import { columnsOf, lineOf } from '../parts/typed.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const facts = caseFacts(context);
  return {
    ...facts,
    wordingVersion: wordingInForce(DZSJ_WORDING, context).version,
    filedOn: file.filedOn ?? '',
    place: file.party?.address ?? '',
    holder: file.party === null ? '' : file.party.kind === 'person' ? file.party.name : file.party.representative,
    holderPhone: file.party?.phone ?? '',
    recorder: list<PrintedOfficer>(facts, 'officers').at(-1)?.name ?? '',
    files: electronicFiles(file),
  };
}

/** Files of the electronic evidence, with the hash they were registered with. */
function electronicFiles(file: CaseFile): readonly string[] {
  return file.evidence.filter((evidence) => evidence.withdrawn === null && evidence.kind === 'electronic')
    .flatMap((evidence) => (evidence.file === null ? [] : [lineOf(evidence.file.name, evidence.title, fileSize(evidence.file.bytes), evidence.file.sha256)]));
}

function headRows(data: DocumentData): readonly FormRow[] {
  const officers = list<PrintedOfficer>(data, 'officers');
  const wide = (name: string, key: string) => row(label(name), cell(text(data, key), { span: 3 }));
  return [
    row(label('提取时间'), cell(minuteRange(text(data, 'startAt'), text(data, 'endAt')), { span: 3 })),
    wide('提取地点', 'place'),
    ...beforeFilingRows(data),
    wide('案由', 'cause'),
    row(label('当事人'), cell(record<Party>(data, 'party')?.name ?? '', { span: 3 })),
    row(label('电子数据\n持有人'), cell(text(data, 'holder')), label('联系电话'), cell(text(data, 'holderPhone'))),
    row(label('提取人员'), cell(officers.length === 0 ? '' : withCertificates(officers), { span: 3 })),
    row(label('记录人'), cell(text(data, 'recorder')), label('见证人'), cell(orNone(text(data, 'witness')))),
    wide('原始存储介质\n（设备）', 'device'),
    wide('数据来源和\n路径', 'path'),
    wide('提取工具\n和版本', 'tool'),
    wide('时间校准\n情况', 'timeSource'),
  ];
}

function fileTable(data: DocumentData): Block {
  const rows = strings(data, 'files').map((line, index) => {
    const [name = '', source = '', size = '', hash = ''] = columnsOf(line, 4);
    return [String(index + 1), foldable(struck(name)), foldable(struck(source)), struck(size), struck(digest(hash))];
  });
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 14, align: 'center' }, { title: '文件名称', width: 37 }, { title: '内容和来源', width: 36 },
      { title: '大小', width: 20, align: 'center' }, { title: 'SHA-256校验值', width: 49 },
    ],
    rows: rows.length === 0 ? [['／', '／', '／', '／', '／']] : rows,
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(DZSJ_WORDING, data).texts;
  const steps = strings(data, 'steps').map(sentence);
  return [
    ...formHead(data, 'DZSJ'),
    form(headRows(data)),
    { kind: 'space', lines: 0.4 },
    recordHeading('告知事项'), paragraph(texts.told),
    recordHeading('提取的方法和过程'), ...(steps.length === 0 ? [paragraph('／')] : numbered(steps)),
    recordHeading('提取的电子数据'), paragraph(texts.integrity), fileTable(data),
    paragraph(fillIn(texts.storage, { storage: struck(text(data, 'storage')) })),
    ...refusalBlocks(data, texts.refused),
    ...recordEnd(texts.confirm, [
      { label: '电子数据持有人（提供人）签名', date: true }, { label: '见证人签名', date: true }, { label: '提取人员签名', date: true }, { label: '记录人签名', date: true },
    ], ['持有人签名', '提取人员签名', '记录人签名']),
  ];
}

export const DZSJ: DocumentDefinition = {
  code: 'DZSJ',
  style: 'form',
  sealed: false,
  ...newest(DZSJ_WORDING),
  fields: [
    ...minuteFields('提取开始时间', '提取结束时间'),
    { key: 'place', label: '提取地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'holder', label: '电子数据持有人（提供人）', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'holderPhone', label: '联系电话', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'witness', label: '见证人', kind: 'text', required: false, filledFrom: 'none', help: '持有人不到场或者拒绝签名的，应当有见证人。' },
    { key: 'device', label: '原始存储介质（设备）', kind: 'text', required: true, filledFrom: 'none', help: '写明名称、品牌型号、序列号。' },
    { key: 'path', label: '数据来源和路径', kind: 'text', required: true, filledFrom: 'none', help: '系统名称、账号、网址或者存储路径。' },
    { key: 'tool', label: '提取工具和版本', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'timeSource', label: '时间校准情况', kind: 'text', required: true, filledFrom: 'none', help: '设备时间与标准时间的核对结果，例如：与国家授时中心标准时间一致。' },
    { key: 'steps', label: '提取的方法和过程', kind: 'lines', required: true, filledFrom: 'none' },
    { key: 'files', label: '提取的电子数据', kind: 'lines', required: true, filledFrom: 'case', help: '每行一个文件：文件名称｜内容和来源｜大小｜SHA-256校验值。' },
    { key: 'storage', label: '存储位置', kind: 'text', required: true, filledFrom: 'none', help: '写明存储介质的名称、编号和封存情况。' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '提取人员' }],
  settings: [],
  fill,
  blocks,
};
