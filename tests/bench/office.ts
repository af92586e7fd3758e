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
import { SERVER_FLAGS } from '#build/server-flags.mjs';
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
  const open: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of open.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const database = await startEmbedded({ dataDir: path.join(folder, 'server') });
    open.push(() => database.stop());
    const facts = await fill(database.url, cases);
    const floor = await startProcess<Address>('floor-server', { databaseUrl: database.url } satisfies FloorServerInput);
    open.push(() => floor.stop());
    const server = await startApi(database.url, path.join(folder, 'server'));
    open.push(() => server.serve(false));
    return { folder, floorUrl: floor.answer.url, cases, ...facts, ...server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Address {
  readonly url: string;
}

async function startApi(databaseUrl: string, dataDir: string): Promise<Pick<Office, 'url' | 'serverPid' | 'serve'>> {
  const start = (port: number): Promise<Running<Address>> => startProcess('api-server', { databaseUrl, dataDir, port } satisfies ApiServerInput, SERVER_FLAGS);
  let server: Running<Address> | null = await start(0);
  const { url } = server.answer;
  return {
    url,
    serverPid: () => server?.pid ?? 0,
    async serve(running) {
      if (running) server ??= await start(Number(new URL(url).port));
      else {
        await server?.stop();
        server = null;
      }
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
