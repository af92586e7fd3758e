/**
 * What a case holds beyond the main line: hearing, measures, transfer, deferral, enforcement, remedies, archive
 * (domain notes §1.3–1.10). Absent on a case that never took that line. Dates `YYYY-MM-DD`, minutes `YYYY-MM-DDTHH:mm`
 * (both Asia/Shanghai), money integer fen.
 */

import type { CaseEvent } from '../procedure/events.ts';
import type { Stage } from '../procedure/stages.ts';
import type { Archive } from './archive.ts';
import type { Penalty } from './case-file.ts';

/** Hearing (听证; Administrative Penalty Law, art. 63–65). One per round of notice. */
export interface Hearing {
  readonly requestedOn: string;
  /** The written request among the evidence, or `null` for an oral one taken down. */
  readonly requestEvidenceId: string | null;
  /** Set when the request was answered; a refused request lets the term of defence run on. */
  readonly accepted: boolean | null;
  readonly refusalReason: string;
  readonly hostId: string | null;
  readonly hostName: string;
  /** The recorder, like the host none of those who investigated. */
  readonly recorderId?: string | null;
  readonly recorderName: string;
  /** Day the 听证通知书 was served: at least seven working days before the hearing. */
  readonly noticeServedOn: string | null;
  /** Local minute for which it is set, and at which it was held. */
  readonly heldAt: string | null;
  /** ISO instant at which the host registered that it was held; absent before. */
  readonly recordedAt?: string;
  readonly place: string;
  readonly public: boolean;
  /** The party stayed away without good reason: counts as waived. */
  readonly partyAbsent: boolean;
  readonly report: HearingReport | null;
}

export interface HearingReport {
  readonly reportedOn: string;
  readonly findings: string;
  /** What the host advises on the proposed penalty. */
  readonly advice: 'uphold' | 'reduce' | 'drop' | 'renotify' | 'reinvestigate';
}

/** A notice against which the party spoke or asked for a hearing. */
export interface HeardNotice {
  readonly penalty: Penalty;
  readonly facts: string;
  readonly violationId: string | null;
}

/** A term that interrupts the 90 days beside a suspension: hearing, test, appraisal, publication (art. 60; O55). */
export const EXCLUSION_KINDS = { hearing: '听证', test: '检测、检验', appraisal: '鉴定', publication: '公告' } as const;
export type ExclusionKind = keyof typeof EXCLUSION_KINDS;
export interface Exclusion {
  readonly kind: ExclusionKind;
  readonly from: string;
  /** `null` while it runs. */
  readonly to: string | null;
}

/** 先行登记保存 (art. 56: seven working days) and 查封、扣押 (Administrative Coercion Law, art. 25: 30 days, once 30 more). */
export const MEASURE_KINDS = { preservation: '先行登记保存', sealing: '查封', seizure: '扣押' } as const;
export type MeasureKind = keyof typeof MEASURE_KINDS;
export const MEASURE_OUTCOMES = { released: '解除、返还', 'to-seizure': '转为查封、扣押', appraisal: '送交鉴定', transferred: '移送有关部门', confiscated: '依法没收' } as const;
export type MeasureOutcome = keyof typeof MEASURE_OUTCOMES;
export interface Measure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly reason: string;
  /** The law that grants the power to seal or seize; empty for a preservation. */
  readonly powerClause: string;
  readonly items: readonly MeasureItem[];
  readonly place: string;
  readonly keeper: string;
  /** Sealed or seized at once in urgency; reported within 24 hours and approved afterwards (art. 19). */
  readonly urgent?: boolean;
  readonly approvedOn: string | null;
  /** Day the 通知书 or 决定书 was handed over: the term runs from it. */
  readonly startedOn: string | null;
  /** Days added to a sealing by approval; at most 30, once. */
  readonly extendedDays: number;
  readonly settledOn: string | null;
  readonly outcome: MeasureOutcome | null;
}
export interface MeasureItem {
  readonly name: string;
  readonly spec: string;
  readonly quantity: string;
  readonly condition: string;
}

