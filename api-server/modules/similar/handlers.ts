import { sql, type Kysely } from 'kysely';
import { ok } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { inScope } from '#shared/domain/organisation/organisation.ts';
import { isSimilar, precedentOf, SIMILAR_CASES, similarCases, type SimilarQuery } from '#shared/domain/review/similar.ts';
import type { Database } from '../../db/schema.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';

/** More than are shown: the newest by decision are among the newest by registration, not in the same order. */
const READ = SIMILAR_CASES * 3;

/** Decided cases of the whole city: what a fine is compared with. Whose they are is told inside the caller's scope only. */
export function similarHandlers(deps: ServerDeps): Pick<Handlers, 'similarCases'> {
  return {
    async similarCases(query, request) {
      const scope = scopeOf(request.officer);
      const files = await findSimilar(deps.db, query);
      const precedents = files.flatMap((file) => precedentOf(file, inScope(scope, file)) ?? []);
      const { items, statistics } = similarCases(precedents);
      return ok({ items: [...items], statistics });
    },
  };
}

/** The stages are written out as in the index, or PostgreSQL would not use it. */
async function findSimilar(db: Kysely<Database>, query: SimilarQuery): Promise<readonly CaseFile[]> {
  const conditions = [
    sql`body->>'violationId' = ${query.violationId}`,
    sql`stage in ('DECIDED', 'SERVED', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'EXEC_STOP', 'CLOSE_APPR', 'CLOSED', 'ARCH')`,
    ...(query.caseId === undefined ? [] : [sql`id <> ${query.caseId}`]),
    ...(query.tier === undefined ? [] : [sql`body->'discretion'->>'tier' = ${query.tier}`]),
    ...resultConditions(query),
  ];
  const { rows } = await sql<{ body: CaseFile }>`
    select body from case_file where ${sql.join(conditions, sql` and `)} order by registered_on desc limit ${READ}
  `.execute(db);
  return rows.map((row) => row.body).filter((file) => isSimilar(file, query));
}

function resultConditions({ result }: SimilarQuery) {
  const fine = sql`coalesce((body->'decided'->>'fineFen')::bigint, 0)`;
  if (result === 'unpunished') return [sql`body->>'noPenaltyGround' is not null`];
  if (result === 'fined') return [sql`body->>'noPenaltyGround' is null`, sql`${fine} > 0`];
  return result === 'other' ? [sql`body->>'noPenaltyGround' is null`, sql`${fine} = 0`] : [];
}
