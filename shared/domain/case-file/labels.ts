import { DOCUMENT_NAMES } from '../document/document-file.ts';
import { particularLabel } from '../evidence/particulars.ts';
import type { CaseFile } from './case-file.ts';

/** Labels of the members of an evidence item that `evidence.edit` may change. */
export const EVIDENCE_LABELS = {
  kind: '证据种类',
  title: '证据名称',
  proves: '证明内容',
  takenAt: '取得时间',
  takenPlace: '取得地点',
  takenBy: '取得人',
  measureId: '所属保存措施',
} as const;

const PARTICULAR = 'particulars.';

/** The key of a kind's particular in a path of `evidence.edit`; `null` for the members all kinds have. */
export function particularKey(path: string): string | null {
  return path.startsWith(PARTICULAR) ? path.slice(PARTICULAR.length) : null;
}

/** What a path of `evidence.edit` is called on screen. */
export function evidenceLabel(path: string): string {
  const key = particularKey(path);
  const labels: Readonly<Record<string, string>> = EVIDENCE_LABELS;
  return key === null ? labels[path] ?? path : particularLabel(key);
}

/** `《行政处罚决定书》`, with its number where it has one. */
export function documentLabel(file: Pick<CaseFile, 'documents'> | undefined, documentId: string): string {
  const document = file?.documents.find((each) => each.id === documentId);
  if (document === undefined) return '文书';
  return `《${DOCUMENT_NAMES[document.code]}》${document.docNo ?? ''}`;
}
