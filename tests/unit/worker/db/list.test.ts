import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFilter } from '#shared/contract/ipc.ts';
import type { CaseListItem } from '#shared/contract/views.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { CACHE_TODAY, casePages, fillCache, openTestCache, type TestCache } from '#tests/helpers/cache.ts';
import { createIndexer } from '#worker/search/indexer.ts';
import type { CaseSort } from '#worker/db/repositories/case-list.ts';

const CASES = 700;
let test: TestCache;
let items: readonly CaseListItem[];
const sources = new Map<string, CaseFile>();

function list(filter: CaseFilter, sort: CaseSort, offset = 0, limit = 200) {
  return test.cache.list.page({ filter, sort, offset, limit, officerId: test.state.actor.id, today: CACHE_TODAY, rows: null });
}

beforeAll(() => {
  test = openTestCache('jc01');
  fillCache(test, CASES);
  createIndexer({ state: test.state, onProgress: () => undefined, onError: (error) => { throw error; } }).drain();
  for (const page of casePages(CASES)) {
    for (const line of page) if (line.t === 'record' && line.kind === 'case') sources.set(line.id, JSON.parse(line.body.toString()) as CaseFile);
  }
  items = test.cache.items(Array.from({ length: CASES + 1 }, (_, row) => row));
}, 60_000);
afterAll(() => test.close());

const near = '2026-11-30';
const closed = (item: CaseListItem) => ['CLOSED', 'NOFILE', 'ARCH'].includes(item.stage);
const mine = (item: CaseListItem) => sources.get(item.id)?.officerIds.includes(test.state.actor.id) === true;

const FILTERS: readonly (readonly [string, CaseFilter, (item: CaseListItem) => boolean])[] = [
  ['all', {}, () => true],
  ['stages', { stages: ['INVEST', 'CONCL', 'CLOSED'] }, (item) => ['INVEST', 'CONCL', 'CLOSED'].includes(item.stage)],
  ['channel and district', { channel: 'FDC', district: '320508' }, (item) => item.channel === 'FDC' && item.district === '320508'],
  ['source', { source: 'complaint' }, (item) => sources.get(item.id)?.clue.source === 'complaint'],
  ['open', { deadline: 'open' }, (item) => !closed(item)],
  ['overdue', { deadline: 'overdue' }, (item) => !closed(item) && item.dueOn !== null && item.dueOn < CACHE_TODAY],
  ['near', { deadline: 'near' }, (item) => !closed(item) && item.dueOn !== null && item.dueOn >= CACHE_TODAY && item.dueOn <= near],
  ['mine', { mine: true }, mine],
  ['mine and open in a stage', { mine: true, deadline: 'open', stages: ['INVEST'] }, (item) => mine(item) && item.stage === 'INVEST'],
];

describe('the case list', () => {
  it.each(FILTERS)('answers the filter %s like a scan, with the exact total', (_name, filter, matches) => {
    const wanted = items.filter(matches).map((item) => item.id).sort();
    for (const sort of ['due', 'updated', 'registered'] as const) {
      const pages = Array.from({ length: Math.ceil(CASES / 200) }, (_, page) => list(filter, sort, page * 200));
      expect(pages.flatMap((page) => page.items.map((item) => item.id)).sort()).toEqual(wanted);
      expect(pages[0]?.total).toBe(wanted.length);
    }
  });

  it('sorts by term with cases without one last, and by the newest otherwise', () => {
    const due = list({}, 'due').items.map((item) => item.dueOn ?? '9999');
    expect(due).toEqual([...due].sort());
    const updated = list({}, 'updated').items.map((item) => item.updatedAt);
    expect(updated).toEqual([...updated].sort().reverse());
    const registered = list({}, 'registered').items.map((item) => item.registeredOn);
    expect(registered).toEqual([...registered].sort().reverse());
  });

  it('keeps the kept counters equal to a count after changes and removals', () => {
    const some = [...sources.values()].slice(0, 60);
    test.sync.applyPage(some.map((file, index) => (index % 3 === 0
      ? { t: 'gone' as const, kind: 'case', id: file.id }
      : { t: 'record' as const, kind: 'case', id: file.id, rev: 2, body: JSON.stringify({ ...file, stage: 'INVEST', channel: 'ZA' }) })), { cursor: 'next', epoch: 'an-epoch', scope: 'a-scope' }, true);
    const counted = test.cache.db.prepare('select stage, channel, district, source, count(*) as n from case_file group by 1, 2, 3, 4 order by 1, 2, 3, 4').all();
    const kept = test.cache.db.prepare('select stage, channel, district, source, n from case_count where n <> 0 order by 1, 2, 3, 4').all();
    expect(kept).toEqual(counted);
    expect(test.cache.cases.total()).toBe(CASES - 20);
    const orphans = test.cache.db.prepare('select count(*) as n from case_officer where row not in (select row from case_file)').get();
    expect(orphans).toEqual({ n: 0 });
  });

  it('takes counters back with a transaction that fails', () => {
    const before = test.cache.cases.total();
    const file = [...sources.values()][100];
    if (file === undefined) throw new Error('No case');
    expect(() => test.cache.transact(() => {
      test.cache.cases.write(test.state.columns({ ...file, id: 'case-rolled-back' }), 1, null, false);
      throw new Error('stop');
    })).toThrow('stop');
    test.cache.transact(() => undefined);
    expect(test.cache.cases.total()).toBe(before);
    expect(test.cache.cases.find('case-rolled-back')).toBeNull();
  });
});
