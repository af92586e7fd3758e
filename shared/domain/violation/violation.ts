import type { Channel } from '../organisation/organisation.ts';

/** How a fine is measured: fixed money, or a share or multiple of a base named by the article. */
export const FINE_UNITS = ['yuan', 'percent', 'permille', 'multiple', 'none'] as const;
export type FineUnit = (typeof FINE_UNITS)[number];

export const TIERS = { light: '轻微', normal: '一般', heavy: '严重' } as const;
export type Tier = keyof typeof TIERS;

/** One violation (违法行为) of the catalogue with its statutory range. `min`/`max` are in `unit` (yuan, %, ‰, times). */
export interface Violation {
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
  readonly unit: FineUnit;
  readonly min: number;
  readonly max: number;
  /** Name of the base for shares and multiples, e.g. `合同价款`. */
  readonly base: string;
  readonly note: string;
  /** Tier bounds in `unit`; `null` where the article gives a fixed sum or none. */
  readonly tiers: Readonly<Record<Tier, readonly [number, number]>> | null;
  /** A fine only after a served corrective order has lapsed (逾期后罚). */
  readonly fineOnlyAfterOrder: boolean;
  /** V read in the law text, S seen in an excerpt, M from memory, U unsure. Anything but V is shown as unverified. */
  readonly evidenceFlag: 'V' | 'S' | 'M' | 'U';
}
