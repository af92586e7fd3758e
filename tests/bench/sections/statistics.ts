import path from 'node:path';
import { openDatabase } from '#api/db/database.ts';
import { startEmbedded } from '#api/db/embedded.ts';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import { seed } from '#api/db/seed/index.ts';
import { createHttpClient, type HttpClient } from '#shared/contract/http/client.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey } from '#shared/domain/statistics/measures.ts';
import { namedPeriod } from '#shared/domain/statistics/period.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { startProcess } from '../child.ts';
import { repeated } from '../measure.ts';
import { LEADER, type Office, PASSWORD } from '../office.ts';
import type { ApiServerInput } from '../processes/api-server.ts';
import type { Row, Section } from '../report.ts';
import { fillRecords } from '../statistics-data.ts';

const CASES = 100_000;
const TASKS = 500_000;
const RUNS = 20;
/** Over everything a city user sees; the first answer warms the database's cache and is not counted. */
const SECOND = { kind: 'at most', value: 1000 } as const;

const OVERVIEW: readonly MeasureKey[] = ['visits', 'problem-share', 'tasks-open', 'tasks-overdue', 'coverage', 'orders-overdue', 'cases-filed', 'cases-decided', 'cases-open', 'cases-overdue', 'fine-decided', 'paid'];

/** Every figure of the product over a bureau's records of eight years, asked over HTTP as a screen does. */
export async function measureStatistics(office: Office): Promise<Section> {
  const database = await startEmbedded({ dataDir: path.join(office.folder, 'statistics') });
  try {
    const today = shanghaiDay(new Date().toISOString());
    await fill(database.url, today);
    const server = await startProcess<{ readonly url: string }>('api-server', { databaseUrl: database.url, dataDir: path.join(office.folder, 'statistics-files'), port: 0 } satisfies ApiServerInput);
    try {
      return { title: `Statistics: ${CASES.toLocaleString('en-US')} cases and ${TASKS.toLocaleString('en-US')} tasks of eight years, this year with the same period of last year and the one before`, rows: await rowsOf(await signIn(server.answer.url), today) };
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
  }
}

async function fill(url: string, today: string): Promise<void> {
  const db = openDatabase({ url, poolSize: 1 });
  try {
    await migrate(db, MIGRATIONS);
    await seed(db, { password: PASSWORD, cases: 0, seedNumber: 1 });
    await fillRecords(db, { cases: CASES, tasks: TASKS, today });
  } finally {
    await db.destroy();
  }
}

async function rowsOf(call: HttpClient, today: string): Promise<readonly Row[]> {
  const period = namedPeriod('year', today);
  const timed = async (work: string, ask: () => Promise<unknown>): Promise<Row> => {
    await ask();
    return { work, unit: 'ms', values: await repeated(RUNS, ask), judged: 'p95', target: SECOND };
  };
  const report = (input: Omit<HttpInput<'statisticsReport'>, 'period' | 'filter'>) => () => must(call('statisticsReport', { ...input, period, filter: {} }));
  const rows: Row[] = [];
  for (const key of MEASURE_KEYS) rows.push(await timed(`${MEASURES[key].label} (${key})`, report({ measures: [key], groups: [] })));
  const many: readonly MeasureKey[] = ['tasks-created', 'visits', 'problem-share', 'orders-made'];
  rows.push(
    await timed('the twelve figures of the overview', report({ measures: [...OVERVIEW], groups: [] })),
    { ...await timed(`all ${String(MEASURE_KEYS.length)} figures at once, as a monthly report`, report({ measures: [...MEASURE_KEYS], groups: [] })), target: { kind: 'at most', value: 3000 } },
    await timed('four figures by district', report({ measures: [...many], groups: ['district'] })),
    await timed('four figures by month', report({ measures: [...many], groups: ['month'] })),
    await timed('four figures by matter and district', report({ measures: [...many], groups: ['matter', 'district'] })),
    await timed('visits by officer', report({ measures: ['visits'], groups: ['officer'] })),
    await timed('fines decided and paid by month', report({ measures: ['fine-decided', 'paid'], groups: ['month'] })),
    await timed('list behind a figure, 100 rows', () => must(call('statisticsRows', { measure: 'visits', period, filter: {}, at: [{ group: 'district', key: '320508' }], limit: 100 }))),
  );
  return rows;
}

async function must<T>(answer: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } }>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function signIn(url: string): Promise<HttpClient> {
  const client = (token: string | null): HttpClient => createHttpClient(async ({ method, path: place, body }) => {
    const headers = { ...(body === null ? {} : { 'content-type': 'application/json' }), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${url}${place}`, { method, headers, body });
    return { status: response.status, body: await response.json() };
  });
  const { token } = await must(client(null)('signIn', { loginName: LEADER, password: PASSWORD, deviceId: 'bench-device' }));
  return client(token);
}
