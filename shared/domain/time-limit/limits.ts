import { ARTICLES } from '../procedure/articles.ts';

/** How a term is counted; the start day (or hour) is never counted. */
export type TermUnit = 'working-days' | 'calendar-days' | 'months' | 'years' | 'hours';

/**
 * Whose term it is. `authority`: missing it is an irregularity; `party`: missing it has consequences; `right`: it merely
 * ends; `wait`: the authority may act only after it; `other`: of a court, the police or the reconsideration organ.
 */
export type Duty = 'authority' | 'party' | 'right' | 'wait' | 'other';

export interface Limit {
  readonly label: string;
  readonly amount: number;
  readonly unit: TermUnit;
  /** The event the term runs from, as an officer says it. */
  readonly startEvent: string;
  /** A last day on a rest day or holiday moves to the next working day. Internal terms of the authority do not. */
  readonly rollForward: boolean;
  /** Stands still while something outside the authority's hands goes on: suspension, hearing, test, appraisal. */
  readonly suspendable: boolean;
  readonly article: string;
  /** V read in the law text, O the bureau's own setting; S seen in an excerpt, M believed right, U unsure: those are shown as「未核实」. */
  readonly evidence: 'V' | 'O' | 'S' | 'M' | 'U';
  readonly duty: Duty;
  /** From how many units before the end the term counts as near; absent: 3 for short terms, 10 for long ones. */
  readonly nearFrom?: number;
}

const WORKING = { unit: 'working-days', rollForward: true, suspendable: false } as const;
/** Calendar days whose last day moves off a holiday (Civil Procedure Law, art. 85). */
const ROLLING = { unit: 'calendar-days', rollForward: true, suspendable: false } as const;
/** Calendar days that end on the day they end, holiday or not: to move them would stretch the authority's own power. */
const STRICT = { unit: 'calendar-days', rollForward: false, suspendable: false } as const;

const O55 = ARTICLES.procedureRules;
const R310 = '行政执法机关移送涉嫌犯罪案件的规定';

