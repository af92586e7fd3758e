import { DOCUMENT_NAMES } from '../document/document-file.ts';
import type { CaseFile } from './case-file.ts';

/** Labels of the members of an evidence item that `evidence.edit` may change. */
export const EVIDENCE_LABELS = {
  kind: '证据种类',
  title: '证据名称',
  proves: '证明内容',
  takenAt: '取得时间',
  takenPlace: '取得地点',
  takenBy: '取得人',
} as const;

/** `《行政处罚决定书》`, with its number where it has one. */
export function documentLabel(file: Pick<CaseFile, 'documents'> | undefined, documentId: string): string {
  const document = file?.documents.find((each) => each.id === documentId);
  if (document === undefined) return '文书';
  return `《${DOCUMENT_NAMES[document.code]}》${document.docNo ?? ''}`;
}
