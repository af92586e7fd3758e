import { type Approval, type CaseFile, REVIEW_POINT_KEYS, REVIEW_POINTS } from '../../case-file/case-file.ts';
import { reviewRequired } from '../../case-file/hearing.ts';
import { CASE_EXTENSIONS } from '../../time-limit/limits.ts';
import { caseTerm } from '../../time-limit/term.ts';
import { chineseDate } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import type { CaseEvent } from '../events.ts';
import { standingEvidence } from './facts.ts';
import { type Guard, textOf, violationOf } from './guard.ts';
import { investigators } from './officers.ts';

/** What a reviewer may have done in the case before: reviewed it, or clerk's work that judges nothing. */
const NEUTRAL: ReadonlySet<CaseEvent> = new Set(['assign', 'pass-review', 'return-review-investigation', 'return-review-notice', 'record-remedy', 'end-remedy', 'publish-decision', 'take-down', 'archive']);

/** What a review must come after. */
const SINCE: ReadonlySet<CaseEvent> = new Set(['approve-notice', 'review-defence', 'report-hearing', 'reopen', 'end-remedy', 'change-decision']);

/** An opinion of the reviewing office given before the review is passed. */
function isReview({ event, from }: Approval): boolean {
  return event === 'sign-approval' && from === 'LEGAL';
}

/** None of those who investigated or approved, and legally qualified (art. 58(2)). */
export const reviewerFit: Guard = ({ file, context }) => {
  if (investigators(file).has(context.actor.id)) {
    return { code: 'REVIEWER_IS_OFFICER', message: '您参与过本案的调查取证，不能审核本案。请由其他法制审核人员办理。', article: ARTICLES.review };
  }
  if (file.hearing?.hostId === context.actor.id || file.hearing?.recorderId === context.actor.id) {
    return { code: 'REVIEWER_IS_OFFICER', message: '您是本案的听证主持人或者记录员，不能审核本案。请由其他法制审核人员办理。', article: ARTICLES.review };
  }
  if (file.approvals.some((approval) => approval.officerId === context.actor.id && !NEUTRAL.has(approval.event) && !isReview(approval))) {
    return { code: 'REVIEWER_IS_OFFICER', message: '您以办案机构负责人或者分管领导的身份审批过本案，不能再进行法制审核。请由其他法制审核人员办理。', article: ARTICLES.review };
  }
  if (context.actor.legallyQualified) return null;
  return { code: 'REVIEWER_NOT_QUALIFIED', message: '您没有登记法律职业资格，不能从事法制审核。请由具备资格的法制审核人员办理。', article: ARTICLES.review };
};

export const reviewPointsPassed: Guard = ({ data }) => {
  const points = data?.['points'];
  if (typeof points !== 'object' || points === null) return null;
  const failed = REVIEW_POINT_KEYS.filter((point) => (points as Record<string, unknown>)[point] !== true);
  if (failed.length === 0) return null;
  return { code: 'LEGAL_REVIEW_REQUIRED', message: `审核要点未全部通过（${failed.map((point) => REVIEW_POINTS[point]).join('；')}），不能审核通过。请退回补充调查或者重新告知。`, article: ARTICLES.review, details: { failed } };
};

/** The last review passed, and by someone who is still none of the investigators. */
export const reviewPassed: Guard = ({ file, context }) => {
  if (!reviewRequired(file, context)) return null;
  const last = file.reviews.at(-1);
  if (last?.passed !== true) return { code: 'LEGAL_REVIEW_REQUIRED', message: '未经法制审核或者审核未通过的，不得作出决定。请退回法制审核。', article: ARTICLES.review };
  // A passed review of an earlier notice, or from before a defence, is not one of this decision.
  const since = file.approvals.findLast((approval) => SINCE.has(approval.event))?.at ?? '';
  if (last.at < since) return { code: 'LEGAL_REVIEW_REQUIRED', message: '法制审核作出后，案件又重新告知、复核了陈述申辩或者举行了听证，须重新进行法制审核。请退回法制审核。', article: ARTICLES.review };
  if (!investigators(file).has(last.reviewerId)) return null;
  return { code: 'REVIEWER_IS_OFFICER', message: `法制审核人员${last.reviewerName}参与过本案的调查取证，该审核无效。请退回法制审核，由其他人员审核。`, article: ARTICLES.review };
};

/** Whoever reviewed the case or heard the party does not decide it as well (art. 57, 58, 64). */
export const deciderImpartial: Guard = ({ file, context }) => {
  const { id } = context.actor;
  const refuse = (what: string) => ({ code: 'OFFICER_RECUSED' as const, message: `您${what}，不能再批准本案的决定。请由其他负责人办理。`, article: ARTICLES.recusal });
  if (file.reviews.some((review) => review.reviewerId === id) || file.approvals.some((each) => each.officerId === id && isReview(each))) return refuse('对本案进行过法制审核');
  return file.hearing?.hostId === id || file.hearing?.recorderId === id ? refuse('是本案的听证主持人或者记录员') : null;
};

