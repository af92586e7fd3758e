/** 保管期限 (domain notes §2.6). */
export const RETENTIONS = { permanent: '永久', 'thirty-years': '30年' } as const;

/** 归档 (domain notes §2.6). */
export interface Archive {
  readonly archiveNo: string;
  readonly archivedOn: string;
  readonly retention: keyof typeof RETENTIONS;
  readonly pages: number;
  readonly archivistName: string;
  /** Lending register, oldest first. */
  readonly loans?: readonly Loan[];
}

/** One loan of an archived volume. Dates are `YYYY-MM-DD`. */
export interface Loan {
  readonly id: string;
  readonly borrower: string;
  readonly unit: string;
  readonly purpose: string;
  readonly lentOn: string;
  readonly dueOn: string;
  readonly lentByName: string;
  readonly returnedOn: string | null;
  /** How the volume came back; empty until then. */
  readonly condition: string;
}
