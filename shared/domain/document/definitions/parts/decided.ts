import type { CaseFile } from '../../../case-file/case-file.ts';
import type { Instalment } from '../../../case-file/side-lines.ts';
import { ledger } from '../../../money/ledger.ts';
import { paymentDueOn } from '../../../money/schedule.ts';
import { SURCHARGE_PERCENT } from '../../../money/surcharge.ts';
import type { Settings } from '../../../setting/settings.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, Requirement } from '../../definition.ts';
import { DOCUMENT_NAMES, type DocumentSummary } from '../../document-file.ts';
import { fillIn } from '../../wording/wording.ts';
import { confirmed } from './case-facts.ts';
import { longDate } from './dates.ts';
import { money, penaltyItems } from './penalty.ts';
import { list, struck, text } from './read.ts';

export const BANK_SETTINGS: readonly (keyof Settings)[] = ['bankName', 'bankAccount', 'bankPayee'];

export const DECISION_REQUIRED: readonly Requirement[] = [
  { key: 'party', label: '当事人' },
  { key: 'decisionNo', label: '行政处罚决定书文号（决定书签发后自动填入）' },
  { key: 'decidedOn', label: '作出行政处罚决定的日期' },
];

/** The decision that stands: the last one issued. */
export function decisionOf(file: CaseFile): DocumentSummary | undefined {
  return file.documents.findLast((document) => (document.code === 'CFJD' || document.code === 'DCCF') && document.status === 'issued');
}

/** Name, number, days and content of the decision, as papers after it quote them. */
export function decisionFacts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const decision = decisionOf(file);
  const penalty = file.decided ?? (decision === undefined ? null : file.proposed);
  return {
    decisionName: DOCUMENT_NAMES[decision?.code ?? 'CFJD'],
    decisionNo: decision?.docNo ?? '',
    decidedOn: file.decidedOn ?? (decision?.issuedAt ? shanghaiDay(decision.issuedAt) : ''),
    servedOn: file.servedOn ?? '',
    penalty,
    content: penalty === null ? '' : `给予${penaltyItems(penalty).join('、')}的行政处罚`,
  };
}

/** The places of `{decidedOn}`, `{servedOn}`, `{name}`, `{no}` and `{content}` in a wording. */
export function decisionWords(data: DocumentData): Record<string, string> {
  return {
    decidedOn: struck(longDate(text(data, 'decidedOn'))), servedOn: struck(longDate(text(data, 'servedOn'))),
    name: struck(text(data, 'decisionName')), no: struck(text(data, 'decisionNo')), content: struck(text(data, 'content')),
  };
}

/** The bank account once the bureau has confirmed it, else the slip of payment. */
export function payPlace(settings: Settings, texts: { readonly payAt: string; readonly payNotice: string }): string {
  const [bank, account, payee] = [settings.bankName, settings.bankAccount, settings.bankPayee].map(confirmed);
  return bank && account && payee ? fillIn(texts.payAt, { bank, payee, account }) : texts.payNotice;
}

/** What is owed on the day of the document, in fen (Administrative Penalty Law, art. 72). */
export function duesFacts(context: DocumentContext): Record<string, unknown> {
  const { file, calendar, today } = context;
  const book = ledger(file, calendar, today);
  const open = (kind: string): number => book.rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.openFen, 0);
  const late = book.surcharge;
  const paid = file.payments.reduce((sum, payment) => sum + payment.amountFen, 0);
  const overdue = book.rows.filter((row) => row.kind === 'fine' && row.overdue).reduce((sum, row) => sum + row.openFen, 0);
  return {
    fineFen: file.decided?.fineFen ?? 0, unpaidFen: open('fine'), confiscationOpenFen: open('confiscation'), surchargeFen: open('surcharge'),
    paidFen: paid, dueFen: book.dueFen, openFen: book.openFen, surchargeTotalFen: late.fen, overdueFen: overdue, dailyFen: Math.floor((overdue * SURCHARGE_PERCENT) / 100), capFen: late.capFen,
    surchargeFrom: late.startOn ?? '', surchargeDays: late.days, payDueOn: paymentDueOn(file.servedOn, calendar) ?? '', countedOn: today,
  };
}

export function fen(data: DocumentData, key: string): number {
  const value = data[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** `人民币…（¥…）` of a key of the data. */
export function sum(data: DocumentData, key: string): string {
  return money(fen(data, key));
}

export function planTable(data: DocumentData): Block {
  const rows = list<Instalment>(data, 'plan').map((row, index) => [`第${index + 1}期`, struck(longDate(row.dueOn)), money(row.amountFen)]);
  return {
    kind: 'table',
    columns: [{ title: '期次', width: 26, align: 'center' }, { title: '缴纳期限', width: 44, align: 'center' }, { title: '缴纳数额', width: 86 }],
    rows: rows.length === 0 ? [['／', '／', '／']] : rows,
  };
}

/** `第1期：2026年6月30日前，人民币…；` one a line, for a cell of a form. */
export function planText(plan: readonly Instalment[]): string {
  return plan.map((row, index) => `${plan.length === 1 ? '' : `第${index + 1}期：`}${struck(longDate(row.dueOn))}前缴纳${money(row.amountFen)}`).join('\n');
}
