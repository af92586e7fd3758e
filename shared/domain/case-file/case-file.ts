import type { FactorScores } from '../discretion/factors.ts';
import type { DocumentSummary } from '../document/document-file.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Channel, District } from '../organisation/organisation.ts';
import type { Party } from '../party/party.ts';
import type { CaseEvent } from '../procedure/events.ts';
import type { Stage } from '../procedure/stages.ts';
import type { Project } from '../project/project.ts';
import type { SideLines } from './side-lines.ts';
import type { FineStageKey, Tier } from '../violation/violation.ts';

/** Where a clue came from (案件来源). */
export const CLUE_SOURCES = {
  inspection: '监督检查',
  random: '双随机抽查',
  complaint: '投诉举报',
  superior: '上级交办',
  transfer: '部门移送',
  subordinate: '下级报请',
  warning: '系统预警',
  media: '媒体曝光',
  accident: '事故调查报告',
  self: '自查发现',
} as const;
export type ClueSource = keyof typeof CLUE_SOURCES;
export const CLUE_SOURCE_KEYS = Object.keys(CLUE_SOURCES) as [ClueSource, ...ClueSource[]];

export interface Clue {
  readonly source: ClueSource;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly subject: string;
  readonly description: string;
}

/** Kinds of penalty used on the main line (Administrative Penalty Law, art. 9). */
export const PENALTY_KINDS = { warning: '警告', criticism: '通报批评', fine: '罚款', confiscation: '没收违法所得' } as const;
export type PenaltyKind = keyof typeof PENALTY_KINDS;
export const PENALTY_KIND_KEYS = Object.keys(PENALTY_KINDS) as [PenaltyKind, ...PenaltyKind[]];

/** A penalty as proposed, notified or decided. Money in integer fen. */
export interface Penalty {
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: number;
  readonly confiscationFen: number;
  /** Corrective order or other content, one sentence each. */
  readonly otherItems: readonly string[];
}

/** How the fine was chosen inside the statutory range (裁量). */
export interface Discretion {
  readonly tier: Tier | null;
  /** The article's other range that applies, e.g. 逾期未改正; absent: its first one. */
  readonly stage?: FineStageKey | null;
  /** Base for shares and multiples, e.g. the contract price; `null` where the range is fixed money. */
  readonly baseFen: number | null;
  readonly baseSource: string;
  readonly factors: string;
  /** Scores of the factors the channel's discretion table asks for; absent in cases of the time before. */
  readonly scores?: FactorScores;
  /** Why the fine lies outside the tier; required then. */
  readonly deviationReason: string;
}

/** How a document reached its addressee (domain notes §1.8). */
export const SERVICE_METHODS = {
  direct: '直接送达',
  leave: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  publication: '公告送达',
} as const;
export type ServiceMethod = keyof typeof SERVICE_METHODS;
export const SERVICE_METHOD_KEYS = Object.keys(SERVICE_METHODS) as [ServiceMethod, ...ServiceMethod[]];

export interface ServiceRecord {
  readonly id: string;
  readonly documentId: string;
  readonly method: ServiceMethod;
  /** Local time of service to the minute, `YYYY-MM-DDTHH:mm`. */
  readonly servedAt: string;
  readonly place: string;
  readonly recipient: string;
  /** The recipient's relation to the party, e.g. 法定代表人, 收件人员. */
  readonly recipientRelation: string;
  readonly serverIds: readonly string[];
  readonly refusalReason: string;
  readonly witness: string;
}

/** A remark on one paragraph or field, made when a case is sent back. */
export interface Remark {
  /** A field of the case (`facts`), or a document's field (`document-id#field`). */
  readonly path: string;
  readonly text: string;
}

/** One opinion in an approval (every opinion is kept). */
export interface Approval {
  readonly event: CaseEvent;
  readonly from: Stage;
  readonly to: Stage;
  readonly officerId: string;
  readonly officerName: string;
  readonly opinion: string;
  /** Absent where none were made. */
  readonly remarks?: readonly Remark[];
  /** The absent colleague in whose place the officer acted (AB 角). */
  readonly actingFor?: string;
  /** The node of the channel's route he spoke as, where he did not decide; titles are unique in a route. */
  readonly node?: string;
  /** ISO instant. */
  readonly at: string;
}

export interface Suspension {
  readonly from: string;
  readonly to: string | null;
  readonly ground: string;
}

export interface Payment {
  readonly id: string;
  readonly paidOn: string;
  readonly amountFen: number;
  readonly receiptNo: string;
}

export interface Defence {
  readonly receivedOn: string;
  readonly content: string;
  /** Filled by `review-defence`. */
  readonly reviewOpinion: string;
  readonly adopted: boolean | null;
}

