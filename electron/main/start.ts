import { app, type BrowserWindow, dialog, ipcMain, type WebContents } from 'electron';
import type { WorkerInit } from '#shared/contract/worker-protocol.ts';
import { mainHandlers } from './ipc/handlers.ts';
import { registerHandlers } from './ipc/registrar.ts';
import { isKnown, isTrusted } from './ipc/sender.ts';
import { logPhase } from './log.ts';
import { noticesSupported, showNotice } from './notice/desktop-notice.ts';
import { createNotifier } from './notice/notifier.ts';
import type { DesktopOptions } from './options.ts';
import { type AppPaths, appPaths } from './paths.ts';
import { createPrintWindows } from './printing/print-window.ts';
import { windowPolicy } from './security/content-security-policy.ts';
import { isWindowUrl, serveWindow } from './security/protocol.ts';
import { createSession } from './security/session.ts';
import { openSettings, type SettingsFile } from './settings/settings.ts';
import { openMainWindow } from './window/main-window.ts';
import { installMenu } from './window/menu.ts';
import { startWorker, type WorkerHost } from './worker-host/host.ts';

/** After sign-in the cache is being filled; terms come nearer also while nothing arrives. */
const NOTICE_PAUSE_MS = 3000;
const NOTICE_EVERY_MS = 3_600_000;

/** Everything after Electron is ready: the window first, whose sign-in page waits for nothing, then the worker. */
export function startDesktop(options: DesktopOptions, profileDir: string): void {
  const paths = appPaths();
  const settings = openSettings(profileDir);
  let window: BrowserWindow | null = openWindow(options, paths, settings);
  window.once('closed', () => {
    window = null;
    app.quit();
  });
  logPhase('window-created');

  function handPort(): void {
    window?.webContents.postMessage('desk:port', null, [worker.connect()]);
  }

  const worker = startWorker({
    script: paths.worker,
    init: workerInit(options, paths, profileDir, settings),
    onReplaced: handPort,
    onGivenUp: () => { void offerAnotherStart(worker); },
    onEvent: (event) => { notifier.hear(event); },
  });
  installMenu(!app.isPackaged);
  const notifier = createNotifier({ worker, settings, show: (notice) => { showNotice(notice, () => window); }, pauseMs: NOTICE_PAUSE_MS });
  setInterval(() => void notifier.look(), NOTICE_EVERY_MS);
  ipcMain.on('desk:connect', (event) => {
    if (window === null || event.sender !== window.webContents) return;
    if (isTrusted(event, window.webContents)) handPort();
    // The page is the only frame there is: when Electron cannot name the asker, the page gets its port once it stands.
    else if (!isKnown(event)) onceLoaded(window.webContents, handPort);
  });
  registerHandlers(mainHandlers({
    settings, worker, notifier, noticesSupported, prints: createPrintWindows(), window: () => window, testSaveDir: options.testSaveDir,
    async changeServer() {
      await worker.restart(workerInit(options, paths, profileDir, settings));
      // The page's policy names the server, so it is loaded again, once its call has been answered.
      setImmediate(() => window?.webContents.reload());
    },
  }), () => window?.webContents ?? null);
  endWith(worker);
  app.on('second-instance', () => { focus(window); });
}

function onceLoaded(page: WebContents, then: () => void): void {
  const check = (): void => { if (isWindowUrl(page.getURL())) then(); };
  if (page.isLoadingMainFrame()) page.once('did-finish-load', check);
  else check();
}

function openWindow(options: DesktopOptions, paths: AppPaths, settings: SettingsFile): BrowserWindow {
  const session = createSession('desk', { mayRequest: (url) => mayRequest(url, settings), testSaveDir: options.testSaveDir });
  serveWindow(session, paths.pages, () => windowPolicy(settings.get().serverUrl));
  return openMainWindow({ session, preload: paths.preload, settings, developing: !app.isPackaged });
}

/** The same wall as the policy's, held a second time by the network layer. */
function mayRequest(url: URL, settings: SettingsFile): boolean {
  if (url.protocol === 'blob:' || url.protocol === 'data:') return true;
  if (url.protocol === 'devtools:') return !app.isPackaged;
  return isWindowUrl(url.href) || url.origin === settings.get().serverUrl;
}

function workerInit(options: DesktopOptions, paths: AppPaths, profileDir: string, settings: SettingsFile): WorkerInit {
  return {
    profileDir,
    serverUrl: settings.get().serverUrl,
    fontDirs: paths.fonts,
    assetsDir: paths.typesetting,
    appVersion: app.getVersion(),
    ...(options.sqliteAddon === null ? {} : { nativeBinding: options.sqliteAddon }),
  };
}

/** The desktop ends when the worker has closed its database. */
function endWith(worker: WorkerHost): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void worker.close().finally(() => { app.exit(0); });
  });
}

async function offerAnotherStart(worker: WorkerHost): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error', title: '后台服务中断', message: '后台服务反复中断，已停止自动重启。', detail: '已保存的内容不会丢失。如果重新启动后仍然中断，请把日志交给系统管理员。',
    buttons: ['重新启动', '退出'], defaultId: 0, cancelId: 1, noLink: true,
  });
  if (response === 0) worker.resume();
  else app.quit();
}

function focus(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
