import type { Sqlite } from '../open.ts';
import type { BodyText } from '../store.ts';
import type { CaseColumns } from './case-columns.ts';
import type { Counter } from './case-count.ts';

export interface StoredCase {
  readonly row: number;
  readonly id: string;
  readonly rev: number;
  /** The server's copy; `null` while the case exists on this machine only. */
  readonly body: string | null;
  /** The server's copy with pending commands replayed; `null` when there are none. */
  readonly localBody: string | null;
}

export interface CaseRepository {
  find(id: string): StoredCase | null;
  findByRow(row: number): StoredCase | null;
  /** Other cases of a party, by its exact name: few, and asked for only when a case is filed or decided. */
  findByParty(name: string, exceptId: string): readonly StoredCase[];
  /** Of the server's copy; -1 when there is none. */
  revisionOf(id: string): number;
  /** Writes the list columns; makes the row when it is new. `bulk`: during an initial pull. Returns the row id. */
  write(columns: CaseColumns, rev: number, generation: number | null, bulk: boolean): number;
  /** Must follow `write` for a new row. `keepLocal`: pending commands will be replayed on it. */
  putServerBody(row: number, body: BodyText | null, keepLocal: boolean): void;
  putLocalBody(row: number, body: string | null): void;
  setPending(row: number, pending: boolean): void;
  setDue(row: number, dueOn: string | null, label: string | null): void;
  remove(id: string): boolean;
  /** Ids of server cases not seen since `generation` began and without pending commands. */
  stale(generation: number): readonly string[];
  total(): number;
  enqueueOpen(): void;
}

interface KnownRow {
  readonly row: number;
  readonly stage: string;
  readonly channel: string;
  readonly district: string;
  readonly source: string;
  readonly officer_ids: string;
}

const COLUMNS = [
  'id', 'rev', 'gen', 'channel', 'district', 'stage', 'source', 'closed', 'unprinted', 'case_no', 'title', 'party_name', 'project_name', 'cause',
  'officer_ids', 'officer_names', 'registered_on', 'updated_at', 'due_on', 'due_sort', 'due_label',
] as const;

/** Sorts behind every real date. */
const NO_DUE = '9999-12-31';