/** One of the eight points a legal reviewer answers (Administrative Penalty Law, art. 58; domain notes E1). */
export const REVIEW_POINTS = {
  authority: '执法主体是否合法，执法人员是否具备执法资格',
  procedure: '执法程序是否合法',
  facts: '案件事实是否清楚，证据是否合法充分',
  law: '适用法律、法规、规章是否准确',
  discretion: '裁量基准运用是否适当',
  competence: '执法是否超越本机关法定权限',
  documents: '行政执法文书是否完备、规范',
  criminal: '是否已排除涉嫌犯罪、需要移送司法机关的情形',
} as const;
export type ReviewPoint = keyof typeof REVIEW_POINTS;
export const REVIEW_POINT_KEYS = Object.keys(REVIEW_POINTS) as [ReviewPoint, ...ReviewPoint[]];

export interface LegalReview {
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly passed: boolean;
  readonly points: Readonly<Record<ReviewPoint, boolean>>;
  readonly opinion: string;
  readonly at: string;
}

export interface Discussion {
  readonly heldOn: string;
  readonly attendees: readonly string[];
  readonly conclusion: string;
}

/** Who did what, newest last; shown as the timeline and printed nowhere. */
export interface TimelineEntry {
  /** The command that caused it. */
  readonly opId: string;
  readonly at: string;
  readonly officerId: string;
  readonly officerName: string;
  /** A Chinese sentence without personal data of third parties. */
  readonly text: string;
}

/**
 * A case (案件) with everything but the content of its documents.
 * The server's copy carries `rev`; a client's copy is the server's with its pending commands replayed.
 * Dates are `YYYY-MM-DD` in Asia/Shanghai, instants ISO 8601 in UTC, money integer fen.
 */
export interface CaseFile extends SideLines {
  readonly id: string;
  /** Revision given by the server; 0 while the case exists on this machine only. */
  readonly rev: number;
  readonly channel: Channel;
  readonly district: District;
  /** 普通程序 or 简易程序（当场处罚）. */
  readonly procedure: 'ordinary' | 'summary';
  readonly stage: Stage;
  /** Day the stage was entered. */
  readonly stageSince: string;
  /** Internal case number, given by the server when filing is approved. */
  readonly caseNo: string | null;
  readonly clue: Clue;
  /** The supervision task whose findings it is; absent where it came otherwise. */
  readonly fromTask?: { readonly taskId: string; readonly taskNo: string; readonly officerIds: readonly string[] };
  /** What the channel's own fields say, by their keys (`channel/channel.ts`, `extraFields`). */
  readonly channelFields?: Readonly<Record<string, string>>;
  /** 案由, e.g. `未取得施工许可证擅自施工`. */
  readonly cause: string;
  readonly violationId: string | null;
  /** Day the act was committed, or ended where it continued. */
  readonly actOn: string | null;
  /** Life, health or financial safety was harmed: five years instead of two (art. 36). Stated when filing is proposed. */
  readonly fiveYearLimitation?: boolean;
  readonly party: Party | null;
  readonly project: Project | null;
  /** 承办人 first, then 协办人. */
  readonly officerIds: readonly string[];
  /** Officers who were replaced on the way; they investigated and may not review. Absent while nobody was. */
  readonly formerOfficerIds?: readonly string[];
  /** Facts found. */
  readonly facts: string;
  /** Nature of the act and reasons (定性). */
  readonly nature: string;
  readonly discretion: Discretion;
  readonly proposed: Penalty | null;
  /** Frozen when the notice is served; the decision may not be heavier. */
  readonly notified: Penalty | null;
  readonly decided: Penalty | null;
  readonly correctiveOrder: { readonly servedOn: string; readonly dueOn: string; readonly recheckedOn: string; readonly corrected: boolean | null } | null;

  readonly registeredOn: string;
  readonly assignedOn: string | null;
  readonly verificationExtended: boolean;
  /** Day 0 of the 90-day term (Administrative Penalty Law, art. 60). */
  readonly filedOn: string | null;
  /** Days granted by `extend-case`: 30, then up to 60. */
  readonly extensionDays: readonly number[];
  readonly suspensions: readonly Suspension[];
  readonly noticeApproved: boolean;
  readonly notifiedOn: string | null;
  /** Evidence id of the written waiver, once registered. */
  readonly waiverEvidenceId: string | null;
  readonly defence: Defence | null;
  readonly reviews: readonly LegalReview[];
  readonly discussion: Discussion | null;
  readonly decisionApproved: boolean;
  readonly decidedOn: string | null;
  readonly servedOn: string | null;
  readonly payments: readonly Payment[];
  readonly closingGroundOn: string | null;
  readonly closedOn: string | null;

  readonly evidence: readonly Evidence[];
  readonly documents: readonly DocumentSummary[];
  readonly services: readonly ServiceRecord[];
  readonly approvals: readonly Approval[];
  readonly timeline: readonly TimelineEntry[];
}

/** 案件名称: the party's full name, the act, and 案 (domain notes §2.6). */
export function caseTitle(file: Pick<CaseFile, 'party' | 'cause' | 'clue'>): string {
  if (file.party === null || file.party.name === '') return file.clue.subject;
  return `${file.party.name}${file.cause || file.clue.subject}案`;
}
