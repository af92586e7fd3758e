import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { FCJL_WORDING } from '../../wording/fcjl.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, officerRow, pair, wide } from '../parts/approval-form.ts';
import { caseFacts, siteText } from '../parts/case-facts.ts';
import { longDate, minuteRange } from '../parts/dates.ts';
import { numbered, paragraph, paragraphs } from '../parts/draw.ts';
import { partyRows } from '../parts/party.ts';
import { record, sentence, strings, struck, text } from '../parts/read.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { columnsOf } from '../parts/typed.ts';

const CONCLUSIONS = { all: '全部改正', partly: '部分改正', none: '未改正' } as const;
type Conclusion = keyof typeof CONCLUSIONS;

/** What the case already says of the re-check. */
function known(corrected: boolean | null | undefined): string {
  if (corrected === null || corrected === undefined) return '';
  return corrected ? CONCLUSIONS.all : '';
}

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const order = file.documents.findLast((document) => document.code === 'ZGTZ' && document.status === 'issued');
  return {
    ...caseFacts(context), wordingVersion: wordingInForce(FCJL_WORDING, context).version,
    orderNo: order?.docNo ?? '', orderedOn: file.correctiveOrder?.servedOn ?? '', dueOn: file.correctiveOrder?.dueOn ?? '',
    place: file.project?.address ?? file.party?.address ?? '', person: file.party?.kind === 'person' ? file.party.name : (file.party?.representative ?? ''),
    conclusion: known(file.correctiveOrder?.corrected),
  };
}

function headForm(data: DocumentData): Block {
  return form([
    wide('案由', text(data, 'cause')),
    ...partyRows(record<Party>(data, 'party')),
    wide('涉及工程', siteText(data)),
    pair('责令改正\n通知书文号', text(data, 'orderNo'), '送达日期', longDate(text(data, 'orderedOn'))),
    pair('改正期限', longDate(text(data, 'dueOn')), '现场负责人', text(data, 'person')),
    wide('复查时间', minuteRange(text(data, 'startAt'), text(data, 'endAt'))),
    wide('复查地点', text(data, 'place')),
    officerRow(data, '复查人员'),
  ]);
}

function itemTable(data: DocumentData): Block {
  const rows = strings(data, 'items').map((line, index) => [String(index + 1), ...columnsOf(line, 4).map(struck)]);
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 14, align: 'center' }, { title: '责令改正的事项', width: 48 }, { title: '复查结果', width: 24, align: 'center' },
      { title: '现场情况', width: 46 }, { title: '照片', width: 24, align: 'center' },
    ],
    rows: rows.length === 0 ? [['／', '／', '／', '／', '／']] : rows,
  };
}

function conclusionKey(data: DocumentData): Conclusion | null {
  return (Object.keys(CONCLUSIONS) as Conclusion[]).find((key) => CONCLUSIONS[key] === text(data, 'conclusion')) ?? null;
}

function blocks(data: DocumentData): readonly Block[] {
  const { texts } = wordingOf(FCJL_WORDING, data);
  const conclusion = conclusionKey(data);
  const photos = strings(data, 'photos').map(sentence);
  return [
    ...formHead(data, 'FCJL'),
    headForm(data),
    recordHeading('逐项复查情况'),
    itemTable(data),
    recordHeading('改正前后的照片、视听资料'),
    ...(photos.length === 0 ? [paragraph('无。')] : numbered(photos)),
    recordHeading('复查意见'),
    paragraph(conclusion === null ? '／' : texts[conclusion]),
    ...paragraphs(sentence(text(data, 'next'))),
    recordHeading('被复查人的意见'),
    ...paragraphs(sentence(text(data, 'comment')) || '／'),
    ...refusalBlocks(data, texts.refused),
    paragraph(texts.copies),
    ...recordEnd(texts.confirm, [{ label: '被复查人签名（盖章）', date: true }, { label: '复查人员签名', date: true }], ['被复查人签名', '复查人员签名']),
  ];
}

export const FCJL: DocumentDefinition = {
  code: 'FCJL',
  style: 'form',
  sealed: false,
  ...newest(FCJL_WORDING),
  fields: [
    { key: 'orderNo', label: '责令改正通知书文号', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'orderedOn', label: '责令改正通知书送达日期', kind: 'date', required: false, filledFrom: 'case' },
    { key: 'dueOn', label: '改正期限', kind: 'date', required: false, filledFrom: 'case' },
    ...minuteFields('复查开始时间', '复查结束时间'),
    { key: 'place', label: '复查地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'person', label: '现场负责人', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'items', label: '逐项复查情况', kind: 'lines', required: true, filledFrom: 'none', help: '每行一项：责令改正的事项｜已改正、部分改正或者未改正｜现场情况｜照片编号（改正前、改正后）。' },
    { key: 'photos', label: '改正前后的照片、视听资料', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'conclusion', label: '复查意见', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(CONCLUSIONS) },
    { key: 'next', label: '后续处理', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'comment', label: '被复查人的意见', kind: 'long-text', required: true, filledFrom: 'none' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '被复查人' }, { key: 'officers', label: '复查人员' }],
  settings: [],
  fill,
  blocks,
};
