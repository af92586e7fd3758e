import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DesktopLaunch } from '#build/electron/launch.ts';
import { sandboxArgs } from '#build/electron/runtime.ts';
import type { VirtualDisplay } from '#tests/helpers/display.ts';
import { connectPage, type PageConnection } from './devtools.ts';
import { instant } from './measure.ts';

export interface StartedElectron {
  readonly page: PageConnection;
  readonly pid: number;
  /** When the process was started. */
  readonly startedAt: number;
  /** Closes the window, as a person does. */
  close(): Promise<void>;
}

export async function startElectron(launch: DesktopLaunch, args: readonly string[], display: VirtualDisplay): Promise<StartedElectron> {
  const startedAt = instant();
  const child = spawn(launch.executable, ['--remote-debugging-port=0', ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DISPLAY: display.name, TZ: 'Asia/Shanghai' } });
  const gone = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('exit', () => { reject(new Error(`Electron ended: ${said.slice(-2000)}`)); });
  });
  const page = await connectPage(address);
  return {
    page, startedAt, pid: child.pid ?? 0,
    async close() {
      const timer = setTimeout(() => { child.kill('SIGKILL'); }, 15_000);
      await page.evaluate('setTimeout(() => window.close(), 0)');
      await gone;
      clearTimeout(timer);
      page.close();
    },
  };
}

/** The floor of a start: one window with one field. */
const EMPTY_MAIN = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile(require('node:path').join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
`;

/** Arguments that start an Electron with nothing in it. */
export function emptyApp(folder: string): readonly string[] {
  const app = path.join(folder, 'empty-app');
  mkdirSync(app, { recursive: true });
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  writeFileSync(path.join(app, 'main.js'), EMPTY_MAIN);
  writeFileSync(path.join(app, 'index.html'), '<!doctype html><meta charset="utf-8"><input data-testid="sign-in-login">');
  return [...sandboxArgs(), '--disable-gpu', `--user-data-dir=${path.join(folder, 'empty-profile')}`, app];
}
