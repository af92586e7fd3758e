import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { KYBL_WORDING } from '../../wording/kybl.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, officerRow, pair, wide } from '../parts/approval-form.ts';
import { beforeFilingRows } from '../parts/before-filing.ts';
import { caseFacts, siteText } from '../parts/case-facts.ts';
import { longDate, minuteRange } from '../parts/dates.ts';
import { cell, label, numbered, paragraph, paragraphs, row, tallRow } from '../parts/draw.ts';
import type { PrintedOfficer } from '../parts/officers.ts';
import { partyRows } from '../parts/party.ts';
import { list, orNone, record, sentence, strings, struck, text } from '../parts/read.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { columnsOf } from '../parts/typed.ts';

const SKETCH = ['附现场勘验图', '不附图'];

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const facts = caseFacts(context);
  return {
    ...facts, wordingVersion: wordingInForce(KYBL_WORDING, context).version, filedOn: file.filedOn ?? '',
    place: file.project?.address ?? file.party?.address ?? '',
    person: file.party?.kind === 'person' ? file.party.name : (file.party?.representative ?? ''), personPost: file.party?.representativePost ?? '',
    recorder: list<PrintedOfficer>(facts, 'officers').at(-1)?.name ?? '', sketch: SKETCH[0],
  };
}

function headForm(data: DocumentData): Block {
  return form([
    wide('案由', text(data, 'cause')),
    wide('勘验时间', minuteRange(text(data, 'startAt'), text(data, 'endAt'))),
    wide('勘验地点', text(data, 'place')),
    ...beforeFilingRows(data),
    ...partyRows(record<Party>(data, 'party')),
    wide('涉案工程', siteText(data)),
    pair('当事人\n（现场负责人）', text(data, 'person'), '职务', text(data, 'personPost')),
    pair('见证人', orNone(text(data, 'witness')), '天气', text(data, 'weather')),
    officerRow(data, '勘验人员'),
    pair('记录人', text(data, 'recorder'), '邀请的\n专业人员', orNone(text(data, 'experts'))),
    wide('勘验器材', text(data, 'instruments')),
  ]);
}

function measureTable(data: DocumentData): readonly Block[] {
  const rows = strings(data, 'measures').map((line, index) => [String(index + 1), ...columnsOf(line, 4).map(struck)]);
  if (rows.length === 0) return [];
  return [recordHeading('测量数据'), {
    kind: 'table',
    columns: [{ title: '序号', width: 14, align: 'center' }, { title: '测量对象、部位', width: 44 }, { title: '测量结果', width: 28 }, { title: '方法、器具', width: 30 }, { title: '备注', width: 40 }],
    rows,
  }];
}

function listed(title: string, items: readonly string[]): readonly Block[] {
  return [recordHeading(title), ...(items.length === 0 ? [paragraph('无。')] : numbered(items.map(sentence)))];
}

/** A frame to draw in, with who drew it and from where. */
function sketchForm(data: DocumentData): readonly Block[] {
  if (text(data, 'sketch') !== SKETCH[0]) return [];
  return [recordHeading('现场勘验图'), {
    kind: 'form', columns: [22, 56, 22, 56],
    rows: [
      tallRow(82, { content: ['（绘图处：标明方位、比例和主要尺寸）'], span: 4, align: 'center' }),
      row(label('图例说明'), cell(orNone(text(data, 'legend')), { span: 3 })),
      row(label('绘图人'), cell(text(data, 'recorder')), label('绘图日期'), cell(longDate(text(data, 'startAt')))),
    ],
  }];
}

function blocks(data: DocumentData): readonly Block[] {
  const { texts } = wordingOf(KYBL_WORDING, data);
  return [
    ...formHead(data, 'KYBL'),
    headForm(data),
    { kind: 'space', lines: 0.4 },
    recordHeading('告知事项'),
    paragraph(texts.told),
    ...listed('勘验经过和结果', strings(data, 'findings')),
    ...measureTable(data),
    ...listed('提取的物证、拍摄的照片和视听资料', strings(data, 'taken')),
    ...sketchForm(data),
    recordHeading('当事人（现场负责人）的意见'),
    ...paragraphs(sentence(text(data, 'comment')) || '／'),
    ...refusalBlocks(data, texts.refused),
    ...recordEnd(texts.confirm, [
      { label: '当事人（现场负责人）签名', date: true }, { label: '见证人签名', date: true }, { label: '勘验人员签名', date: true }, { label: '记录人签名', date: true },
    ], ['当事人签名', '勘验人员签名', '记录人签名']),
  ];
}

export const KYBL: DocumentDefinition = {
  code: 'KYBL',
  style: 'form',
  sealed: false,
  ...newest(KYBL_WORDING),
  fields: [
    ...minuteFields('勘验开始时间', '勘验结束时间'),
    { key: 'place', label: '勘验地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'person', label: '当事人（现场负责人）', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'personPost', label: '职务', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'witness', label: '见证人', kind: 'text', required: false, filledFrom: 'none', help: '当事人不在场或者拒绝到场的，应当有见证人。' },
    { key: 'weather', label: '天气', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'recorder', label: '记录人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'experts', label: '邀请的专业人员', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'instruments', label: '勘验器材', kind: 'text', required: true, filledFrom: 'none', help: '写明名称、编号和检定（校准）有效期。' },
    { key: 'findings', label: '勘验经过和结果', kind: 'lines', required: true, filledFrom: 'none', help: '按勘验顺序写客观情况，不作评价。' },
    { key: 'measures', label: '测量数据', kind: 'lines', required: false, filledFrom: 'none', help: '每行一项：测量对象、部位｜测量结果｜方法、器具｜备注。' },
    { key: 'taken', label: '提取的物证、照片和视听资料', kind: 'lines', required: false, filledFrom: 'none' },
    { key: 'sketch', label: '现场勘验图', kind: 'choice', required: true, filledFrom: 'case', choices: SKETCH },
    { key: 'legend', label: '图例说明', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'comment', label: '当事人（现场负责人）的意见', kind: 'long-text', required: true, filledFrom: 'none' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '勘验人员' }],
  settings: [],
  fill,
  blocks,
};
