import { sql, type Kysely } from 'kysely';
import { categoryOfName } from '#shared/domain/draw/category.ts';
import { CREDIT_CLASS_KEYS, type CreditClass, DEFAULT_CREDIT_CLASS, type ObjectKind } from '#shared/domain/draw/pool.ts';
import type { ListedObject } from '#shared/domain/draw/snapshot.ts';
import { CITY, type District, DISTRICTS, type Scope } from '#shared/domain/organisation/organisation.ts';
import { PARTY_STATUSES } from '#shared/domain/party/register.ts';
import type { Database } from '../../db/schema.ts';
import { districtCondition } from '../../sync/scope.ts';

interface ObjectRow {
  readonly id: string;
  readonly name: string;
  readonly party_name: string | null;
  readonly credit_code: string | null;
  readonly district: string | null;
  readonly credit_class: string | null;
  readonly category: string | null;
  readonly status: string | null;
}

/** The list of objects as the registers stand: enterprises, or projects with their contractors. Natural persons are none. */
export async function listObjects(db: Kysely<Database>, kind: ObjectKind, scope: Scope): Promise<readonly ListedObject[]> {
  const { rows } = await (kind === 'party' ? selectParties(db) : selectProjects(db, scope));
  return rows.map((row) => toObject(row, kind)).filter(({ district }) => scope.district === CITY || district === scope.district);
}

function selectParties(db: Kysely<Database>) {
  return sql<ObjectRow>`
    select id, name, name as party_name, credit_code, body->>'district' as district, body->>'creditClass' as credit_class,
      body->>'category' as category, body->>'status' as status
    from party where body->>'kind' <> 'person' and credit_code <> ''
  `.execute(db);
}

/** The contractor by his name: the register of projects carries no code of his. */
function selectProjects(db: Kysely<Database>, scope: Scope) {
  return sql<ObjectRow>`
    select project.id, project.name, project.district, contractor.name as party_name, contractor.credit_code, contractor.body->>'creditClass' as credit_class,
      contractor.body->>'category' as category, contractor.body->>'status' as status
    from project left join (select distinct on (name) name, credit_code, body from party order by name, id) as contractor on contractor.name = project.body->>'contractor'
    where ${districtCondition(scope)}
  `.execute(db);
}

function toObject(row: ObjectRow, kind: ObjectKind): ListedObject {
  const { id, name } = row;
  const creditCode = row.credit_code ?? '';
  const partyName = row.party_name ?? '';
  const listed = { id, kind, name, partyName, creditCode, district: districtOf(row.district, creditCode), category: row.category ?? categoryOfName(partyName), creditClass: classOf(row.credit_class) };
  return row.status === 'revoked' || row.status === 'cancelled' ? { ...listed, obstacle: `企业已${PARTY_STATUSES[row.status]}` } : listed;
}

/** Of an enterprise that the register gives no district: the region in its credit code (GB 32100-2015, characters 3 to 8), else the city. */
function districtOf(own: string | null, creditCode: string): District {
  return [own, creditCode.slice(2, 8)].find((code): code is District => code !== null && Object.hasOwn(DISTRICTS, code)) ?? CITY;
}

function classOf(own: string | null): CreditClass {
  return CREDIT_CLASS_KEYS.find((key) => key === own) ?? DEFAULT_CREDIT_CLASS;
}

interface VisitCount {
  readonly party: string;
  readonly code: string;
  readonly n: number;
}

/** Routine visits of a year by party and matter, made and planned; with those drawn whose tasks are still to come. */
export async function countVisits(db: Kysely<Database>, year: number, matterCodes: readonly string[], only?: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const codes = [...matterCodes];
  const { rows } = await sql<VisitCount>`
    select party_no as party, code, count(*) as n from task, unnest(matter_codes) as code
    where party_no is not null and check_class = 'routine' and state <> 'cancelled' and matter_codes && ${codes}::text[] and code = any(${codes}::text[])
      and extract(year from coalesce(inspected_on, planned_on, due_on)) = ${year} ${only === undefined ? sql`` : sql`and party_no = any(${[...only]}::text[])`}
    group by 1, 2
    ${only === undefined ? sql`union all
      select party_key, code, count(*) from draw_item join draw on draw.id = draw_item.draw_id, unnest(draw.matter_codes) as code
      where task_id is null and set_aside is null and draw.year = ${year} and code = any(${codes}::text[]) group by 1, 2` : sql``}
  `.execute(db);
  const counts = new Map<string, Map<string, number>>();
  for (const { party, code, n } of rows) {
    const own = counts.get(party) ?? new Map<string, number>();
    counts.set(party, own.set(code, (own.get(code) ?? 0) + n));
  }
  return counts;
}
