import type { AppError } from '../../../contract/result.ts';
import { chineseDate } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { formatYuan } from '../../money/amount.ts';
import { type Guard, textOf } from './guard.ts';
import { owedFen } from './owed.ts';

function outOfStep(message: string): AppError {
  return { code: 'STEP_NOT_ALLOWED', message, article: ARTICLES.court };
}

/** What the court did lies between the application and today, and its paper is in the file. */
export const courtDated: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const [on, since] = [textOf(data, 'on'), file.court?.acceptedOn ?? file.court?.appliedOn ?? ''];
  if (on < since || on > context.today) return { code: 'DATES_OUT_OF_ORDER', message: `日期应在${chineseDate(since)}至今天之间，请核对。`, details: { path: 'on' } };
  if (data['evidenceId'] === undefined || standingEvidence(file).some((evidence) => evidence.id === data['evidenceId'])) return null;
  return { code: 'EVIDENCE_MISSING', message: '请先把人民法院的裁定书扫描件添加到证据，再登记。', article: ARTICLES.court, details: { path: 'evidenceId' } };
};

export const courtUnanswered: Guard = ({ file }) => (file.court?.acceptedOn === null ? null : outOfStep('法院受理已登记。'));

export const courtUnruled: Guard = ({ file }) => {
  if (file.court === undefined || file.court.acceptedOn === null) return outOfStep('请先登记法院受理。');
  return file.court.ruledOn === null ? null : outOfStep('法院裁定已登记。');
};

export const courtGranted: Guard = ({ file }) => (file.court?.ruling === 'granted' && file.court.endedOn === null ? null : outOfStep('法院尚未裁定准予执行，或者执行已经终结。'));

/** Execution is ended by what the court ruled; done when nothing is owed; a decision that fell ends it at any time. */
export const courtRuled: Guard = ({ file, context, data }) => {
  const ground = textOf(data, 'ground');
  if (data === null || ground === 'revoked') return null;
  if (file.court?.ruling == null) return outOfStep('法院尚未作出裁定，不能登记终结执行。请先登记法院裁定。');
  if ((ground === 'denied') !== (file.court.ruling === 'denied')) return outOfStep('所选终结执行的情形与登记的法院裁定不一致，请核对。');
  const owed = ground === 'done' ? owedFen(file, context.calendar, context.today) : 0;
  return owed === 0 ? null : { code: 'PERFORMANCE_INCOMPLETE', message: `尚有${formatYuan(owed)}元未登记缴清，不能以“执行完毕”终结。请先登记缴款凭证。`, article: ARTICLES.court, details: { outstandingFen: owed } };
};

export const courtNotEnded: Guard = ({ file }) => (file.court?.endedOn === null ? null : outOfStep('执行已经终结。'));
