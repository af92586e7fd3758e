export interface SingleFlight<T> {
  /** The outcome of a run that begins after this call; calls that come while one waits share it. */
  request(): Promise<T>;
  running(): boolean;
}

export function createSingleFlight<T>(run: () => Promise<T>): SingleFlight<T> {
  let current: Promise<T> | null = null;
  let next: Promise<T> | null = null;

  function begin(): Promise<T> {
    const mine = run().finally(() => {
      if (current === mine) current = null;
    });
    current = mine;
    return mine;
  }

  return {
    running: () => current !== null,
    request() {
      if (current === null) return begin();
      next ??= current.then(after, after);
      return next;
    },
  };

  function after(): Promise<T> {
    next = null;
    return begin();
  }
}
