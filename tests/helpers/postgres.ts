import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '#api/db/database.ts';
import type { Database } from '#api/db/schema.ts';
import { TEMPLATE, withDatabase } from './postgres.setup.ts';

/**
 * A real PostgreSQL for tests in `tests/integration` (the project's globalSetup starts one cluster a run):
 *
 *   const { db, url, drop } = await freshDatabase();   // all migrations applied, about 50 ms
 *   afterAll(drop);
 *
 * Several connections at once: `openDatabase({ url, poolSize })` again, or `pg.Client`.
 */
export interface FreshDatabase {
  readonly url: string;
  readonly db: Kysely<Database>;
  drop(): Promise<void>;
}

/** A database of its own for a test file, with every migration applied. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return await create(`template ${TEMPLATE}`);
}

/** A database of its own with nothing in it. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return await create('');
}

async function create(options: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(`create database ${name} ${options}`);
  const url = withDatabase(inject('postgresUrl'), name);
  const db = openDatabase({ url, poolSize: 10 });
  const drop = async (): Promise<void> => {
    await db.destroy();
    await asOwner(`drop database ${name} with (force)`);
  };
  return { url, db, drop };
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
