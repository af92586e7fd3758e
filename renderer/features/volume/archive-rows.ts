import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { caseTitle } from '#shared/domain/case-file/case-file.ts';
import { type Loan, RETENTIONS } from '#shared/domain/case-file/archive.ts';

/** One line of the lending register. */
export interface LoanRow {
  readonly file: CaseFile;
  readonly loan: Loan;
  /** Out and past its day. */
  readonly overdue: boolean;
}

/** Volumes still out first, the earliest due on top; then what came back, newest first. */
export function loanRows(files: readonly CaseFile[], today: string): readonly LoanRow[] {
  const rows = files.flatMap((file) => (file.archive?.loans ?? []).map((loan) => ({ file, loan, overdue: loan.returnedOn === null && loan.dueOn < today })));
  const out = rows.filter(({ loan }) => loan.returnedOn === null).sort((a, b) => a.loan.dueOn.localeCompare(b.loan.dueOn));
  const back = rows.filter(({ loan }) => loan.returnedOn !== null).sort((a, b) => (b.loan.returnedOn ?? '').localeCompare(a.loan.returnedOn ?? ''));
  return [...out, ...back];
}

export const HANDOVER_HEAD = ['序号', '档号', '案号', '题名', '当事人', '立案日期', '结案日期', '归档日期', '页数', '保管期限', '归档人', '备注'] as const;

/** 移交清单: one line a volume, by archive number. */
export function handoverRows(files: readonly CaseFile[]): readonly (readonly string[])[] {
  return files.filter((file) => file.archive !== undefined).sort((a, b) => (a.archive?.archiveNo ?? '').localeCompare(b.archive?.archiveNo ?? '', 'zh-CN', { numeric: true })).map((file, index) => [
    String(index + 1), file.archive?.archiveNo ?? '', file.caseNo ?? '', caseTitle(file), file.party?.name ?? '', file.filedOn ?? '', file.closedOn ?? '',
    file.archive?.archivedOn ?? '', String(file.archive?.pages ?? ''), file.archive === undefined ? '' : RETENTIONS[file.archive.retention], file.archive?.archivistName ?? '', '',
  ]);
}
