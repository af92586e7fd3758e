import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopLaunch } from '#build/electron/launch.ts';
import type { Result } from '#shared/contract/result.ts';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';
import { startDisplay, type VirtualDisplay } from '#tests/helpers/display.ts';

let display: VirtualDisplay;
let folder = '';
let desktop: Desktop;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'launch-'));
  display = await startDisplay({ width: 1920, height: 1080 });
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), display });
});

afterAll(async () => {
  await desktop.close();
  await display.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls the worker from the page, as a screen would. */
function sessionState(of: Desktop): Promise<Result<unknown>> {
  return of.page.evaluate(() => window.desk.call('session.state', {}));
}

function boots(): { readonly phase: string; readonly ms: number }[] {
  const lines = readFileSync(path.join(folder, 'profile/logs/desktop.log'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { event: string; phase: string; ms: number }).filter((line) => line.event === 'boot');
}

describe('the desktop', () => {
  it('reaches the sign-in page with its worker answering', async () => {
    await desktop.page.getByTestId('sign-in-login').waitFor({ timeout: 30_000 });
    expect(desktop.page.url()).toMatch(/^app:\/\/desk\/index\.html/);
    expect(await sessionState(desktop)).toMatchObject({ ok: true, value: { status: 'signed-out', officer: null } });
    const info = await desktop.page.evaluate(() => window.desk.call('app.info', {}));
    expect(info).toMatchObject({ ok: true, value: { version: '0.1.0', platform: process.platform } });
  });

  it('logs the phases of its start', () => {
    expect(boots().map(({ phase }) => phase)).toEqual(['main', 'ready', 'window-created', 'window-shown']);
  });

  it('starts once: a second start brings the first to the front and ends', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.minimize(); });
    const launch = await desktopLaunch();
    const second = spawn(launch.executable, [...launch.args, `--profile-dir=${path.join(folder, 'profile')}`], { env: { ...process.env, DISPLAY: display.name }, stdio: 'ignore' });
    const code = await new Promise((resolve) => { second.once('exit', resolve); });
    expect(code).toBe(0);
    await expect.poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())), { timeout: 10_000 }).toEqual([false]);
  });

  it('starts its worker again when it was killed, and goes on answering', async () => {
    const before = await desktop.workerPid();
    expect(before).toBeGreaterThan(0);
    process.kill(before, 'SIGKILL');
    expect(await sessionState(desktop)).toMatchObject({ ok: true, value: { status: 'signed-out' } });
    expect(await desktop.workerPid()).not.toBe(before);
  });

  it('loads its page again when the renderer crashed', async () => {
    const loaded = desktop.app.evaluate(({ BrowserWindow }) => new Promise((resolve) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.once('did-finish-load', () => { resolve(contents.isCrashed() ? 'crashed' : contents.getURL()); });
      contents?.forcefullyCrashRenderer();
    }));
    expect(await loaded).toMatch(/^app:\/\/desk\/index\.html/);
  });

  it('closes over unsaved work only when the person says so', async () => {
    await desktop.close();
    desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), display });
    await desktop.page.getByTestId('sign-in-login').click();
    await desktop.page.evaluate(() => { window.addEventListener('beforeunload', (event) => { event.preventDefault(); }); });
    const asked = await desktop.app.evaluate(({ BrowserWindow, dialog }) => new Promise((resolve) => {
      dialog.showMessageBoxSync = ((_window: unknown, question: Electron.MessageBoxSyncOptions) => {
        resolve(question.message);
        return 0;
      }) as typeof dialog.showMessageBoxSync;
      BrowserWindow.getAllWindows()[0]?.close();
    }));
    expect(asked).toBe('当前页面还有没有保存的内容。');
    // The page hears what was decided before it answers this.
    expect(await sessionState(desktop)).toMatchObject({ ok: true });
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await desktop.app.evaluate(({ dialog }) => { dialog.showMessageBoxSync = (() => 1) as typeof dialog.showMessageBoxSync; });
  });

  it('opens at the size it was left with', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1500, height: 900 }); });
    await desktop.close();
    const settings = JSON.parse(readFileSync(path.join(folder, 'profile/settings.json'), 'utf8')) as { window: unknown };
    expect(settings.window).toEqual({ x: 60, y: 40, width: 1500, height: 900, maximized: false });
    desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), display, size: null });
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual({ x: 60, y: 40, width: 1500, height: 900 });
  });

  it('takes another server while signed out, and refuses one without encryption', async () => {
    const set = (serverUrl: string): Promise<unknown> => desktop.page.evaluate((url) => window.desk.call('app.setServer', { serverUrl: url }), serverUrl);
    expect(await set('http://10.0.0.8:7380')).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await set('https://zfjg.example.gov.cn/x')).toMatchObject({ ok: true, value: { serverUrl: 'https://zfjg.example.gov.cn' } });
    await desktop.page.getByTestId('sign-in-login').waitFor();
    const header = await desktop.page.evaluate(async () => (await fetch('index.html')).headers.get('content-security-policy'));
    expect(header).toContain("connect-src 'self' https://zfjg.example.gov.cn;");
  });
});
