import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { VOLUME_WORDING } from '../../wording/volume.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { list, orNone, struck, text } from '../parts/read.ts';
import { recordHeading } from '../parts/record-sheet.ts';
import { digest } from '../parts/files.ts';
import { envelopeItems, type EnvelopeItem } from '../parts/volume.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(VOLUME_WORDING, context).version,
    envelopeNo: '1', media: envelopeItems(file), sealedBy: context.officers.get(file.officerIds[0] ?? '')?.name ?? '',
  };
}

function cells(item: EnvelopeItem, index: number): readonly string[] {
  return [String(index + 1), struck(item.title), struck(item.kind), struck(item.taken), struck(digest(item.sha256))];
}

function blocks(data: DocumentData): readonly Block[] {
  const rows = list<EnvelopeItem>(data, 'media').map(cells);
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '证物袋' },
    form([
      wide('案件名称', text(data, 'caseTitle')),
      pair('案号', text(data, 'caseNo'), '袋（盒）编号', text(data, 'envelopeNo')),
      pair('载体及数量', text(data, 'carrier'), '存放位置', text(data, 'location')),
    ]),
    recordHeading('证物、光盘内容清单'),
    {
      kind: 'table',
      columns: [{ title: '序号', width: 14, align: 'center' }, { title: '名称', width: 36 }, { title: '种类', width: 22, align: 'center' }, { title: '取得时间、地点、提取人', width: 38 }, { title: 'SHA-256散列值', width: 46 }],
      rows: rows.length === 0 ? [['／', '／', '／', '／', '／']] : rows,
    },
    { kind: 'space', lines: 0.6 },
    form([
      pair('封存人', text(data, 'sealedBy'), '封存日期', longDate(text(data, 'sealedOn'))),
      wide('启封、借出\n和归还记录', orNone(text(data, 'openings')), 34),
    ]),
    { kind: 'remark', text: wordingOf(VOLUME_WORDING, data).texts.media },
  ];
}

/** The page pasted on an envelope of things or discs: what is in it, with the hash of every file. `data.media` is `EnvelopeItem[]`. */
export const ZWD: DocumentDefinition = {
  code: 'ZWD',
  style: 'form',
  sealed: false,
  ...newest(VOLUME_WORDING),
  fields: [
    { key: 'envelopeNo', label: '袋（盒）编号', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'carrier', label: '载体及数量', kind: 'text', required: true, filledFrom: 'none', help: '例如“光盘1张”“证物1件”。' },
    { key: 'location', label: '存放位置', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'sealedBy', label: '封存人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'sealedOn', label: '封存日期', kind: 'date', required: true, filledFrom: 'none' },
    { key: 'openings', label: '启封、借出和归还记录', kind: 'long-text', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'media', label: '证物、视听资料或者电子数据' }],
  settings: [],
  fill,
  blocks,
};
