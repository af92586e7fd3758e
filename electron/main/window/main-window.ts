import { BrowserWindow, dialog, screen, type Session } from 'electron';
import { log, logPhase } from '../log.ts';
import { WINDOW_URL } from '../security/protocol.ts';
import type { SettingsFile } from '../settings/settings.ts';
import { createRestartLimit } from '../worker-host/restart-limit.ts';
import { MINIMUM_SIZE, placement } from './bounds.ts';

export interface MainWindowOptions {
  readonly session: Session;
  readonly preload: string;
  readonly settings: SettingsFile;
  readonly developing: boolean;
}

/** Opens the one window and loads its page; it is shown when the first picture stands. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximized, ...place } = placement(options.settings.get().window, screens());
  const window = new BrowserWindow({
    ...place, minWidth: MINIMUM_SIZE.width, minHeight: MINIMUM_SIZE.height,
    show: false, autoHideMenuBar: true, backgroundColor: '#f5f6f8', title: '苏州住建互联网+监管',
    webPreferences: {
      session: options.session, preload: options.preload, sandbox: true, contextIsolation: true, nodeIntegration: false,
      webSecurity: true, webviewTag: false, spellcheck: false, safeDialogs: true, navigateOnDragDrop: false, devTools: options.developing,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    logPhase('window-shown');
  });
  window.on('close', () => { remember(window, options.settings); });
  guardUnsavedWork(window);
  recover(window);
  void window.loadURL(WINDOW_URL).catch((cause: unknown) => { log('window.unloaded', { error: cause instanceof Error ? cause.name : '' }); });
  return window;
}

/** The first display stands first: a window that lost its screen opens there. */
function screens(): Electron.Rectangle[] {
  const first = screen.getPrimaryDisplay();
  return [first, ...screen.getAllDisplays().filter((display) => display.id !== first.id)].map((display) => display.workArea);
}

function remember(window: BrowserWindow, settings: SettingsFile): void {
  settings.update({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
}

/** A page with unsaved work objects in `beforeunload`; the person then decides. */
function guardUnsavedWork(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning', title: '有未保存的内容', message: '当前页面还有没有保存的内容。', detail: '现在离开，这些内容将丢失。',
      buttons: ['继续编辑', '放弃并离开'], defaultId: 0, cancelId: 0, noLink: true,
    });
    if (choice === 1) event.preventDefault();
  });
}

/** A page that crashed is loaded again; one that keeps crashing is not. */
function recover(window: BrowserWindow): void {
  const limit = createRestartLimit({ crashes: 3, withinMs: 60_000 });
  window.webContents.on('render-process-gone', (_event, details) => {
    log('window.crashed', { reason: details.reason, code: details.exitCode });
    if (details.reason === 'clean-exit') return;
    // Electron is still taking the old renderer down while it tells us.
    if (limit.crashed()) setImmediate(() => { window.webContents.reload(); });
    else void offerReload(window, '页面反复中断。', limit.reset);
  });
  window.on('unresponsive', () => {
    log('window.unresponsive', {});
    void offerWait(window);
  });
}

async function offerReload(window: BrowserWindow, message: string, before: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error', title: '页面中断', message, detail: '已保存的内容不会丢失。', buttons: ['重新载入', '关闭程序'], defaultId: 0, cancelId: 1, noLink: true,
  });
  if (response === 1) {
    window.destroy();
    return;
  }
  before();
  window.webContents.reload();
}

async function offerWait(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning', title: '页面没有响应', message: '页面暂时没有响应。', detail: '可以再等一会儿；重新载入会丢失尚未保存的输入。',
    buttons: ['继续等待', '重新载入'], defaultId: 0, cancelId: 0, noLink: true,
  });
  if (response === 1) {
    window.webContents.forcefullyCrashRenderer();
  }
}
