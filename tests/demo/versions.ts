import { createRequire } from 'node:module';
import { sql } from 'kysely';
import type { SqliteConstructor } from '#worker/db/sqlite.types.ts';
import type { Stage } from './stage.ts';

/** Versions of what the demo ran on. */
export async function versions(stage: Stage): Promise<Readonly<Record<string, string>>> {
  const info = await stage.desktop.page.evaluate(async () => {
    const answer = await window.desk.call('app.info', {});
    return answer.ok ? (answer.value as { electron: string; chromium: string; node: string; version: string }) : null;
  });
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(stage.server.db);
  return {
    product: info?.version ?? '', electron: info?.electron ?? '', chromium: info?.chromium ?? '', nodeInElectron: info?.node ?? '',
    sqlite: sqliteVersion(), nodeOfServer: process.versions.node, postgresql: rows[0]?.server_version ?? '',
  };
}

/** Of the package the desktop's addon is built from. */
function sqliteVersion(): string {
  const Database = createRequire(import.meta.url)('better-sqlite3') as SqliteConstructor;
  const database = new Database(':memory:', { timeout: 500 });
  try {
    return (database.prepare('select sqlite_version() as version').get() as { version: string }).version;
  } finally {
    database.close();
  }
}
