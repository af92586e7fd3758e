import { RETENTIONS } from '../../../case-file/archive.ts';
import { NO_PENALTY_GROUNDS } from '../../../case-file/side-lines.ts';
import type { CaseFile } from '../../../case-file/case-file.ts';
import { STAGES } from '../../../procedure/stages.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { VOLUME_WORDING } from '../../wording/volume.ts';
import { newest, wordingInForce } from '../../wording/wording.ts';
import { form, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { names, type PrintedOfficer } from '../parts/officers.ts';
import { penaltySentence } from '../parts/penalty.ts';
import { list, struck, text } from '../parts/read.ts';
import { volumeEntries } from '../parts/volume.ts';

const VOLUMES = ['正卷', '副卷'];

/** What became of the case, in words for the cover. */
function outcome(file: CaseFile): string {
  const penalty = penaltySentence(file.decided);
  if (penalty !== '') return penalty;
  if (file.noPenaltyGround !== undefined) return `不予行政处罚（${NO_PENALTY_GROUNDS[file.noPenaltyGround]}）`;
  if (file.transfer?.movedAt !== undefined && file.transfer.movedAt !== null) return `移送${file.transfer.receivingBody}`;
  return file.stage === 'NOFILE' ? STAGES.NOFILE : '';
}

function fill(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  const decision = file.documents.findLast((document) => (document.code === 'CFJD' || document.code === 'DCCF') && document.status === 'issued');
  const officer = context.officers.get(file.officerIds[0] ?? '');
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(VOLUME_WORDING, context).version,
    volume: VOLUMES[0], year: (file.closedOn ?? context.today).slice(0, 4), archiveNo: file.archive?.archiveNo ?? '', unit: officer?.unitName ?? '',
    decisionNo: decision?.docNo ?? '', filedOn: file.filedOn ?? '', closedOn: file.closedOn ?? '', outcome: outcome(file),
    retention: file.archive === undefined ? '' : RETENTIONS[file.archive.retention],
    pieces: String(volumeEntries(file, settings.authorityName).length), pages: file.archive === undefined ? '' : String(file.archive.pages),
    binder: officer?.name ?? '', checker: file.archive?.archivistName ?? '',
  };
}

function counted(value: string, unit: string): string {
  return value === '' ? '' : `${value}${unit}`;
}

function blocks(data: DocumentData): readonly Block[] {
  return [
    { kind: 'space', lines: 1.5 },
    { kind: 'authority', text: text(data, 'authority') },
    { kind: 'title', text: '行政处罚案卷封面' },
    { kind: 'number', text: `（${struck(text(data, 'volume'))}）`, align: 'center' },
    { kind: 'space', lines: 1 },
    form([
      pair('全宗号', text(data, 'fonds'), '目录号', text(data, 'catalogueNo')),
      pair('案卷号', text(data, 'fileNo'), '归档号', text(data, 'archiveNo')),
      pair('年度', text(data, 'year'), '保管期限', text(data, 'retention')),
      wide('案件名称', text(data, 'caseTitle'), 22),
      pair('案号', text(data, 'caseNo'), '案件来源', text(data, 'source')),
      wide('处罚决定书\n文号', text(data, 'decisionNo')),
      pair('办案机构', text(data, 'unit'), '承办人', names(list<PrintedOfficer>(data, 'officers'))),
      pair('立案日期', longDate(text(data, 'filedOn')), '结案日期', longDate(text(data, 'closedOn'))),
      wide('处理结果', text(data, 'outcome'), 26),
      pair('卷内件数', counted(text(data, 'pieces'), '件'), '卷内页数', counted(text(data, 'pages'), '页')),
      pair('立卷人', text(data, 'binder'), '检查人', text(data, 'checker')),
    ]),
  ];
}

/** Cover of the volume. Pieces and pages may be given by whoever puts the volume together. */
export const JF: DocumentDefinition = {
  code: 'JF',
  style: 'form',
  sealed: false,
  ...newest(VOLUME_WORDING),
  fields: [
    { key: 'volume', label: '卷别', kind: 'choice', required: true, filledFrom: 'case', choices: VOLUMES },
    { key: 'fonds', label: '全宗号', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'catalogueNo', label: '目录号', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'fileNo', label: '案卷号', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'archiveNo', label: '归档号', kind: 'text', required: false, filledFrom: 'case' },
    { key: 'year', label: '年度', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'retention', label: '保管期限', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(RETENTIONS) },
    { key: 'outcome', label: '处理结果', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'pieces', label: '卷内件数', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'pages', label: '卷内页数', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'binder', label: '立卷人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'checker', label: '检查人', kind: 'text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'caseTitle', label: '案件名称' }, { key: 'officers', label: '承办人' }],
  settings: [],
  fill,
  blocks,
};
