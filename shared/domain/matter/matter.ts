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
  /** Whether somebody compared the clause with the law's text; else it is shown as「未核实」. */
  readonly verified: boolean;
}

/** 监管子项 of the national catalogue. */
export interface SubMatter {
  readonly code: string;
  readonly name: string;
  /** 监管形式. */
  readonly form: string;
  /** 检查实施清单编号; empty until the bureau's list is imported. */
  readonly listCode: string;
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

/** Codes of matters, sub-matters and check items: capitals, digits and dashes. */
export const MATTER_CODE_PATTERN = '^[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){1,6}$';

/** What the officer of matters writes; the rest of a matter is where it stands and which version it is. */
export type MatterContent = Pick<Matter, 'nationalCode' | 'name' | 'category' | 'object' | 'measures' | 'basis' | 'channel' | 'system' | 'risk' | 'yearlyCap' | 'cap' | 'office' | 'districts' | 'subs'>;
/** Whether the bureau has taken the matter on, and whether the public knows of it. */
export type MatterStanding = Pick<Matter, 'claim' | 'claimedOn' | 'claimReason' | 'publishedOn'>;

export function contentOf({ nationalCode, name, category, object, measures, basis, channel, system, risk, yearlyCap, cap, office, districts, subs }: Matter): MatterContent {
  return { nationalCode, name, category, object, measures, basis, channel, system, risk, yearlyCap, cap, office, districts, subs };
}

export function standingOf({ claim, claimedOn, claimReason, publishedOn }: Matter): MatterStanding {
  return { claim, claimedOn, claimReason, publishedOn };
}

export function itemsOf(matter: Pick<Matter, 'subs'>): readonly CheckItem[] {
  return matter.subs.flatMap((sub) => sub.items);
}

/** Whether a visit may rest on the matter on `day`. */
export function isUsable(matter: Matter, day: string): boolean {
  return matter.claim === 'claimed' && matter.publishedOn !== null && matter.publishedOn <= day;
}
