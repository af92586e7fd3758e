import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { casePages, fillCache, openTestCache, type TestCache } from '#tests/helpers/cache.ts';
import { normaliseSearch, officerNames, searchText } from '#worker/db/repositories/case-columns.ts';
import { createIndexer } from '#worker/search/indexer.ts';
import { findCases, SEARCH_CAP, TYPING_CAP } from '#worker/search/query.ts';

const CASES = 500;
let test: TestCache;
const texts = new Map<string, string>();

beforeAll(() => {
  test = openTestCache();
  fillCache(test, CASES);
  const officers = test.state.reference.get().officers;
  for (const page of casePages(CASES)) {
    for (const line of page) {
      if (line.t !== 'record' || line.kind !== 'case') continue;
      const file = JSON.parse(line.body.toString()) as CaseFile;
      texts.set(file.id, searchText(file, officerNames(file, officers)));
    }
  }
}, 60_000);
afterAll(() => test.close());

function naive(phrase: string): string[] {
  return [...texts].filter(([, text]) => text.includes(normaliseSearch(phrase))).map(([id]) => id).sort();
}

function found(phrase: string): string[] {
  return test.cache.items(findCases(test.state, phrase, SEARCH_CAP).rows).map((item) => item.id).sort();
}

/** Phrases of two to eight characters out of the texts themselves, across the parts of a name, and some that stand nowhere. */
function phrases(): readonly string[] {
  const all = [...texts.values()];
  const cut = Array.from({ length: 120 }, (_, n) => {
    const line = (all[(n * 37) % all.length] ?? '').split('\n')[n % 4] ?? '';
    const from = (n * 7) % Math.max(1, line.length - 4);
    return line.slice(from, from + 2 + (n % 7));
  });
  return [...new Set([...cut, '施工', '未取得', 'JC', '2026', '３２０５', '不存在的词语', '施', 'a'])].filter((phrase) => phrase.trim() !== '' && /[\p{L}\p{N}]/u.test(phrase));
}

describe('search', () => {
  it('finds exactly what a scan of all texts finds while nothing, part and all is indexed', () => {
    const indexer = createIndexer({ state: test.state, onProgress: () => undefined, onError: (error) => { throw error; } });
    for (const indexed of ['nothing', 'part', 'all']) {
      if (indexed === 'part') test.cache.transact(() => test.cache.search.queued(CASES / 2).forEach((row) => { indexOne(row); }));
      if (indexed === 'all') indexer.drain();
      for (const phrase of phrases()) expect(found(phrase), `${phrase} with ${indexed} indexed`).toEqual(naive(phrase));
    }
    expect(test.cache.search.countQueued()).toBe(0);
  }, 60_000);

  it('brings an index in pieces together once all is indexed', () => {
    const pieces = openTestCache();
    fillCache(pieces, CASES);
    const { cache, state } = pieces;
    const phrase = '工程';
    for (const rows of [200, 150]) cache.transact(() => cache.search.queued(rows).forEach((row) => { cache.search.index(row, phrase, tokens(`${phrase}${phrases().join(' ')}`)); }));
    expect(cache.search.inPieces()).toBe(true);
    const before = findCases(state, phrase, SEARCH_CAP);
    createIndexer({ state, onProgress: () => undefined, onError: (error) => { throw error; } }).drain();
    expect(cache.search.inPieces()).toBe(false);
    expect(findCases(state, phrase, SEARCH_CAP).rows).toEqual(expect.arrayContaining([...before.rows]));
    pieces.close();
  });

  it('finds a changed text at once and the old one no more', () => {
    const line = [...casePages(1)][0]?.find((each) => each.t === 'record' && each.kind === 'case');
    if (line?.t !== 'record') throw new Error('No case');
    const file = JSON.parse(line.body.toString()) as CaseFile;
    const put = (cause: string, rev: number) => test.sync.applyPage([{ ...line, id: 'case-renamed-1', rev, body: JSON.stringify({ ...file, id: 'case-renamed-1', cause }) }], { cursor: 'next', epoch: 'an-epoch', scope: 'a-scope' }, false);
    put('甲乙丙丁擅自施工', 2);
    expect(found('甲乙丙丁')).toEqual(['case-renamed-1']);
    const indexer = createIndexer({ state: test.state, onProgress: () => undefined, onError: (error) => { throw error; } });
    indexer.drain();
    put('戊己庚辛擅自施工', 3);
    expect(found('甲乙丙丁')).toEqual([]);
    expect(found('戊己')).toEqual(['case-renamed-1']);
    indexer.drain();
    expect(found('乙丙')).toEqual([]);
  });

  it('answers the newest hits of many, in the same order, and says that there are more', () => {
    createIndexer({ state: test.state, onProgress: () => undefined, onError: (error) => { throw error; } }).drain();
    for (const phrase of phrases()) {
      const all = findCases(test.state, phrase, SEARCH_CAP);
      for (const cap of [1, 20, TYPING_CAP]) {
        expect(findCases(test.state, phrase, cap), phrase).toEqual({ rows: all.rows.slice(0, cap), capped: all.rows.length > cap });
      }
    }
  });

  it('finds the one phrase among many texts that hold its pairs apart', () => {
    const [line] = [...casePages(1)].flat().filter((each) => each.t === 'record' && each.kind === 'case');
    if (line?.t !== 'record') throw new Error('No case');
    const file = JSON.parse(line.body.toString()) as CaseFile;
    const named = (id: string, cause: string) => ({ ...line, id, rev: 2, body: JSON.stringify({ ...file, id, cause }) });
    const apart = Array.from({ length: TYPING_CAP + 30 }, (_, n) => named(`case-apart-${n}`, '天地玄、地玄黄、编号780、8091'));
    test.sync.applyPage([named('case-whole-1', '天地玄黄、编号78091'), ...apart], { cursor: 'next', epoch: 'an-epoch', scope: 'a-scope' }, false);
    createIndexer({ state: test.state, onProgress: () => undefined, onError: (error) => { throw error; } }).drain();
    expect(found('天地玄黄')).toEqual(['case-whole-1']);
    expect(found('78091')).toEqual(['case-whole-1']);
    expect(findCases(test.state, '天地玄', TYPING_CAP)).toMatchObject({ capped: true });
    expect(findCases(test.state, '天地玄', SEARCH_CAP).rows).toHaveLength(TYPING_CAP + 31);
  });
});

function indexOne(row: number): void {
  const stored = test.cache.cases.findByRow(row);
  const text = texts.get(stored?.id ?? '') ?? '';
  test.cache.search.index(row, text, tokens(text));
}

/** The same tokens as the indexer's, made the slow way: every character and every pair of neighbours within a word. */
function tokens(text: string): string {
  const runs = text.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  return [...new Set(runs.flatMap((run) => [...run].flatMap((character, index, all) => (index === 0 ? [character] : [character, `${all[index - 1] ?? ''}${character}`]))))].join(' ');
}
