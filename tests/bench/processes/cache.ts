/** Search and list pages in the worker, on a filled cache. */
import type { IpcInput } from '#shared/contract/ipc.ts';
import type { CaseListItem } from '#shared/contract/views.ts';
import { CHANNEL_KEYS, DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { queryPairs } from '#shared/text/pairs.ts';
import type { Desk } from '#tests/helpers/worker.ts';
import { openDatabase } from '#worker/db/open.ts';
import { unwrapKey } from '#worker/session/key-file.ts';
import { profileOf } from '#worker/session/profile.ts';
import { atRest, benchDesk, settle } from '../desk.ts';
import { sequence, timed } from '../measure.ts';
import { answer, input } from './process.ts';

export interface CacheInput {
  readonly serverUrl: string;
  readonly profileDir: string;
  readonly loginName: string;
  readonly password: string;
}

export interface WordTimes {
  readonly characters: number;
  readonly product: readonly number[];
  /** Nothing but the full-text match on the same index. */
  readonly match: readonly number[];
  readonly like: readonly number[];
}

export interface CacheAnswer {
  readonly cases: number;
  readonly words: readonly WordTimes[];
  readonly lists: Readonly<Record<ListKind, readonly number[]>>;
  /** Twenty list columns' worth of rows by primary key, from any place. */
  readonly plainPages: readonly number[];
  readonly workbench: readonly number[];
}

const LIST_KINDS = ['first', 'filtered', 'deep', 'searched'] as const;
type ListKind = (typeof LIST_KINDS)[number];
type ListInput = IpcInput<'case.list'>;

const WORDS = 400;
const LIKES = 20;
const PAGES = 200;
const LIMIT = 50;
const SORTS = ['due', 'updated', 'registered'] as const;

const { serverUrl, profileDir, loginName, password } = input<CacheInput>();
const random = sequence(20_261_120);

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}

/** Words as people know them: pieces of titles, names of parties and projects, causes, from all over the cache. */
async function sampleTexts(desk: Desk, total: number): Promise<string[]> {
  const items: CaseListItem[] = [];
  for (let part = 0; part < 20; part += 1) {
    items.push(...(await desk.must('case.list', { filter: {}, sort: 'registered', offset: Math.floor((part * total) / 20), limit: 100 })).items);
  }
  return items.flatMap((item) => [item.title, item.partyName, item.projectName, item.cause, item.officerNames]).flatMap((text) => text.match(/\p{Script=Han}{4,}/gu) ?? []);
}

function wordsOf(texts: readonly string[], characters: number): string[] {
  return Array.from({ length: WORDS }, () => {
    const text = pick(texts);
    const start = Math.floor(random() * (text.length - characters + 1));
    return text.slice(start, start + characters);
  });
}

async function searchTimes(desk: Desk, words: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of words) {
    let total = 0;
    times.push(await timed(async () => { total = (await desk.must('case.search', { text, limit: LIMIT })).total; }));
    if (total === 0) throw new Error(`“${text}” stands in the list and was not found`);
  }
  return times;
}

function listInput(kind: ListKind, total: number, texts: readonly string[]): ListInput {
  const base = { filter: {}, sort: pick(SORTS), offset: 0, limit: LIMIT };
  if (kind === 'first') return base;
  if (kind === 'deep') return { ...base, offset: Math.floor(random() * (total - LIMIT)) };
  if (kind === 'searched') return { ...base, filter: { text: pick(wordsOf(texts, 2)) } };
  return { ...base, filter: pick<ListInput['filter']>([
    { channel: pick(CHANNEL_KEYS) }, { district: pick(DISTRICT_KEYS) }, { stages: ['INVEST', 'CONCL'] }, { stages: ['CLOSED'] }, { deadline: 'open' },
    { deadline: 'overdue' }, { deadline: 'near' }, { channel: pick(CHANNEL_KEYS), district: pick(DISTRICT_KEYS), deadline: 'open' }, { stages: ['LEGAL'], channel: pick(CHANNEL_KEYS) },
  ]) };
}

async function listTimes(desk: Desk, kind: ListKind, total: number, texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const query = listInput(kind, total, texts);
    times.push(await timed(() => desk.must('case.list', query)));
  }
  return times;
}

/** The same cache without the product around it. */
async function floors(words: readonly (readonly string[])[], total: number): Promise<{ readonly match: number[][]; readonly like: number[][]; readonly pages: number[] }> {
  const profile = profileOf(profileDir, serverUrl, loginName);
  const key = await unwrapKey(profile.keyFile, Buffer.from(password));
  if (key === null) throw new Error('The profile does not open');
  const db = openDatabase({ path: profile.database, key, nativeBinding: undefined });
  const match = db.prepare<[string]>('select rowid from case_search where case_search match ? order by rowid limit 50');
  const like = db.prepare<[string]>('select row from case_text where text like ? order by row limit 50');
  const page = db.prepare<[number]>('select id, case_no, title, party_name, project_name, cause, channel, district, stage, officer_names, registered_on, updated_at, due_on, due_label, pending from case_file where row >= ? order by row limit 50');
  const times = async (count: number, of: readonly string[], run: (word: string) => unknown): Promise<number[]> => {
    const values: number[] = [];
    for (const word of of.slice(0, count)) values.push(await timed(() => run(word)));
    return values;
  };
  const result = { match: [] as number[][], like: [] as number[][], pages: [] as number[] };
  for (const of of words) {
    result.match.push(await times(WORDS, of, (word) => match.all(queryPairs(word).map((token) => `"${token}"`).join(' '))));
    result.like.push(await times(LIKES, of, (word) => like.all(`%${word}%`)));
  }
  for (let run = 0; run < PAGES; run += 1) result.pages.push(await timed(() => page.all(Math.floor(random() * total))));
  db.close();
  return result;
}

const desk = benchDesk(serverUrl, profileDir);
await settle(desk, loginName, password);
await atRest(desk, profileOf(profileDir, serverUrl, loginName));
const { cases } = await desk.must('sync.state', {});
const texts = await sampleTexts(desk, cases);
const lengths = [2, 3, 4].map((characters) => ({ characters, words: wordsOf(texts, characters) }));
// The first words find statements and pages cold; people meet that once a day, the target is about every other time.
await searchTimes(desk, wordsOf(texts, 2).slice(0, 20));
const products: number[][] = [];
for (const { words } of lengths) products.push(await searchTimes(desk, words));
const lists = { first: [] as number[], filtered: [] as number[], deep: [] as number[], searched: [] as number[] };
for (const kind of LIST_KINDS) lists[kind].push(...(await listTimes(desk, kind, cases, texts)));
const workbench: number[] = [];
for (let run = 0; run < 10; run += 1) workbench.push(await timed(() => desk.must('workbench.get', {})));
await desk.close();
const { match, like, pages } = await floors(lengths.map(({ words }) => words), cases);
await answer({
  cases, lists, workbench, plainPages: pages,
  words: lengths.map(({ characters }, index) => ({ characters, product: products[index] ?? [], match: match[index] ?? [], like: like[index] ?? [] })),
} satisfies CacheAnswer);
