import type { CaseFilter } from '#shared/contract/ipc.ts';
import type { CaseListItem, CaseListPage } from '#shared/contract/views.ts';
import type { Channel, District } from '#shared/domain/organisation/organisation.ts';
import { ENDED_STAGES, type Stage } from '#shared/domain/procedure/stages.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import type { Sqlite } from '../open.ts';

export type CaseSort = 'due' | 'updated' | 'registered';

export interface ListQuery {
  readonly filter: Omit<CaseFilter, 'text'>;
  readonly sort: CaseSort;
  readonly offset: number;
  readonly limit: number;
  readonly officerId: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Hits of a text search; `null` without one. */
  readonly rows: readonly number[] | null;
}

export interface ListRow {
  readonly id: string;
  readonly case_no: string | null;
  readonly title: string;
  readonly party_name: string;
  readonly project_name: string;
  readonly cause: string;
  readonly channel: string;
  readonly district: string;
  readonly stage: string;
  readonly officer_names: string;
  readonly registered_on: string;
  readonly updated_at: string;
  readonly due_on: string | null;
  readonly due_label: string | null;
  readonly pending: number;
}

/** Order by whole indexes: ties are broken the way the index lies, so pages never overlap and nothing is sorted. */
const ORDER: Readonly<Record<CaseSort, string>> = {
  due: 'due_sort, stage, channel, district, source, closed, row',
  updated: 'updated_at desc, stage desc, channel desc, district desc, source desc, closed desc, due_sort desc, row desc',
  registered: 'registered_on desc, stage desc, channel desc, district desc, source desc, closed desc, due_sort desc, row desc',
};
const INDEX: Readonly<Record<CaseSort, string>> = { due: 'case_by_due', updated: 'case_by_updated', registered: 'case_by_registered' };
export const ITEM = 'id, case_no, title, party_name, project_name, cause, channel, district, stage, officer_names, registered_on, updated_at, due_on, due_label, pending';
const CAP = 100_000;
/** A deadline is near from ten days before. */
export const NEAR_DAYS = 10;

type Bound = string | number;
interface Condition {
  readonly sql: string;
  readonly values: readonly Bound[];
}

export function listItem(row: ListRow): CaseListItem {
  return {
    id: row.id, caseNo: row.case_no, title: row.title, partyName: row.party_name, projectName: row.project_name, cause: row.cause,
    channel: row.channel as Channel, district: row.district as District, stage: row.stage as Stage, officerNames: row.officer_names,
    registeredOn: row.registered_on, updatedAt: row.updated_at, dueOn: row.due_on, dueLabel: row.due_label, pending: row.pending === 1,
  };
}

function kindConditions(filter: ListQuery['filter']): Condition[] {
  const conditions: Condition[] = [];
  if (filter.stages !== undefined && filter.stages.length > 0) {
    conditions.push({ sql: `stage in (${filter.stages.map(() => '?').join(', ')})`, values: filter.stages });
  }
  if (filter.channel !== undefined) conditions.push({ sql: 'channel = ?', values: [filter.channel] });
  if (filter.district !== undefined) conditions.push({ sql: 'district = ?', values: [filter.district] });
  if (filter.source !== undefined) conditions.push({ sql: 'source = ?', values: [filter.source] });
  return conditions;
}

function deadlineConditions(query: ListQuery): Condition[] {
  const open: Condition = { sql: 'closed = 0', values: [] };
  if (query.filter.deadline === 'open') return [open];
  if (query.filter.deadline === 'overdue') return [open, { sql: 'due_sort < ?', values: [query.today] }];
  if (query.filter.deadline === 'near') return [open, { sql: 'due_sort between ? and ?', values: [query.today, addCalendarDays(query.today, NEAR_DAYS)] }];
  return [];
}

/** Where the rows come from: the hits of a search, the officer's own cases, or the sort index. */
function source(query: ListQuery): Condition {
  if (query.rows !== null) return { sql: '(select value from json_each(?)) j cross join case_file on row = j.value', values: [JSON.stringify(query.rows)] };
  if (query.filter.mine === true) return { sql: 'case_officer o cross join case_file using (row)', values: [] };
  return { sql: `case_file indexed by ${INDEX[query.sort]}`, values: [] };
}

function officerConditions(query: ListQuery): Condition[] {
  if (query.filter.mine !== true) return [];
  if (query.rows === null) return [{ sql: 'o.officer_id = ?', values: [query.officerId] }];
  return [{ sql: 'exists (select 1 from case_officer o where o.officer_id = ? and o.row = case_file.row)', values: [query.officerId] }];
}

function whole(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: '', values: [] };
  return { sql: `where ${conditions.map((condition) => condition.sql).join(' and ')}`, values: conditions.flatMap((condition) => condition.values) };
}

/** Whether the kept counters answer the total of this filter. */
function countable(query: ListQuery): boolean {
  return query.rows === null && query.filter.mine !== true && (query.filter.deadline === undefined || query.filter.deadline === 'open');
}

export interface CaseList {
  page(query: ListQuery): CaseListPage;
  count(query: Omit<ListQuery, 'sort' | 'offset' | 'limit'>): number;
}

export function createCaseList(db: Sqlite): CaseList {
  const statements = new Map<string, ReturnType<typeof db.prepare<Bound[]>>>();
  function prepared(sql: string): ReturnType<typeof db.prepare<Bound[]>> {
    const kept = statements.get(sql) ?? db.prepare<Bound[]>(sql);
    if (statements.size > 200) statements.clear();
    statements.set(sql, kept);
    return kept;
  }

  function counted(query: ListQuery): number {
    const kinds = kindConditions(query.filter);
    if (query.filter.deadline === 'open') kinds.push({ sql: `stage not in (${ENDED_STAGES.map(() => '?').join(', ')})`, values: [...ENDED_STAGES] });
    const where = whole(kinds);
    const answer = prepared(`select coalesce(sum(n), 0) as n from case_count ${where.sql}`).get(...where.values) as { n: number };
    return answer.n;
  }

  function walked(query: ListQuery): number {
    const from = source(query);
    const where = whole([...officerConditions(query), ...kindConditions(query.filter), ...deadlineConditions(query)]);
    const answer = prepared(`select count(*) as n from (select 1 from ${from.sql} ${where.sql} limit ${CAP})`).get(...from.values, ...where.values) as { n: number };
    return answer.n;
  }

  function total(query: ListQuery): number {
    return Math.min(CAP, countable(query) ? counted(query) : walked(query));
  }

  function items(query: ListQuery): CaseListItem[] {
    const from = source(query);
    const where = whole([...officerConditions(query), ...kindConditions(query.filter), ...deadlineConditions(query)]);
    const rows = `select case_file.row from ${from.sql} ${where.sql} order by ${ORDER[query.sort].replaceAll('row', 'case_file.row')} limit ? offset ?`;
    const sql = `select ${ITEM} from case_file where row in (${rows}) order by ${ORDER[query.sort]}`;
    return (prepared(sql).all(...from.values, ...where.values, query.limit, query.offset) as ListRow[]).map(listItem);
  }

  return {
    page: (query) => ({ items: items(query), total: total(query) }),
    count: (query) => total({ ...query, sort: 'due', offset: 0, limit: 0 }),
  };
}

/** Reads list items of given rows, newest first: in the order of their ids, so that nothing is sorted. */
export function createItemReader(db: Sqlite): (rows: readonly number[]) => CaseListItem[] {
  const read = db.prepare<[string], ListRow>(`select ${ITEM} from case_file where row in (select value from json_each(?)) order by row`);
  return (rows) => read.all(JSON.stringify(rows)).map(listItem);
}
