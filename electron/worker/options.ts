import type { WorkerInit } from '#shared/contract/worker-protocol.ts';

/** What the main process tells the worker at start, and what only tests set. */
export interface WorkerOptions extends WorkerInit {
  /** Pause between two looks at the server while online, in ms; 15,000 when absent. */
  readonly intervalMs?: number;
  /** How long one request may take without a byte, in ms; 20,000 when absent. */
  readonly requestTimeoutMs?: number;
  /** Cost of the password key; tests lower it. Kept with each wrapped key, so it can be raised later. */
  readonly keyCost?: KeyCost;
  /** Milliseconds since the epoch; `Date.now` when absent. */
  readonly clock?: () => number;
}

/** Argon2id parameters: memory in KiB, number of passes. */
export interface KeyCost {
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** About 0.2 s on an office machine (RFC 9106, second recommendation). */
export const STRONG_KEY_COST: KeyCost = { memoryCost: 65_536, timeCost: 3 };
