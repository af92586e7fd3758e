import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseListItem } from '#shared/contract/views.ts';
import { BOARD_COLUMN_KEYS, boardBounds, columnOf, kindOf } from '#shared/domain/time-limit/board.ts';
import { CACHE_TODAY, fillCache, openTestCache, type TestCache } from '#tests/helpers/cache.ts';
import type { BoardFilter } from '#worker/db/repositories/deadline-board.ts';
import { board } from '#worker/handlers/deadline.ts';
import { createIndexer } from '#worker/search/indexer.ts';
import { effectiveCase } from '#worker/state/effective.ts';

const CASES = 600;
let test: TestCache;
let items: readonly CaseListItem[];
let officers: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  test = openTestCache('jc01');
  fillCache(test, CASES);
  createIndexer({ state: test.state, onProgress: () => undefined, onError: (error) => { throw error; } }).drain();
  items = test.cache.items(Array.from({ length: CASES + 1 }, (_, row) => row)).filter((item) => item.dueOn !== null && item.stage !== 'CLOSED' && item.stage !== 'NOFILE');
  officers = new Map(items.map((item) => [item.id, effectiveCase(test.cache.cases.find(item.id))?.officerIds ?? []]));
}, 60_000);
afterAll(() => test.close());

const FILTERS: readonly (readonly [string, BoardFilter, (item: CaseListItem) => boolean])[] = [
  ['no filter', {}, () => true],
  ['channel and district', { channel: 'ZA', district: '320500' }, (item) => item.channel === 'ZA' && item.district === '320500'],
  ['kind', { kind: '办案期限' }, (item) => kindOf(item.dueLabel ?? '') === '办案期限'],
];

describe('the board of deadlines', () => {
  it.each(FILTERS)('holds with %s exactly the open cases with a term, each in its column', (_name, filter, matches) => {
    const bounds = boardBounds(test.state.reference.calendar(), CACHE_TODAY);
    const shown = board(test, filter, 500);
    expect(shown.today).toBe(CACHE_TODAY);
    for (const column of BOARD_COLUMN_KEYS) {
      const wanted = items.filter((item) => matches(item) && columnOf(item.dueOn ?? '', bounds) === column);
      expect(shown.columns[column].total).toBe(wanted.length);
      expect(shown.columns[column].items.map((item) => item.id).sort()).toEqual(wanted.map((item) => item.id).sort());
      const dates = shown.columns[column].items.map((item) => item.dueOn ?? '');
      expect(dates).toEqual([...dates].sort());
    }
  });

  it('finds an officer\'s cases, pages without gaps, and lists the kinds under the other filters', () => {
    const officerId = [...officers.values()].flat()[0] ?? '';
    const mine = board(test, { officerId }, 500);
    const total = BOARD_COLUMN_KEYS.reduce((sum, column) => sum + mine.columns[column].total, 0);
    expect(total).toBe(items.filter((item) => officers.get(item.id)?.includes(officerId)).length);
    expect(total).toBeGreaterThan(0);
    const bounds = boardBounds(test.state.reference.calendar(), CACHE_TODAY);
    const whole = test.cache.board.page({}, bounds, { column: 'later', offset: 0, limit: 30 }).map((item) => item.id);
    const parts = [0, 10, 20].flatMap((offset) => test.cache.board.page({}, bounds, { column: 'later', offset, limit: 10 }).map((item) => item.id));
    expect(parts).toEqual(whole);
    const kinds = board(test, { kind: '办案期限' }, 1).kinds;
    expect(kinds).toEqual(board(test, {}, 1).kinds);
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
  });

  it('reads the board from its index alone but for the rows shown', () => {
    const plan = test.cache.db.prepare("explain query plan select due_label, count(*) from case_file indexed by case_on_board where closed = 0 and due_label is not null and channel = 'JC' group by 1").all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join(' ')).toContain('COVERING INDEX case_on_board');
  });
});
