import { sql, type Kysely, type RawBuilder } from 'kysely';
import { ok } from '#shared/contract/result.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { coverageFigures, type CoverageCell } from '#shared/domain/matter/coverage.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { CITY, DISTRICT_KEYS, type District, type Scope } from '#shared/domain/organisation/organisation.ts';
import { INSPECTION_RESULTS, TASK_STATES, type InspectionResult, type TaskState } from '#shared/domain/task/task.ts';
import type { Database } from '../../db/schema.ts';
import type { Handlers } from '../../deps.ts';
import { todayOf, type MatterDeps } from './changing.ts';
import { allMatters } from './repository.ts';

type Visit = HttpOutput<'matterVisits'>['visits'][number];

/** Rows shown behind one figure. */
const MOST_VISITS = 500;

/** What was done and not done under each matter: counted from the tasks and from the province's records, in the caller's scope. */
export function coverageHandlers(deps: MatterDeps): Pick<Handlers, 'matterCoverage' | 'matterUse' | 'matterVisits'> {
  return {
    async matterCoverage({ year }, { officer }) {
      const scope = scopeOf(officer);
      const today = todayOf(deps);
      const matters = inScope(await allMatters(deps.db), scope);
      const districts = scope.district === CITY ? DISTRICT_KEYS : [scope.district];
      const cells = await readCells(deps.db, { year, today, scope });
      return ok({ year, today, districts: [...districts], matters: [...matters], cells: [...cells], figures: coverageFigures(matters, cells, districts) });
    },
    async matterUse(_input, { officer }) {
      return ok({ today: todayOf(deps), rows: await lastVisits(deps.db, scopeOf(officer)) });
    },
    async matterVisits({ code, year, district }, { officer }) {
      return ok(await readVisits(deps.db, { code, year, district: district ?? null, scope: scopeOf(officer) }));
    },
  };
}

/** A district's officer of one channel is shown that channel's matters. */
function inScope(matters: readonly Matter[], { district, channel }: Scope): readonly Matter[] {
  return district === CITY || channel === null ? matters : matters.filter((matter) => matter.channel === channel);
}

function taskScope({ district, channel }: Scope): RawBuilder<unknown> {
  if (district === CITY) return sql``;
  return channel === null ? sql`and t.district = ${district}` : sql`and t.district = ${district} and t.channel = ${channel}`;
}

function provinceScope({ district, channel }: Scope): RawBuilder<unknown> {
  if (district === CITY) return sql``;
  return channel === null ? sql`and p.district = ${district}`
    : sql`and p.district = ${district} and exists (select from reference r where r.kind = 'matter' and r.id = p.matter_code and r.body ->> 'channel' = ${channel})`;
}

const OPEN = sql`t.inspected_on is null and t.state not in ('done', 'cancelled')`;

interface CellQuery {
  readonly year: number;
  readonly today: string;
  readonly scope: Scope;
}

/** One cell for each matter and district with anything in it. */
async function readCells(db: Kysely<Database>, { year, today, scope }: CellQuery): Promise<readonly CoverageCell[]> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<{ matter_code: string; district: District; visits: number; province: number; open: number; overdue: number }>`
    with counted as (
      select code as matter_code, t.district, count(*) as visits, 0 as province, 0 as open, 0 as overdue
      from task t cross join lateral unnest(t.matter_codes) as code
      where t.inspected_on between ${from}::date and ${to}::date ${taskScope(scope)} group by 1, 2
      union all
      select code, t.district, 0, 0, count(*), count(*) filter (where t.due_on < ${today}::date)
      from task t cross join lateral unnest(t.matter_codes) as code
      where ${OPEN} and t.due_on between ${from}::date and ${to}::date ${taskScope(scope)} group by 1, 2
      union all
      select p.matter_code, p.district, 0, count(*), 0, 0 from province_visit p
      where p.visited_on between ${from}::date and ${to}::date ${provinceScope(scope)} group by 1, 2
    )
    select matter_code, district, sum(visits)::bigint as visits, sum(province)::bigint as province, sum(open)::bigint as open, sum(overdue)::bigint as overdue
    from counted group by 1, 2 order by 1, 2
  `.execute(db);
  return rows.map(({ matter_code: matterCode, district, visits, province, open, overdue }) => ({ matterCode, district, visits, provinceVisits: province, open, overdue }));
}

/** Goes back from the latest visit of each matter instead of counting all: most matters have a recent one. */
async function lastVisits(db: Kysely<Database>, scope: Scope): Promise<{ code: string; lastOn: string }[]> {
  const { rows } = await sql<{ code: string; lastOn: string }>`
    select m.id as code, greatest(here.day, province.day) as "lastOn" from reference m
    left join lateral (
      select t.inspected_on as day from task t where t.inspected_on is not null and t.matter_codes @> array[m.id] ${taskScope(scope)} order by t.inspected_on desc limit 1
    ) here on true
    left join lateral (select max(p.visited_on) as day from province_visit p where p.matter_code = m.id ${provinceScope(scope)}) province on true
    where m.kind = 'matter' and (here.day is not null or province.day is not null) order by 1
  `.execute(db);
  return rows;
}

interface VisitQuery {
  readonly code: string;
  readonly year: number;
  readonly district: District | null;
  readonly scope: Scope;
}

interface VisitRow {
  readonly source: Visit['source'];
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly party: string;
  readonly district: District;
  readonly on: string | null;
  readonly dueOn: string | null;
  readonly result: string | null;
  readonly state: TaskState | null;
  readonly total: number;
}

/** The visits of a year and the open tasks due in it, the newest first. */
async function readVisits(db: Kysely<Database>, { code, year, district, scope }: VisitQuery): Promise<{ visits: Visit[]; total: number }> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await sql<VisitRow>`
    with found as (
      select 'task' as source, t.id, coalesce(t.task_no, '') as no, t.party_name as party, t.district, t.inspected_on as "on", t.due_on as "dueOn", t.result, t.state
      from task t where t.matter_codes @> array[${code}]::text[] ${district === null ? sql`` : sql`and t.district = ${district}`} ${taskScope(scope)}
        and (t.inspected_on between ${from}::date and ${to}::date or (${OPEN} and t.due_on between ${from}::date and ${to}::date))
      union all
      select 'province', p.id::text, p.record_no, p.party_name, p.district, p.visited_on, null, p.result, null
      from province_visit p where p.matter_code = ${code} ${district === null ? sql`` : sql`and p.district = ${district}`} ${provinceScope(scope)}
        and p.visited_on between ${from}::date and ${to}::date
    ), shown as (select found.*, count(*) over () as total from found order by "on" desc nulls first, "dueOn", id limit ${MOST_VISITS})
    select shown.*, coalesce(t.body ->> 'title', '') as title from shown left join task t on shown.source = 'task' and t.id = shown.id order by shown."on" desc nulls first, shown."dueOn", shown.id
  `.execute(db);
  const visits = rows.map(({ source, id, no, title, party, district: at, on, dueOn, result, state }): Visit => ({ source, id, no, title, party, district: at, on, dueOn, result: resultText(result, state) }));
  return { visits, total: rows[0]?.total ?? 0 };
}

function resultText(result: string | null, state: TaskState | null): string {
  if (result === null) return state === null ? '' : TASK_STATES[state];
  return Object.hasOwn(INSPECTION_RESULTS, result) ? INSPECTION_RESULTS[result as InspectionResult] : result;
}
