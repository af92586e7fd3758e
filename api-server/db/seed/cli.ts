import { parseArgs } from 'node:util';
import { AppFailure } from '#shared/contract/result.ts';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../database.ts';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { seed, type SeedCounts, type SeedOptions } from './index.ts';

/** `npm run seed -- --cases 100000 [--seed 1] [--open 0.06] [--documents 0.05] [--today 2026-11-20]`; DATABASE_URL or DATA_DIR name the database. */
async function main(): Promise<void> {
  process.umask(0o077);
  const options = readOptions();
  const config = readConfig(process.env);
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir }) : null;
  const db = openDatabase({ url: config.databaseUrl ?? embedded?.url ?? '', poolSize: 2 });
  try {
    await migrate(db, MIGRATIONS);
    const started = performance.now();
    const counts = await seed(db, options);
    report(counts, performance.now() - started);
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}

function readOptions(): SeedOptions {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' }, open: { type: 'string' }, documents: { type: 'string' }, today: { type: 'string' } },
  });
  return {
    password: process.env['DEMO_PASSWORD'] ?? 'Suzhou-2026',
    cases: wholeNumber('--cases', values.cases, 5_000_000),
    seedNumber: wholeNumber('--seed', values.seed, 1_000_000),
    ...(values.open === undefined ? {} : { openShare: share('--open', values.open) }),
    ...(values.documents === undefined ? {} : { documentShare: share('--documents', values.documents) }),
    ...(values.today === undefined ? {} : { today: values.today }),
    onProgress: progressLine(),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new AppFailure({ code: 'INVALID_INPUT', message: `${name} 应是 0 到 ${String(most)} 的整数，现为「${text}」。` });
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (text !== '' && value >= 0 && value <= 1) return value;
  throw new AppFailure({ code: 'INVALID_INPUT', message: `${name} 应是 0 到 1 的小数，现为「${text}」。` });
}

/** Redraws one line on a terminal, elsewhere says something every tenth. */
function progressLine(): (done: number, total: number) => void {
  let tenth = -1;
  return (done, total) => {
    if (process.stdout.isTTY) process.stdout.write(`\r已生成 ${String(done)} / ${String(total)} 件`);
    else if (Math.floor((done / total) * 10) !== tenth) process.stdout.write(`已生成 ${String(done)} / ${String(total)} 件\n`);
    tenth = Math.floor((done / total) * 10);
  };
}

function report(counts: SeedCounts, milliseconds: number): void {
  const perSecond = Math.round(counts.cases / (milliseconds / 1000));
  process.stdout.write(`\n案件 ${String(counts.cases)} 件、文书 ${String(counts.documents)} 份、当事人 ${String(counts.parties)} 家、工程 ${String(counts.projects)} 个；`
    + `监管事项 ${String(counts.matters)} 项、违法行为 ${String(counts.violations)} 项、人员 ${String(counts.officers)} 名。`
    + `用时 ${(milliseconds / 1000).toFixed(1)} 秒（每秒 ${String(perSecond)} 件）。\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof AppFailure ? error.error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}
