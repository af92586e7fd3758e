import type { Sqlite } from '../open.ts';
import type { Statement } from '../sqlite.types.ts';

type TokenQuery = Statement<[string, number], { readonly row: number }>;
type PhraseQuery = Statement<[string, string, number], { readonly row: number }>;

export interface SearchRepository {
  /** Up to `limit` waiting rows, newest first. */
  queued(limit: number): readonly number[];
  countQueued(): number;
  /** Stores the searched text and its tokens; takes the row out of the queue. */
  index(row: number, text: string, tokens: string): void;
  skip(row: number): void;
  /** Rows whose tokens all match; newest first. `queued`: rows wait, whose entry in the index may be old: left out. */
  byTokens(tokens: readonly string[], limit: number, queued: boolean): readonly number[];
  /** Like `byTokens`, with the phrase itself verified. */
  byPhrase(tokens: readonly string[], phrase: string, limit: number, queued: boolean): readonly number[];
  /** Waiting rows in which the fragment stands somewhere; to be checked by the caller. */
  tail(fragment: string): IterableIterator<{ readonly row: number; readonly body: string }>;
}

/** Tokens are letters and digits only; quoting keeps FTS5 from reading AND, OR or NEAR into them. */
function matchAll(tokens: readonly string[]): string {
  return tokens.map((token) => `"${token}"`).join(' ');
}

export function createSearchRepository(db: Sqlite): SearchRepository {
  const queued = db.prepare<[number], { row: number }>('select row from index_queue order by row limit ?');
  const count = db.prepare<[], { n: number }>('select count(*) as n from index_queue');
  const text = db.prepare<[number, string]>('insert or replace into case_text (row, text) values (?, ?)');
  const tokens = db.prepare<[number, string]>('insert or replace into case_search (rowid, text) values (?, ?)');
  const done = db.prepare<[number]>('delete from index_queue where row = ?');
  const settled = 'and not exists (select 1 from index_queue q where q.row = s.rowid)';
  const [byTokens, byTokensSettled] = ['', settled].map((and) => db.prepare<[string, number], { row: number }>(
    `select s.rowid as row from case_search s where case_search match ? ${and} order by s.rowid limit ?`,
  )) as [TokenQuery, TokenQuery];
  const [byPhrase, byPhraseSettled] = ['', settled].map((and) => db.prepare<[string, string, number], { row: number }>(
    `select s.rowid as row from case_search s join case_text t on t.row = s.rowid where case_search match ? ${and} and instr(t.text, ?) > 0 order by s.rowid limit ?`,
  )) as [PhraseQuery, PhraseQuery];
  const tail = db.prepare<[string, string, string, string], { row: number; body: string }>(
    `select q.row, coalesce(b.local_body, b.body) as body from index_queue q join case_body b on b.row = q.row join case_file c on c.row = q.row
     where ? = '' or instr(coalesce(b.local_body, b.body), ?) > 0 or instr(c.title, ?) > 0 or instr(c.officer_names, ?) > 0 order by q.row`,
  );
  return {
    queued: (limit) => queued.all(limit).map((found) => found.row),
    countQueued: () => count.get()?.n ?? 0,
    index(row, searched, pairs) {
      text.run(row, searched);
      tokens.run(row, pairs);
      done.run(row);
    },
    skip: (row) => void done.run(row),
    byTokens: (wanted, limit, waiting) => (waiting ? byTokensSettled : byTokens).all(matchAll(wanted), limit).map((found) => found.row),
    byPhrase: (wanted, phrase, limit, waiting) => (waiting ? byPhraseSettled : byPhrase).all(matchAll(wanted), phrase, limit).map((found) => found.row),
    tail: (fragment) => tail.iterate(fragment, fragment, fragment, fragment),
  };
}
