import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DOCUMENT_NAMES, type DocumentCode, type DocumentSummary } from '#shared/domain/document/document-file.ts';
import type { Role } from '#shared/domain/officer/officer.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';

/** A step that is taken on a paper: drawn up, issued or served, and thereby moving the case. */
export interface PaperStep {
  readonly code: DocumentCode;
  readonly label: string;
  /** The document to open; `null` where it must be made first. */
  readonly documentId: string | null;
  /** The case stands still until this is done. */
  readonly due: boolean;
  /** Who draws it up: an officer of the case, or the holder of a role. */
  readonly by: 'case-officer' | Role;
}

/** Papers that belong to a stage, in the order they are drawn up. */
const PAPERS: Partial<Readonly<Record<Stage, readonly DocumentCode[]>>> = {
  VERIFY: ['XCJC', 'LASP'],
  INVEST: ['LASP', 'XCJC', 'XWBL', 'DCZJ'],
  LEGAL: ['FZSH'],
};

const DRAWN_BY: Partial<Readonly<Record<DocumentCode, Role>>> = { FZSH: 'legal-reviewer', TZSL: 'hearing-host', TZTZ: 'hearing-host', TZBL: 'hearing-host', TZBG: 'hearing-host' };

/** What to do on paper in the case's stage; empty where nothing is. */
export function paperSteps(file: CaseFile): readonly PaperStep[] {
  return [...awaited(file), ...(PAPERS[file.stage] ?? []).flatMap((code) => drawnUp(file, code))];
}

/** Papers the case stands still for: approved and not yet issued and served. */
function awaited(file: CaseFile): readonly PaperStep[] {
  switch (file.stage) {
    case 'NOTICE_APPR': return file.noticeApproved ? served(file, 'GZS') : [];
    case 'DEC_APPR': return file.decisionApproved ? served(file, 'CFJD') : [];
    case 'DECIDED': return served(file, file.procedure === 'summary' ? 'DCCF' : 'CFJD');
    case 'NOPEN': return file.decisionApproved && !isServed(file, 'BYCF') ? served(file, 'BYCF') : [];
    case 'DEMAND': return (file.demands ?? []).length === 0 ? served(file, 'CGS') : [];
    case 'HEAR': return hearingPapers(file);
    default: return [];
  }
}

/** Once the day is set its notice goes out; once it was held its record is made out. */
function hearingPapers(file: CaseFile): readonly PaperStep[] {
  const { hearing } = file;
  if (hearing?.accepted !== true || hearing.heldAt === null) return [];
  if (hearing.noticeServedOn === null) return served(file, 'TZTZ');
  if (hearing.recordedAt === undefined || hearing.report !== null || hearing.partyAbsent) return [];
  const record = latestOf(file, 'TZBL');
  return record?.status === 'issued' ? [] : served(file, 'TZBL');
}

function paper(code: DocumentCode, members: Pick<PaperStep, 'label' | 'documentId' | 'due'>): PaperStep {
  return { code, by: DRAWN_BY[code] ?? 'case-officer', ...members };
}

function drawnUp(file: CaseFile, code: DocumentCode): readonly PaperStep[] {
  const latest = latestOf(file, code);
  if (latest === null) return [paper(code, { label: `制作${DOCUMENT_NAMES[code]}`, documentId: null, due: false })];
  return latest.status === 'draft' ? [paper(code, { label: `继续填写${DOCUMENT_NAMES[code]}`, documentId: latest.id, due: false })] : [];
}

/** A paper the case waits for: made, issued, then served. One already served belongs to an earlier round. */
function served(file: CaseFile, code: DocumentCode): readonly PaperStep[] {
  const latest = latestOf(file, code);
  const name = DOCUMENT_NAMES[code];
  if (latest === null || isServed(file, code)) return [paper(code, { label: `制作${name}`, documentId: null, due: true })];
  return [paper(code, { label: latest.status === 'draft' ? `填写并签发${name}` : `${code === 'DCCF' ? '当场交付' : '送达'}${name}`, documentId: latest.id, due: true })];
}

function isServed(file: CaseFile, code: DocumentCode): boolean {
  const latest = latestOf(file, code);
  return latest !== null && file.services.some((service) => service.documentId === latest.id);
}

function latestOf(file: CaseFile, code: DocumentCode): DocumentSummary | null {
  return file.documents.filter((item) => item.code === code && item.status !== 'discarded').at(-1) ?? null;
}
