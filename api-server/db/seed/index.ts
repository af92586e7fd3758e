import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { AppFailure } from '#shared/contract/result.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { hashPassword } from '../../modules/auth/password.ts';
import type { Database } from '../schema.ts';
import { readCalendar } from './calendar.ts';
import { seedDraws } from './draws.ts';
import { generate, type GeneratedCase, type GeneratorOptions } from './generate.ts';
import { insertCases, insertOfficers, insertReference, insertRegisters, insertSingle, insertTasks, setCounters } from './insert.ts';
import { insertFirstVersions, readMatters } from './matters.ts';
import { DEMO_OFFICERS } from './officers.ts';
import { readViolations } from './violations.ts';

export { demoAccounts } from './officers.ts';

export interface SeedOptions extends Pick<GeneratorOptions, 'openShare' | 'documentShare'> {
  /** Of every demo account. */
  readonly password: string;
  readonly cases: number;
  /** The same number makes the same data. */
  readonly seedNumber: number;
  /** Day up to which histories reach, `YYYY-MM-DD`; absent: today, or the last working day the calendar knows. */
  readonly today?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SeedCounts {
  readonly officers: number;
  readonly violations: number;
  readonly matters: number;
  readonly parties: number;
  readonly projects: number;
  readonly cases: number;
  readonly documents: number;
  readonly tasks: number;
}

/** A demo office has draws; a large archive is for measuring. */
const WITH_DRAWS = 2000;
const BATCH = 500;
const BREATH = 20;

/**
 * Reference data, demo officers, and generated cases in a database without cases. The rows are written without a change
 * log; the database gets a new epoch instead, so that clients that synced before start anew.
 * Throws `AppFailure` INVALID_INPUT when there are cases already.
 */
export async function seed(db: Kysely<Database>, options: SeedOptions): Promise<SeedCounts> {
  await refuseIfFilled(db, options.cases);
  const base = await insertBase(db, options.password);
  const today = options.today ?? seedDay(base.calendar.years);
  const generated = generate({ ...options, ...base, officers: DEMO_OFFICERS, today });
  const registers = options.cases === 0 ? { parties: 0, projects: 0 } : await insertRegisters(db, generated.registers, today);
  const documents = options.cases === 0 ? 0 : await insertAll(db, generated.cases, options, { ...base, today });
  const tasks = options.cases === 0 ? 0 : await insertTasks(db, [...generated.tasks]);
  await setCounters(db, generated.counters());
  const drawn = options.cases === 0 || options.cases > WITH_DRAWS ? 0 : await seedDraws(db, { today, seedNumber: options.seedNumber, officers: DEMO_OFFICERS });
  // Without statistics the first pulls would be planned for empty tables.
  await sql`analyze`.execute(db);
  await db.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute();
  return { officers: DEMO_OFFICERS.length, violations: base.violations.length, matters: base.matters.length, ...registers, cases: options.cases, documents, tasks: tasks + drawn };
}

async function refuseIfFilled(db: Kysely<Database>, cases: number): Promise<void> {
  if (cases === 0) return;
  const found = await db.selectFrom('case_file').select('id').limit(1).executeTakeFirst();
  if (found !== undefined) throw new AppFailure({ code: 'INVALID_INPUT', message: '数据库中已有案件，不再生成演示数据。请换一个空的数据目录（DATA_DIR）或数据库。' });
}

/** The day of the histories' end, held inside the maintained calendar. */
function seedDay(years: readonly number[]): string {
  const [today, last] = [shanghaiDay(new Date().toISOString()), `${String(Math.max(...years))}-12-31`];
  return today < last ? today : last;
}

async function insertBase(db: Kysely<Database>, password: string) {
  const base = { violations: readViolations(), matters: readMatters(), calendar: readCalendar(), settings: DEFAULT_SETTINGS };
  await insertReference(db, 'violation', base.violations.map((violation) => [violation.id, violation]));
  await insertReference(db, 'matter', base.matters.map((matter) => [matter.code, matter]));
  await insertFirstVersions(db);
  await insertSingle(db, 'calendar', base.calendar);
  await insertSingle(db, 'settings', base.settings);
  await insertOfficers(db, DEMO_OFFICERS, await hashPassword(password));
  return base;
}

/** Makes the next batch while the database writes the last one. Answers how many documents. */
async function insertAll(
  db: Kysely<Database>, cases: Iterable<GeneratedCase>, { cases: total, onProgress }: SeedOptions, deadlines: Parameters<typeof insertCases>[2],
): Promise<number> {
  let [documents, done] = [0, 0];
  let writing: Promise<number> = Promise.resolve(0);
  for await (const batch of batchesOf(cases)) {
    documents += await writing;
    writing = insertCases(db, batch, deadlines);
    // A rejection is met by the next await; this only keeps it from counting as unhandled until then.
    writing.catch(() => undefined);
    done += batch.length;
    onProgress?.(done, total);
  }
  return documents + await writing;
}

async function* batchesOf(cases: Iterable<GeneratedCase>): AsyncGenerator<readonly GeneratedCase[]> {
  let batch: GeneratedCase[] = [];
  for (const one of cases) {
    batch.push(one);
    // Lets the answers of the database through.
    if (batch.length % BREATH === 0) await nextTurn();
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
