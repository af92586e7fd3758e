import type { AppError } from '../../contract/result.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentFile, type RecordOfEvidence } from './document-file.ts';

/** Records that later documents list as evidence. */
const EVIDENCE_CODES: ReadonlySet<DocumentCode> = new Set(['XCJC', 'XWBL', 'KYBL']);

/** Records that the officers of a case make out or attend together, with a beginning and an end. */
const TIMED_CODES: ReadonlySet<DocumentCode> = new Set([...EVIDENCE_CODES, 'DZSJ', 'QZBL', 'SSBL', 'TZBL']);

interface Span {
  readonly start: string;
  readonly end: string;
}

/** Local minutes `YYYY-MM-DDTHH:mm`, comparable as text; `null` where the record carries none. */
function spanOf(data: Readonly<Record<string, unknown>>): Span | null {
  const { startAt, endAt } = data;
  return typeof startAt === 'string' && typeof endAt === 'string' && startAt !== '' && endAt !== '' ? { start: startAt, end: endAt } : null;
}

/** A witness and others say what they know; everybody else speaks for the party. */
const WITNESSES: ReadonlySet<unknown> = new Set(['证人', '其他有关人员']);

/** What later documents say of a record in their list of evidence; `null` for other kinds and for records without times. */
export function recordOf(code: DocumentCode, data: Readonly<Record<string, unknown>>): RecordOfEvidence | null {
  const span = EVIDENCE_CODES.has(code) ? spanOf(data) : null;
  if (span === null) return null;
  const { place, person, relation } = data;
  const kind = code === 'XCJC' || code === 'KYBL' ? 'record' : WITNESSES.has(relation) ? 'testimony' : 'statement';
  return { kind, startAt: span.start, place: typeof place === 'string' ? place : '', person: typeof person === 'string' ? person : '' };
}

function refuse(message: string): AppError {
  return { code: 'DATES_OUT_OF_ORDER', message, article: ARTICLES.records, details: { path: 'startAt' } };
}

/**
 * Whether a record's times can be: it ends after it begins, not in the future, and while the same officers were not
 * making out another record (domain notes §1.11, 1 and 2). `now`: local minute. `null` when they can.
 */
export function recordTimesRefusal(code: DocumentCode, data: Readonly<Record<string, unknown>>, others: Iterable<DocumentFile>, now: string): AppError | null {
  const span = TIMED_CODES.has(code) ? spanOf(data) : null;
  if (span === null) return null;
  if (span.start >= span.end) return refuse('笔录的结束时间应晚于开始时间，请核对。');
  if (span.end > now) return refuse('笔录的结束时间晚于现在，请核对。');
  for (const other of others) {
    const taken = other.issued === null || !TIMED_CODES.has(other.code) ? null : spanOf(other.issued.data);
    if (taken !== null && span.start < taken.end && taken.start < span.end) {
      return refuse(`笔录时间与已定稿的${DOCUMENT_NAMES[other.code]}（${taken.start.replace('T', ' ')}至${taken.end.slice(11)}）重叠，同一执法人员不能同时制作两份笔录，请核对。`);
    }
  }
  return null;
}
