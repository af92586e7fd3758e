import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { log } from '../log.ts';

export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface DesktopSettings {
  readonly serverUrl: string;
  readonly window: WindowBounds | null;
  /** Printer last used, by document code. */
  readonly printers: Readonly<Record<string, string>>;
  /** The scanner's folder (扫描文件夹); absent while none is chosen. */
  readonly scan?: ScanSetting | undefined;
  /** Notices on the desktop; on while absent. */
  readonly notices?: NoticeSetting | undefined;
}

export interface NoticeSetting {
  readonly off: boolean;
  /** Keys of what was told on this machine: ids and days, nothing of a task. */
  readonly told: readonly string[];
}

export interface ScanSetting {
  readonly folder: string;
  /** When it was chosen, milliseconds: what lay there before is not offered. */
  readonly since: number;
  /** Keys of files that were taken in or set aside. */
  readonly settled: readonly string[];
}

const DEFAULTS: DesktopSettings = { serverUrl: 'http://127.0.0.1:7380', window: null, printers: {} };

const MAX_URL = 200;

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
    if (isSettings(found)) return found;
  } catch {
    log('settings.unreadable', {});
  }
  renameSync(file, `${file}.bad-${Date.now()}`);
  return DEFAULTS;
}

/** By hand: the window waits for this file, and the schema library would be most of what main loads before it. */
function isSettings(found: unknown): found is DesktopSettings {
  if (!isRecord(found)) return false;
  const { serverUrl, window, printers, scan, notices } = found;
  return typeof serverUrl === 'string' && serverUrl.length <= MAX_URL && (window === null || isBounds(window))
    && (scan === undefined || isScan(scan)) && (notices === undefined || isNotices(notices)) && isRecord(printers) && Object.values(printers).every((printer) => typeof printer === 'string');
}

function isScan(found: unknown): boolean {
  if (!isRecord(found)) return false;
  const { folder, since, settled } = found;
  return typeof folder === 'string' && typeof since === 'number' && Array.isArray(settled) && settled.every((key) => typeof key === 'string');
}

function isNotices(found: unknown): boolean {
  return isRecord(found) && typeof found['off'] === 'boolean' && Array.isArray(found['told']) && found['told'].every((key) => typeof key === 'string');
}

function isBounds(found: unknown): boolean {
  if (!isRecord(found)) return false;
  const { x, y, width, height, maximized } = found;
  return [x, y, width, height].every(Number.isInteger) && Number(width) >= 400 && Number(height) >= 300 && typeof maximized === 'boolean';
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
