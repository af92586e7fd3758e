export interface BatchOptions<I> {
  /** Lots under way at the same time, at most. */
  readonly lanes: number;
  /** Milliseconds that a lot may take before the next one goes beside it: large lots are cheap, but none waits for a slow one. */
  readonly patience: number;
  /** Most that one lot takes, in the unit of `weight`; a single item may be heavier and then goes alone. */
  readonly capacity: number;
  /** 1 when not given. */
  readonly weight?: (item: I) => number;
}

interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (value: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at the same time: under load one statement serves many requests, and a single request
 * waits for nobody. An item never joins a lot that has begun, so what it reads is no older than its asking.
 * `work` answers one value for each item, in their order; what it throws goes to all of the lot.
 */
export function batched<I, O>(options: BatchOptions<I>, work: (items: readonly I[]) => Promise<readonly O[]>): (item: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  let running = 0;
  let lastStart = 0;
  let soon: NodeJS.Immediate | null = null;
  let later: NodeJS.Timeout | null = null;

  function schedule(): void {
    if (soon !== null || running === options.lanes || waiting.length === 0) return;
    const left = running === 0 ? 0 : lastStart + options.patience - performance.now();
    if (left > 0) later ??= setTimeout(() => { later = null; schedule(); }, left);
    // After the events of this turn, so that requests that arrived together go together.
    else soon = setImmediate(start);
  }

  function start(): void {
    soon = null;
    running += 1;
    lastStart = performance.now();
    void carryOut(takeLot(waiting, options), work).finally(() => {
      running -= 1;
      schedule();
    });
    schedule();
  }

  return (item) => new Promise<O>((resolve, reject) => {
    waiting.push({ item, resolve, reject });
    schedule();
  });
}

function takeLot<I, O>(waiting: Waiting<I, O>[], { capacity, weight = () => 1 }: BatchOptions<I>): readonly Waiting<I, O>[] {
  let [size, load] = [0, 0];
  for (const { item } of waiting) {
    load += weight(item);
    if (size > 0 && load > capacity) break;
    size += 1;
  }
  return waiting.splice(0, size);
}

async function carryOut<I, O>(lot: readonly Waiting<I, O>[], work: (items: readonly I[]) => Promise<readonly O[]>): Promise<void> {
  try {
    const values = await work(lot.map(({ item }) => item));
    if (values.length !== lot.length) throw new Error(`A lot of ${lot.length} got ${values.length} answers`);
    for (const [index, { resolve }] of lot.entries()) resolve(values[index] as O);
  } catch (error) {
    for (const { reject } of lot) reject(error);
  }
}
