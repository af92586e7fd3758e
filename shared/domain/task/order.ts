/** 责令改正; 责令停止施工 (whole or in part) is lifted by a re-check (复工). */
export const ORDER_KINDS = { correct: '责令改正', 'stop-work': '责令停止施工' } as const;
export type OrderKind = keyof typeof ORDER_KINDS;
export const ORDER_KIND_KEYS = Object.keys(ORDER_KINDS) as [OrderKind, ...OrderKind[]];

export const ITEM_OUTCOMES = { done: '已改正', partly: '部分改正', open: '未改正' } as const;
export type ItemOutcome = keyof typeof ITEM_OUTCOMES;
export const ITEM_OUTCOME_KEYS = Object.keys(ITEM_OUTCOMES) as [ItemOutcome, ...ItemOutcome[]];

/** Rounds of re-checking before the order must go over to enforcement (domain notes §5.2). */
export const RECHECK_ROUNDS = 2;

/** One thing to put right. */
export interface OrderItem {
  readonly id: string;
  readonly text: string;
  /** Clause breached. */
  readonly clause: string;
  readonly violationId: string | null;
  /** Check item it comes from; `null` for one written freely. */
  readonly checkItemId: string | null;
  /** Photos before, from the visit. */
  readonly beforeIds: readonly string[];
}

export interface ItemFinding {
  readonly itemId: string;
  readonly outcome: ItemOutcome;
  readonly note: string;
  /** Photos after. */
  readonly afterIds: readonly string[];
}

/** One re-check (复查). */
export interface RecheckRound {
  readonly no: number;
  readonly on: string;
  readonly officerIds: readonly string[];
  readonly findings: readonly ItemFinding[];
  readonly passed: boolean;
}

export interface OrderExtension {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly at: string;
  readonly officerName: string;
}

export interface CorrectiveOrder {
  readonly id: string;
  readonly kind: OrderKind;
  readonly items: readonly OrderItem[];
  readonly madeOn: string;
  readonly dueOn: string;
  /** Part of the works stopped; empty for a mere correction. */
  readonly scope: string;
  readonly extensions: readonly OrderExtension[];
  readonly rounds: readonly RecheckRound[];
  /** Who let the works go on (复工), and when; `null` for a correction or while stopped. */
  readonly lifted: { readonly on: string; readonly officerName: string; readonly opinion: string } | null;
  /** Ended: everything put right, or handed over to enforcement. */
  readonly endedOn: string | null;
}

/** Whether an order still waits for something. */
export function isOpenOrder(order: CorrectiveOrder): boolean {
  return order.endedOn === null;
}
