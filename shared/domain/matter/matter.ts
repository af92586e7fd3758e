import type { Channel, District } from '../organisation/organisation.ts';

/** Whether the bureau has taken on a matter of the national catalogue (认领). */
export const CLAIM_STATES = { claimed: '已认领', unclaimed: '未认领', 'not-applicable': '不适用' } as const;
export type ClaimState = keyof typeof CLAIM_STATES;

/** Where a matter is worked on: a system of the city's own, the province's, or here in the general flow (通用业务监管). */
export const MATTER_SYSTEMS = { city: '市级系统', province: '省级系统', general: '通用业务监管' } as const;
export type MatterSystem = keyof typeof MATTER_SYSTEMS;

/** 监管检查项: one thing that is looked at, with its standard. */
export interface CheckItem {
  readonly id: string;
  readonly content: string;
  readonly method: string;
  readonly standard: string;
  /** Legal clause the item rests on. */
  readonly clause: string;
  /** Violation that a failed item points to; `null` where none is seeded. */
  readonly violationId: string | null;
}

/** 监管子项 of the national catalogue. */
export interface SubMatter {
  readonly code: string;
  readonly name: string;
  /** 监管形式. */
  readonly form: string;
  readonly items: readonly CheckItem[];
}

/** A supervision matter (监管事项) of the 33 claimed, as a version of it stands. Dates are `YYYY-MM-DD`. */
export interface Matter {
  readonly no: number;
  /** The bureau's own code; the key of the matter. */
  readonly code: string;
  /** 14 digits of the national catalogue; empty until the bureau's list is imported. */
  readonly nationalCode: string;
  readonly name: string;
  readonly category: string;
  readonly object: string;
  readonly measures: string;
  readonly basis: string;
  readonly channel: Channel;
  readonly system: MatterSystem;
  readonly risk: string;
  /** 建议频次上限 as the seed words it. */
  readonly yearlyCap: string;
  /** Visits an enterprise may get in a year under this matter; `null`: no figure (by node, by complaint). */
  readonly cap: number | null;
  readonly claim: ClaimState;
  readonly claimedOn: string | null;
  readonly claimReason: string;
  /** Day the inspection item was published; `null`: it may not be used (国办发〔2024〕54号). */
  readonly publishedOn: string | null;
  /** Office responsible. */
  readonly office: string;
  /** Districts that take part. */
  readonly districts: readonly District[];
  readonly subs: readonly SubMatter[];
  readonly version: number;
  readonly effectiveFrom: string;
}

/** Whether a visit may rest on the matter on `day`. */
export function isUsable(matter: Matter, day: string): boolean {
  return matter.claim === 'claimed' && matter.publishedOn !== null && matter.publishedOn <= day;
}
