import type { CaseFile } from '../../../case-file/case-file.ts';
import { EVIDENCE_KINDS, type Evidence } from '../../../evidence/evidence.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import { longDate } from './dates.ts';
import { clause } from './read.ts';

/** A piece of evidence as a document prints it. */
export interface PrintedEvidence {
  readonly kind: string;
  readonly title: string;
  readonly proves: string;
  /** When and where it was taken, or empty. */
  readonly source: string;
}

function takenOn(evidence: Evidence): string {
  if (evidence.takenAt === '') return '';
  return longDate(evidence.takenAt.length > 10 && !Number.isNaN(Date.parse(evidence.takenAt)) ? shanghaiDay(evidence.takenAt) : evidence.takenAt);
}

/** What was withdrawn is kept in the file but proves nothing. */
export function printedEvidence(file: CaseFile): readonly PrintedEvidence[] {
  return file.evidence.filter((evidence) => evidence.withdrawn === null).map((evidence) => ({
    kind: EVIDENCE_KINDS[evidence.kind],
    title: evidence.title,
    proves: evidence.proves,
    source: [takenOn(evidence), evidence.takenPlace, evidence.takenBy === '' ? '' : `由${evidence.takenBy}提取`].filter((part) => part !== '').join('，'),
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
