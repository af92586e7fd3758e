import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DeskPage } from './desk-page.ts';
import { type Desktop, type DesktopOptions, launchDesktop } from './desktop.ts';

/** A desktop with a folder of its own, at the page to sign in, for tests that click. */
export interface Seat {
  /** What the desktop exports is saved here; gone with `close`. */
  readonly folder: string;
  readonly desktop: Desktop;
  readonly desk: DeskPage;
  close(): Promise<void>;
}

export async function openSeat(serverUrl: string, options: Pick<DesktopOptions, 'env'> = {}): Promise<Seat> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'seat-'));
  const desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), serverUrl, saveDir: folder, ...options });
  const desk = new DeskPage(desktop.page);
  await desk.find('sign-in-login').waitFor();
  return {
    folder, desktop, desk,
    async close() {
      await desktop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
