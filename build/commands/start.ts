/** `npm start`: the API server on its embedded database with demo data, and the desktop window, for daily use. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { demoAccounts } from '#api/db/seed/index.ts';
import { ROLES } from '#shared/domain/officer/officer.ts';
import { desktopLaunch } from '../electron/launch.ts';
import { SERVER_FLAGS } from '../server-flags.mjs';
import { buildDesktop } from './build-desktop.ts';
import { report, ROOT } from './steps.ts';

const ONE_OF_EACH = ['jc01', 'jchead', 'fzsh1', 'leader1', 'admin'];
const STARTED = '服务端已启动';

/** Resolves once the server says that it listens; rejects when it ends before. */
async function startServer(): Promise<ChildProcess> {
  const server = spawn(process.execPath, [...SERVER_FLAGS, path.join(import.meta.dirname, 'server.mjs'), '--seed-demo'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { LOG_LEVEL: 'warn', ...process.env },
  });
  const listening = new Promise<void>((resolve) => {
    server.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes(STARTED)) resolve();
    });
  });
  await Promise.race([listening, once(server, 'exit').then(() => { throw new Error('The API server ended before it listened.'); })]);
  return server;
}

/** One account of each role; all have the same password, and exist in demo data only. */
function printAccounts(): void {
  for (const { loginName, roles, unitName } of demoAccounts.filter((account) => ONE_OF_EACH.includes(account.loginName))) {
    console.log(`  ${loginName.padEnd(8)} ${roles.map((role) => ROLES[role]).join('、')}（${unitName}）`);
  }
  console.log(`演示账号密码：${process.env['DEMO_PASSWORD'] || 'Suzhou-2026'}`);
}

async function main(): Promise<number> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    console.error('No display: run `npm start` on a desktop, or `npm run demo` for the headless demonstration.');
    return 1;
  }
  const build = await buildDesktop();
  report(build);
  if (!build.passed) return 1;
  const server = await startServer();
  const launch = await desktopLaunch();
  printAccounts();
  const desktop = spawn(launch.executable, launch.args, { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(desktop, 'exit')) as [number | null];
  server.kill('SIGTERM');
  await once(server, 'exit');
  return code ?? 1;
}

process.exit(await main());
