import { sql, type Kysely } from 'kysely';
import type { Channel, District, Scope } from '#shared/domain/organisation/organisation.ts';
import type { BoardBounds, BoardColumn } from '#shared/domain/time-limit/board.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

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
