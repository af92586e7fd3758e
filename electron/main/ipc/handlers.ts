import { app, type BrowserWindow } from 'electron';
import { AppFailure, fail, ok, type Result } from '#shared/contract/result.ts';
import type { NoticeState } from '#shared/contract/task-views.ts';
import type { AppInfo } from '#shared/contract/views.ts';
import type { Notifier } from '../notice/notifier.ts';
import { listPrinters } from '../printing/printers.ts';
import { printDocument } from '../printing/print-document.ts';
import type { PrintWindows } from '../printing/print-window.ts';
import { printPictures } from '../printing/print-pictures.ts';
import { saveArchive, saveBatchPdf, saveDocx, savePdf, saveVolume } from '../printing/save-file.ts';
import { askFolder } from '../scan/ask-folder.ts';
import { createScanFolders } from '../scan/scan-folder.ts';
import { openExternal } from '../security/external.ts';
import { serverOrigin } from '../security/server-url.ts';
import type { SettingsFile } from '../settings/settings.ts';
import type { WorkerHost } from '../worker-host/host.ts';
import type { MainHandlers } from './registrar.ts';

export interface HandlerDependencies {
  readonly settings: SettingsFile;
  readonly worker: WorkerHost;
  readonly notifier: Pick<Notifier, 'look'>;
  readonly noticesSupported: () => boolean;
  readonly prints: PrintWindows;
  readonly window: () => BrowserWindow | null;
  readonly testSaveDir: string | null;
  /** Starts the worker anew for another server and loads the page again under its policy. */
  readonly changeServer: () => Promise<void>;
}

export function mainHandlers(parts: HandlerDependencies): MainHandlers {
  const { settings, worker, prints: windows, testSaveDir } = parts;
  const scans = createScanFolders({ settings, ask: (current) => askFolder(openWindow(parts), current), now: Date.now });
  return {
    'app.info': () => Promise.resolve(ok(appInfo(settings))),
    'app.setServer': ({ serverUrl }) => setServer(parts, serverUrl),
    'app.openExternal': ({ url }) => openExternal(openWindow(parts), url),
    'print.printers': async ({ code }) => ok(await listPrinters(openWindow(parts).webContents, code === undefined ? undefined : settings.get().printers[code])),
    'print.document': (input) => printDocument({ worker, windows, settings }, openWindow(parts).webContents, input),
    'pdf.save': (input) => savePdf({ worker, window: openWindow(parts), testSaveDir }, input),
    'pdf.saveBatch': (input) => saveBatchPdf({ worker, window: openWindow(parts), testSaveDir }, input),
    'docx.save': (input) => saveDocx({ worker, window: openWindow(parts), testSaveDir }, input),
    'volume.save': (input) => saveVolume({ worker, window: openWindow(parts), testSaveDir }, input),
    'archive.save': (input) => saveArchive({ worker, window: openWindow(parts), testSaveDir }, input),
    'scan.state': () => scans.state(),
    'scan.choose': () => scans.choose(),
    'scan.forget': () => scans.forget(),
    'scan.read': ({ key }) => scans.read(key),
    'scan.settle': ({ keys }) => scans.settle(keys),
    'notice.state': () => Promise.resolve(ok(noticeState(parts))),
    'notice.set': ({ enabled }) => {
      settings.update({ notices: { told: settings.get().notices?.told ?? [], off: !enabled } });
      if (enabled) void parts.notifier.look();
      return Promise.resolve(ok(noticeState(parts)));
    },
    'print.pictures': (input) => printPictures(windows, openWindow(parts).webContents, input),
  };
}

function noticeState({ settings, noticesSupported }: HandlerDependencies): NoticeState {
  return { supported: noticesSupported(), enabled: settings.get().notices?.off !== true };
}

function openWindow(parts: HandlerDependencies): BrowserWindow {
  const window = parts.window();
  if (window === null) throw new AppFailure({ code: 'INTERNAL', message: '窗口已关闭。' });
  return window;
}

function appInfo(settings: SettingsFile): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
    serverUrl: settings.get().serverUrl,
    platform: process.platform,
  };
}

async function setServer(parts: HandlerDependencies, text: string): Promise<Result<AppInfo>> {
  const origin = serverOrigin(text);
  if (!origin.ok) return origin;
  if (origin.value === parts.settings.get().serverUrl) return ok(appInfo(parts.settings));
  const session = await parts.worker.call('session.state', {});
  if (session.ok && session.value.status === 'signed-in') {
    return fail({ code: 'FORBIDDEN', message: '请先退出登录，再更换服务器地址。' });
  }
  parts.settings.update({ serverUrl: origin.value });
  await parts.changeServer();
  return ok(appInfo(parts.settings));
}
