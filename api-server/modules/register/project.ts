import { sql, type Kysely } from 'kysely';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { ProjectItem, ProjectPage } from '#shared/contract/http/registers.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { FactKind } from '#shared/domain/project/fact.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Database } from '../../db/schema.ts';
import { districtCondition } from '../../sync/scope.ts';
import { likeText } from './party.ts';
import { countHidden, findCases, findTasks } from './work.ts';

interface Row {
  readonly body: ProjectRecord;
  readonly total: number;
  readonly kind: FactKind | null;
  readonly day: string | null;
}

export async function listProjects(db: Kysely<Database>, scope: Scope, { q, district, offset, limit }: HttpInput<'registerProjects'>): Promise<{ items: ProjectItem[]; total: number }> {
  const wanted = [
    districtCondition(scope),
    q === undefined || q.trim() === '' ? null : sql`(name ilike ${likeText(q)} or body ->> 'projectCode' ilike ${likeText(q)} or body ->> 'permitNo' ilike ${likeText(q)} or body ->> 'developer' ilike ${likeText(q)} or body ->> 'contractor' ilike ${likeText(q)})`,
    district === undefined ? null : sql`district = ${district}`,
  ].filter((each) => each !== null);
  const { rows } = await sql<Row>`
    select page.body, page.total, latest.kind, latest.day from (
      select id, name, body, count(*) over ()::int as total from project where ${sql.join(wanted, sql` and `)} order by name, id limit ${limit} offset ${offset}
    ) as page left join lateral (
      select kind, body ->> 'on' as day from project_fact where project_id = page.id and body ->> 'on' <> '' order by body ->> 'on' desc limit 1
    ) as latest on true order by page.name, page.id
  `.execute(db);
  return { items: rows.map(toItem), total: rows[0]?.total ?? 0 };
}

function toItem({ body, kind, day }: Row): ProjectItem {
  const { id, name, district, projectCode, permitNo, developer, contractor } = body;
  return { id, name, district, projectCode, permitNo, developer, contractor, latestFact: kind === null ? null : { kind, on: day ?? '' } };
}

export async function readProject(db: Kysely<Database>, scope: Scope, id: string, today: string): Promise<ProjectPage | null> {
  const row = await db.selectFrom('project').select('body').where('id', '=', id).where(districtCondition(scope)).executeTakeFirst();
  if (row === undefined) return null;
  const { id: projectId, name, address, projectCode, permitNo, contractPriceFen, areaSquareMetres, district, developer, contractor } = row.body;
  const ofTask = sql<boolean>`project_id = ${id}`;
  const ofCase = sql<boolean>`project_id = ${id}`;
  const [facts, tasks, cases, hidden, parties] = await Promise.all([
    db.selectFrom('project_fact').select(['body', 'fetched_at', 'source_system', 'source_ref']).where('project_id', '=', id).execute(),
    findTasks(db, scope, ofTask), findCases(db, scope, ofCase), countHidden(db, scope, { tasks: ofTask, cases: ofCase }),
    sql<{ id: string; name: string }>`select min(id) as id, name from party where name = any(${[developer, contractor].filter((each) => each !== '')}) group by name`.execute(db),
  ]);
  return {
    project: { id: projectId, name, address, projectCode, permitNo, contractPriceFen, areaSquareMetres, district, developer, contractor }, today,
    parties: parties.rows, tasks, cases, hidden,
    facts: facts.map((fact) => ({ ...fact.body, sourceSystem: fact.source_system, sourceRef: fact.body.sourceRef, fetchedAt: fact.fetched_at.toISOString() })),
  };
}
