import { sql, type Kysely } from 'kysely';
import type { DuplicateGroup, MergeRecord } from '#shared/contract/http/registers.ts';
import type { MergeKind } from '#shared/domain/party/merge.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import { nameCore } from '#shared/domain/party/register.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Database } from '../../db/schema.ts';
import { districtOf } from './party.ts';

const MOST = 200;

interface Row {
  readonly id: string;
  readonly rev: number;
  readonly name: string;
  readonly code: string;
  readonly permit: string;
  readonly district: string;
}

/** Records that are perhaps one: of the same code; or of the same core of a name where the codes do not speak against it. */
export async function findDuplicates(db: Kysely<Database>, kind: MergeKind): Promise<DuplicateGroup[]> {
  const { rows } = kind === 'party'
    ? await sql<Row>`select id, rev, name, credit_code as code, '' as permit, '' as district from party`.execute(db)
    : await sql<Row>`select id, rev, name, body ->> 'projectCode' as code, body ->> 'permitNo' as permit, district from project`.execute(db);
  const byCode = [...groups(rows, (row) => row.code), ...groups(rows, (row) => row.permit)];
  const together = new Set(byCode.map((group) => pairKey(group)));
  const byName = groups(rows, (row) => `${row.district}${nameCore(row.name)}`).map(agreeing).filter((group) => group.length > 1 && !together.has(pairKey(group)));
  const found = [...byCode.map((group) => ({ reason: 'code', group }) as const), ...byName.map((group) => ({ reason: 'name', group }) as const)].slice(0, MOST);
  const records = await readMergeRecords(db, kind, found.flatMap(({ group }) => group.map((row) => row.id)));
  return found.map(({ reason, group }) => ({ reason, records: group.flatMap((row) => records.get(row.id) ?? []) }));
}

function pairKey(group: readonly Row[]): string {
  return group.map((row) => row.id).toSorted().join();
}

function groups(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const group = found.get(key);
    if (group === undefined) found.set(key, [row]);
    else group.push(row);
  }
  return [...found.values()].filter((group) => group.length > 1);
}

/** Namesakes with different codes are different enterprises; those without a code may be any one of them, so only one code may remain. */
function agreeing(group: readonly Row[]): readonly Row[] {
  const codes = new Set(group.map((row) => row.code).filter((code) => code !== ''));
  const permits = new Set(group.map((row) => row.permit).filter((permit) => permit !== ''));
  return codes.size <= 1 && permits.size <= 1 ? group : [];
}

interface Body {
  readonly id: string;
  readonly rev: number;
  readonly body: PartyRecord | ProjectRecord;
  readonly uses: number;
}

/** What a person needs to tell two records apart; `uses`: tasks and cases that hold a copy, or facts of a project. */
export async function readMergeRecords(db: Kysely<Database>, kind: MergeKind, ids: readonly string[]): Promise<ReadonlyMap<string, MergeRecord>> {
  const { rows } = kind === 'party'
    ? await sql<Body>`select id, rev, body, (select count(*)::int from task where party_no in (credit_code, party.name) and party_no <> '') + (select count(*)::int from case_file where party_no in (credit_code, party.name) and party_no <> '') as uses from party where id = any(${ids})`.execute(db)
    : await sql<Body>`select id, rev, body, (select count(*)::int from task where project_id = project.id) + (select count(*)::int from project_fact where project_id = project.id) as uses from project where id = any(${ids})`.execute(db);
  return new Map(rows.map((row) => [row.id, toRecord(row)]));
}

function toRecord({ id, rev, body, uses }: Body): MergeRecord {
  if ('developer' in body) return { id, rev, name: body.name, code: body.projectCode || body.permitNo, district: body.district, detail: [body.developer, body.address].filter((text) => text !== '').join('，'), uses };
  return { id, rev, name: body.name, code: body.creditCode, district: districtOf(body), detail: [body.representative, body.address].filter((text) => text !== '').join('，'), uses };
}
