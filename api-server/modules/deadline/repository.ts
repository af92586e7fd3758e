import { sql, type Kysely } from 'kysely';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Channel, District, Scope } from '#shared/domain/organisation/organisation.ts';
import type { BoardBounds, BoardColumn } from '#shared/domain/time-limit/board.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

export interface DueFilter {
  /** Last due day asked for. */
  readonly until: string;
  readonly today: string;
  /** Last day that counts as near. */
  readonly nearUntil: string;
  readonly district: string | undefined;
  readonly channel: string | undefined;
  readonly officerId: string | undefined;
  readonly limit: number;
}

export interface DueCounts {
  readonly total: number;
  readonly overdue: number;
  readonly near: number;
}

function condition(scope: Scope, { until, district, channel, officerId }: DueFilter) {
  const parts = [
    sql`due_on <= ${until}::date`,
    caseCondition(scope),
    ...(district === undefined ? [] : [sql`district = ${district}`]),
    ...(channel === undefined ? [] : [sql`channel = ${channel}`]),
    ...(officerId === undefined ? [] : [sql`(body->'officerIds')::jsonb ? ${officerId}`]),
  ];
  return sql.join(parts, sql` and `);
}

/** Cases that fall due, the oldest first. */
export async function findDue(db: Kysely<Database>, scope: Scope, filter: DueFilter): Promise<readonly CaseFile[]> {
  const { rows } = await sql<{ body: CaseFile }>`
    select body from case_file where ${condition(scope, filter)} order by due_on, id limit ${filter.limit}
  `.execute(db);
  return rows.map((row) => row.body);
}

export async function countDue(db: Kysely<Database>, scope: Scope, filter: DueFilter): Promise<DueCounts> {
  const { rows } = await sql<{ total: number; overdue: number; near: number }>`
    select count(*) as total, count(*) filter (where due_on < ${filter.today}::date) as overdue,
      count(*) filter (where due_on between ${filter.today}::date and ${filter.nearUntil}::date) as near
    from case_file where ${condition(scope, filter)}
  `.execute(db);
  return rows[0] ?? { total: 0, overdue: 0, near: 0 };
}

export interface DueSummary extends Readonly<Record<BoardColumn, number>> {
  readonly district: District;
  readonly channel: Channel;
}

/** Cases in each column of the board, by district and channel; answered from the index alone. */
export async function summariseDue(db: Kysely<Database>, scope: Scope, { today, soonUntil, nearUntil }: BoardBounds): Promise<readonly DueSummary[]> {
  const { rows } = await sql<DueSummary>`
    select district, channel,
      count(*) filter (where due_on < ${today}::date) as overdue,
      count(*) filter (where due_on = ${today}::date) as today,
      count(*) filter (where due_on > ${today}::date and due_on <= ${soonUntil}::date) as soon,
      count(*) filter (where due_on > ${soonUntil}::date and due_on <= ${nearUntil}::date) as near,
      count(*) filter (where due_on > ${nearUntil}::date) as later
    from case_file where due_on is not null and ${caseCondition(scope)} group by district, channel order by district, channel
  `.execute(db);
  return rows;
}
