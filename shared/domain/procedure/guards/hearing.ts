import type { AppError, Result } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { hearingRequired } from '../../case-file/hearing.ts';
import { addWorkingDays } from '../../time-limit/count.ts';
import { chineseDate, shanghaiDay, shanghaiMinute } from '../../time-limit/days.ts';
import { countTerm, type Term } from '../../time-limit/term.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { type Guard, officersOf, textOf } from './guard.ts';
import { waived } from './notice.ts';
import { reviewPassed } from './decision.ts';
import { investigators } from './officers.ts';

/** Working days between the service of the hearing's notice and the hearing (art. 64(2)). */
const NOTICE_WORKING_DAYS = 7;

/** Asked for and not yet at its end: no decision meanwhile. */
function hearingIsPending(file: CaseFile): boolean {
  return file.hearing !== undefined && file.hearing.accepted !== false && file.hearing.report === null;
}

function outOfStep(message: string): AppError {
  return { code: 'STEP_NOT_ALLOWED', message, article: ARTICLES.hearing };
}

function requestTerm(file: CaseFile, calendar: Parameters<Guard>[0]['context']['calendar']): Result<Term> | null {
  return file.notifiedOn === null ? null : countTerm('hearing', file.notifiedOn, calendar);
}

export const noHearingYet: Guard = ({ file }) =>
  file.hearing === undefined || file.hearing.accepted === false ? null : outOfStep('当事人已要求听证，不能重复登记。');

export const hearingRequestDated: Guard = ({ file, context, data }) => {
  if (data === null || file.notifiedOn === null) return null;
  const on = textOf(data, 'requestedOn');
  if (on < file.notifiedOn || on > context.today) return { code: 'DATES_OUT_OF_ORDER', message: `提出听证要求的日期应在告知书送达之日（${chineseDate(file.notifiedOn)}）至今天之间。`, details: { path: 'requestedOn' } };
  const evidenceId = textOf(data, 'requestEvidenceId');
  if (evidenceId === '' || standingEvidence(file).some((evidence) => evidence.id === evidenceId)) return null;
  return { code: 'EVIDENCE_MISSING', message: '所选的听证申请不在卷内或者已撤回，请重新选择。', details: { path: 'requestEvidenceId' } };
};

/** Five working days after the notice (art. 64(1)). */
export const hearingRequestInTime: Guard = ({ file, context, data }) => {
  const on = data === null || textOf(data, 'requestedOn') === '' ? (file.hearing?.requestedOn ?? context.today) : textOf(data, 'requestedOn');
  const term = requestTerm(file, context.calendar);
  if (term === null) return outOfStep('告知书尚未送达。');
  if (!term.ok) return term.error;
  if (on <= term.value.dueOn) return null;
  return { ...outOfStep(`要求听证的期限已于${chineseDate(term.value.dueOn)}届满，当事人于${chineseDate(on)}提出，逾期不予受理。`), details: { dueOn: term.value.dueOn } };
};

export const hearingUnanswered: Guard = ({ file }) => (file.hearing?.accepted === null ? null : outOfStep('没有等待答复的听证要求。'));

export const hearingClass: Guard = ({ file, context }) =>
  hearingRequired(file, context.settings) ? null : outOfStep('已告知的处罚没有达到听证标准，不属于应当组织听证的情形。');

/** A request in time against a penalty of hearing class must be granted (art. 63). */
export const hearingRefusable: Guard = (input) => {
  if (hearingClass(input) !== null || hearingRequestInTime(input) !== null || waived(input.file)) return null;
  return { code: 'HEARING_MUST_BE_HELD', message: '当事人在法定期限内对达到听证标准的处罚要求听证，行政机关应当组织听证，不得拒绝。', article: ARTICLES.hearing };
};

/** Host and recorder are two people, and none of those who investigated or reviewed the case (art. 64(4)). */
export const hostFit: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const ids = [textOf(data, 'hostId'), textOf(data, 'recorderId')];
  const [host, recorder] = officersOf({ context }, ids);
  const refuse = (message: string, path: string): AppError => ({ code: 'HOST_IS_OFFICER', message, article: ARTICLES.hearingHost, details: { path } });
  if (host?.active !== true || !host.roles.includes('hearing-host')) return refuse('所选人员不是在岗的听证主持人，请重新选择。', 'hostId');
  if (recorder?.active !== true) return refuse('所选记录员不在人员名录内或者已停用，请重新选择。', 'recorderId');
  if (host.id === recorder.id) return refuse('听证主持人和记录员不能是同一人。', 'recorderId');
  const barred = new Set([...investigators(file), ...file.reviews.map((review) => review.reviewerId)]);
  const unfit = [host, recorder].find((officer) => barred.has(officer.id));
  return unfit === undefined ? null : refuse(`${unfit.name}参与过本案的调查或者审核，不能担任听证主持人或者记录员。`, unfit === host ? 'hostId' : 'recorderId');
};

