import { Kysely, PostgresDialect, type LogEvent } from 'kysely';
import pg from 'pg';
import { preparingPool } from './prepared.ts';
import type { Database } from './schema.ts';

interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  readonly poolSize: number;
  /** Called with the SQL text (parameters left out: no personal data) of each query slower than `SLOW_QUERY_MS`. */
  readonly onSlowQuery?: (sql: string, milliseconds: number) => void;
  /** An idle connection broke, e.g. because the database restarted. The pool opens a new one by itself. */
  readonly onConnectionError?: (error: Error) => void;
}

const SLOW_QUERY_MS = 40;

const INT8 = 20;
const DATE = 1082;

/** Opens a pool on the central database. Nothing is sent until the first query. */
export function openDatabase(options: DatabaseOptions): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: 10_000,
    application_name: 'housing-enforcement-server',
    types: { getTypeParser },
  });
  pool.on('error', (error) => options.onConnectionError?.(error));
  // A connection that breaks while a transaction holds it tells nobody but itself; unheard, that would end the process.
  pool.on('connect', (client) => { client.on('error', (error) => options.onConnectionError?.(error)); });
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }), log: (event) => { logSlow(event, options); } });
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === INT8) return parseSafeInteger;
  if (oid === DATE) return (value) => value;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}

/** bigint columns hold counts, sizes and revisions, far below 2^53; anything beyond must not be rounded silently. */
function parseSafeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint out of the safe range: ${value}`);
  return number;
}

function logSlow(event: LogEvent, options: DatabaseOptions): void {
  if (event.queryDurationMillis < SLOW_QUERY_MS) return;
  options.onSlowQuery?.(event.query.sql, Math.round(event.queryDurationMillis));
}
