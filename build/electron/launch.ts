import { existsSync } from 'node:fs';
import path from 'node:path';
import { type ElectronRuntime, findElectron, sandboxArgs } from './runtime.ts';
import { sqliteAddon } from './sqlite-addon.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface DesktopLaunch extends ElectronRuntime {
  /** Switches, then the app directory; the desktop's own switches follow. */
  readonly args: readonly string[];
}

/** Everything that starts the built desktop (`out/app`) on this machine, the SQLite addon for its runtime included. */
export async function desktopLaunch(): Promise<DesktopLaunch> {
  const runtime = await findElectron();
  const addon = await sqliteAddon(runtime.version);
  const args = [...sandboxArgs(), ...graphicsArgs(), ROOT, ...(addon === undefined ? [] : [`--sqlite-addon=${addon}`])];
  return { ...runtime, args };
}

/** Without a graphics device Chromium would try for a second before it draws by itself. */
function graphicsArgs(): string[] {
  return process.platform === 'linux' && !existsSync('/dev/dri') ? ['--disable-gpu'] : [];
}

if (import.meta.main) console.log(JSON.stringify(await desktopLaunch(), null, 2));
