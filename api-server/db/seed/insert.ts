import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Task } from '#shared/domain/task/task.ts';
import { nextDeadline, type DeadlineContext } from '#shared/domain/time-limit/deadlines.ts';
import { CURRENT } from '../../sync/reference.ts';
import { caseRow, documentRow, writeCases, writeDocuments } from '../../modules/case/repository.ts';
import { writeTasks } from '../../modules/task/repository.ts';
import type { Database } from '../schema.ts';
import type { GeneratedCase } from './generate.ts';
import { companyKindKey } from './cases/outline.ts';
import { factsOf, withTrade } from './lives.ts';
import { createRandom, type Random } from './random.ts';
import type { Registers } from './registers.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import { FACT_KINDS, type ProjectFact } from '#shared/domain/project/fact.ts';

/** A batch of rows as one JSON parameter: a single statement, whatever the number of rows. */
function recordset(rows: readonly unknown[], columns: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (${sql.raw(columns)})`;
}

interface Identified {
  readonly id: string;
}

/** Rows of `reference`; one that is there already keeps what the bureau made of it. */
export async function insertReference(db: Kysely<Database>, kind: string, bodies: readonly (readonly [string, unknown])[]): Promise<void> {
  await sql`
    insert into reference (kind, id, rev, body) select ${kind}, id, 1, body from ${recordset(bodies.map(([id, body]) => ({ id, body })), 'id text, body json')}
    on conflict (kind, id) do nothing
  `.execute(db);
}

export async function insertSingle(db: Kysely<Database>, kind: 'calendar' | 'settings', body: unknown): Promise<void> {
  await insertReference(db, kind, [[CURRENT, body]]);
}

/** Officers with an account each; known ones keep their password. */
export async function insertOfficers(db: Kysely<Database>, officers: readonly (Identified & { readonly loginName: string })[], passwordHash: string): Promise<void> {
  const rows = officers.map((officer) => ({ id: officer.id, login_name: officer.loginName, body: officer }));
  await sql`
    insert into officer (id, login_name, rev, body) select id, login_name, 1, body from ${recordset(rows, 'id text, login_name text, body json')}
    on conflict (id) do nothing
  `.execute(db);
  await sql`
    insert into account (officer_id, password_hash) select id, ${passwordHash} from unnest(${officers.map((officer) => officer.id)}::text[]) as id
    on conflict (officer_id) do nothing
  `.execute(db);
}

const BATCH = 2000;

/** `today`: up to which the neighbouring systems have told of the projects. The registers' own particulars have a generator of their own. */
export async function insertRegisters(db: Kysely<Database>, { companies, projects }: Registers, today: string): Promise<{ readonly parties: number; readonly projects: number }> {
  const random = createRandom(TRADE_SEED);
  const parties = [...companies].flatMap(([key, list]) => list.map((company) => withTrade(company, Number(key.split(' ')[1]), key.split(' ')[0] as District, random, today)));
  const works = [...projects.values()].flat();
  for (const rows of batches(parties.map((body) => ({ id: body.id, credit_code: body.creditCode, name: body.name, body })))) {
    await sql`insert into party (id, rev, credit_code, name, body) select id, 1, credit_code, name, body from ${recordset(rows, 'id text, credit_code text, name text, body json')}`.execute(db);
  }
  for (const rows of batches(works.map((body) => ({ id: body.id, district: body.district, name: body.name, body })))) {
    await sql`insert into project (id, rev, district, name, body) select id, 1, district, name, body from ${recordset(rows, 'id text, district text, name text, body json')}`.execute(db);
  }
  await insertFacts(db, works.map((project) => ({ project, facts: factsOf(project, { company: (kind) => pickOne(companies.get(companyKindKey(project.district, kind)) ?? [], random) }, random, today) })));
  return { parties: parties.length, projects: works.length };
}

const TRADE_SEED = 0x7d5;

function pickOne<T>(values: readonly T[], random: Random): T | undefined {
  return values.length === 0 ? undefined : random.pick(values);
}

async function insertFacts(db: Kysely<Database>, lives: readonly { readonly project: { readonly id: string }; readonly facts: readonly ProjectFact[] }[]): Promise<void> {
  const all = lives.flatMap(({ project, facts }) => facts.map((fact) => ({
    id: fact.id, project_id: project.id, phase: FACT_KINDS[fact.kind].phase, kind: fact.kind, source_system: fact.sourceSystem, source_ref: fact.sourceRef, fetched_at: fact.fetchedAt, body: fact,
  })));
  for (const rows of batches(all)) {
    await sql`
      insert into project_fact (id, project_id, phase, kind, source_system, source_ref, fetched_at, body) select *
      from ${recordset(rows, 'id text, project_id text, phase text, kind text, source_system text, source_ref text, fetched_at timestamptz, body json')}
    `.execute(db);
  }
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}

/** One batch of cases with their documents. Answers how many documents. */
export async function insertCases(db: Kysely<Database>, batch: readonly GeneratedCase[], deadlines: DeadlineContext): Promise<number> {
  const documents = batch.flatMap(({ file, documents: own }) => own.map((document) => documentRow(document, file)));
  const cases = batch.map(({ file }) => caseRow(file, nextDeadline(file, deadlines)?.dueOn ?? null, lastChange(file)));
  await db.transaction().execute(async (trx) => {
    await writeCases(trx, cases);
    await writeDocuments(trx, documents);
  });
  return documents.length;
}

export async function insertTasks(db: Kysely<Database>, tasks: readonly Task[]): Promise<number> {
  await db.transaction().execute((trx) => writeTasks(trx, tasks));
  return tasks.length;
}

function lastChange(file: GeneratedCase['file']): string {
  return file.timeline.at(-1)?.at ?? `${file.registeredOn}T01:00:00.000Z`;
}

export async function setCounters(db: Kysely<Database>, counters: readonly { readonly series: string; readonly year: number; readonly last: number }[]): Promise<void> {
  await sql`
    insert into number_counter (series, year, last) select series, year, last from ${recordset(counters, 'series text, year int, last int')}
    on conflict (series, year) do update set last = greatest(number_counter.last, excluded.last)
  `.execute(db);
}
