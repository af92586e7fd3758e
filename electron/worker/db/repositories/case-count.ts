import type { Sqlite } from '../open.ts';

export interface CountKey {
  readonly stage: string;
  readonly channel: string;
  readonly district: string;
  readonly source: string;
}

export interface Counter {
  add(key: CountKey, by: 1 | -1): void;
  /** Writes what was added since; at the end of every transaction. */
  flush(): void;
  /** The transaction was rolled back: so is what was added in it. */
  discard(): void;
  total(): number;
}

/** Keeps how many cases there are of each kind, so that a list need not count 100,000 rows. */
export function createCounter(db: Sqlite): Counter {
  const add = db.prepare<[string, string, string, string, number]>(
    'insert into case_count (stage, channel, district, source, n) values (?, ?, ?, ?, ?) on conflict (stage, channel, district, source) do update set n = n + excluded.n',
  );
  const total = db.prepare<[], { n: number | null }>('select sum(n) as n from case_count');
  const waiting = new Map<string, { readonly key: CountKey; by: number }>();

  function flush(): void {
    for (const { key, by } of waiting.values()) if (by !== 0) add.run(key.stage, key.channel, key.district, key.source, by);
    waiting.clear();
  }

  return {
    add(key, by) {
      const name = `${key.stage} ${key.channel} ${key.district} ${key.source}`;
      const known = waiting.get(name);
      if (known === undefined) waiting.set(name, { key: { stage: key.stage, channel: key.channel, district: key.district, source: key.source }, by });
      else known.by += by;
    },
    flush,
    discard: () => waiting.clear(),
    total() {
      const open = [...waiting.values()].reduce((sum, { by }) => sum + by, 0);
      return (total.get()?.n ?? 0) + open;
    },
  };
}
