import type { CaseFile } from '#shared/domain/case-file/case-file.ts';

type Numbered = Pick<CaseFile, 'caseNo' | 'procedure' | 'documents'>;

/** 文号 of the decision given on the spot; `null` before it was issued and in every other case. */
export function decisionNo({ procedure, documents }: Numbered): string | null {
  return procedure === 'summary' ? documents.findLast((document) => document.code === 'DCCF' && document.status === 'issued')?.docNo ?? null : null;
}

/** A penalty on the spot is never filed and so has no case number: its decision's number stands for it. */
export function numberText(file: Numbered): string {
  return file.caseNo ?? decisionNo(file) ?? (file.procedure === 'summary' ? '决定书待签发' : '编号待签发');
}
