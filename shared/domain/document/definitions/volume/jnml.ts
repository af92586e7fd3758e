import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { VOLUME_WORDING } from '../../wording/volume.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { flush } from '../parts/draw.ts';
import { list, struck, text } from '../parts/read.ts';
import { archiveDay, type VolumeEntry, volumeEntries } from '../parts/volume.ts';

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  return {
    ...caseFacts(context), wordingVersion: wordingInForce(VOLUME_WORDING, context).version, volume: '正卷', entries: volumeEntries(file, settings.authorityName),
  };
}

function cells(entry: VolumeEntry, index: number): readonly string[] {
  return [String(index + 1), struck(entry.docNo), struck(entry.author), struck(entry.title), struck(archiveDay(entry.date)), struck(entry.pages), struck(entry.note)];
}

function blocks(data: DocumentData): readonly Block[] {
  const rows = list<VolumeEntry>(data, 'entries').map(cells);
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '卷内文件目录' },
    { kind: 'number', text: `（${struck(text(data, 'volume'))}）`, align: 'center' },
    flush(`案件名称：${struck(text(data, 'caseTitle'))}`),
    flush(`案号：${struck(text(data, 'caseNo'))}`),
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 14, align: 'center' }, { title: '文号', width: 32 }, { title: '责任者', width: 22 }, { title: '题名', width: 35 },
        { title: '日期', width: 22, align: 'center' }, { title: '页号', width: 17, align: 'center' }, { title: '备注', width: 14 },
      ],
      rows: rows.length === 0 ? [['／', '／', '／', '／', '／', '／', '／']] : rows,
    },
    { kind: 'remark', text: wordingOf(VOLUME_WORDING, data).texts.paging },
  ];
}

/** Catalogue of the volume. `data.entries` (`VolumeEntry[]`) and `data.volume` may be computed by the volume builder, page numbers and all. */
export const JNML: DocumentDefinition = {
  code: 'JNML',
  style: 'form',
  sealed: false,
  ...newest(VOLUME_WORDING),
  fields: [{ key: 'volume', label: '卷别', kind: 'choice', required: true, filledFrom: 'case', choices: ['正卷', '副卷'] }],
  requires: [{ key: 'caseTitle', label: '案件名称' }, { key: 'entries', label: '卷内文件' }],
  settings: [],
  fill,
  blocks,
};
