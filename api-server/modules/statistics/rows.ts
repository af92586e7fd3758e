import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { type CaseFile, caseTitle } from '#shared/domain/case-file/case-file.ts';
import type { District, Scope } from '#shared/domain/organisation/organisation.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { type Measure, measureOf } from '#shared/domain/statistics/measures.ts';
import type { Database } from '../../db/schema.ts';
import { figureCondition } from './conditions.ts';
import { expressionOf, TABLES } from './expressions.ts';

type Input = HttpInput<'statisticsRows'>;
type Output = HttpOutput<'statisticsRows'>;
type Row = Output['rows'][number];

interface FigureRow {
  /** Of the task or case. */
  readonly id: string;
  /** Of the row itself, for the order. */
  readonly own: string;
  readonly day: string | null;
  readonly amount: number | null;
}

/** The rows behind a figure, a page at a time, with what lists show of their tasks and cases. */
export async function findRows(db: Kysely<Database>, scope: Scope, input: Input, today: string): Promise<Output> {
  const definition = measureOf(input.measure);
  const page = await readPage(db, input, definition, figureCondition(input.measure, { scope, filter: input.filter, period: input.period, at: input.at, today }));
  const ids = [...new Set(page.rows.map((row) => row.id))];
  const found = definition.fact === 'task' || definition.fact === 'order' ? await tasksOf(db, ids) : await casesOf(db, ids);
  const last = page.rows.at(-1);
  return {
    rows: page.rows.flatMap(({ id, day, amount }) => { const row = found.get(id); return row === undefined ? [] : [{ ...row, day, amount }]; }),
    total: page.total, after: page.rows.length < input.limit || last === undefined ? null : `${last.day ?? ''} ${last.own}`,
  };
}

/** What stands is listed by the day it is due, the oldest first; what happened the newest first. */
async function readPage(db: Kysely<Database>, { measure, after, limit }: Input, { fact, kind }: Measure, condition: RawBuilder<boolean>): Promise<{ readonly rows: readonly FigureRow[]; readonly total: number }> {
  const { day, each } = expressionOf(measure);
  const { table } = TABLES[fact];
  const id = sql.ref(fact === 'order' ? 'task_id' : fact === 'payment' ? 'case_id' : 'id');
  const own = fact === 'order' || fact === 'payment' ? sql`${id} || ' ' || id` : sql`id`;
  const [comes, order] = kind === 'flow' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const [afterDay = '', ...rest] = after?.split(' ') ?? [];
  const { rows } = await sql<FigureRow>`
    select ${id} as id, ${own} as own, ${sql.ref(day)} as day, ${each ?? sql`null`}::float8 as amount from ${sql.table(table)}
    where ${condition} ${after === undefined ? sql`` : sql`and (${sql.ref(day)}, ${own}) ${comes} (${afterDay}::date, ${rest.join(' ')}::text)`}
    order by ${sql.ref(day)} ${order}, ${own} ${order} limit ${limit}
  `.execute(db);
  const { rows: [counted] } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${condition}`.execute(db);
  return { rows, total: counted?.n ?? 0 };
}

type Shown = ReadonlyMap<string, Omit<Row, 'day' | 'amount'>>;

async function tasksOf(db: Kysely<Database>, ids: readonly string[]): Promise<Shown> {
  const { rows } = await sql<{ id: string; task_no: string | null; title: string; party: Party | null; district: District; channel: string; state: string }>`
    select id, task_no, body->>'title' as title, body->'party' as party, district, channel, state from task where id = any(${[...ids]}::text[])
  `.execute(db);
  return new Map(rows.map(({ id, task_no, title, party, district, channel, state }) => [id, { kind: 'task' as const, id, no: task_no, title, ...partyOf(party), district, channel, state }]));
}

async function casesOf(db: Kysely<Database>, ids: readonly string[]): Promise<Shown> {
  const { rows } = await sql<{ id: string; case_no: string | null; party: Party | null; cause: string; clue: CaseFile['clue']; district: District; channel: string; stage: string }>`
    select id, case_no, body->'party' as party, body->>'cause' as cause, body->'clue' as clue, district, channel, stage from case_file where id = any(${[...ids]}::text[])
  `.execute(db);
  return new Map(rows.map(({ id, case_no, party, cause, clue, district, channel, stage }) => [
    id, { kind: 'case' as const, id, no: case_no, title: caseTitle({ party, cause, clue }), ...partyOf(party), district, channel, state: stage },
  ]));
}

/** A person's number is never told in a list. */
function partyOf(party: Party | null): { readonly party: string; readonly creditCode: string } {
  return { party: party?.name ?? '', creditCode: party?.creditCode ?? '' };
}
