import { sql, type RawBuilder } from 'kysely';
import type { Period } from '#shared/domain/statistics/period.ts';
import { caseCondition } from '../../sync/scope.ts';
import { keyOf, type Question, setOf, subsetsOf } from './question.ts';

/**
 * 监管事项覆盖率: of the matters claimed, each in each of its districts, the share that was visited at least once,
 * here or in the province's system.
 * A matter's channel is its own, whoever made the visit.
 */
export function coverageStatement({ groups, filter: { district, channel, matter }, scope }: Question, { from, to }: Period): RawBuilder<unknown> {
  return sql`
    select ${keyOf(groups[0], groups)} as k1, ${keyOf(groups[1], groups)} as k2, array[count(visited.matter)::float8 / nullif(count(*), 0)]::float8[] as figures
    from (
      select matter as key_matter, district as key_district, channel as key_channel from (
        select id as matter, district, body->>'channel' as channel
        from reference, lateral json_array_elements_text(coalesce(body->'districts', '[]')) as district
        where kind = 'matter' and body->>'claim' = 'claimed'
      ) as duty
      where ${caseCondition(scope)} ${district === undefined ? sql`` : sql`and district = ${district}`}
        ${channel === undefined ? sql`` : sql`and channel = ${channel}`} ${matter === undefined ? sql`` : sql`and matter = ${matter}`}
    ) as duty
    left join (
      select district, code as matter from (
        select distinct district, matter_codes from task_figure where inspected_on between ${from}::date and ${to}::date and result is not null
      ) as visits, unnest(matter_codes) as code
      union select district, matter_code from province_visit where visited_on between ${from}::date and ${to}::date
    ) as visited on visited.matter = key_matter and visited.district = key_district
    group by grouping sets (${sql.join(subsetsOf(groups).map(setOf))})
  `;
}