export const decisionNotApproved: Guard = ({ file }) =>
  file.decisionApproved ? { code: 'STEP_NOT_ALLOWED', message: '处罚决定已批准，下一步请签发行政处罚决定书。' } : null;

/** The last thing the collective has to weigh: notice, defence, hearing (art. 45, 57, 65). */
function heardUntil({ notifiedOn, defence, hearing }: CaseFile): string {
  return [notifiedOn ?? '', defence?.receivedOn ?? '', hearing?.report == null ? '' : (hearing.heldAt ?? '').slice(0, 10)].reduce((last, day) => (day > last ? day : last));
}

/** The collective met when all was heard and not in the future, with three or more present. */
export const discussionDated: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const heldOn = textOf(data, 'heldOn');
  const since = heardUntil(file);
  if (heldOn > context.today || heldOn < since) {
    const from = since === '' ? '' : `告知书送达、收到陈述申辩、举行听证之后（${chineseDate(since)}起）`;
    return { code: 'DATES_OUT_OF_ORDER', message: `集体讨论日期应在${from}至今天之间，请核对。`, article: ARTICLES.discussion, details: { path: 'heldOn' } };
  }
  const attendees = data['attendees'];
  if (Array.isArray(attendees) && new Set(attendees.map((name) => String(name).trim())).size >= 3) return null;
  return { code: 'COLLECTIVE_DISCUSSION_REQUIRED', message: '集体讨论的参加人员不足三人，请逐一填写参加讨论的负责人。', article: ARTICLES.discussion, details: { path: 'attendees' } };
};

export const withinCaseTerm: Guard = ({ file, context }) => {
  const term = caseTerm(file, context.calendar, context.today);
  if (term === null) return { code: 'STEP_NOT_ALLOWED', message: '案件尚未立案。' };
  if (!term.ok) return term.error;
  if (context.today <= term.value.dueOn) return null;
  return {
    code: 'CASE_TERM_EXPIRED',
    message: `办案期限（${term.value.amount}日，自${chineseDate(term.value.startOn)}立案起）已于${chineseDate(term.value.dueOn)}届满且未经批准延长，不能继续。请报分管领导按超期案件处理。`,
    article: ARTICLES.caseTerm,
    details: { dueOn: term.value.dueOn },
  };
};

/** 30 days by the leader, then up to 60 by the collective, then none. */
export const caseExtensible: Guard = ({ file, context, data }) => {
  const limit = CASE_EXTENSIONS[file.extensionDays.length];
  if (limit === undefined) return { code: 'STEP_NOT_ALLOWED', message: '办案期限已延长两次，不能再次延长。', article: ARTICLES.caseTerm };
  if (data === null) return null;
  if (typeof data['days'] === 'number' && data['days'] > limit) return { code: 'FIELD_INVALID', message: `本次延长不得超过${limit}日。`, article: ARTICLES.caseTerm, details: { path: 'days', max: limit } };
  if (file.extensionDays.length === 0) return null;
  const discussedOn = textOf(data, 'discussedOn');
  const since = file.roundFrom ?? file.filedOn ?? '';
  if (discussedOn !== '' && (discussedOn > context.today || discussedOn < since)) return { code: 'DATES_OUT_OF_ORDER', message: `集体讨论日期应在立案之日（${chineseDate(since)}）至今天之间，请核对。`, article: ARTICLES.caseTerm, details: { path: 'discussedOn' } };
  if (discussedOn !== '') return null;
  return { code: 'COLLECTIVE_DISCUSSION_REQUIRED', message: '第二次延长办案期限须经集体讨论决定，请填写讨论日期。', article: ARTICLES.caseTerm, details: { path: 'discussedOn' } };
};

/** The six items of art. 59 as far as the case and the settings supply them; the document itself is checked when issued. */
export const statutoryItems: Guard = (input) => {
  const { file, context } = input;
  const { settings } = context;
  const items: readonly (readonly [boolean, string])[] = [
    [file.party !== null && file.party.name !== '' && file.party.address !== '', '当事人的姓名（名称）、地址'],
    [file.facts !== '' && standingEvidence(file).length > 0, '违反法律、法规、规章的事实和证据'],
    [file.proposed !== null && violationOf(input) !== null, '行政处罚的种类和依据'],
    [settings.bankName !== '' && settings.bankAccount !== '', '行政处罚的履行方式和期限'],
    [settings.reconsiderationOrgan !== '' && settings.court !== '', '申请行政复议、提起行政诉讼的途径和期限'],
    [settings.authorityName !== '', '作出决定的行政机关名称和日期'],
  ];
  const missing = items.filter(([present]) => !present).map(([, label]) => label);
  if (missing.length === 0) return null;
  return { code: 'STATUTORY_ITEMS_MISSING', message: `决定书缺少法定事项：${missing.join('；')}。请补齐后再办理。`, article: ARTICLES.statutoryItems, details: { missing } };
};
