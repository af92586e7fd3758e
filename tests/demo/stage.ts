import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#api/db/schema.ts';
import { seed } from '#api/db/seed/index.ts';
import type { RunningServer } from '#api/server.ts';
import { ensureServer, loadServer } from '#build/server-bundle.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { startCups, type Cups } from '../helpers/cups.ts';
import { DeskPage } from '../helpers/desk-page.ts';
import { type Desktop, launchDesktop } from '../helpers/desktop.ts';
import { startDisplay } from '../helpers/display.ts';
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts';

export const PASSWORD = 'Suzhou-2026';

export interface Stage {
  readonly server: RunningServer;
  /** The network cable between desktop and server. */
  readonly cable: FaultProxy;
  readonly cups: Cups;
  readonly desktop: Desktop;
  readonly desk: DeskPage;
  readonly saveDir: string;
  readonly close: () => Promise<void>;
}

/** The bundled server with its embedded database and demo data in a temporary folder. */
export async function startDemoServer(folder: string, cases: number, clock: () => Date = () => new Date()): Promise<RunningServer> {
  await ensureServer();
  const { startServer } = await loadServer();
  return await startServer({
    databaseUrl: null, host: '127.0.0.1', port: 0, dataDir: path.join(folder, 'server'), trustProxy: false, logLevel: 'error',
    clock,
    prepare: async (db) => {
      await seed(db, { password: PASSWORD, cases, seedNumber: 2026 });
      await coverCalendar(db);
    },
  });
}

/**
 * The product refuses to count working days beyond the last year the State Council has announced. A demo that runs
 * later still has to count: here, and only here, the missing years are filled in as plain weekdays.
 */
async function coverCalendar(db: Kysely<Database>): Promise<void> {
  const row = await db.selectFrom('reference').select('body').where('kind', '=', 'calendar').executeTakeFirstOrThrow();
  const calendar = row.body as unknown as WorkCalendar;
  const wanted = new Date(Date.now() + 200 * 24 * 3600 * 1000).getUTCFullYear();
  const years = [...calendar.years];
  for (let year = Math.max(...years) + 1; year <= wanted; year += 1) years.push(year);
  await db.updateTable('reference').set({ body: JSON.stringify({ ...calendar, years }) }).where('kind', '=', 'calendar').execute();
}

/** Everything the demo needs, real: database, server, network cable, print queue, display and the built desktop. */
export async function setStage(server: RunningServer, folder: string): Promise<Stage> {
  const saveDir = path.join(folder, 'saved');
  mkdirSync(saveDir, { recursive: true });
  const cable = await startFaultProxy(server.url);
  const [cups, display] = [await startCups(), await startDisplay({ width: 1920, height: 1080 })];
  const desktop = await launchDesktop({
    profileDir: path.join(folder, 'desktop'), serverUrl: cable.url, saveDir, display, env: cups.available ? cups.env : {},
  });
  const close = async (): Promise<void> => {
    await desktop.close();
    await display.close();
    if (cups.available) await cups.close();
    await cable.close();
  };
  return { server, cable, cups, desktop, desk: new DeskPage(desktop.page), saveDir, close };
}

export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'housing-demo-'));
  return { folder, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}
