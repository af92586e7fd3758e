import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { OfficerItem, OfficerPage } from '#shared/contract/http/registers.ts';
import { ROLES, type Officer } from '#shared/domain/officer/officer.ts';
import { CITY, type Scope } from '#shared/domain/organisation/organisation.ts';
import { ENDED_STAGES } from '#shared/domain/procedure/stages.ts';
import { OPEN_TASK_STATES } from '#shared/domain/task/task.ts';
import type { Database } from '../../db/schema.ts';
import { likeText } from './party.ts';
import { findCases, findTasks } from './work.ts';

const OPEN_TASK = sql<boolean>`state = any(${[...OPEN_TASK_STATES]})`;
const OPEN_CASE = sql<boolean>`stage <> all(${[...ENDED_STAGES]})`;

interface Row {
  readonly body: Officer;
  readonly total: number;
  readonly tasks: number;
  readonly cases: number;
  readonly recusals: number;
}

/** Officers who hold or should hold a certificate, a district's for a district. `near`: last day that counts as soon. */
export async function listOfficers(db: Kysely<Database>, scope: Scope, { q, district, expiring, offset, limit }: HttpInput<'registerOfficers'>, today: string, near: string): Promise<{ items: OfficerItem[]; total: number }> {
  const place = scope.district === CITY ? district : scope.district;
  const wanted = [
    sql`(body ->> 'certificateNo' <> '' or (body -> 'roles')::jsonb ? 'officer')`,
    q === undefined || q.trim() === '' ? null : sql`(body ->> 'name' ilike ${likeText(q)} or body ->> 'certificateNo' ilike ${likeText(q)} or body ->> 'unitName' ilike ${likeText(q)})`,
    place === undefined ? null : sql`body ->> 'district' = ${place}`,
    expiring === true ? sql`body ->> 'certificateTo' <= ${near}` : null,
  ].filter((each) => each !== null);
  const { rows } = await sql<Row>`
    with task_load as (select unnest(officer_ids) as id, count(*)::int as n from task where ${OPEN_TASK} group by 1),
      case_load as (select json_array_elements_text(body -> 'officerIds') as id, count(*)::int as n from case_file where ${OPEN_CASE} group by 1),
      standing as (select officer_id as id, count(*)::int as n from recusal where to_on is null or to_on >= ${today}::date group by 1)
    select officer.body, count(*) over ()::int as total, coalesce(task_load.n, 0) as tasks, coalesce(case_load.n, 0) as cases, coalesce(standing.n, 0) as recusals
    from officer left join task_load on task_load.id = officer.id left join case_load on case_load.id = officer.id left join standing on standing.id = officer.id
    where ${sql.join(wanted, sql` and `)} order by body ->> 'district', body ->> 'unitName', officer.login_name limit ${limit} offset ${offset}
  `.execute(db);
  return { items: rows.map(toItem), total: rows[0]?.total ?? 0 };
}

function toItem({ body, tasks, cases, recusals }: Row): OfficerItem {
  const { id, name, unitName, district, channel, certificateNo, certificateTo, active } = body;
  return { id, name, unitName, district, channel, certificateNo, certificateTo, active, openTasks: tasks, openCases: cases, recusals };
}

export async function findOfficer(db: Kysely<Database>, scope: Scope, id: string): Promise<Officer | null> {
  const row = await db.selectFrom('officer').select('body').where('id', '=', id).executeTakeFirst();
  return row === undefined || (scope.district !== CITY && row.body.district !== scope.district) ? null : row.body;
}

export async function readOfficer(db: Kysely<Database>, scope: Scope, officer: Officer, today: string, writable: boolean): Promise<OfficerPage> {
  const { id, name, loginName, unitName, district, channel, phone, certificateNo, certificateFrom, certificateTo, legallyQualified, active, roles } = officer;
  const [tasks, cases, recusals] = await Promise.all([
    findTasks(db, scope, sql<boolean>`${OPEN_TASK} and officer_ids @> array[${id}]`),
    findCases(db, scope, sql<boolean>`${OPEN_CASE} and (body -> 'officerIds')::jsonb ? ${id}`),
    db.selectFrom('recusal').selectAll().where('officer_id', '=', id).orderBy('declared_at', 'desc').execute(),
  ]);
  return {
    officer: { id, name, loginName, unitName, district, channel, phone, certificateNo, certificateFrom, certificateTo, legallyQualified, active, roles: roles.map((role) => ROLES[role]) },
    today, tasks, cases, recusals: recusals.map(toRecusal), writable,
  };
}

export function toRecusal(row: Selectable<Database['recusal']>): OfficerPage['recusals'][number] {
  return { id: row.id, partyName: row.party_name, creditCode: row.credit_code, reason: row.reason, fromOn: row.from_on, toOn: row.to_on, declaredBy: row.declared_by_name, declaredAt: row.declared_at.toISOString() };
}

export async function insertRecusal(db: Kysely<Database>, input: HttpInput<'addRecusal'>, by: Officer, now: Date) {
  return db.insertInto('recusal').values({
    id: randomUUID(), officer_id: input.officerId, party_name: input.partyName.trim(), credit_code: input.creditCode, reason: input.reason.trim(), from_on: input.fromOn, to_on: null,
    declared_by_name: by.name, declared_at: now,
  }).returningAll().executeTakeFirstOrThrow();
}

/** The recusal with its officer, `null` when there is none. */
export async function findRecusal(db: Kysely<Database>, id: string) {
  return await db.selectFrom('recusal').selectAll().where('id', '=', id).executeTakeFirst() ?? null;
}

export async function closeRecusal(db: Kysely<Database>, id: string, toOn: string) {
  return db.updateTable('recusal').set({ to_on: toOn }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}
