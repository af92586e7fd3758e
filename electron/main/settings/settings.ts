import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import { log } from '../log.ts';

const Bounds = Type.Object({ x: Type.Integer(), y: Type.Integer(), width: Type.Integer({ minimum: 400 }), height: Type.Integer({ minimum: 300 }), maximized: Type.Boolean() });
export type WindowBounds = Static<typeof Bounds>;

const DesktopSettings = Type.Object({
  serverUrl: Type.String({ maxLength: 200 }),
  window: Type.Union([Bounds, Type.Null()]),
  /** Printer last used, by document code. */
  printers: Type.Record(Type.String(), Type.String()),
});
export type DesktopSettings = Static<typeof DesktopSettings>;

const DEFAULTS: DesktopSettings = { serverUrl: 'http://127.0.0.1:7380', window: null, printers: {} };

export interface SettingsFile {
  get(): DesktopSettings;
  /** Writes at once, whole or not at all. */
  update(change: Partial<DesktopSettings>): void;
}

/** `settings.json` of the profile: what belongs to this machine and holds nothing of a case. A damaged file is set aside. */
export function openSettings(profileDir: string): SettingsFile {
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const file = path.join(profileDir, 'settings.json');
  let current = read(file);
  return {
    get: () => current,
    update(change) {
      current = { ...current, ...change };
      const temporary = `${file}.new`;
      writeFileSync(temporary, `${JSON.stringify(current, null, 2)}\n`, { mode: 0o600 });
      renameSync(temporary, file);
    },
  };
}

function read(file: string): DesktopSettings {
  if (!existsSync(file)) return DEFAULTS;
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const found = typeof stored === 'object' ? { ...DEFAULTS, ...stored } : stored;
    if (Check(DesktopSettings, found)) return found;
  } catch {
    log('settings.unreadable', {});
  }
  renameSync(file, `${file}.bad-${Date.now()}`);
  return DEFAULTS;
}
