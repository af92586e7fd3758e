import { hearingRequired } from '../../case-file/hearing.ts';
import { chineseDate, shanghaiDay } from '../../time-limit/days.ts';
import { defenceTerm } from '../../time-limit/term.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { type Guard, textOf } from './guard.ts';

export const noticeNotApproved: Guard = ({ file }) =>
  file.noticeApproved ? { code: 'STEP_NOT_ALLOWED', message: '告知已批准，下一步请签发并送达行政处罚意见告知书。' } : null;

export const noticeServed: Guard = ({ file }) => {
  if (file.notifiedOn !== null && file.notified !== null) return null;
  return { code: 'NOTICE_NOT_SERVED', message: '行政处罚意见告知书尚未送达，不得作出处罚决定。请先送达并登记送达回证。', article: ARTICLES.notice };
};

/** Whether the written waiver is registered and its scan still stands. */
export function waived(file: Parameters<Guard>[0]['file']): boolean {
  return file.waiverEvidenceId !== null && standingEvidence(file).some((evidence) => evidence.id === file.waiverEvidenceId);
}

/** Five working days have passed since service, or the party waived in writing (hard stop; art. 62). */
export const defenceOver: Guard = (input) => {
  const { file, context } = input;
  const term = defenceTerm(file, context.calendar);
  if (term === null) return noticeServed(input);
  if (waived(file)) return null;
  if (!term.ok) return term.error;
  const { dueOn } = term.value;
  if (context.today > dueOn) return null;
  return {
    code: 'DEFENCE_TERM_RUNNING',
    message: `陈述申辩期限至${chineseDate(dueOn)}届满，${chineseDate(dueOn)}以前不得作出决定。请在次日以后办理，或者登记当事人的书面放弃声明。`,
    article: ARTICLES.defence,
    details: { dueOn },
  };
};

/** After the term only a leader may still accept a defence. */
export const defenceInTime: Guard = ({ file, context, data }) => {
  const receivedOn = textOf(data, 'receivedOn');
  if (data === null || file.notifiedOn === null) return null;
  if (receivedOn < file.notifiedOn || receivedOn > context.today) {
    return { code: 'DATES_OUT_OF_ORDER', message: `收到陈述申辩的日期应在告知书送达之日（${chineseDate(file.notifiedOn)}）至今天之间。`, details: { path: 'receivedOn' } };
  }
  const term = defenceTerm(file, context.calendar);
  if (term === null) return null;
  if (!term.ok) return term.error;
  if (receivedOn <= term.value.dueOn || context.actor.roles.includes('leader')) return null;
  return { code: 'STEP_NOT_ALLOWED', message: `陈述申辩期限已于${chineseDate(term.value.dueOn)}届满，逾期提出的须由分管领导决定是否接收并登记。`, article: ARTICLES.defence, details: { dueOn: term.value.dueOn } };
};

/** A waiver is a paper the party signed, scanned into the file after the notice, and covers the hearing where one was offered. */
export const waiverCoversHearing: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const waiver = standingEvidence(file).find((evidence) => evidence.id === data['evidenceId']);
  if (waiver === undefined) return { code: 'EVIDENCE_MISSING', message: '请先把书面放弃声明的扫描件添加到证据，再登记放弃。', article: ARTICLES.defence, details: { path: 'evidenceId' } };
  if (waiver.file === null) {
    return { code: 'EVIDENCE_MISSING', message: `“${waiver.title}”没有扫描件。当事人签名的放弃声明扫描入卷后，才能在期限届满前继续办理。`, article: ARTICLES.defence, details: { path: 'evidenceId' } };
  }
  if (file.notifiedOn !== null && shanghaiDay(waiver.addedAt) < file.notifiedOn) {
    return { code: 'DATES_OUT_OF_ORDER', message: `“${waiver.title}”在告知书送达（${chineseDate(file.notifiedOn)}）之前已在卷内，不是对本次告知的放弃。请选择当事人收到告知书以后出具的声明。`, article: ARTICLES.defence, details: { path: 'evidenceId' } };
  }
  if (data['includesHearing'] === true || !hearingRequired(file, context.settings)) return null;
  return { code: 'HEARING_NOTICE_REQUIRED', message: '本案已告知听证权利，放弃声明须同时载明放弃听证；未放弃的，请等待期限届满。', article: ARTICLES.hearing, details: { path: 'includesHearing' } };
};

/** A hearing that was asked for must be held (art. 63): the case goes on only where none was, or the right was waived. */
export const hearingNotRequested: Guard = ({ file, context, data }) => {
  // Its report is the hearing's end; a defence may be reviewed after it.
  if ((file.hearing?.report ?? null) !== null) return null;
  if (data === null || data['noHearing'] === true || waived(file) || !hearingRequired(file, context.settings)) return null;
  return { code: 'HEARING_NOTICE_REQUIRED', message: '本案已告知听证权利，请确认当事人在期限内没有要求听证。当事人要求听证的，应当组织听证，听证结束前不能继续办理。', article: ARTICLES.hearing, details: { path: 'noHearing' } };
};

export const defenceReviewed: Guard = ({ file }) => {
  if (file.defence === null || file.defence.adopted !== null) return null;
  return { code: 'DEFENCE_NOT_REVIEWED', message: '当事人的陈述申辩尚未复核。请先复核并写明是否采纳及理由。', article: ARTICLES.defence };
};
