import type { Channel } from '../organisation/organisation.ts';

/** How a fine is measured: fixed money, or a share or multiple of a base named by the article. */
export const FINE_UNITS = ['yuan', 'percent', 'permille', 'multiple', 'none'] as const;
export type FineUnit = (typeof FINE_UNITS)[number];
export const FINE_UNIT_WORDS: Readonly<Record<FineUnit, string>> = { yuan: '元', percent: '%', permille: '‰', multiple: '倍', none: '' };

export const TIERS = { light: '轻微', normal: '一般', heavy: '严重' } as const;
export type Tier = keyof typeof TIERS;

/** How much an article fines: a sum, a share or a multiple, with its tiers. */
export interface FineRule {
  readonly unit: FineUnit;
  /** In `unit` (yuan, %, ‰, times). */
  readonly min: number;
  readonly max: number;
  /** Name of the base for shares and multiples, e.g. `合同价款`. */
  readonly base: string;
  /** Tier bounds in `unit`; `null` where the article gives a fixed sum or none. */
  readonly tiers: Readonly<Record<Tier, readonly [number, number]>> | null;
  /** Most that a share or multiple may come to, in yuan, e.g. 三倍以下但最高不超过3万元. */
  readonly capYuan?: number;
}

/** When another range of the same article stands in the place of the first one. */
export const FINE_STAGES = {
  overdue: '责令限期改正后逾期未改正',
  refused: '拒不改正（拒不执行）',
  consequence: '造成危害后果',
  gains: '有违法所得',
  person: '当事人为个人',
  enterprise: '当事人为企业',
  responsible: '直接负责的主管人员和其他直接责任人员',
  'responsible-overdue': '直接责任人员（逾期未改正）',
  'responsible-refused': '直接责任人员（拒不改正、拒不执行）',
} as const;
export type FineStageKey = keyof typeof FINE_STAGES;

export interface FineStage extends FineRule {
  readonly on: FineStageKey;
  readonly evidenceFlag: 'V' | 'S' | 'M' | 'U';
}

/** A violation as the law stood before; days included, `null` open. */
export interface ViolationVersion extends FineRule {
  readonly from: string | null;
  readonly to: string | null;
  readonly breached: string;
  readonly basis: string;
  readonly stages?: readonly FineStage[];
}

/** One violation (违法行为) of the catalogue with its statutory range. */
export interface Violation extends FineRule {
  /** e.g. `J01`. */
  readonly id: string;
  readonly channel: Channel;
  /** 案由. */
  readonly cause: string;
  readonly subject: string;
  /** Clause breached and clause that punishes it, written out in full for documents. */
  readonly breached: string;
  readonly basis: string;
  readonly otherMeasures: string;
  readonly note: string;
  /** A fine only after a served corrective order has lapsed (逾期后罚). */
  readonly fineOnlyAfterOrder: boolean;
  /** V read in the law text, S seen in an excerpt, M from memory, U unsure. Anything but V is shown as unverified. */
  readonly evidenceFlag: 'V' | 'S' | 'M' | 'U';
  /** The article's other ranges, e.g. 逾期未改正的，处10万元以上20万元以下. */
  readonly stages?: readonly FineStage[];
  /** Day the article took effect as it stands now; absent where it lies before every case. */
  readonly from?: string;
  /** The violation as it stood before, oldest first (从旧兼从轻; Administrative Penalty Law, art. 37). */
  readonly formerVersions?: readonly ViolationVersion[];
}
