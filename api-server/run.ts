import { AppFailure } from '#shared/contract/result.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { readConfig } from './config.ts';
import { startServer, type RunningServer, type ServerOptions } from './server.ts';

/** Starts the API server from the environment; `--seed-demo` fills an empty database with demo data first. */
export async function run(): Promise<void> {
  try {
    const starting = startServer(readOptions());
    stopOnSignals(starting);
    const { url, descriptionUrl } = await starting;
    process.stdout.write(`服务端已启动：${url} ，接口说明：${descriptionUrl}\n`);
  } catch (error) {
    report(error);
  }
}

function readOptions(): ServerOptions {
  const options = { ...readConfig(process.env), clock: () => new Date() };
  if (!process.argv.includes('--seed-demo')) return options;
  return { ...options, prepare: seedWhenEmpty };
}

async function seedWhenEmpty(db: RunningServer['db']): Promise<void> {
  const officer = await db.selectFrom('officer').select('id').limit(1).executeTakeFirst();
  if (officer !== undefined) return;
  const { seed } = await import('./db/seed/index.ts');
  await seed(db, { password: process.env['DEMO_PASSWORD'] || 'Suzhou-2026', cases: Number(process.env['DEMO_CASES'] || 300), seedNumber: 1 });
  const { seedDiscretion } = await import('./db/seed/discretion.ts');
  await seedDiscretion(db, shanghaiDay(new Date().toISOString()));
}

/** The first signal stops in order, also while starting; a second one ends the process at once. */
function stopOnSignals(starting: Promise<RunningServer>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      starting.then((server) => server.close()).then(() => process.exit(0), report);
    });
  }
}

function report(error: unknown): never {
  const message = error instanceof AppFailure ? error.error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${message ?? ''}\n`);
  process.exit(1);
}
