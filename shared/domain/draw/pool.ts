import { certificateValidOn, type Officer } from '../officer/officer.ts';
import { CITY, type Channel, type District, inScope } from '../organisation/organisation.ts';

/** What may be drawn: an enterprise, or a project with its contractor. */
export const OBJECT_KINDS = { party: '企业', project: '工程项目' } as const;
export type ObjectKind = keyof typeof OBJECT_KINDS;
export const OBJECT_KIND_KEYS = Object.keys(OBJECT_KINDS) as [ObjectKind, ...ObjectKind[]];

/** 信用等级: A best. An object without one counts as B. */
export const CREDIT_CLASSES = { A: 'A级', B: 'B级', C: 'C级', D: 'D级' } as const;
export type CreditClass = keyof typeof CREDIT_CLASSES;
export const CREDIT_CLASS_KEYS = Object.keys(CREDIT_CLASSES) as [CreditClass, ...CreditClass[]];
export const DEFAULT_CREDIT_CLASS: CreditClass = 'B';

/** Chance of a class against the others, in hundredths. */
export type CreditWeights = Readonly<Record<CreditClass, number>>;

/** What a new plan begins with: 0.5, 1, 1.5, 2. The bureau decides; every plan states its own and is approved with them. */
export const DEFAULT_CREDIT_WEIGHTS: CreditWeights = { A: 50, B: 100, C: 150, D: 200 };

/** An entry of the list of objects (检查对象名录库) as it stood at the draw. */
export interface PoolObject {
  readonly id: string;
  readonly kind: ObjectKind;
  readonly name: string;
  /** Who is inspected: for a project its contractor. */
  readonly partyName: string;
  /** Of that party; empty where unknown. */
  readonly creditCode: string;
  readonly district: District;
  /** Kind of business, e.g. 施工企业; empty where unknown. */
  readonly category: string;
  readonly creditClass: CreditClass;
  /** Routine visits the enterprise may still get this year under the matters of the plan; `null`: no figure is set. */
  readonly allowance: number | null;
}

/** An entry of the list of officers (执法检查人员名录库) as it stood at the draw. */
export interface PoolOfficer {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly certificateNo: string;
  readonly certificateFrom: string;
  readonly certificateTo: string;
  readonly district: District;
  readonly channel: Channel | null;
}

/** An officer stays away from a party (回避). */
export interface Recusal {
  readonly officerId: string;
  readonly objectId: string;
}

/** Why an entry of a list does not stand in the pot. */
export const LEFT_OUT_KINDS = { excluded: '人工排除', cap: '频次上限', officers: '人员不足', party: '企业不明', ended: '不再经营', certificate: '证件无效' } as const;
export type LeftOutKind = keyof typeof LEFT_OUT_KINDS;
export const LEFT_OUT_KIND_KEYS = Object.keys(LEFT_OUT_KINDS) as [LeftOutKind, ...LeftOutKind[]];

export interface LeftOut {
  readonly id: string;
  readonly name: string;
  readonly kind: LeftOutKind;
  readonly reason: string;
}

/** Identity of the enterprise for the yearly cap: its credit code, else its name. */
export function partyKey(object: Pick<PoolObject, 'creditCode' | 'partyName'>): string {
  return object.creditCode === '' ? object.partyName : object.creditCode;
}

export function poolOfficer(officer: Officer): PoolOfficer {
  const { id, name, unitName, certificateNo, certificateFrom, certificateTo, district, channel } = officer;
  return { id, name, unitName, certificateNo, certificateFrom, certificateTo, district, channel };
}

/** Whether the officer may be sent to objects of a district under the channel: whoever may see the task may inspect. */
export function maySee(officer: Pick<PoolOfficer, 'district' | 'channel'>, district: District, channel: Channel): boolean {
  return inScope(officer, { district, channel });
}

/** Who leads an inspection (主检) is of the channel, or of a district team for all channels. */
export function mayLead(officer: Pick<PoolOfficer, 'channel' | 'district'>, channel: Channel): boolean {
  return officer.channel === channel || (officer.channel === null && officer.district !== CITY);
}

/** Why an officer does not stand in the pot; `null` when he does. */
export function officerObstacle(officer: Officer, visitOn: string): string | null {
  if (!officer.active) return '账号已停用';
  if (officer.certificateNo === '') return '没有行政执法证';
  if (certificateValidOn(officer, visitOn)) return null;
  return visitOn > officer.certificateTo ? `行政执法证${officer.certificateTo}到期` : `行政执法证${officer.certificateFrom}起有效`;
}
