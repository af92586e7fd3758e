import { ARTICLES } from '../procedure/articles.ts';

/** How a term is counted; the start day is never counted. */
export type TermUnit = 'working-days' | 'calendar-days' | 'months' | 'years';

export interface Limit {
  readonly label: string;
  readonly amount: number;
  readonly unit: TermUnit;
  /** The event the term runs from, as an officer says it. */
  readonly startEvent: string;
  /** A last day on a rest day or holiday moves to the next working day. Internal terms of the authority do not. */
  readonly rollForward: boolean;
  /** Stands still while the investigation is suspended. */
  readonly suspendable: boolean;
  readonly article: string;
  /** V read in the law text; M content believed right but unverified: shown as「未核实」(domain notes, evidence tags). */
  readonly evidence: 'V' | 'M';
  /** Whose term it is: missing the authority's own is an irregularity, the party's merely ends. */
  readonly duty: 'authority' | 'party' | 'right';
}

/** Every term of the main line (domain notes §1.1–1.3). Terms of 2, 3, 5 and 7 days are working days (art. 85). */
export const LIMITS = {
  verification: { label: '线索核查', amount: 15, unit: 'working-days', startEvent: '收到线索', rollForward: true, suspendable: false, article: ARTICLES.procedureRules, evidence: 'M', duty: 'authority' },
  case: { label: '办案期限', amount: 90, unit: 'calendar-days', startEvent: '批准立案', rollForward: false, suspendable: true, article: ARTICLES.caseTerm, evidence: 'V', duty: 'authority' },
  correction: { label: '责令改正期限', amount: 0, unit: 'calendar-days', startEvent: '送达责令改正通知书', rollForward: false, suspendable: false, article: ARTICLES.correction, evidence: 'V', duty: 'party' },
  defence: { label: '陈述申辩', amount: 5, unit: 'working-days', startEvent: '送达行政处罚意见告知书', rollForward: true, suspendable: false, article: `${ARTICLES.procedureRules}；行政处罚法第四十五条`, evidence: 'M', duty: 'right' },
  hearing: { label: '要求听证', amount: 5, unit: 'working-days', startEvent: '送达行政处罚意见告知书', rollForward: true, suspendable: false, article: '行政处罚法第六十四条第一项', evidence: 'V', duty: 'right' },
  review: { label: '法制审核', amount: 10, unit: 'working-days', startEvent: '送法制审核', rollForward: true, suspendable: false, article: ARTICLES.procedureRules, evidence: 'M', duty: 'authority' },
  service: { label: '送达决定书', amount: 7, unit: 'working-days', startEvent: '作出处罚决定', rollForward: true, suspendable: false, article: ARTICLES.service, evidence: 'V', duty: 'authority' },
  payment: { label: '缴纳罚款', amount: 15, unit: 'calendar-days', startEvent: '收到行政处罚决定书', rollForward: true, suspendable: false, article: '行政处罚法第六十七条第三款', evidence: 'V', duty: 'party' },
  reconsideration: { label: '申请行政复议', amount: 60, unit: 'calendar-days', startEvent: '知道行政处罚决定', rollForward: true, suspendable: false, article: '行政复议法第二十条', evidence: 'V', duty: 'right' },
  suit: { label: '提起行政诉讼', amount: 6, unit: 'months', startEvent: '知道行政处罚决定', rollForward: true, suspendable: false, article: '行政诉讼法第四十六条', evidence: 'V', duty: 'right' },
  closing: { label: '结案', amount: 15, unit: 'working-days', startEvent: '结案事由发生', rollForward: true, suspendable: false, article: ARTICLES.procedureRules, evidence: 'M', duty: 'authority' },
  prosecution: { label: '追责时效', amount: 2, unit: 'years', startEvent: '违法行为发生或者终了', rollForward: false, suspendable: false, article: ARTICLES.limitation, evidence: 'V', duty: 'authority' },
} as const satisfies Record<string, Limit>;
export type LimitKey = keyof typeof LIMITS;

/** Working days by which a leader may once extend the verification (O55, unverified). */
export const VERIFICATION_EXTENSION_DAYS = 10;
/** First extension of the case term by the leader, second by the collective (O55, unverified). */
export const CASE_EXTENSIONS = [30, 60] as const;
/** Years instead of two where life, health or financial safety was harmed (Administrative Penalty Law, art. 36). */
export const PROSECUTION_YEARS_HARM = 5;
/** Days after publication on which a document counts as served (Civil Procedure Law, art. 95). */
export const PUBLICATION_DAYS = 30;

export const UNIT_LABELS: Readonly<Record<TermUnit, string>> = { 'working-days': '个工作日', 'calendar-days': '日', months: '个月', years: '年' };
