import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, Menu } from 'electron';
import { log, logPhase, openLog } from './log.ts';
import { desktopOptions } from './options.ts';
import { guardAllContents } from './security/guards.ts';
import { registerScheme } from './security/protocol.ts';
import { forbiddenSwitches, REFUSED_EXIT_CODE } from './security/switches.ts';
import { startDesktop } from './start.ts';

// Before any file is made: what the desktop writes is for its user alone.
process.umask(0o077);

const options = desktopOptions(process.argv, app.isPackaged);

function refuseSwitches(): void {
  const refused = app.isPackaged ? forbiddenSwitches(process.argv.slice(1)) : [];
  if (refused.length === 0) return;
  process.stderr.write(`本程序不接受这些启动参数：${refused.join('、')}\n`);
  process.exit(REFUSED_EXIT_CODE);
}

/** All data in one folder that only its user may enter, Chromium's own files apart from ours. */
function openProfile(): string {
  const folder = options.profileDir === null ? app.getPath('userData') : path.resolve(options.profileDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  app.setPath('userData', folder);
  app.setPath('sessionData', path.join(folder, 'chromium'));
  openLog(folder);
  return folder;
}

function main(): void {
  refuseSwitches();
  const profileDir = openProfile();
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  logPhase('main');
  app.commandLine.appendSwitch('lang', 'zh-CN');
  // The page collects its garbage when the officer rests (renderer/app/spare-memory.ts).
  app.commandLine.appendSwitch('js-flags', '--expose-gc');
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  // Else Electron builds a menu of its own first; ours is installed when the window is being drawn.
  Menu.setApplicationMenu(null);
  guardAllContents();
  process.on('uncaughtException', (cause) => { fatal(cause); });
  process.on('unhandledRejection', (cause) => { log('main.rejected', { error: cause instanceof Error ? cause.name : typeof cause }); });
  void app.whenReady().then(() => {
    logPhase('ready');
    startDesktop(options, profileDir);
  });
}

function fatal(cause: Error): void {
  log('main.failed', { error: cause.name, where: cause.stack?.split('\n').find((line) => line.trim().startsWith('at '))?.trim() ?? null });
  // A dialog would hold up a test for ever.
  if (app.isPackaged) dialog.showErrorBox('程序出错', '程序出了意外的差错，即将关闭。已保存的内容不会丢失；请重新打开，仍不行请联系系统管理员。');
  else process.stderr.write(`${cause.stack ?? cause.message}\n`);
  app.exit(1);
}

main();
