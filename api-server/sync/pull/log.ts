import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { EntityKind } from '#shared/contract/sync.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition, changeCondition, districtCondition } from '../scope.ts';
import type { StoredRecord } from './lines.ts';

const ENTRIES = 1000;

/** Kinds in the order they are sent: what others refer to first. Where each stands and who sees it. */
const SOURCES: readonly { readonly kind: EntityKind; readonly rows: (scope: Scope, ids: readonly string[]) => RawBuilder<Row> }[] = [
  { kind: 'settings', rows: (_, ids) => reference('settings', ids) },
  { kind: 'config', rows: (_, ids) => reference('config', ids) },
  { kind: 'calendar', rows: (_, ids) => reference('calendar', ids) },
  { kind: 'officer', rows: (_, ids) => sql<Row>`select id, rev, body::text as body from officer where id = any(${ids})` },
  { kind: 'violation', rows: (_, ids) => reference('violation', ids) },
  { kind: 'matter', rows: (_, ids) => reference('matter', ids) },
  { kind: 'project', rows: (scope, ids) => sql<Row>`select id, rev, body::text as body from project where id = any(${ids}) and ${districtCondition(scope)}` },
  { kind: 'party', rows: (_, ids) => sql<Row>`select id, rev, body::text as body from party where id = any(${ids})` },
  { kind: 'case', rows: (scope, ids) => sql<Row>`select id, rev, body::text as body from case_file where id = any(${ids}) and ${caseCondition(scope)}` },
  { kind: 'task', rows: (scope, ids) => sql<Row>`select id, rev, body::text as body from task where id = any(${ids}) and ${caseCondition(scope)}` },
  { kind: 'document', rows: (scope, ids) => sql<Row>`select id, rev, body::text as body from document where id = any(${ids}) and ${caseCondition(scope)}` },
];

interface Row {
  readonly id: string;
  readonly rev: number;
  readonly body: string;
}

/** Exclusive position in the log. */
export interface LogPosition {
  readonly xid: string;
  readonly seq: number;
}

export interface LogPage {
  readonly records: readonly StoredRecord[];
  readonly gone: readonly { readonly kind: string; readonly id: string }[];
  readonly position: LogPosition;
  readonly more: boolean;
}

function reference(kind: EntityKind, ids: readonly string[]): RawBuilder<Row> {
  return sql<Row>`select id, rev, body::text as body from reference where kind = ${kind} and id = any(${ids})`;
}

/**
 * Changes after `from` and below `horizon`, in commit-safe order. Of an entity that changed several times only its
 * present state is sent; what is no longer there or no longer in scope is `gone`.
 */
export async function readLog(db: Kysely<Database>, scope: Scope, from: LogPosition, horizon: string): Promise<LogPage> {
  const { rows } = await sql<{ xid: string; seq: number; kind: string; entity_id: string }>`
    select xid::text as xid, seq, kind, entity_id from change_log
    where (xid, seq) > (${from.xid}::xid8, ${from.seq}) and xid < ${horizon}::xid8 and ${changeCondition(scope)}
    order by change_log.xid, seq limit ${ENTRIES}
  `.execute(db);
  const last = rows.at(-1);
  const more = last !== undefined && rows.length === ENTRIES;
  const state = await presentState(db, scope, rows);
  return { ...state, more, position: more ? { xid: last.xid, seq: last.seq } : { xid: horizon, seq: 0 } };
}

async function presentState(
  db: Kysely<Database>, scope: Scope, entries: readonly { readonly kind: string; readonly entity_id: string }[],
): Promise<Pick<LogPage, 'records' | 'gone'>> {
  const records: StoredRecord[] = [];
  const gone: { kind: string; id: string }[] = [];
  for (const { kind, rows } of SOURCES) {
    const ids = new Set(entries.filter((entry) => entry.kind === kind).map((entry) => entry.entity_id));
    if (ids.size === 0) continue;
    const found = await rows(scope, [...ids]).execute(db);
    for (const row of found.rows) {
      records.push({ ...row, kind });
      ids.delete(row.id);
    }
    for (const id of ids) gone.push({ kind, id });
  }
  return { records, gone };
}