/** Writes belong into `Cache.transact`, which writes the counters. */
export function createCaseRepository(db: Sqlite, counter: Counter): CaseRepository {
  const known = db.prepare<[string], KnownRow>('select row, stage, channel, district, source, officer_ids from case_file where id = ?');
  const insert = db.prepare(`insert into case_file (row, ${COLUMNS.join(', ')}) values (?, ${COLUMNS.map(() => '?').join(', ')})`);
  const update = db.prepare(`update case_file set ${COLUMNS.filter((name) => name !== 'gen').map((name) => `${name} = ?`).join(', ')}, gen = coalesce(?, gen) where row = ?`);
  const stored = 'select c.row, c.id, c.rev, b.body, b.local_body as localBody from case_file c join case_body b on b.row = c.row where';
  const byId = db.prepare<[string], StoredCase>(`${stored} c.id = ?`);
  const byParty = db.prepare<[string, string], StoredCase>(`${stored} c.party_name = ? and c.id <> ?`);
  const byRow = db.prepare<[number], StoredCase>(`${stored} c.row = ?`);
  const revision = db.prepare<[string]>('select c.rev from case_file c join case_body b on b.row = c.row where c.id = ? and b.body is not null').pluck<number>();
  const putBody = 'insert into case_body (row, body) values (?, cast(? as text)) on conflict (row) do update set body = excluded.body';
  const serverBody = db.prepare<[number, BodyText | null]>(putBody);
  const serverBodyOnly = db.prepare<[number, BodyText | null]>(`${putBody}, local_body = null`);
  const localBody = db.prepare<[number, string | null]>(
    'insert into case_body (row, local_body) values (?, ?) on conflict (row) do update set local_body = excluded.local_body',
  );
  const pendingFlag = db.prepare<[number, number]>('update case_file set pending = ? where row = ?');
  const due = db.prepare<[string | null, string | null, string, number, string | null, string | null]>(
    'update case_file set due_on = ?, due_label = ?, due_sort = ? where row = ? and (due_on is not ? or due_label is not ?)',
  );
  const addOfficer = db.prepare<[string, number]>('insert or ignore into case_officer (officer_id, row) values (?, ?)');
  const dropOfficer = db.prepare<[string, number]>('delete from case_officer where officer_id = ? and row = ?');
  const enqueue = db.prepare<[number]>('insert or ignore into index_queue (row) values (?)');
  const enqueueOpen = db.prepare('insert or ignore into index_queue (row) select row from case_file where closed = 0');
  const edge = db.prepare<[], { low: number; high: number }>('select coalesce(min(row), 1) as low, coalesce(max(row), 0) as high from case_file');
  const stale = db.prepare<[number], { id: string }>('select id from case_file where gen < ? and pending = 0 and rev > 0');
  const removals = ['case_file', 'case_body', 'case_text', 'index_queue'].map((table) => db.prepare<[number]>(`delete from ${table} where row = ?`));
  const unsearch = db.prepare<[number]>('delete from case_search where rowid = ?');

  const first = edge.get() ?? { low: 1, high: 0 };
  let [low, high] = [Math.min(first.low, 1), Math.max(first.high, 0)];

  function officers(row: number, before: readonly string[], after: readonly string[]): void {
    for (const id of before) if (!after.includes(id)) dropOfficer.run(id, row);
    for (const id of after) if (!before.includes(id)) addOfficer.run(id, row);
  }

  function values(columns: CaseColumns): (string | number | null)[] {
    return [
      columns.channel, columns.district, columns.stage, columns.source, columns.closed, columns.unprinted, columns.caseNo, columns.title,
      columns.partyName, columns.projectName, columns.cause, columns.officerIds.join(','), columns.officerNames, columns.registeredOn,
      columns.updatedAt, columns.dueOn, columns.dueOn ?? NO_DUE, columns.dueLabel,
    ];
  }

  function add(columns: CaseColumns, rev: number, generation: number | null, bulk: boolean): number {
    const row = bulk ? (high += 1) : (low -= 1);
    insert.run(row, columns.id, rev, generation ?? 0, ...values(columns));
    return row;
  }

  function write(columns: CaseColumns, rev: number, generation: number | null, bulk: boolean): number {
    const before = known.get(columns.id);
    let row: number;
    if (before === undefined) {
      row = add(columns, rev, generation, bulk);
    } else {
      row = before.row;
      update.run(columns.id, rev, ...values(columns), generation, row);
      counter.add(before, -1);
    }
    counter.add(columns, 1);
    officers(row, before === undefined || before.officer_ids === '' ? [] : before.officer_ids.split(','), columns.officerIds);
    enqueue.run(row);
    return row;
  }

  function remove(id: string): boolean {
    const before = known.get(id);
    if (before === undefined) return false;
    officers(before.row, before.officer_ids === '' ? [] : before.officer_ids.split(','), []);
    unsearch.run(before.row);
    for (const statement of removals) statement.run(before.row);
    counter.add(before, -1);
    return true;
  }

  return {
    find: (id) => byId.get(id) ?? null,
    findByRow: (row) => byRow.get(row) ?? null,
    findByParty: (name, exceptId) => byParty.all(name, exceptId),
    revisionOf: (id) => revision.get(id) ?? -1,
    write,
    putServerBody: (row, body, keepLocal) => void (keepLocal ? serverBody : serverBodyOnly).run(row, body),
    putLocalBody: (row, body) => void localBody.run(row, body),
    setPending: (row, pending) => void pendingFlag.run(pending ? 1 : 0, row),
    setDue: (row, dueOn, label) => void due.run(dueOn, label, dueOn ?? NO_DUE, row, dueOn, label),
    remove,
    stale: (generation) => stale.all(generation).map((found) => found.id),
    total: () => counter.total(),
    enqueueOpen: () => void enqueueOpen.run(),
  };
}
