import pg from 'pg';
import { startEmbedded } from '#api/db/embedded.ts';
import { AppFailure } from '#shared/contract/result.ts';

/**
 * A server process for the tests to kill: `node embedded-child.ts <folder> [rows]`. Prints one JSON line when it runs,
 * then, with `rows`, the number of each row the database has acknowledged, until it is killed.
 */
try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '' });
  process.stdout.write(`${JSON.stringify({ url: embedded.url, pid: embedded.pid, recovered: embedded.recovered })}\n`);
  if (process.argv[3] === 'rows') await writeRows(embedded.url);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: error instanceof AppFailure ? error.error : String(error) })}\n`);
  process.exitCode = 1;
}

async function writeRows(url: string): Promise<never> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists acknowledged (n integer primary key)');
  for (let n = 1; ; n += 1) {
    await client.query('insert into acknowledged values ($1)', [n]);
    process.stdout.write(`${String(n)}\n`);
  }
}
