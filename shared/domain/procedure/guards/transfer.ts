import type { AppError } from '../../../contract/result.ts';
import { chineseDate, shanghaiMinute } from '../../time-limit/days.ts';
import { countTerm } from '../../time-limit/term.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { type Guard, officersOf, textOf } from './guard.ts';
import { checkOfficers } from './officers.ts';

function refuse(message: string, path?: string): AppError {
  return { code: 'CASE_TRANSFERRED', message, article: ARTICLES.crime, ...(path === undefined ? {} : { details: { path } }) };
}

/** While a crime is suspected the police come first: no administrative decision meanwhile (art. 27; Order 310). */
export const notTransferred: Guard = ({ file }) => {
  const { transfer } = file;
  if (transfer === undefined || transfer.kind !== 'police' || transfer.outcome === 'refused') return null;
  if (transfer.decidedAt === null) return refuse('本案已报告涉嫌犯罪，正在等待局主要负责人决定是否移送，决定前不能继续行政处罚程序。');
  return refuse(`本案已决定移送${transfer.receivingBody}，移送期间不得作出行政处罚决定。`);
};

export const notReported: Guard = ({ file }) => (file.transfer === undefined || file.transfer.outcome === 'refused' ? null : refuse('本案已经报告或者决定移送，不能重复办理。'));

/** The special team of two or more (Order 310, art. 5). */
export const transferTeam: Guard = ({ context, data }) => {
  const ids = data?.['teamOfficerIds'];
  if (!Array.isArray(ids)) return null;
  return checkOfficers(officersOf({ context }, ids.map(String)), context.today);
};

export const crimeReported: Guard = ({ file }) => {
  if (file.transfer?.kind === 'police' && file.transfer.decidedAt === null) return null;
  return { code: 'STEP_NOT_ALLOWED', message: '本案没有等待决定的涉嫌犯罪报告。', article: ARTICLES.transfer };
};

/** The papers go within 24 hours of the head's decision; later only with the reason. */
export const transferMovable: Guard = ({ file, context, data }) => {
  const { transfer } = file;
  if (transfer === undefined || transfer.decidedAt === null) return { code: 'STEP_NOT_ALLOWED', message: '本案没有决定移送。' };
  if (transfer.movedAt !== null) return { code: 'STEP_NOT_ALLOWED', message: '案卷材料已登记移交。' };
  if (data === null) return null;
  const movedAt = textOf(data, 'movedAt');
  if (movedAt < transfer.decidedAt || movedAt > shanghaiMinute(context.now)) return { code: 'DATES_OUT_OF_ORDER', message: '移交时间应在决定移送之时至现在之间，请核对。', details: { path: 'movedAt' } };
  const limit = countTerm('transferMove', transfer.decidedAt, context.calendar);
  if (transfer.kind !== 'police' || !limit.ok || movedAt <= (limit.value.dueAt ?? movedAt) || textOf(data, 'lateReason').trim() !== '') return null;
  return { code: 'FIELD_INVALID', message: '移交时间超过决定移送后二十四小时，请写明原因。', article: ARTICLES.transfer, details: { path: 'lateReason' } };
};

export const transferMoved: Guard = ({ file }) =>
  file.transfer === undefined || file.transfer.movedAt === null ? { code: 'STEP_NOT_ALLOWED', message: '案卷材料尚未登记移交，请先登记移交。', article: ARTICLES.transfer } : null;

export const transferUnanswered: Guard = ({ file }) =>
  file.transfer?.outcome === 'accepted' ? { code: 'STEP_NOT_ALLOWED', message: '受移送机关的受理已登记。' } : null;

export const transferAnswerDated: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const on = textOf(data, 'outcomeOn');
  const moved = file.transfer?.movedAt?.slice(0, 10) ?? '';
  if (on < moved || on > context.today) return { code: 'DATES_OUT_OF_ORDER', message: `日期应在移交之日（${chineseDate(moved)}）至今天之间，请核对。`, details: { path: 'outcomeOn' } };
  if (standingEvidence(file).some((evidence) => evidence.id === data['receiptEvidenceId'])) return null;
  return { code: 'EVIDENCE_MISSING', message: '请先把受移送机关的通知（回执）添加到证据，再登记。', article: ARTICLES.transfer, details: { path: 'receiptEvidenceId' } };
};
