import { type Kysely, sql } from 'kysely';
import type { Database } from '#api/db/schema.ts';

/** Years of records in the database, up to `today`. */
const YEARS = 8;
const BATCH = 20_000;
/** Characters of a body beside what figures are read from: what a short visit or an old paper volume has. */
const FILLER = 1500;

/**
 * A bureau's records of eight years, made by the database itself: plausible shares of districts, channels, states, matters
 * and officers, the same in every run. Written through the tables of cases and tasks, so that the triggers make the figures.
 */
export async function fillRecords(db: Kysely<Database>, { cases, tasks, today }: { readonly cases: number; readonly tasks: number; readonly today: string }): Promise<void> {
  await sql`
    create function share(n integer, salt text) returns double precision language sql immutable as $$
      select (hashtextextended(salt || n::text, 7)::bit(64)::bit(31)::int)::float8 / 2147483647 $$
  `.execute(db);
  for (let from = 1; from <= tasks; from += BATCH) await insertTasks(db, from, Math.min(tasks, from + BATCH - 1), today);
  for (let from = 1; from <= cases; from += BATCH) await insertCases(db, from, Math.min(cases, from + BATCH - 1), today);
  await sql`vacuum analyze`.execute(db);
}

const DISTRICT = sql`(array['320500','320505','320506','320507','320508','320509','320571','320581','320582','320583','320585'])[1 + floor(share(n, 'd') * 11)::int]`;
const CHANNEL = sql`(array['JC','FDC','ZA'])[1 + floor(share(n, 'c') * 3)::int]`;
const OFFICERS = sql`array['officer-' || floor(share(n, 'o') * 300)::int, 'officer-' || (300 + floor(share(n, 'p') * 300)::int)]`;
const MATTER = sql`'SZZJ-JG-' || lpad((1 + floor(share(n, 'm') * 33)::int)::text, 3, '0')`;

async function insertTasks(db: Kysely<Database>, from: number, to: number, today: string): Promise<void> {
  await sql`
    insert into task (id, rev, channel, district, source, check_class, state, task_no, matter_codes, party_no, party_name, officer_ids, created_on, due_on, inspected_on, finished_on, result, body)
    select 'bench-task-' || n, 1, channel, district, source, 'routine', state, null, matters, 'party-' || floor(share(n, 'y') * 15000)::int, '苏州示例企业', officers, day, day + 30,
      case when state in ('done', 'rectify') then day + 10 end, case when state = 'done' then day + 10 + floor(share(n, 'f') * 30)::int end,
      case when state in ('done', 'rectify') then case when share(n, 'r') < 0.75 then 'clean' else 'ordered' end end,
      json_build_object('title', '示例检查', 'party', json_build_object('name', '苏州示例企业', 'creditCode', ''), 'note', repeat('示', ${FILLER}::int / 3),
        'checklist', json_build_array(json_build_object('result', 'pass'), json_build_object('result', case when share(n, 'r') < 0.75 then 'pass' else 'fail' end)),
        'orders', case when state <> 'done' or share(n, 'r') < 0.8 then '[]'::json else json_build_array(json_build_object('id', 'order', 'kind', 'correct', 'madeOn', day + 10, 'dueOn', day + 25, 'endedOn', day + 30)) end)
    from (
      select n, ${CHANNEL} as channel, ${DISTRICT} as district, (array['plan','random','complaint','warning'])[1 + floor(share(n, 's') * 4)::int] as source, ${OFFICERS} as officers,
        case when share(n, 'q') < 0.2 then array[${MATTER}, 'SZZJ-JG-007'] else array[${MATTER}] end as matters, ${today}::date - floor(share(n, 't') * ${YEARS * 365})::int as day,
        case when share(n, 't') > 0.02 then 'done' else (array['new','assigned','accepted','rectify'])[1 + floor(share(n, 'u') * 4)::int] end as state
      from generate_series(${from}::int, ${to}::int) as n
    ) as made
  `.execute(db);
}

async function insertCases(db: Kysely<Database>, from: number, to: number, today: string): Promise<void> {
  await sql`
    insert into case_file (id, rev, channel, district, stage, case_no, due_on, registered_on, updated_at, body)
    select 'bench-case-' || n, 1, channel, district, stage, null, case when stage = 'CLOSED' then null else ${today}::date + floor(share(n, 'e') * 60)::int - 10 end, day, now(),
      json_build_object('cause', '示例违法行为', 'clue', json_build_object('source', 'inspection', 'subject', '示例线索'), 'party', json_build_object('name', '苏州示例企业', 'creditCode', ''), 'facts', repeat('示', ${FILLER}::int / 3),
        'violationId', 'J' || lpad((1 + floor(share(n, 'v') * 30)::int)::text, 2, '0'), 'officerIds', officers, 'stageSince', day, 'filedOn', day + 7,
        'decidedOn', case when stage = 'CLOSED' then (day + 60)::text end, 'closedOn', case when stage = 'CLOSED' then (day + 90)::text end,
        'decided', case when stage = 'CLOSED' then json_build_object('fineFen', 100000 + floor(share(n, 'g') * 5000000)::int, 'confiscationFen', 0) end,
        'payments', case when stage = 'CLOSED' then json_build_array(json_build_object('id', 'pay', 'paidOn', day + 75, 'amountFen', 100000 + floor(share(n, 'g') * 5000000)::int)) else '[]'::json end)
    from (
      select n, ${CHANNEL} as channel, ${DISTRICT} as district, ${OFFICERS} as officers, ${today}::date - floor(share(n, 't') * ${YEARS * 365})::int as day,
        case when share(n, 't') > 0.05 then 'CLOSED' else (array['VERIFY','INVEST','NOTIFIED','SERVED'])[1 + floor(share(n, 'u') * 4)::int] end as stage
      from generate_series(${from}::int, ${to}::int) as n
    ) as made
  `.execute(db);
}
