import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DOCUMENT_NAMES, type DocumentCode, type DocumentSummary } from '#shared/domain/document/document-file.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';

/** A step that is taken on a paper: drawn up, issued or served, and thereby moving the case. */
export interface PaperStep {
  readonly code: DocumentCode;
  readonly label: string;
  /** The document to open; `null` where it must be made first. */
  readonly documentId: string | null;
  /** The case stands still until this is done. */
  readonly due: boolean;
}

/** Papers that belong to a stage, in the order they are drawn up. */
const PAPERS: Partial<Readonly<Record<Stage, readonly DocumentCode[]>>> = {
  VERIFY: ['XCJC', 'LASP'],
  INVEST: ['LASP', 'XCJC', 'XWBL', 'DCZJ'],
  LEGAL: ['FZSH'],
};

/** What to do on paper in the case's stage; empty where nothing is. */
export function paperSteps(file: CaseFile): readonly PaperStep[] {
  if (file.stage === 'NOTICE_APPR' && file.noticeApproved) return served(file, 'GZS');
  if (file.stage === 'DEC_APPR' && file.decisionApproved) return served(file, 'CFJD');
  if (file.stage === 'DECIDED') return served(file, 'CFJD');
  return (PAPERS[file.stage] ?? []).flatMap((code) => drawnUp(file, code));
}

function drawnUp(file: CaseFile, code: DocumentCode): readonly PaperStep[] {
  const latest = latestOf(file, code);
  if (latest === null) return [{ code, label: `制作${DOCUMENT_NAMES[code]}`, documentId: null, due: false }];
  return latest.status === 'draft' ? [{ code, label: `继续填写${DOCUMENT_NAMES[code]}`, documentId: latest.id, due: false }] : [];
}

/** A paper the case waits for: made, issued, then served. One already served belongs to an earlier round. */
function served(file: CaseFile, code: DocumentCode): readonly PaperStep[] {
  const latest = latestOf(file, code);
  const name = DOCUMENT_NAMES[code];
  if (latest === null || file.services.some((service) => service.documentId === latest.id)) return [{ code, label: `制作${name}`, documentId: null, due: true }];
  return [{ code, label: latest.status === 'draft' ? `填写并签发${name}` : `送达${name}`, documentId: latest.id, due: true }];
}

function latestOf(file: CaseFile, code: DocumentCode): DocumentSummary | null {
  return file.documents.filter((item) => item.code === code && item.status !== 'discarded').at(-1) ?? null;
}
