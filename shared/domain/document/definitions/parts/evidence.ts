import type { CaseFile } from '../../../case-file/case-file.ts';
import type { DocumentData } from '../../definition.ts';
import { type DocumentCode, DOCUMENT_NAMES, type RecordOfEvidence } from '../../document-file.ts';
import { EVIDENCE_KINDS, type Evidence } from '../../../evidence/evidence.ts';
import type { CaseEvent } from '../../../procedure/events.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import { longDate } from './dates.ts';
import { numberedLines } from './draw.ts';
import { clause, list } from './read.ts';

/** A piece of evidence as a document prints it. */
export interface PrintedEvidence {
  readonly kind: string;
  readonly title: string;
  readonly proves: string;
  /** When and where it was taken, or empty. */
  readonly source: string;
}

/** The day it was taken, whether the case holds the day or the instant. */
export function takenDay({ takenAt }: Evidence): string {
  return takenAt.length > 10 && !Number.isNaN(Date.parse(takenAt)) ? shanghaiDay(takenAt) : takenAt;
}

/** What records made out in the case prove, in the order of the law's kinds of evidence. */
const PROVED: Readonly<Record<RecordOfEvidence['kind'], string>> = { ...EVIDENCE_KINDS, record: '检查时现场的情况', statement: '当事人对案件事实的陈述', testimony: '被询问人了解的案件事实' };

/** The two kinds that the law names together, by their own name. */
const RECORD_NAMES: Readonly<Partial<Record<DocumentCode, string>>> = { XCJC: '现场笔录', KYBL: '勘验笔录' };

/** Records made out in the case are evidence themselves, unless their scan was registered as such. */
function printedRecords(file: CaseFile): readonly PrintedEvidence[] {
  return (['XCJC', 'KYBL', 'XWBL'] as const).flatMap((code) => {
    const name = DOCUMENT_NAMES[code];
    const scanned = file.evidence.filter((evidence) => evidence.withdrawn === null && evidence.title.includes(name)).length;
    return file.documents.flatMap((document) => (document.code === code && document.record !== undefined ? [document.record] : [])).slice(scanned).map((record) => ({
      kind: RECORD_NAMES[code] ?? EVIDENCE_KINDS[record.kind],
      title: code === 'XWBL' ? `对${record.person}的${name}` : name,
      proves: PROVED[record.kind],
      source: [longDate(record.startAt), record.place].filter((part) => part !== '').join('，'),
    }));
  });
}

/** The evidence and the records of the case; the waiver proves none of the facts. */
export function printedEvidence(file: CaseFile): readonly PrintedEvidence[] {
  return [...registered(file.evidence.filter((evidence) => evidence.id !== file.waiverEvidenceId)), ...printedRecords(file)];
}

/** The evidence that was there when the event took place; all of it before it did. */
export function evidenceBefore(file: CaseFile, event: CaseEvent): readonly PrintedEvidence[] {
  const at = file.approvals.findLast((approval) => approval.event === event)?.at;
  if (at === undefined) return printedEvidence(file);
  return printedEvidence({ ...file, evidence: file.evidence.filter((each) => each.addedAt <= at), documents: file.documents.filter((each) => (each.issuedAt ?? '') <= at) });
}

/** What was withdrawn is kept in the file but proves nothing. */
function registered(items: readonly Evidence[]): readonly PrintedEvidence[] {
  return items.filter((evidence) => evidence.withdrawn === null).map((evidence) => ({
    kind: EVIDENCE_KINDS[evidence.kind],
    title: evidence.title,
    proves: evidence.proves,
    source: [longDate(takenDay(evidence)), evidence.takenPlace, evidence.takenBy === '' ? '' : `由${evidence.takenBy}提取`].filter((part) => part !== '').join('，'),
  }));
}

/** `书证：《施工合同》复印件（2026年3月9日，…），证明…；` */
export function evidenceItems(evidence: readonly PrintedEvidence[]): readonly string[] {
  return evidence.map((item, index) => {
    const source = item.source === '' ? '' : `（${item.source}）`;
    const proves = item.proves === '' ? '' : `，证明${clause(item.proves).replace(/^证明/u, '')}`;
    return `${item.kind}：${clause(item.title)}${source}${proves}${index === evidence.length - 1 ? '。' : '；'}`;
  });
}

/** Kind and title of each piece, one a line, for a cell of a form. */
export function evidenceTitles(data: DocumentData): string {
  return numberedLines(list<PrintedEvidence>(data, 'evidence').map((item) => `${item.kind}：${item.title}`));
}