export const hearingPending: Guard = ({ file }) => (hearingIsPending(file) ? null : outOfStep('没有正在办理的听证。'));

/** Withdrawn in writing after it was asked for. */
export const hearingWithdrawn: Guard = ({ file, data }) => {
  if (data === null || file.hearing === undefined) return null;
  const { requestedOn } = file.hearing;
  const paper = standingEvidence(file).find((evidence) => evidence.id === data['evidenceId']);
  if (paper !== undefined && shanghaiDay(paper.addedAt) >= requestedOn && paper.id !== file.hearing.requestEvidenceId) return null;
  return { code: 'EVIDENCE_MISSING', message: '请先把当事人撤回听证要求的书面材料添加到证据，再登记撤回。', article: ARTICLES.hearing, details: { path: 'evidenceId' } };
};

export const hearingOpen: Guard = ({ file }) => (file.hearing?.accepted === true && file.hearing.report === null ? null : outOfStep('听证要求尚未受理，或者听证已经结束。'));

export const hearingUnheld: Guard = ({ file }) => (file.hearing?.recordedAt === undefined ? null : outOfStep('听证已经举行，不能再变更时间、地点或者重复登记。'));

export const hearingSetAhead: Guard = ({ context, data }) => {
  if (data === null || textOf(data, 'heldAt').slice(0, 10) > context.today) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '听证时间应在今天以后，并留足听证通知书送达后的七个工作日。', article: ARTICLES.hearingNotice, details: { path: 'heldAt' } };
};

/** Held at the time set, no sooner than seven working days after the notice was served. */
export const hearingNoticeInTime: Guard = ({ file, context }) => {
  const { hearing } = file;
  const refuse = (message: string): AppError => ({ code: 'HEARING_NOTICE_TOO_SHORT', message, article: ARTICLES.hearingNotice });
  if (hearing === undefined || hearing.heldAt === null) return refuse('听证的时间、地点尚未确定，请先确定并送达听证通知书。');
  if (hearing.noticeServedOn === null) return refuse('听证通知书尚未送达，不能举行听证。请签发、送达听证通知书。');
  const earliest = addWorkingDays(context.calendar, hearing.noticeServedOn, NOTICE_WORKING_DAYS);
  if (!earliest.ok) return earliest.error;
  if (hearing.heldAt.slice(0, 10) < earliest.value) {
    return refuse(`听证通知书于${chineseDate(hearing.noticeServedOn)}送达，听证最早可于${chineseDate(earliest.value)}举行；现定于${chineseDate(hearing.heldAt)}，通知不足七个工作日。请改期并重新通知。`);
  }
  if (hearing.heldAt <= shanghaiMinute(context.now)) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '听证时间未到，举行以后再登记。', article: ARTICLES.hearingNotice };
};

/** Held, and its record made out, unless the party stayed away. */
export const hearingHeld: Guard = ({ file }) => {
  const { hearing } = file;
  const refuse = (message: string): AppError => ({ code: 'HEARING_NOT_HELD', message, article: ARTICLES.hearingRecord });
  if (hearing === undefined || hearing.recordedAt === undefined) return refuse('听证尚未举行或者没有登记举行情况，不能提交听证报告。');
  if (hearing.report !== null) return refuse('听证报告已经提交。');
  if (hearing.partyAbsent || file.documents.some((document) => document.code === 'TZBL' && document.status === 'issued')) return null;
  return refuse('听证笔录尚未定稿，不能提交听证报告。处罚决定应当根据听证笔录作出。');
};

/** The decision rests on the record of the hearing: none before it (art. 65). */
export const hearingConcluded: Guard = ({ file }) =>
  hearingIsPending(file) ? { code: 'HEARING_NOT_HELD', message: '当事人要求的听证尚未结束，不得作出决定。决定应当根据听证笔录作出。', article: ARTICLES.hearingRecord } : null;

/** After a hearing every decision is reviewed, that not to punish too (art. 58(1)(2)). */
export const hearingReviewed: Guard = (input) => hearingConcluded(input) ?? ((input.file.hearing?.report ?? null) === null ? null : reviewPassed(input));
