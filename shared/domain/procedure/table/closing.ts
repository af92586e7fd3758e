import { RETENTIONS } from '../../case-file/archive.ts';
import { ARTICLES } from '../articles.ts';
import { REOPENING_GROUNDS } from '../grounds.ts';
import { PERFORMANCE_STAGES } from '../stages.ts';
import type { Transition } from '../table.types.ts';

/** Closing, archiving, reopening (domain notes §1.3, 22–23). */
export const CLOSING_TABLE: readonly Transition[] = [
  {
    event: 'propose-closing', from: PERFORMANCE_STAGES, to: 'CLOSE_APPR', actors: ['case-officer'], guards: ['closable'],
    fields: [{ key: 'otherItemsDone', label: '决定书载明的其他事项已全部履行', kind: 'confirm', required: true }],
    opinion: 'required', document: 'JASP', article: ARTICLES.procedureRules,
  },
  {
    event: 'propose-closing', from: ['NOPEN', 'TERM', 'WITHDR', 'TRANSF'], to: 'CLOSE_APPR', actors: ['case-officer'], guards: ['closable'],
    fields: [], opinion: 'required', document: 'JASP', article: ARTICLES.procedureRules,
  },
  { event: 'approve-closing', from: ['CLOSE_APPR'], to: 'CLOSED', actors: ['leader'], guards: ['countersigned', 'closable'], fields: [], opinion: 'optional', document: 'JASP', article: ARTICLES.procedureRules },
  { event: 'resubmit', from: [...PERFORMANCE_STAGES, 'NOPEN', 'TERM', 'WITHDR', 'TRANSF'], to: 'CLOSE_APPR', actors: ['case-officer'], guards: ['sentBack', 'closable'], fields: [], opinion: 'required', document: 'JASP', article: ARTICLES.procedureRules },
  { event: 'return-closing', from: ['CLOSE_APPR'], to: 'before-closing', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  {
    event: 'archive', from: ['CLOSED'], to: 'ARCH', actors: ['archivist'], guards: ['volumeComplete', 'archiveNumberFree'],
    fields: [
      { key: 'archiveNo', label: '档号', kind: 'text', required: true },
      { key: 'retention', label: '保管期限', kind: 'choice', required: true, choices: RETENTIONS },
      { key: 'pages', label: '页数', kind: 'count', required: true, min: 1, max: 99_999 },
      { key: 'checked', label: '案卷页码、卷内目录、备考表核对无误', kind: 'confirm', required: true },
    ],
    opinion: 'none', document: 'BKB', article: ARTICLES.procedureRules,
  },
  {
    event: 'reopen', from: ['CLOSED', 'ARCH'], to: 'INVEST', actors: ['bureau-head'], guards: ['reopenable'],
    fields: [{ key: 'ground', label: '重新办理的依据', kind: 'choice', required: true, choices: REOPENING_GROUNDS }, { key: 'evidenceId', label: '监督、复议、裁判文书（扫描件）', kind: 'evidence', required: false }],
    opinion: 'required', returns: true, article: ARTICLES.revision,
  },
];