/** Grounds of not punishing (Administrative Penalty Law, art. 30, 31, 33, 57). */
export const NO_PENALTY_GROUNDS = {
  minor: '违法行为轻微并及时改正，没有造成危害后果',
  'first-slight': '初次违法且危害后果轻微并及时改正',
  'no-fault': '当事人有证据足以证明没有主观过错',
  'under-14': '不满十四周岁的未成年人有违法行为',
  incapable: '精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为',
  'not-established': '违法事实不能成立',
  limitation: '违法行为已过追责时效',
} as const;
export type NoPenaltyGround = keyof typeof NO_PENALTY_GROUNDS;

/** 移送: to another authority, or to the police on suspicion of crime (State Council Order 310). */
export interface Transfer {
  readonly kind: 'authority' | 'police';
  readonly receivingBody: string;
  readonly ground: string;
  readonly materials: readonly string[];
  /** Police only: the team of at least two officers and the decision of the head of the bureau. */
  readonly teamOfficerIds: readonly string[];
  readonly reportedOn: string | null;
  /** Local minute of the head's decision; the papers move within 24 hours. */
  readonly decidedAt: string | null;
  readonly movedAt: string | null;
  /** Why the papers moved later than 24 hours after the decision; police only. */
  readonly lateReason?: string;
  readonly receiptEvidenceId: string | null;
  /** What the receiver did. */
  readonly outcome: 'accepted' | 'refused' | null;
  readonly outcomeOn: string | null;
}

/** 暂缓或者分期缴纳罚款 (art. 66(2)). The rows add up to what was left of the fine. */
export interface Deferral {
  readonly kind: 'deferral' | 'instalments';
  readonly appliedOn: string;
  readonly reason: string;
  readonly approvedOn: string | null;
  readonly plan: readonly Instalment[];
}
export interface Instalment {
  readonly dueOn: string;
  readonly amountFen: number;
}

/** 催告 (Administrative Coercion Law, art. 35, 54). */
export interface Demand {
  readonly documentId: string;
  readonly servedOn: string;
}

/** 申请人民法院强制执行 (Administrative Coercion Law, art. 53–60). */
export interface CourtEnforcement {
  readonly appliedOn: string;
  readonly court: string;
  readonly acceptedOn: string | null;
  readonly ruledOn: string | null;
  readonly ruling: 'granted' | 'denied' | null;
  /** The scan of the ruling among the evidence. */
  readonly rulingEvidenceId?: string;
  /** 中止执行. */
  readonly stoppedOn: string | null;
  readonly endedOn: string | null;
  readonly endGround: string;
}

/** 执行协议 (Administrative Coercion Law, art. 42): the surcharge may be reduced once the rest is done. */
export interface ExecutionAgreement {
  readonly signedOn: string;
  readonly plan: readonly Instalment[];
  readonly surchargeReducedFen: number;
}

/** 行政复议 or 行政诉讼 against a decision. The surcharge stands still meanwhile (art. 73(3)). */
export const REMEDY_RESULTS = {
  upheld: '维持', changed: '变更', revoked: '撤销', unlawful: '确认违法', void: '确认无效', redo: '责令重新作出', withdrawn: '申请人（原告）撤回', rejected: '驳回',
} as const;
export type RemedyResult = keyof typeof REMEDY_RESULTS;
export interface Remedy {
  readonly id: string;
  readonly kind: 'reconsideration' | 'suit';
  readonly organ: string;
  readonly acceptedOn: string;
  /** 简易程序 of a reconsideration: the answer is due in five working days, not ten (Administrative Reconsideration Law, art. 54). */
  readonly simple?: boolean;
  /** Day the bureau received the copy of the application or complaint; absent: the day of acceptance. */
  readonly copyReceivedOn?: string;
  /** Day the bureau's answer went out. */
  readonly answeredOn?: string;
  /** The organ ordered that the decision not be executed meanwhile. */
  readonly stay: boolean;
  readonly endedOn: string | null;
  readonly result: RemedyResult | null;
}

