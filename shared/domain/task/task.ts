import type { Approval, ServiceRecord, TimelineEntry } from '../case-file/case-file.ts';
import type { DocumentSummary } from '../document/document-file.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Channel, District } from '../organisation/organisation.ts';
import type { Party } from '../party/party.ts';
import type { Project } from '../project/project.ts';
import type { CorrectiveOrder } from './order.ts';

/** Where a supervision task (监管任务) comes from. */
export const TASK_SOURCES = {
  plan: '监督计划', random: '双随机抽查', complaint: '投诉举报', assignment: '上级交办', transfer: '部门移送', warning: '风险预警', recheck: '整改复查',
} as const;
export type TaskSource = keyof typeof TASK_SOURCES;
export const TASK_SOURCE_KEYS = Object.keys(TASK_SOURCES) as [TaskSource, ...TaskSource[]];

/** 检查类别 (国办发〔2024〕54号): routine visits count against the yearly cap, checks of a single clue do not. */
export const CHECK_CLASSES = { routine: '日常检查', single: '个案检查', special: '专项检查' } as const;
export type CheckClass = keyof typeof CHECK_CLASSES;
export const CHECK_CLASS_KEYS = Object.keys(CHECK_CLASSES) as [CheckClass, ...CheckClass[]];

/** Where a task stands. `done` and `cancelled` are final. */
export const TASK_STATES = {
  new: '待分派', assigned: '待接收', accepted: '待检查', 'on-site': '检查中', rectify: '整改中', done: '已办结', cancelled: '已取消',
} as const;
export type TaskState = keyof typeof TASK_STATES;
export const TASK_STATE_KEYS = Object.keys(TASK_STATES) as [TaskState, ...TaskState[]];
export const OPEN_TASK_STATES = ['new', 'assigned', 'accepted', 'on-site', 'rectify'] as const satisfies readonly TaskState[];

/** Result of one check item (检查项结果). */
export const CHECK_RESULTS = { pass: '合格', fail: '不合格', unchecked: '未检查', absent: '合理缺项' } as const;
export type CheckResult = keyof typeof CHECK_RESULTS;
export const CHECK_RESULT_KEYS = Object.keys(CHECK_RESULTS) as [CheckResult, ...CheckResult[]];

/** Result of the whole visit (抽查检查结果), in the order of the market supervision codes. */
export const INSPECTION_RESULTS = {
  clean: '未发现问题', 'false-statement': '隐瞒真实情况、弄虚作假', 'no-contact': '通过登记的住所无法联系', ordered: '发现问题已责令改正',
  obstructed: '不配合检查情节严重', 'not-operating': '未发现开展本次检查涉及的经营活动', pending: '发现问题待后续处理',
} as const;
export type InspectionResult = keyof typeof INSPECTION_RESULTS;
export const INSPECTION_RESULT_KEYS = Object.keys(INSPECTION_RESULTS) as [InspectionResult, ...InspectionResult[]];

/** One line of the checklist: a check item of a matter as it stood when the task was made, and what was found. */
export interface CheckLine {
  /** Id of the check item. */
  readonly itemId: string;
  readonly matterCode: string;
  readonly content: string;
  readonly method: string;
  /** Legal clause the item rests on. */
  readonly clause: string;
  /** Violation a failed item points to, where there is one. */
  readonly violationId: string | null;
  readonly result: CheckResult;
  readonly note: string;
  /** Photos and other exhibits that show it. */
  readonly evidenceIds: readonly string[];
}

/** An officer's arrival on site. */
export interface SignIn {
  readonly officerId: string;
  readonly officerName: string;
  /** Local minute on site, `YYYY-MM-DDTHH:mm`. */
  readonly at: string;
  /** ISO instant at which the server learnt of it: later where there was no network. */
  readonly recordedAt: string;
  readonly place: string;
  /** WGS 84 degrees; `null` where the device knows none. */
  readonly position: { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number } | null;
}

export const SIGNER_KEYS = ['party', 'witness', 'officer', 'recorder'] as const;
export const SIGNERS = { party: '被检查人', witness: '见证人', officer: '检查人员', recorder: '记录人' } as const;

/** A signature drawn on the tablet or scanned, as an exhibit; or why there is none. */
export interface Signature {
  readonly id: string;
  readonly signer: (typeof SIGNER_KEYS)[number];
  readonly name: string;
  /** Exhibit with the picture; `null` where signing was refused. */
  readonly evidenceId: string | null;
  readonly refusal: string;
  /** Local minute, `YYYY-MM-DDTHH:mm`. */
  readonly at: string;
}

/** What may be put off, with who allowed it. */
export interface Deferral {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: string;
  readonly officerName: string;
}

/** A supervision task with its visit, its corrective orders and its papers. */
export interface Task {
  readonly id: string;
  readonly rev: number;
  readonly channel: Channel;
  readonly district: District;
  readonly source: TaskSource;
  readonly checkClass: CheckClass;
  /** 任务编号, given by the server. */
  readonly taskNo: string | null;
  readonly title: string;
  /** Codes of the matters checked; several of them are one visit (综合查一次). */
  readonly matterCodes: readonly string[];
  readonly planId: string | null;
  readonly drawId: string | null;
  /** Task whose order is checked again. */
  readonly parentId: string | null;
  readonly party: Party;
  readonly project: Project | null;
  readonly place: string;
  readonly description: string;
  /** Urgent: the visit may come before its approval, which is then made up (国办发〔2024〕54号). */
  readonly urgent: boolean;
  readonly state: TaskState;
  readonly stateSince: string;
  readonly createdOn: string;
  readonly createdBy: string;
  /** Day planned for the visit; `null` until somebody plans it. */
  readonly plannedOn: string | null;
  /** Day the task is due. */
  readonly dueOn: string;
  /** 主检 first. */
  readonly officerIds: readonly string[];
  readonly deferrals: readonly Deferral[];
  /** Prior approval of the visit. */
  readonly approval: { readonly officerId: string; readonly officerName: string; readonly at: string; readonly opinion: string } | null;
  readonly signIns: readonly SignIn[];
  readonly checklist: readonly CheckLine[];
  readonly findings: readonly string[];
  readonly signatures: readonly Signature[];
  readonly result: InspectionResult | null;
  readonly resultNote: string;
  /** Day of the visit: that of the first arrival. */
  readonly inspectedOn: string | null;
  readonly finishedOn: string | null;
  readonly orders: readonly CorrectiveOrder[];
  readonly publishedOn: string | null;
  /** Case the findings became. */
  readonly caseId: string | null;
  readonly evidence: readonly Evidence[];
  readonly documents: readonly DocumentSummary[];
  readonly services: readonly ServiceRecord[];
  readonly approvals: readonly Approval[];
  readonly timeline: readonly TimelineEntry[];
}

export function hasTaskEnded(state: TaskState): boolean {
  return state === 'done' || state === 'cancelled';
}
