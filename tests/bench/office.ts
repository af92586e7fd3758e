import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '#api/db/database.ts';
import { startEmbedded } from '#api/db/embedded.ts';
import { migrate } from '#api/db/migrate.ts';
import { MIGRATIONS } from '#api/db/migrations/index.ts';
import type { Database } from '#api/db/schema.ts';
import { seed } from '#api/db/seed/index.ts';
import { type Running, startProcess } from './child.ts';
import type { ApiServerInput } from './processes/api-server.ts';
import type { FloorServerInput } from './processes/floor-server.ts';

export const PASSWORD = 'Suzhou-2026';
/** Sees every case of the city. */
export const LEADER = 'leader1';
/** Registers and edits cases. */
export const OFFICER = 'jc01';

/** A bureau: the embedded database with generated cases, the product's server, and the floor beside it. */
export interface Office {
  readonly folder: string;
  readonly dataDir: string;
  readonly url: string;
  readonly floorUrl: string;
  readonly cases: number;
  /** Records of a first pull: cases, documents, parties, projects and reference data. */
  readonly records: number;
  readonly postgres: string;
  serverPid(): number;
  /** The server goes away, as for a desktop without network; `true` brings it back at the same address. */
  serve(running: boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(cases: number): Promise<Office> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'housing-bench-'));
  // PostgreSQL runs as a user of its own and passes through.
  chmodSync(folder, 0o711);
  const dataDir = path.join(folder, 'server');
  const database = await startEmbedded({ dataDir });
  const facts = await fill(database.url, cases);
  const start = (port: number): Promise<Running<{ url: string }>> =>
    startProcess('api-server', { databaseUrl: database.url, dataDir, port } satisfies ApiServerInput);
  let server: Running<{ url: string }> | null = await start(0);
  const { url } = server.answer;
  const floor = await startProcess<{ url: string }>('floor-server', { databaseUrl: database.url } satisfies FloorServerInput);
  const serve = async (running: boolean): Promise<void> => {
    if (running) server ??= await start(Number(new URL(url).port));
    else await server?.stop().then(() => { server = null; });
  };
  return {
    folder, dataDir, url, floorUrl: floor.answer.url, cases, ...facts, serve,
    serverPid: () => server?.pid ?? 0,
    async close() {
      await serve(false);
      await floor.stop();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(url: string, cases: number): Promise<{ readonly records: number; readonly postgres: string }> {
  const db = openDatabase({ url, poolSize: 2 });
  try {
    await migrate(db, MIGRATIONS);
    await seed(db, { password: PASSWORD, cases, seedNumber: 1 });
    await sql`analyze`.execute(db);
    return await countRecords(db);
  } finally {
    await db.destroy();
  }
}

async function countRecords(db: Kysely<Database>): Promise<{ readonly records: number; readonly postgres: string }> {
  const { rows } = await sql<{ records: number; postgres: string }>`
    select current_setting('server_version') as postgres, ((select count(*) from reference) + (select count(*) from officer) + (select count(*) from case_file)
      + (select count(*) from document) + (select count(*) from project) + (select count(*) from party))::int as records
  `.execute(db);
  if (rows[0] === undefined) throw new Error('PostgreSQL gave no counts');
  return rows[0];
}
