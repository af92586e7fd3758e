import { indexPairs } from '#shared/text/pairs.ts';
import { searchText } from '#worker/db/repositories/case-columns.ts';
import { effectiveCase } from '#worker/state/effective.ts';
import type { State } from '#worker/state/state.ts';

/** Rows of one transaction: about 50 ms, so that a question never waits long. */
const SLICE = 100;
/** A pull goes first: indexing waits until no page has come for so long. Search reads the waiting rows meanwhile. */
const QUIET_MS = 200;

export interface Indexer {
  /** Rows were queued: starts (again) once they stop coming; works in small slices until the queue is empty and the index in one piece. */
  wake(): void;
  /** Does all of it at once: for tests and the bench. */
  drain(): void;
  stop(): void;
}

export interface IndexerOptions {
  readonly state: State;
  readonly onProgress: (left: number) => void;
  readonly onError: (error: unknown) => void;
}

export function createIndexer({ state, onProgress, onError }: IndexerOptions): Indexer {
  const { cache } = state;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let merging = false;

  function indexRow(row: number): void {
    const stored = cache.cases.findByRow(row);
    const file = effectiveCase(stored);
    if (file === null) {
      cache.search.skip(row);
      return;
    }
    const columns = state.columns(file);
    cache.cases.setDue(row, columns.dueOn, columns.dueLabel);
    const text = searchText(file, columns.officerNames);
    cache.search.index(row, text, indexPairs(text));
  }

  function slice(): number {
    return cache.transactDerived(() => {
      const rows = cache.search.queued(SLICE);
      for (const row of rows) indexRow(row);
      return rows.length;
    });
  }

  /** After a pull the index lies in pieces; once nothing waits they are brought together. Answers whether to go on. */
  function mergeSome(): boolean {
    merging ||= cache.search.inPieces();
    merging &&= cache.transactDerived(() => cache.search.mergeSome());
    return merging;
  }

  function run(): void {
    timer = null;
    if (stopped) return;
    try {
      const done = slice();
      if (done > 0) onProgress(cache.search.countQueued());
      if (done === SLICE || mergeSome()) schedule(1);
    } catch (error) {
      onError(error);
    }
  }

  function schedule(milliseconds: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  }

  return {
    wake() {
      if (!stopped) schedule(QUIET_MS);
    },
    drain() {
      while (slice() > 0 || mergeSome()) continue;
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
