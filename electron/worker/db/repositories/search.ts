import type { Sqlite } from '../open.ts';
import type { Statement } from '../sqlite.types.ts';

interface PhraseQuery {
  readonly tokens: string;
  readonly phrase: string;
  readonly limit: number;
}

export interface SearchRepository {
  /** Up to `limit` waiting rows, newest first. */
  queued(limit: number): readonly number[];
  countQueued(): number;
  hasQueued(): boolean;
  /** Stores the searched text and its tokens; takes the row out of the queue. */
  index(row: number, text: string, tokens: string): void;
  skip(row: number): void;
  /** Rows whose tokens all match; newest first. `queued`: rows wait, whose entry in the index may be old: left out. */
  byTokens(tokens: readonly string[], limit: number, queued: boolean): readonly number[];
  /** Like `byTokens`, with the phrase itself verified; reads no further than the last hit asked for. */
  byPhrase(tokens: readonly string[], phrase: string, limit: number, queued: boolean): readonly number[];
  /** Whether the index lies in so many pieces that a search, which asks each of them, is slowed down. */
  inPieces(): boolean;
  /** Brings the pieces together, a few milliseconds' work at a time. Answers whether anything is left to do. */
  mergeSome(): boolean;
  /** Waiting rows in which the fragment stands somewhere; to be checked by the caller. */
  tail(fragment: string): IterableIterator<{ readonly row: number; readonly body: string }>;
}

/** Tokens are letters and digits only; quoting keeps FTS5 from reading AND, OR or NEAR into them. */
function matchAll(tokens: readonly string[]): string {
  return tokens.map((token) => `"${token}"`).join(' ');
}

/** Index pages (4 kB) brought together in one step: about 10 ms. */
const MERGE_PAGES = 64;
/** Pages outside the largest piece, as a share of all: a merge writes everything anew, so it has to pay. */
const PIECES_SHARE = 0.2;

/**
 * Parts of the searched text that the list shows: their rows are read for the page anyway, the whole text is not. The title
 * is party and cause, so that those two need not be asked.
 */
const SHOWN = ['title', 'project_name', 'officer_names'];
const HOLDS = `(${SHOWN.map((name) => `instr(c.${name}, @phrase) > 0`).join(' or ')} or exists (select 1 from case_text t where t.row = c.row and instr(t.text, @phrase) > 0))`;
const SETTLED = 'and not exists (select 1 from index_queue q where q.row = s.rowid)';

/** A statement for when nothing waits to be indexed, and one for when something does. */
function bothWays<Parameters extends unknown[]>(db: Sqlite, sql: (and: string) => string): (queued: boolean) => Statement<Parameters, number> {
  const [all, settled] = [db.prepare<Parameters>(sql('')).pluck<number>(), db.prepare<Parameters>(sql(SETTLED)).pluck<number>()];
  return (queued) => (queued ? settled : all);
}

export function createSearchRepository(db: Sqlite): SearchRepository {
  const queued = db.prepare<[number], { row: number }>('select row from index_queue order by row limit ?');
  const count = db.prepare<[], { n: number }>('select count(*) as n from index_queue');
  const any = db.prepare<[]>('select exists (select 1 from index_queue)').pluck<number>();
  const text = db.prepare<[number, string]>('insert or replace into case_text (row, text) values (?, ?)');
  const tokens = db.prepare<[number, string]>('insert or replace into case_search (rowid, text) values (?, ?)');
  const done = db.prepare<[number]>('delete from index_queue where row = ?');
  const byTokens = bothWays<[string, number]>(db, (and) => `select s.rowid from case_search s where case_search match ? ${and} order by s.rowid limit ?`);
  const byPhrase = bothWays<[PhraseQuery]>(db, (and) => (
    `select s.rowid from case_search s cross join case_file c on c.row = s.rowid where case_search match @tokens ${and} and ${HOLDS} order by s.rowid limit @limit`
  ));
  const tail = db.prepare<[string, string, string, string], { row: number; body: string }>(
    `select q.row, coalesce(b.local_body, b.body) as body from index_queue q join case_body b on b.row = q.row join case_file c on c.row = q.row
     where ? = '' or instr(coalesce(b.local_body, b.body), ?) > 0 or instr(c.title, ?) > 0 or instr(c.officer_names, ?) > 0 order by q.row`,
  );
  const share = db.prepare<[]>('select 1.0 - max(n) * 1.0 / sum(n) from (select count(*) as n from case_search_idx group by segid)').pluck<number | null>();
  const merge = db.prepare<[number]>("insert into case_search (case_search, rank) values ('merge', ?)");
  const changes = db.prepare<[]>('select total_changes()').pluck<number>();
  return {
    queued: (limit) => queued.all(limit).map((found) => found.row),
    hasQueued: () => any.get() === 1,
    countQueued: () => count.get()?.n ?? 0,
    index(row, searched, pairs) {
      text.run(row, searched);
      tokens.run(row, pairs);
      done.run(row);
    },
    skip: (row) => void done.run(row),
    byTokens: (wanted, limit, waiting) => byTokens(waiting).all(matchAll(wanted), limit),
    byPhrase: (wanted, phrase, limit, waiting) => byPhrase(waiting).all({ tokens: matchAll(wanted), phrase, limit }),
    inPieces: () => (share.get() ?? 0) > PIECES_SHARE,
    mergeSome() {
      const before = changes.get() ?? 0;
      // Negative: all pieces into one. SQLite's manual: fewer than two changes mean that there was nothing left to do.
      merge.run(-MERGE_PAGES);
      return (changes.get() ?? 0) - before >= 2;
    },
    tail: (fragment) => tail.iterate(fragment, fragment, fragment, fragment),
  };
}
