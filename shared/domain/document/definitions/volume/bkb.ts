import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { VOLUME_WORDING } from '../../wording/volume.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { orNone, struck, text } from '../parts/read.ts';
import { envelopeItems, volumeEntries } from '../parts/volume.ts';

const NOTES = [['damaged', '缺损'], ['changed', '修改'], ['added', '补充'], ['removed', '移出'], ['destroyed', '销毁']] as const;

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(VOLUME_WORDING, context).version,
    volume: '正卷', pieces: String(volumeEntries(file, settings.authorityName).length), pages: file.archive === undefined ? '' : String(file.archive.pages),
    envelopes: String(envelopeItems(file).length), binder: context.officers.get(file.officerIds[0] ?? '')?.name ?? '', boundOn: file.archive?.archivedOn ?? '',
    checker: file.archive?.archivistName ?? '', checkedOn: file.archive?.archivedOn ?? '',
  };
}

function blocks(data: DocumentData): readonly Block[] {
  return [
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '卷内备考表' },
    { kind: 'number', text: `（${struck(text(data, 'volume'))}）`, align: 'center' },
    form([
      wide('案件名称', text(data, 'caseTitle')),
      pair('案号', text(data, 'caseNo'), '办案渠道', text(data, 'channel')),
      pair('卷内文件', `共${struck(text(data, 'pieces'))}件`, '卷内页数', `共${struck(text(data, 'pages'))}页`),
      wide('证物、光盘', ['', '0'].includes(text(data, 'envelopes')) ? '无' : `${text(data, 'envelopes')}件（见证物袋所附清单）`),
      ...NOTES.map(([key, title]) => wide(`${title}情况`, orNone(text(data, key)), 20)),
      wide('其他需要\n说明的情况', orNone(text(data, 'remarks')), 30),
      pair('立卷人', text(data, 'binder'), '立卷日期', longDate(text(data, 'boundOn'))),
      pair('检查人', text(data, 'checker'), '检查日期', longDate(text(data, 'checkedOn'))),
    ]),
    { kind: 'remark', text: wordingOf(VOLUME_WORDING, data).texts.notes },
  ];
}

/** 备考表: counts, and what happened to the papers. */
export const BKB: DocumentDefinition = {
  code: 'BKB',
  style: 'form',
  sealed: false,
  ...newest(VOLUME_WORDING),
  fields: [
    { key: 'volume', label: '卷别', kind: 'choice', required: true, filledFrom: 'case', choices: ['正卷', '副卷'] },
    { key: 'pieces', label: '卷内件数', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'pages', label: '卷内页数', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'envelopes', label: '证物、光盘件数', kind: 'text', required: true, filledFrom: 'case' },
    ...NOTES.map(([key, title]) => ({ key, label: `${title}情况`, kind: 'long-text' as const, required: false, filledFrom: 'none' as const })),
    { key: 'remarks', label: '其他需要说明的情况', kind: 'long-text', required: false, filledFrom: 'none' },
    { key: 'binder', label: '立卷人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'boundOn', label: '立卷日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'checker', label: '检查人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'checkedOn', label: '检查日期', kind: 'date', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'caseTitle', label: '案件名称' }],
  settings: [],
  fill,
  blocks,
};