/** The clocks of the domain notes §1.1–1.3 and 1.6–1.10. Terms of 2, 3, 5 and 7 days are working days (art. 85). */
export const LIMITS = {
  // before and during the investigation
  verification: { ...WORKING, label: '线索核查', amount: 15, startEvent: '收到线索', article: O55, evidence: 'M', duty: 'authority' },
  prosecution: { label: '追责时效', amount: 2, unit: 'years', startEvent: '违法行为发生或者终了', rollForward: false, suspendable: false, article: ARTICLES.limitation, evidence: 'V', duty: 'authority' },
  jurisdiction: { ...WORKING, label: '管辖争议协商', amount: 7, startEvent: '发生管辖权争议', article: `${O55}第六条`, evidence: 'S', duty: 'authority' },
  case: { ...STRICT, label: '办案期限', amount: 90, startEvent: '批准立案', suspendable: true, article: ARTICLES.caseTerm, evidence: 'V', duty: 'authority' },
  sla: { ...STRICT, label: '渠道内部时限', amount: 0, startEvent: '批准立案', suspendable: true, article: '本机关渠道配置', evidence: 'O', duty: 'authority' },
  correction: { ...STRICT, label: '责令改正期限', amount: 0, startEvent: '送达责令改正通知书', article: ARTICLES.correction, evidence: 'V', duty: 'party' },
  preservation: { ...WORKING, label: '先行登记保存处理', amount: 7, startEvent: '先行登记保存', article: '行政处罚法第五十六条', evidence: 'V', duty: 'authority', nearFrom: 2 },
  sealing: { ...STRICT, label: '查封、扣押期限', amount: 30, startEvent: '实施查封、扣押', suspendable: true, article: '行政强制法第二十五条', evidence: 'V', duty: 'authority' },
  sealingReport: { label: '紧急查封、扣押补办批准', amount: 24, unit: 'hours', startEvent: '当场实施查封、扣押', rollForward: false, suspendable: false, article: '行政强制法第十九条', evidence: 'V', duty: 'authority' },
  // notice and hearing
  defence: { ...WORKING, label: '陈述申辩', amount: 5, startEvent: '送达行政处罚意见告知书', article: `${O55}；行政处罚法第四十五条`, evidence: 'M', duty: 'right' },
  hearing: { ...WORKING, label: '要求听证', amount: 5, startEvent: '送达行政处罚意见告知书', article: '行政处罚法第六十四条第一项', evidence: 'V', duty: 'right' },
  hearingNotice: { ...WORKING, label: '送达听证通知书', amount: 7, startEvent: '举行听证', article: '行政处罚法第六十四条第二项', evidence: 'V', duty: 'authority' },
  hearingWait: { ...WORKING, label: '听证最早举行日', amount: 7, startEvent: '送达听证通知书', article: '行政处罚法第六十四条第二项', evidence: 'V', duty: 'wait' },
  review: { ...WORKING, label: '法制审核', amount: 10, startEvent: '送法制审核', article: O55, evidence: 'M', duty: 'authority' },
  // decision and performance
  service: { ...WORKING, label: '送达决定书', amount: 7, startEvent: '作出处罚决定', article: ARTICLES.service, evidence: 'V', duty: 'authority' },
  publicationService: { ...STRICT, label: '公告送达', amount: 30, startEvent: '发布公告', article: '民事诉讼法第九十五条', evidence: 'V', duty: 'wait' },
  addressChange: { ...WORKING, label: '告知电子送达地址变更', amount: 5, startEvent: '电子送达地址变更', article: O55, evidence: 'M', duty: 'party' },
  publication: { ...WORKING, label: '公示处罚决定', amount: 7, startEvent: '作出处罚决定', article: `行政处罚法第四十八条；${O55}`, evidence: 'M', duty: 'authority' },
  takeDown: { ...WORKING, label: '撤回公示信息', amount: 3, startEvent: '处罚决定被变更、撤销、确认违法或者确认无效', article: '行政处罚法第四十八条第二款', evidence: 'V', duty: 'authority' },
  majorReport: { ...STRICT, label: '重大处罚决定备案', amount: 15, startEvent: '作出处罚决定', article: '重大行政处罚备案规定', evidence: 'U', duty: 'authority' },
  payment: { ...ROLLING, label: '缴纳罚款', amount: 15, startEvent: '收到行政处罚决定书', article: '行政处罚法第六十七条第三款', evidence: 'V', duty: 'party' },
  instalment: { ...STRICT, label: '延期、分期缴纳', amount: 0, startEvent: '批准延期（分期）缴纳', article: '行政处罚法第六十六条第二款', evidence: 'V', duty: 'party' },
  surchargeStart: { ...STRICT, label: '加处罚款起算', amount: 1, startEvent: '缴款期限届满', article: '行政处罚法第七十二条第一款第一项', evidence: 'V', duty: 'wait' },
  surchargeCap: { ...STRICT, label: '加处罚款达到本数', amount: 34, startEvent: '缴款期限届满', suspendable: true, article: '行政处罚法第七十二条第一款第一项', evidence: 'V', duty: 'wait' },
  spotHandIn: { ...WORKING, label: '当场收缴罚款交至行政机关', amount: 2, startEvent: '当场收缴罚款', article: '行政处罚法第七十一条', evidence: 'V', duty: 'authority', nearFrom: 1 },
  spotToBank: { ...WORKING, label: '行政机关将罚款缴付银行', amount: 2, startEvent: '执法人员交回罚款', article: '行政处罚法第七十一条', evidence: 'V', duty: 'authority', nearFrom: 1 },
  summaryReport: { ...WORKING, label: '当场处罚报所属机关备案', amount: 3, startEvent: '当场作出处罚决定', article: `${O55}；行政处罚法第五十二条`, evidence: 'M', duty: 'authority' },
  // enforcement
  demand: { ...WORKING, label: '催告期', amount: 10, startEvent: '送达催告书', article: '行政强制法第五十四条、第六十九条', evidence: 'V', duty: 'wait' },
  courtOpens: { unit: 'months', rollForward: true, suspendable: false, label: '可申请强制执行', amount: 6, startEvent: '送达处罚决定书', article: '行政强制法第五十三条', evidence: 'V', duty: 'wait' },
  court: { unit: 'months', rollForward: false, suspendable: false, label: '申请法院强制执行', amount: 3, startEvent: '复议、起诉期限届满', article: '行政强制法第五十三条', evidence: 'V', duty: 'authority', nearFrom: 60 },
  courtAcceptance: { ...WORKING, label: '法院受理', amount: 5, startEvent: '收到强制执行申请', article: '行政强制法第五十六条、第六十九条', evidence: 'V', duty: 'other' },
  courtRuling: { ...WORKING, label: '法院裁定', amount: 7, startEvent: '受理强制执行申请', article: '行政强制法第五十七条、第六十九条', evidence: 'V', duty: 'other' },
  // remedies
  reconsideration: { ...ROLLING, label: '申请行政复议', amount: 60, startEvent: '知道行政处罚决定', article: '行政复议法第二十条', evidence: 'V', duty: 'right' },
  suit: { unit: 'months', rollForward: true, suspendable: false, label: '提起行政诉讼', amount: 6, startEvent: '知道行政处罚决定', article: '行政诉讼法第四十六条', evidence: 'V', duty: 'right' },
  suitAfterReconsideration: { ...ROLLING, label: '不服复议决定起诉', amount: 15, startEvent: '收到复议决定书', article: '行政诉讼法第四十五条', evidence: 'V', duty: 'right' },
  answerReconsideration: { ...WORKING, label: '提出复议答复', amount: 10, startEvent: '收到复议申请书副本', article: '行政复议法第四十八条', evidence: 'V', duty: 'authority' },
  answerSimple: { ...WORKING, label: '提出复议答复（简易程序）', amount: 5, startEvent: '收到复议申请书副本', article: '行政复议法第五十四条', evidence: 'V', duty: 'authority' },
  answerSuit: { ...ROLLING, label: '提交行政诉讼答辩状', amount: 15, startEvent: '收到起诉状副本', article: '行政诉讼法第六十七条', evidence: 'V', duty: 'authority' },
  forwardApplication: { ...WORKING, label: '转送复议申请', amount: 5, startEvent: '收到复议申请', article: '行政复议法第三十二条', evidence: 'V', duty: 'authority' },
  reconsiderationDecision: { ...STRICT, label: '复议决定', amount: 60, startEvent: '受理复议申请', article: '行政复议法第六十二条', evidence: 'V', duty: 'other' },
  reconsiderationSimple: { ...STRICT, label: '复议决定（简易程序）', amount: 30, startEvent: '受理复议申请', article: '行政复议法第六十二条', evidence: 'V', duty: 'other' },
  // transfer to the police
  transferDecision: { ...STRICT, label: '决定是否移送公安机关', amount: 3, startEvent: '接到移送报告', article: `${R310}第五条`, evidence: 'U', duty: 'authority', nearFrom: 1 },
  transferMove: { label: '移送公安机关', amount: 24, unit: 'hours', startEvent: '批准移送', rollForward: false, suspendable: false, article: `${R310}第五条`, evidence: 'V', duty: 'authority', nearFrom: 1 },
  policeDecision: { ...STRICT, label: '公安机关审查决定', amount: 3, startEvent: '接受移送', article: `${R310}第八条`, evidence: 'U', duty: 'other' },
  policeReview: { ...STRICT, label: '提请公安机关复议', amount: 3, startEvent: '收到不予立案通知书', article: `${R310}第九条`, evidence: 'U', duty: 'right' },
  itemsHandOver: { ...STRICT, label: '向公安机关移交涉案物品', amount: 3, startEvent: '收到立案通知书', article: `${R310}第十二条`, evidence: 'U', duty: 'authority', nearFrom: 1 },
  // supervision
  task: { ...STRICT, label: '任务完成期限', amount: 0, startEvent: '登记任务', article: '本机关任务安排', evidence: 'O', duty: 'authority', nearFrom: 7 },
  inspectionPublication: { ...WORKING, label: '公示检查结果', amount: 20, startEvent: '作出检查结果', article: '国办发〔2018〕118号', evidence: 'M', duty: 'authority' },
  // end
  closing: { ...WORKING, label: '结案', amount: 15, startEvent: '结案事由发生', article: O55, evidence: 'M', duty: 'authority' },
  archiving: { ...STRICT, label: '归档', amount: 30, startEvent: '结案', article: '本机关档案管理规定', evidence: 'U', duty: 'authority' },
} as const satisfies Record<string, Limit>;
export type LimitKey = keyof typeof LIMITS;

/** Whether the rule may be printed as settled. */
export function isVerified({ evidence }: Limit): boolean {
  return evidence === 'V' || evidence === 'O';
}

/** Working days by which a leader may once extend the verification (O55, unverified). */
export const VERIFICATION_EXTENSION_DAYS = 10;
/** First extension of the case term by the leader, second by the collective (O55, unverified). */
export const CASE_EXTENSIONS = [30, 60] as const;
/** Years instead of two where life, health or financial safety was harmed (Administrative Penalty Law, art. 36). */
export const PROSECUTION_YEARS_HARM = 5;
/** Days after publication on which a document counts as served (Civil Procedure Law, art. 95). */
export const PUBLICATION_DAYS = LIMITS.publicationService.amount;

export const UNIT_LABELS: Readonly<Record<TermUnit, string>> = { 'working-days': '个工作日', 'calendar-days': '日', months: '个月', years: '年', hours: '小时' };
