import { sql, type RawBuilder } from 'kysely';
import type { Fact, MeasureKey } from '#shared/domain/statistics/measures.ts';

type Sql = RawBuilder<unknown>;
type Condition = RawBuilder<boolean>;

/** How a measure is computed from the rows of its fact. */
export interface Expression {
  /** Column of the day by which a flow is counted; of a stock the day its list is ordered by. */
  readonly day: string;
  /** Rows that count, among those of the period; `asOf` is the end of the period. */
  readonly where: (asOf: string) => Condition;
  /** What is made of them, without the condition. */
  readonly value: Aggregate;
  /** What one row adds, shown in the list behind the figure; `null`: one. */
  readonly each: Sql | null;
}

/** The first part of an aggregate with its condition attached; a share divides two of them. */
export type Aggregate =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum' | 'average' | 'distinct'; readonly of: Sql }
  /** Rows that count and fulfil `hit`, of all that count. */
  | { readonly kind: 'share'; readonly hit: Condition };

const ANY: Expression['where'] = () => sql<boolean>`true`;
const COUNT: Aggregate = { kind: 'count' };

function counted(day: string, where: Condition = sql<boolean>`true`): Expression {
  return { day, where: () => where, value: COUNT, each: null };
}

function summed(day: string, of: Sql, where: Condition = sql<boolean>`true`): Expression {
  return { day, where: () => where, value: { kind: 'sum', of }, each: of };
}

const VISITED = sql<boolean>`result is not null`;
const PROBLEM = sql<boolean>`result not in ('clean', 'not-operating')`;
const DONE = sql<boolean>`state = 'done'`;
const CLOSED = sql<boolean>`stage in ('CLOSED', 'ARCH')`;
const PUNISHED = sql<boolean>`not unpunished`;
const DAYS = sql`(decided_on - filed_on)`;
const OVERDUE: Expression['where'] = (asOf) => sql<boolean>`due_on < ${asOf}::date`;

/** One for each key of `MEASURES`; the meaning there and the expression here say the same. */
export const EXPRESSIONS = {
  'tasks-created': counted('created_on'),
  'tasks-done': counted('ended_on', DONE),
  'tasks-on-time': { day: 'ended_on', where: () => DONE, value: { kind: 'share', hit: sql<boolean>`ended_on <= due_on` }, each: null },
  'tasks-open': { day: 'due_on', where: ANY, value: COUNT, each: null },
  'tasks-overdue': { day: 'due_on', where: OVERDUE, value: COUNT, each: null },
  visits: counted('inspected_on', VISITED),
  'visits-problem': counted('inspected_on', PROBLEM),
  'problem-share': { day: 'inspected_on', where: () => VISITED, value: { kind: 'share', hit: PROBLEM }, each: null },
  'parties-visited': { day: 'inspected_on', where: () => VISITED, value: { kind: 'distinct', of: sql`party` }, each: null },
  'items-checked': summed('inspected_on', sql`items`, VISITED),
  'items-failed': summed('inspected_on', sql`failed_items`, VISITED),
  'visits-to-case': counted('inspected_on', sql<boolean>`result is not null and case_id is not null`),
  // Its own statement (`coverage.ts`); the list behind it is that of the visits.
  coverage: counted('inspected_on', VISITED),
  'orders-made': counted('made_on'),
  'orders-ended': counted('ended_on'),
  'orders-open': { day: 'due_on', where: ANY, value: COUNT, each: null },
  'orders-overdue': { day: 'due_on', where: OVERDUE, value: COUNT, each: null },
  'cases-registered': counted('registered_on'),
  'cases-filed': counted('filed_on'),
  'cases-decided': counted('decided_on', PUNISHED),
  'cases-unpunished': counted('decided_on', sql<boolean>`unpunished`),
  'cases-closed': counted('closed_on', CLOSED),
  'cases-open': { day: 'registered_on', where: ANY, value: COUNT, each: null },
  'cases-overdue': { day: 'due_on', where: OVERDUE, value: COUNT, each: null },
  'decision-days': { day: 'decided_on', where: () => sql<boolean>`filed_on is not null`, value: { kind: 'average', of: DAYS }, each: DAYS },
  'fine-decided': summed('decided_on', sql`fine_fen`, PUNISHED),
  'confiscation-decided': summed('decided_on', sql`confiscation_fen`, PUNISHED),
  paid: summed('paid_on', sql`amount_fen`),
} as const satisfies Record<MeasureKey, Expression>;

export function expressionOf(key: MeasureKey): Expression {
  return EXPRESSIONS[key];
}

/** Table of a fact, and the day from which a row of it stands. */
export const TABLES: Readonly<Record<Fact, { readonly table: string; readonly since: string }>> = {
  task: { table: 'task_figure', since: 'created_on' },
  order: { table: 'order_figure', since: 'made_on' },
  case: { table: 'case_figure', since: 'registered_on' },
  payment: { table: 'payment_figure', since: 'paid_on' },
};

/** The aggregate over the rows that count, as a double: exact for integers up to 2^53. */
export function aggregate({ value, where }: Expression, asOf: string): Sql {
  const filter = sql`filter (where ${where(asOf)})`;
  switch (value.kind) {
    case 'count': return sql`count(*) ${filter}`;
    case 'distinct': return sql`count(distinct ${value.of}) ${filter}`;
    case 'sum': return sql`coalesce(sum(${value.of}) ${filter}, 0)`;
    case 'average': return sql`avg(${value.of}) ${filter}`;
    case 'share': return sql`(count(*) filter (where ${where(asOf)} and ${value.hit}))::float8 / nullif(count(*) ${filter}, 0)`;
  }
}
