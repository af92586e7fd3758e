import { DOCUMENT_NAMES } from '../document/document-file.ts';
import { formatYuan } from '../money/amount.ts';
import { EVENTS } from '../procedure/events.ts';
import { type CaseFile, SERVICE_METHODS } from './case-file.ts';
import type { AnyCommand, CommandKind, CommandPayload } from './commands.ts';
import { pathLabel } from './editable.ts';
import { documentLabel, evidenceLabel } from './labels.ts';
import { TASK_SUMMARIES } from '../task/summary.ts';
import { LINK_RELATIONS } from './side-lines.ts';

type Summary<K extends CommandKind> = (payload: CommandPayload<K>, file: CaseFile | undefined) => string;

function evidenceTitle(file: CaseFile | undefined, id: string): string {
  const title = file?.evidence.find((evidence) => evidence.id === id)?.title;
  return title === undefined ? '证据' : `证据“${title}”`;
}

function unique(labels: readonly string[]): string {
  return [...new Set(labels)].join('、');
}


/** What each command does, in officers' words and without the values themselves. */
const SUMMARIES: { readonly [K in CommandKind]: Summary<K> } = {
  'case.register': (payload) => `登记线索：${payload.clue.subject}`,
  'case.edit': (payload) => `修改${unique(payload.changes.map((change) => pathLabel(change.path)))}`,
  'case.advance': (payload) => EVENTS[payload.event],
  'case.link': (payload) => `关联案件：${LINK_RELATIONS[payload.relation]}`,
  'evidence.add': (payload) => `添加证据“${payload.evidence.title}”`,
  'evidence.edit': (payload, file) => `修改${evidenceTitle(file, payload.evidenceId)}的${unique(payload.changes.map((change) => evidenceLabel(change.path)))}`,
  'evidence.withdraw': (payload, file) => `撤回${evidenceTitle(file, payload.evidenceId)}，理由：${payload.reason}`,
  'evidence.annotate': (payload, file) => `批注${evidenceTitle(file, payload.evidenceId)}`,
  'evidence.withdraw-annotation': (payload, file) => `撤回对${evidenceTitle(file, payload.evidenceId)}的批注，理由：${payload.reason}`,
  'evidence.export': (payload, file) => `导出${evidenceTitle(file, payload.evidenceId)}的副本，用途：${payload.purpose}`,
  'document.create': (payload) => `新建《${DOCUMENT_NAMES[payload.code]}》`,
  'document.edit': (payload, file) => `修改${documentLabel(file, payload.documentId)}`,
  'document.discard': (payload, file) => `作废${documentLabel(file, payload.documentId)}，理由：${payload.reason}`,
  'document.cancel': (payload, file) => `作废已签发的${documentLabel(file, payload.documentId)}，理由：${payload.reason}`,
  'document.issue': (payload, file) => `签发${documentLabel(file, payload.documentId)}`,
  'document.attach-pdf': (payload, file) => `存入${documentLabel(file, payload.documentId)}的PDF，共${payload.pdf.pages}页`,
  'document.serve': (payload, file) => `登记送达${documentLabel(file, payload.service.documentId)}，${SERVICE_METHODS[payload.service.method]}`,
  'document.printed': (payload, file) => `打印${documentLabel(file, payload.documentId)}${payload.copies}份`,
  'archive.lend': (payload) => `借出案卷：${payload.loan.unit}${payload.loan.borrower}，${payload.loan.dueOn}前归还`,
  'archive.return': () => '归还案卷',
  'payment.record': (payload) => `登记缴款${formatYuan(payload.payment.amountFen)}元`,
  ...TASK_SUMMARIES,
};

/** What a command does, for the outbox and the timeline. `file`: the case as it is before the command, where known. */
export function commandSummary(command: AnyCommand, file?: CaseFile): string {
  const summary = SUMMARIES[command.kind] as Summary<CommandKind>;
  return summary(command.payload as CommandPayload<CommandKind>, file);
}
