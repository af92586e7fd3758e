import type { AppError } from '../../contract/result.ts';
import type { CaseFile, Penalty } from '../case-file/case-file.ts';
import { hiddenPenalty } from '../money/fine-range.ts';
import { amountInWords, formatYuan } from '../money/amount.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { chineseDate } from '../time-limit/days.ts';
import type { DocumentData } from './definition.ts';
import { payableFen } from './definitions/parts/penalty.ts';
import type { PrintedEvidence } from './definitions/parts/evidence.ts';
import { list, record, strings, text } from './definitions/parts/read.ts';
import type { DocumentCode, DocumentFile, DocumentSummary } from './document-file.ts';

/** The notice the party was served with in the standing round: the last one with a record of service. */
export function servedNotice(file: CaseFile): DocumentSummary | undefined {
  return file.documents.findLast((document) => document.code === 'GZS' && file.services.some((service) => service.documentId === document.id));
}

/** What the decision must have in common with the notice (arts. 44, 62); other words may be put better. */
const GROUNDS = { facts: '违法事实', breached: '违反的条款', basis: '处罚依据' } as const;

/** Blanks, punctuation and the width of characters change no meaning. */
function plain(value: string): string {
  return value.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

function evidenceKey(item: PrintedEvidence): string {
  return plain(`${item.kind}${item.title}${item.proves}`);
}

function differences(data: DocumentData, notified: DocumentData): readonly string[] {
  const grounds = Object.entries(GROUNDS).filter(([key]) => plain(text(data, key)) !== plain(text(notified, key))).map(([, label]) => label);
  const known = new Set(list<PrintedEvidence>(notified, 'evidence').map(evidenceKey));
  const added = list<PrintedEvidence>(data, 'evidence').some((item) => !known.has(evidenceKey(item)));
  return added ? [...grounds, '证据'] : grounds;
}

/**
 * Whether a decision rests on what the party was told: facts, evidence and legal basis as in the served notice, a hearing
 * offered where the penalty asks for one, and the notice named. `null` when it does.
 */
export function notAsNotified(data: DocumentData, file: CaseFile, notice: DocumentFile | null, hearing: boolean): AppError | null {
  if (notice === null || notice.issued === null) return { code: 'NOTICE_NOT_SERVED', message: '没有找到已送达的行政处罚意见告知书，不能签发处罚决定书。请同步案件后重试。', article: ARTICLES.notice };
  const notified = notice.issued.data;
  const differing = differences(data, notified);
  if (differing.length > 0) {
    return {
      code: 'DECISION_NOT_AS_NOTIFIED', article: ARTICLES.notice, details: { differing },
      message: `决定书的${differing.join('、')}与已送达的告知书不一致。未告知的事实、证据和依据不得作为处罚决定的根据：请改回告知的内容；确需变更的，请办理“重新告知”。`,
    };
  }
  if (hearing && notified['hearing'] !== true) return { code: 'HEARING_NOTICE_REQUIRED', message: '处罚已达到听证标准，但已送达的告知书没有告知听证权利。请办理“重新告知”。', article: ARTICLES.hearing };
  return namesNotice(text(data, 'noticeHandling'), file, notice);
}

function namesNotice(handling: string, file: CaseFile, notice: DocumentFile): AppError | null {
  // What the party said, and a hearing that was held, are answered in the decision (arts. 45, 65).
  const days = [file.notifiedOn, file.defence?.receivedOn, file.hearing?.report == null ? null : file.hearing.heldAt].flatMap((day) => (day == null ? [] : [chineseDate(day)]));
  const missing = [notice.docNo ?? '', ...days].filter((part) => part !== '' && !handling.includes(part));
  if (missing.length === 0) return null;
  return { code: 'DOCUMENT_INCOMPLETE', message: `“告知及陈述、申辩情况”与登记的告知、陈述申辩或者听证不一致，应写明${missing.join('、')}。请核对。`, article: ARTICLES.notice, details: { missing: missing.map((label) => ({ key: 'noticeHandling', label })) } };
}

function invalid(key: string, message: string, article: string): AppError {
  return { code: 'FIELD_INVALID', message, article, details: { path: key } };
}

function namesSum(words: string, fen: number): boolean {
  return words.includes(formatYuan(fen)) || words.includes(amountInWords(fen));
}

/** Whether typed words agree with the penalty itself: its sums, the term of payment, and no penalty slipped in as a correction. */
export function contradictsPenalty(code: DocumentCode, data: DocumentData): AppError | null {
  const penalty = record<Penalty>(data, 'penalty');
  if (penalty === null) return null;
  if (code === 'DCCF') return hiddenPenalty(strings(data, 'correction'), '责令改正的内容', 'correction') ?? wrongSum(text(data, 'performance'), payableFen(penalty));
  if (code !== 'GZS' && code !== 'CFJD') return null;
  if (penalty.kinds.includes('fine') && !namesSum(text(data, 'discretion'), penalty.fineFen)) {
    return invalid('discretion', `“处罚裁量”没有写明罚款${formatYuan(penalty.fineFen)}元或者与之不一致，请按现在的罚款数额改写。`, ARTICLES.discretion);
  }
  return hiddenPenalty(strings(data, 'correction'), '责令改正的内容', 'correction') ?? (code === 'CFJD' ? wrongPerformance(text(data, 'performance'), payableFen(penalty)) : null);
}

function wrongPerformance(words: string, due: number): AppError | null {
  if (due === 0) return null;
  if (!/十五日|15\s*日/u.test(words)) return invalid('performance', '“履行方式和期限”应写明自收到决定书之日起十五日内缴纳。', ARTICLES.payment);
  return wrongSum(words, due);
}

/** Paid to the designated bank and nowhere else: no other account, of twelve digits or more, in the decision's words (art. 67). `account`: the bureau's. */
export function foreignAccount(data: DocumentData, account: string): AppError | null {
  const digits = (words: string): string => words.normalize('NFKC').replace(/\D/gu, '');
  const named = [...text(data, 'performance').normalize('NFKC').matchAll(/\d(?:\s?\d){11,}/gu)].map(([number]) => digits(number));
  if (named.every((number) => number === digits(account))) return null;
  return invalid('performance', '“履行方式和期限”写有本机关指定账号以外的账号。罚没款应当缴入本机关公布的代收银行账户，请按系统设置中的账号改写；设置尚未确认的，请先由系统管理员确认。', ARTICLES.payment);
}

function wrongSum(words: string, due: number): AppError | null {
  return due === 0 || namesSum(words, due) ? null : invalid('performance', `“履行方式和期限”没有写明应缴纳的${formatYuan(due)}元或者与之不一致，请改写。`, ARTICLES.payment);
}
