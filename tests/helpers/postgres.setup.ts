import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#api/db/database.ts';
import { startEmbedded } from '#api/db/embedded.ts';
import { folderIsOwned } from '#api/db/embedded/owner-lock.ts';
import { stopLeftover } from '#api/db/embedded/postmaster.ts';
import { findPrograms } from '#api/db/embedded/programs.ts';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Database `postgres` of the run's cluster; `tests/helpers/postgres.ts` makes databases from it. */
    postgresUrl: string;
  }
}

const PREFIX = 'housing-test-postgres-';

/** Database with all migrations, copied for each test file. */
export const TEMPLATE = 'template_housing';

/** One cluster for the whole run (vitest `globalSetup`), ended with it. What a killed run left behind is ended first. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await endLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir, settings: { fsync: 'off', synchronous_commit: 'off', max_connections: '200' } });
  const postgresUrl = withDatabase(embedded.url, 'postgres');
  await createTemplate(postgresUrl);
  project.provide('postgresUrl', postgresUrl);
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function createTemplate(postgresUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const db = openDatabase({ url: withDatabase(postgresUrl, TEMPLATE), poolSize: 1 });
  await migrate(db, MIGRATIONS);
  await db.destroy();
}

async function endLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    // A folder without a lock may be one that another run is just making.
    if (folderIsOwned(dataDir) || !readdirSync(dataDir).includes('owner.lock')) continue;
    await stopLeftover(await findPrograms(dataDir), join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}
