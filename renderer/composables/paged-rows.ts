import { computed, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import type { AppError } from '#shared/contract/result.ts';

export interface RowPage<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** Rows fetched at a time. */
const PAGE_ROWS = 100;
/** Pages kept; those farthest from the rows in sight go first. */
const KEPT_PAGES = 40;

/**
 * Rows of a long list, fetched by page as they come into sight. One request runs at a time and always serves the rows in
 * sight now, so that dragging the scroll bar through 100,000 rows does not queue a thousand requests. After `restart` or
 * `refresh` the old rows stay on screen until the new ones are there.
 */
export function usePagedRows<T>(fetch: (offset: number, limit: number) => Promise<RowPage<T>>) {
  const pages = shallowRef<ReadonlyMap<number, readonly T[]>>(new Map());
  const total = shallowRef<number | null>(null);
  const error = shallowRef<AppError | null>(null);
  const fetching = shallowRef(false);
  let fresh = new Set<number>();
  let sight = { first: 0, last: 0 };
  let generation = 0;
  let shownGeneration = -1;

  const rowAt = computed(() => (index: number): T | undefined => pages.value.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]);

  /** Starts over, for another filter or order. */
  function restart(): void {
    generation += 1;
    fresh = new Set();
    sight = { first: 0, last: 0 };
    void work();
  }

  /** Fetches again what is in sight, for records that changed. */
  function refresh(): void {
    fresh = new Set();
    void work();
  }

  function show(first: number, last: number): void {
    sight = { first, last };
    if (shownGeneration === generation) void work();
  }

  async function work(): Promise<void> {
    if (fetching.value) return;
    fetching.value = true;
    const asked = fresh;
    try {
      for (let page = nextPage(sight, fresh); page !== null; page = nextPage(sight, fresh)) await take(page);
      error.value = null;
    } catch (cause) {
      error.value = errorFrom(cause);
    } finally {
      fetching.value = false;
    }
    /** What failed was perhaps an old question; the new one still wants its answer. */
    if (error.value !== null && asked !== fresh) void work();
  }

  async function take(page: number): Promise<void> {
    const asked = generation;
    const stale = fresh;
    const answer = await fetch(page * PAGE_ROWS, PAGE_ROWS);
    if (asked !== generation || stale !== fresh) return;
    fresh.add(page);
    const before = shownGeneration === generation ? pages.value : new Map<number, readonly T[]>();
    shownGeneration = generation;
    pages.value = withPage(before, page, answer.items, fresh);
    total.value = answer.total;
    sight = { first: Math.min(sight.first, Math.max(0, answer.total - 1)), last: Math.min(sight.last, Math.max(0, answer.total - 1)) };
  }

  return { rowAt, total, error, fetching, restart, refresh, show };
}

/** First page in sight that is not fresh; `null` when all are. */
function nextPage(sight: { readonly first: number; readonly last: number }, fresh: ReadonlySet<number>): number | null {
  const last = Math.floor(sight.last / PAGE_ROWS);
  for (let page = Math.floor(sight.first / PAGE_ROWS); page <= last; page += 1) {
    if (!fresh.has(page)) return page;
  }
  return null;
}

/** The pages with one more; beyond the limit the one farthest from it is forgotten, and is not `fresh` any more. */
function withPage<T>(pages: ReadonlyMap<number, readonly T[]>, page: number, items: readonly T[], fresh: Set<number>): ReadonlyMap<number, readonly T[]> {
  const next = new Map(pages).set(page, items);
  if (next.size <= KEPT_PAGES) return next;
  const farthest = [...next.keys()].reduce((a, b) => (Math.abs(b - page) > Math.abs(a - page) ? b : a));
  next.delete(farthest);
  fresh.delete(farthest);
  return next;
}
