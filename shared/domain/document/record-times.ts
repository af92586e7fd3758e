import type { AppError } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { chineseMinute, shanghaiMinute } from '../time-limit/days.ts';
import type { PrintedOfficer } from './definitions/parts/officers.ts';
import { list } from './definitions/parts/read.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentFile, type RecordOfEvidence } from './document-file.ts';

/** Records that later documents list as evidence. */
const EVIDENCE_CODES: ReadonlySet<DocumentCode> = new Set(['XCJC', 'XWBL', 'KYBL']);

/** Records that the officers of a case make out or attend together, with a beginning and an end. */
export const TIMED_CODES: ReadonlySet<DocumentCode> = new Set([...EVIDENCE_CODES, 'DZSJ', 'QZBL', 'SSBL', 'TZBL']);

export interface Span {
  readonly start: string;
  readonly end: string;
}

/** Local minutes `YYYY-MM-DDTHH:mm`, comparable as text; `null` where the record carries none. */
export function spanOf(data: Readonly<Record<string, unknown>>): Span | null {
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

/** An issued record of another case or task, and who made it out. */
export interface RecordElsewhere extends Span {
  readonly code: DocumentCode;
  readonly officers: readonly PrintedOfficer[];
}

/** Nobody takes two records at once, in whatever case (domain notes §1.11, 1). `null` when none of its officers did. */
export function recordElsewhereRefusal(data: Readonly<Record<string, unknown>>, others: readonly RecordElsewhere[]): AppError | null {
  const span = spanOf(data);
  if (span === null) return null;
  for (const other of others) {
    const both = list<PrintedOfficer>(data, 'officers').find(({ certificateNo }) => certificateNo !== '' && other.officers.some((officer) => officer.certificateNo === certificateNo));
    if (both === undefined || span.start >= other.end || other.start >= span.end) continue;
    return refuse(`${both.name}在${other.start.replace('T', ' ')}至${other.end.slice(11)}正在制作另一案件（任务）的${DOCUMENT_NAMES[other.code]}，同一执法人员不能同时制作两份笔录，请核对时间。`);
  }
  return null;
}

/** A record carries the names of those who took it: none is issued for a time before its officers were changed (art. 42, 55). */
export function replacedSinceRefusal(file: Pick<CaseFile, 'approvals' | 'formerOfficerIds'>, code: DocumentCode, data: Readonly<Record<string, unknown>>): AppError | null {
  const span = EVIDENCE_CODES.has(code) ? spanOf(data) : null;
  const changed = file.formerOfficerIds === undefined ? undefined : file.approvals.findLast((approval) => approval.event === 'assign' && approval.from !== 'CLUE');
  if (span === null || changed === undefined || span.start >= shanghaiMinute(changed.at)) return null;
  return {
    ...refuse(`本案执法人员已于${chineseMinute(shanghaiMinute(changed.at))}变更，不能以现在的执法人员的名义制作此前的笔录。此前的笔录请把当时签名的原件扫描后添加到证据，或者重新调查、询问。`),
    article: ARTICLES.officers,
  };
}
