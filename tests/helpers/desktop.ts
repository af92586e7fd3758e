import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { desktopLaunch } from '#build/electron/launch.ts';
import type { Desk } from '#renderer/bridge/desk.ts';
import { startDisplay, type VirtualDisplay } from './display.ts';

declare global {
  interface Window {
    /** The preload's door, for tests that call it from the page. */
    readonly desk: Desk;
  }
}

export interface DesktopOptions {
  /** Folder of all data of this installation. */
  readonly profileDir: string;
  /** Origin of the API server; the desktop's usual one when absent. */
  readonly serverUrl?: string;
  /** Size of the window's content; 1366×768 when absent, as the desktop itself chooses when `null`. */
  readonly size?: { readonly width: number; readonly height: number } | null;
  /** Exports and PDFs are saved here without asking. */
  readonly saveDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A display to share; one of its own when absent. */
  readonly display?: VirtualDisplay;
}

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Process id of the worker that runs now. */
  workerPid(): Promise<number>;
  /** Changes the size of the window's content. */
  resize(size: { readonly width: number; readonly height: number }): Promise<void>;
  close(): Promise<void>;
  /** Ends the whole desktop as a power cut would. */
  kill(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const USUAL_SIZE = { width: 1366, height: 768 };
/** Starts the desktop once Playwright is attached. */
const HELD = path.join(ROOT, 'tests/fixtures/held-desktop');

/** Starts the built desktop (`npm run build`) in the real Electron. */
export async function launchDesktop(options: DesktopOptions): Promise<Desktop> {
  if (!existsSync(path.join(ROOT, 'out/app/main/index.js'))) throw new Error('The desktop is not built: npm run build');
  prepareProfile(options);
  const launch = await desktopLaunch();
  const display = options.display ?? (await startDisplay({ width: 1920, height: 1080 }));
  const args = [HELD, ...launch.args, `--profile-dir=${options.profileDir}`, ...(options.saveDir === undefined ? [] : [`--test-save-dir=${options.saveDir}`])];
  const app = await _electron.launch({ executablePath: launch.executable, args, env: environment(display, options.env) }).catch(async (cause: unknown) => {
    if (options.display === undefined) await display.close();
    throw cause;
  });
  const child = app.process();
  const gone = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  const release = async (): Promise<void> => {
    await gone;
    if (options.display === undefined) await display.close();
  };
  const page = await app.firstWindow();
  if (options.size !== null) await resize(app, options.size ?? USUAL_SIZE);
  return {
    app, page,
    workerPid: () => app.evaluate(({ app: electron }) => electron.getAppMetrics().find((process) => process.name === 'desk-worker' || process.serviceName === 'desk-worker')?.pid ?? 0),
    resize: (size) => resize(app, size),
    async close() {
      const timer = setTimeout(() => { child.kill('SIGKILL'); }, 15_000);
      await app.close().catch(() => child.kill('SIGKILL'));
      await release();
      clearTimeout(timer);
    },
    async kill() {
      child.kill('SIGKILL');
      await release();
    },
  };
}

/** What an administrator would have set on this machine. */
function prepareProfile(options: DesktopOptions): void {
  mkdirSync(options.profileDir, { recursive: true, mode: 0o700 });
  if (options.serverUrl === undefined) return;
  const file = path.join(options.profileDir, 'settings.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  writeFileSync(file, JSON.stringify({ ...before, serverUrl: options.serverUrl }), { mode: 0o600 });
}

function environment(display: VirtualDisplay, extra: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), DISPLAY: display.name, TZ: 'Asia/Shanghai', ...extra };
}

async function resize(app: ElectronApplication, size: { readonly width: number; readonly height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => { BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height); }, size);
}
