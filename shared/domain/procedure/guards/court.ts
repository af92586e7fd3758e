import type { AppError } from '../../../contract/result.ts';
import { chineseDate } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { type Guard, textOf } from './guard.ts';

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

export const courtNotEnded: Guard = ({ file }) => (file.court?.endedOn === null ? null : outOfStep('执行已经终结。'));
