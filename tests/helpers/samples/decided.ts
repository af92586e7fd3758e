import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentSummary } from '#shared/domain/document/document-file.ts';
import { SAMPLE_CASE } from '#shared/domain/document/wording/sample-case.ts';

export function issued(code: DocumentSummary['code'], docNo: string | null, issuedAt: string): DocumentSummary {
  return { id: `document-${code}`, code, status: 'issued', docNo, createdAt: issuedAt, issuedAt, pdf: null, prints: 1, aboutDocumentId: null };
}

/** The sample case after its decision: issued on 20 April 2026, served on the 22nd, to be paid by 7 May. */
export const DECIDED: Partial<CaseFile> = {
  stage: 'SERVED', decided: SAMPLE_CASE.proposed, decidedOn: '2026-04-20', servedOn: '2026-04-22',
  documents: [
    issued('GZS', '苏住建监罚告字〔2026〕第1号', '2026-03-27T01:00:00Z'),
    issued('CFJD', '苏住建监罚字〔2026〕第1号', '2026-04-20T02:00:00Z'),
  ],
};

/** Nothing paid by 7 May: the surcharge runs from the 8th. */
export const OVERDUE: Partial<CaseFile> = { ...DECIDED, stage: 'OVERDUE' };
