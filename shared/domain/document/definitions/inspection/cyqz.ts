import type { Party } from '../../../party/party.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { CYQZ_WORDING } from '../../wording/cyqz.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, formHead, officerRow, pair, wide } from '../parts/approval-form.ts';
import { beforeFilingRows } from '../parts/before-filing.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { minuteRange } from '../parts/dates.ts';
import { paragraph, paragraphs } from '../parts/draw.ts';
import { partyRows } from '../parts/party.ts';
import { orNone, record, sentence, strings, struck, text } from '../parts/read.ts';
import { minuteFields, recordEnd, recordHeading, REFUSAL_FIELD, refusalBlocks } from '../parts/record-sheet.ts';
import { columnsOf } from '../parts/typed.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  return {
    ...caseFacts(context), wordingVersion: wordingInForce(CYQZ_WORDING, context).version, filedOn: file.filedOn ?? '',
    place: file.project?.address ?? file.party?.address ?? '', holder: file.party?.name ?? '',
  };
}

function sampleTable(data: DocumentData): Block {
  const rows = strings(data, 'samples').map((line, index) => [String(index + 1), ...columnsOf(line, 6).map(struck)]);
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 14, align: 'center' }, { title: '样品名称', width: 30 }, { title: '规格型号、批号', width: 36 }, { title: '数量', width: 14, align: 'center' },
      { title: '基数', width: 16, align: 'center' }, { title: '封样编号', width: 24, align: 'center' }, { title: '保存条件', width: 22 },
    ],
    rows: rows.length === 0 ? [['／', '／', '／', '／', '／', '／', '／']] : rows,
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const { texts } = wordingOf(CYQZ_WORDING, data);
  return [
    ...formHead(data, 'CYQZ'),
    form([
      wide('案由', text(data, 'cause')),
      ...beforeFilingRows(data),
      ...partyRows(record<Party>(data, 'party')),
      wide('抽样时间', minuteRange(text(data, 'startAt'), text(data, 'endAt'))),
      wide('抽样地点', text(data, 'place')),
      pair('样品持有人', text(data, 'holder'), '见证人', orNone(text(data, 'witness'))),
      wide('抽样目的', text(data, 'purpose')),
      wide('抽样方法', text(data, 'method')),
      pair('送检机构', text(data, 'laboratory'), '检测项目', text(data, 'tests')),
      officerRow(data, '抽样人员'),
    ]),
    { kind: 'space', lines: 0.4 },
    paragraph(texts.told),
    sampleTable(data),
    recordHeading('样品持有人的意见'),
    ...paragraphs(sentence(text(data, 'comment')) || '／'),
    ...refusalBlocks(data, texts.refused),
    paragraph(texts.copies),
    ...recordEnd(texts.confirm, [{ label: '样品持有人签名', date: true }, { label: '见证人签名', date: true }, { label: '抽样人员签名', date: true }], ['样品持有人签名', '抽样人员签名']),
  ];
}

export const CYQZ: DocumentDefinition = {
  code: 'CYQZ',
  style: 'form',
  sealed: false,
  ...newest(CYQZ_WORDING),
  fields: [
    ...minuteFields('抽样开始时间', '抽样结束时间'),
    { key: 'place', label: '抽样地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'holder', label: '样品持有人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'witness', label: '见证人', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'purpose', label: '抽样目的', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'method', label: '抽样方法', kind: 'text', required: true, filledFrom: 'none', help: '写明依据的标准和抽取方式。' },
    { key: 'laboratory', label: '送检机构', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'tests', label: '检测项目', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'samples', label: '样品清单', kind: 'lines', required: true, filledFrom: 'none', help: '每行一件：名称｜规格型号、批号｜抽样数量｜抽样基数｜封样编号｜保存条件。' },
    { key: 'comment', label: '样品持有人的意见', kind: 'long-text', required: true, filledFrom: 'none' },
    REFUSAL_FIELD,
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '抽样人员' }],
  settings: [],
  fill,
  blocks,
};
