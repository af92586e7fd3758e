import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { yuanOf } from '#renderer/ui/format.ts';

export interface Balance {
  readonly owedFen: number;
  readonly paidFen: number;
  readonly openFen: number;
}

export function balanceOf(file: Pick<CaseFile, 'decided' | 'payments'>): Balance {
  const owedFen = (file.decided?.fineFen ?? 0) + (file.decided?.confiscationFen ?? 0);
  const paidFen = file.payments.reduce((sum, payment) => sum + payment.amountFen, 0);
  return { owedFen, paidFen, openFen: Math.max(0, owedFen - paidFen) };
}

export interface PaymentEntry {
  readonly paidOn: string | null;
  readonly amountFen: number | null;
  readonly receiptNo: string;
}

export function paymentErrors(entry: PaymentEntry, file: Pick<CaseFile, 'decided' | 'payments' | 'decidedOn'>, today: string): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  const { openFen } = balanceOf(file);
  if (entry.paidOn === null) errors['paidOn'] = '请填写缴款日期';
  else if (entry.paidOn > today) errors['paidOn'] = '缴款日期不能晚于今天';
  else if (file.decidedOn !== null && entry.paidOn < file.decidedOn) errors['paidOn'] = `缴款日期早于决定日期 ${file.decidedOn}`;
  if (entry.amountFen === null || entry.amountFen <= 0) errors['amountFen'] = '请填写金额';
  else if (entry.amountFen > openFen) errors['amountFen'] = `超过尚欠金额 ${yuanOf(openFen)} 元`;
  if (entry.receiptNo.trim() === '') errors['receiptNo'] = '请填写罚没票据号';
  return errors;
}
