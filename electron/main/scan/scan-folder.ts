import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILE_BYTES } from '#shared/contract/http/streams.ts';
import { type AppError, fail, ok, type Result } from '#shared/contract/result.ts';
import type { ScanFolder, ScannedFile } from '#shared/contract/views.ts';
import type { SettingsFile } from '../settings/settings.ts';

/** A scanner writes page by page: a file is offered once it has rested this long at the same size. */
const REST_MS = 1500;
/** Offered at once, and settled files remembered. */
const MAX_OFFERED = 200;
const MAX_SETTLED = 2000;

export interface ScanFolders {
  state(): Promise<Result<ScanFolder>>;
  choose(): Promise<Result<ScanFolder>>;
  forget(): Promise<Result<ScanFolder>>;
  read(key: string): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>>;
  settle(keys: readonly string[]): Promise<Result<ScanFolder>>;
}

export interface ScanOptions {
  readonly settings: SettingsFile;
  /** Asks the person for a folder; `null`: changed their mind. */
  readonly ask: (current: string | null) => Promise<string | null>;
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * The folder a scanner writes into. It is looked at when the window asks, because network shares, which scanners write to,
 * announce nothing. Files are read, never moved, changed or deleted.
 */
export function createScanFolders({ settings, ask, now }: ScanOptions): ScanFolders {
  let sizes = new Map<string, number>();
  let listed = new Map<string, string>();

  async function state(): Promise<Result<ScanFolder>> {
    const chosen = settings.get().scan;
    if (chosen === undefined) return ok({ folder: null, error: null, files: [] });
    try {
      const found = await newFiles(chosen.folder, chosen.since);
      listed = new Map(found.map(({ file }) => [file.key, path.join(chosen.folder, file.name)]));
      const before = sizes;
      sizes = new Map(found.map(({ file }) => [file.key, file.bytes]));
      const settled = new Set(chosen.settled);
      const files = found.filter(({ file, at }) => !settled.has(file.key) && before.has(file.key) && now() - at >= REST_MS).map(({ file }) => file);
      return ok({ folder: chosen.folder, error: null, files: files.slice(0, MAX_OFFERED) });
    } catch (cause) {
      return ok({ folder: chosen.folder, error: folderError(cause, chosen.folder), files: [] });
    }
  }

  async function choose(): Promise<Result<ScanFolder>> {
    const current = settings.get().scan?.folder ?? null;
    const folder = await ask(current);
    if (folder !== null && folder !== current) settings.update({ scan: { folder, since: now(), settled: [] } });
    return state();
  }

  function forget(): Promise<Result<ScanFolder>> {
    settings.update({ scan: undefined });
    return state();
  }

  async function read(key: string): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
    const file = listed.get(key);
    if (file === undefined) return fail(gone());
    const name = path.basename(file);
    try {
      if ((await stat(file)).size > MAX_FILE_BYTES) return fail({ code: 'FILE_TOO_LARGE', message: `「${name}」超过 ${String(MAX_FILE_BYTES / 1024 / 1024)} MB 的上限。请降低扫描分辨率或者分成几份。` });
      return ok({ name, bytes: new Uint8Array(await readFile(file)) });
    } catch (cause) {
      return fail(systemCode(cause) === 'ENOENT' ? gone() : folderError(cause, path.dirname(file)));
    }
  }

  function settle(keys: readonly string[]): Promise<Result<ScanFolder>> {
    const chosen = settings.get().scan;
    if (chosen !== undefined) settings.update({ scan: { ...chosen, settled: [...new Set([...chosen.settled, ...keys])].slice(-MAX_SETTLED) } });
    return state();
  }

  return { state, choose, forget, read, settle };
}

interface Found {
  readonly file: ScannedFile;
  /** When it last changed in any way, milliseconds. */
  readonly at: number;
}

/** Files that came after `since`; a copied file keeps its old time of writing, but not that of its arrival. */
async function newFiles(folder: string, since: number): Promise<readonly Found[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && isFinished(entry.name)).map((entry) => entry.name);
  const found = await Promise.all(names.map((name) => foundAt(folder, name)));
  return found.filter((each): each is Found => each !== null && each.at > since).sort((one, other) => one.at - other.at);
}

async function foundAt(folder: string, name: string): Promise<Found | null> {
  const facts = await stat(path.join(folder, name)).catch(() => null);
  if (facts === null) return null;
  const { size, mtimeMs, ctimeMs, birthtimeMs } = facts;
  return { at: Math.max(mtimeMs, ctimeMs, birthtimeMs), file: { key: keyOf(name, size, mtimeMs), name, bytes: size, writtenAt: new Date(mtimeMs).toISOString() } };
}

/** Hidden files and those that programs have not finished writing. */
function isFinished(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~') && !/\.(tmp|part|crdownload)$/i.test(name);
}

/** The settings keep no names: those may say whose case it is. */
function keyOf(name: string, bytes: number, writtenAt: number): string {
  return createHash('sha256').update(`${name}\0${String(bytes)}\0${String(writtenAt)}`).digest('hex').slice(0, 32);
}

function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function gone(): AppError {
  return { code: 'FILE_NOT_LOCAL', message: '这个文件已不在扫描文件夹里，可能被移走或者改了名。请重新扫描。' };
}

function folderError(cause: unknown, folder: string): AppError {
  const code = systemCode(cause);
  if (code === 'EACCES' || code === 'EPERM') return { code: 'FORBIDDEN', message: `没有权限读取扫描文件夹「${folder}」。请换一个文件夹，或者请系统管理员开通权限。` };
  return { code: 'NOT_FOUND', message: `扫描文件夹「${folder}」现在打不开。如果在网络盘或者 U 盘上，请检查是否连接；否则请重新选择。` };
}
