import { sql, type Kysely } from 'kysely';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { PartyItem, PartyPage } from '#shared/contract/http/registers.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import { DISTRICTS, type District, type Scope } from '#shared/domain/organisation/organisation.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { Database } from '../../db/schema.ts';
import { districtCondition } from '../../sync/scope.ts';
import { countHidden, findCases, findTasks } from './work.ts';

/** Characters of a credit code that name the registering region stand in for a district nobody stated. */
const DISTRICT = sql<string>`coalesce(nullif(body ->> 'district', ''), substr(credit_code, 3, 6))`;

/** `%` and `_` of what somebody typed mean themselves. */
export function likeText(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

interface Row {
  readonly id: string;
  readonly body: PartyRecord;
  readonly total: number;
}

export async function listParties(db: Kysely<Database>, input: HttpInput<'registerParties'>, near: string): Promise<{ items: PartyItem[]; total: number }> {
  const { q, district, category, creditClass, status, expiring, offset, limit } = input;
  const wanted = [
    q === undefined || q.trim() === '' ? null : sql`(name ilike ${likeText(q)} or credit_code ilike ${likeText(q)})`,
    district === undefined ? null : sql`${DISTRICT} = ${district}`,
    category === undefined ? null : sql`body ->> 'category' = ${category}`,
    creditClass === undefined ? null : sql`body ->> 'creditClass' = ${creditClass}`,
    status === undefined ? null : sql`body ->> 'status' = ${status}`,
    expiring === true ? sql`exists (select 1 from json_array_elements(body -> 'licences') as licence where licence ->> 'validTo' between '1900' and ${near})` : null,
  ].filter((each) => each !== null);
  const { rows } = await sql<Row>`
    select id, body, count(*) over ()::int as total from party ${wanted.length === 0 ? sql`` : sql`where ${sql.join(wanted, sql` and `)}`}
    order by name, id limit ${limit} offset ${offset}
  `.execute(db);
  return { items: rows.map(({ body }) => toItem(body)), total: rows[0]?.total ?? (offset === 0 ? 0 : await countAll(db)) };
}

/** A page beyond the end has no row to tell the total. */
async function countAll(db: Kysely<Database>): Promise<number> {
  return (await db.selectFrom('party').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
}

function toItem(party: PartyRecord): PartyItem {
  const ends = (party.licences ?? []).map((licence) => licence.validTo).filter((day) => day !== '').toSorted();
  return {
    id: party.id, name: party.name, creditCode: party.creditCode, district: districtOf(party), category: party.category ?? null, creditClass: party.creditClass ?? null, status: party.status ?? null,
    representative: party.representative, licenceTo: ends[0] ?? null, licences: party.licences?.length ?? 0,
  };
}

function isDistrict(code: string): code is District {
  return Object.hasOwn(DISTRICTS, code);
}

export function districtOf(party: Pick<PartyRecord, 'district' | 'creditCode'>): PartyItem['district'] {
  const code = party.district ?? party.creditCode.slice(2, 8);
  return isDistrict(code) ? code : null;
}

export async function readParty(db: Kysely<Database>, scope: Scope, id: string, today: string): Promise<PartyPage | null> {
  const row = await db.selectFrom('party').select('body').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { body: party } = row;
  const keys = [party.creditCode, party.name].filter((key) => key !== '');
  const mine = sql<boolean>`party_no = any(${keys})`;
  const [projects, tasks, cases, frequency, hidden] = await Promise.all([
    findProjects(db, scope, party), findTasks(db, scope, mine), findCases(db, scope, mine), readFrequency(db, party, keys, today), countHidden(db, scope, { tasks: mine, cases: mine }),
  ]);
  return { party: toParty(party), today, projects, tasks, cases, frequency, hidden };
}

function toParty(party: PartyRecord): PartyPage['party'] {
  const { id, kind, name, creditCode, representative, representativePost, address, phone } = party;
  return {
    id, kind, name, creditCode, representative, representativePost, address, phone, district: districtOf(party), category: party.category ?? null, creditClass: party.creditClass ?? null, status: party.status ?? null,
    licences: (party.licences ?? []).map((licence) => ({ ...licence })),
  };
}

/** Projects it builds or has built, and those in which a fact names it. */
async function findProjects(db: Kysely<Database>, scope: Scope, { name, creditCode }: PartyRecord): Promise<PartyPage['projects']> {
  const { rows } = await sql<PartyPage['projects'][number]>`
    select id, name, district, address, array_agg(distinct role order by role) as roles from (
      select id, name, district, body ->> 'address' as address, unnest(array_remove(array[case when body ->> 'developer' = ${name} then '建设单位' end, case when body ->> 'contractor' = ${name} then '施工单位' end], null)) as role
      from project where body ->> 'developer' = ${name} or body ->> 'contractor' = ${name}
      union
      select project.id, project.name, project.district, project.body ->> 'address', coalesce(nullif(fact.body ->> 'title', ''), '参与单位')
      from project_fact as fact join project on project.id = fact.project_id
      where fact.kind in ('party', 'crane') and (fact.body ->> 'unit' = ${name} or (${creditCode} <> '' and fact.body ->> 'creditCode' = ${creditCode}))
    ) as works where ${districtCondition(scope)} group by id, name, district, address order by name limit 200
  `.execute(db);
  return rows;
}

/** Routine visits of the year under every matter that has a cap or was used: made (here and in the province's system) and planned. */
async function readFrequency(db: Kysely<Database>, party: PartyRecord, keys: readonly string[], today: string): Promise<PartyPage['frequency']> {
  const [from, to] = [`${today.slice(0, 4)}-01-01`, `${today.slice(0, 4)}-12-31`];
  const { rows } = await sql<{ code: string; made: number; planned: number; matter: Matter | null }>`
    with visit as (
      select unnest(matter_codes) as code, inspected_on is not null as made from task
      where party_no = any(${keys}) and check_class = 'routine' and state <> 'cancelled' and coalesce(inspected_on, planned_on, due_on) between ${from}::date and ${to}::date
      union all
      select matter_code, true from province_visit where (credit_code <> '' and credit_code = ${party.creditCode} or party_name = ${party.name}) and visited_on between ${from}::date and ${to}::date
    )
    select code, count(*) filter (where made)::int as made, count(*) filter (where not made)::int as planned,
      (select body from reference where kind = 'matter' and id = code) as matter
    from visit group by code order by code
  `.execute(db);
  return rows.map(({ code, made, planned, matter }) => ({ matterCode: code, matterName: matter?.name ?? code, made, planned, cap: matter?.cap ?? null }));
}
