export interface RestartLimit {
  /** Notes a crash; answers whether another start is worth trying. */
  crashed(): boolean;
  reset(): void;
}

/** Keeps something that crashes at once from being started for ever: more than `crashes` within `withinMs` is too often. */
export function createRestartLimit(limit: { readonly crashes: number; readonly withinMs: number; readonly now?: () => number }): RestartLimit {
  const now = limit.now ?? Date.now;
  let times: number[] = [];
  return {
    crashed() {
      const since = now() - limit.withinMs;
      times = [...times.filter((time) => time > since), now()];
      return times.length <= limit.crashes;
    },
    reset() {
      times = [];
    },
  };
}