/** 公示 of the decision and its taking down (domain notes §1.3, 16). */
export interface Publication {
  readonly publishedOn: string;
  readonly places: readonly string[];
  readonly takenDownOn: string | null;
  readonly takenDownReason: string;
}

/** 当场处罚 (art. 51–53, 68–71). */
export interface SummaryPenalty {
  /** Local minute the decision was handed over. */
  readonly decidedAt: string;
  readonly place: string;
  readonly defenceHeard: string;
  /** `bank`: paid by the party within 15 days; `spot`: collected on the spot. */
  readonly collection: 'bank' | 'spot';
  readonly spotGround: string;
  readonly handedInOn: string | null;
  /** Day it was filed with the bureau: within three working days. */
  readonly reportedOn: string | null;
}

/** A decision that was changed or revoked, kept as it was. `decided` and `servedOn` are absent in old data. */
export interface FormerDecision {
  readonly documentId: string;
  readonly docNo: string | null;
  readonly decidedOn: string;
  readonly servedOn?: string | null;
  readonly decided?: Penalty | null;
  readonly endedOn: string;
  readonly reason: string;
  /** The decision is to be made anew. */
  readonly redo?: boolean;
}

/** Another case of one act: the unit's and the responsible person's (domain notes §1.6). */
export const LINK_RELATIONS = { 'responsible-person': '单位违法的责任人员案件', unit: '责任人员所属单位案件', 'same-act': '同一违法行为案件' } as const;
export type LinkRelation = keyof typeof LINK_RELATIONS;
export const LINK_RELATION_KEYS = Object.keys(LINK_RELATIONS) as [LinkRelation, ...LinkRelation[]];
export interface LinkedCase {
  readonly caseId: string;
  readonly relation: LinkRelation;
}

/** 会签: an officer asked to state his opinion before the approver approves. Those of one stage; emptied when the case leaves it. */
export interface Countersign {
  readonly officerId: string;
  readonly officerName: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly signedAt: string | null;
  readonly agrees: boolean | null;
}

/** A case sent back: who did it, and where it goes on when mended. Forgotten once it went on. */
export interface Returned {
  readonly event: CaseEvent;
  readonly from: Stage;
  readonly to: Stage;
  readonly byName: string;
  readonly at: string;
}

export interface SideLines {
  /** Day 0 of the case term in a round that a remedy or a reopening began; the first round begins with `filedOn`. */
  readonly roundFrom?: string;
  readonly countersigns?: readonly Countersign[];
  readonly returned?: Returned;

  readonly hearing?: Hearing;
  /** The last notice the party answered in this round, once it fell: a new one for the same facts is no heavier (art. 45(2)). */
  readonly heardNotice?: HeardNotice;
  readonly exclusions?: readonly Exclusion[];
  readonly measures?: readonly Measure[];
  readonly noPenaltyGround?: NoPenaltyGround;
  readonly transfer?: Transfer;
  readonly deferral?: Deferral;
  /** Approved plans that a later application took the place of: no surcharge ran in their time. */
  readonly formerDeferrals?: readonly Deferral[];
  readonly demands?: readonly Demand[];
  readonly court?: CourtEnforcement;
  readonly agreement?: ExecutionAgreement;
  readonly remedies?: readonly Remedy[];
  readonly publication?: Publication;
  readonly summary?: SummaryPenalty;
  readonly formerDecisions?: readonly FormerDecision[];
  readonly archive?: Archive;
  readonly linkedCases?: readonly LinkedCase[];
  /** Cases of the party on the same day and site whose violation was stated to be another act (art. 29). */
  readonly distinctCaseIds?: readonly string[];
}
