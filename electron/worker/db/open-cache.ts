import { existsSync, renameSync, rmSync } from 'node:fs';
import { failure, systemCode } from '#worker/failure.ts';
import { createCache, type Cache } from './cache.ts';
import { migrate } from './migrate.ts';
import { isSound, openDatabase, type OpenOptions, type Sqlite } from './open.ts';
import { NOTHING_SALVAGED, restoreSalvage, salvage, type Salvage } from './salvage.ts';

export interface OpenCacheOptions extends OpenOptions {
  /** A file that exists when damage was reported: the whole cache is then checked. */
  readonly damageMark: string;
  /** Whether a damaged cache may be set aside and begun anew, i.e. whether the server can fill it again. */
  readonly mayRecover: boolean;
  readonly now: Date;
}

export interface OpenedCache {
  readonly cache: Cache;
  /** What was saved from a damaged cache; `null` in the ordinary case. */
  readonly recovered: Salvage | null;
}

function isDamage(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

/** `null` when the file reads as damaged. */
function openSound(options: OpenCacheOptions): Cache | null {
  let db: Sqlite | null = null;
  try {
    db = openDatabase(options);
    if (existsSync(options.damageMark) && !isSound(db)) {
      db.close();
      return null;
    }
    migrate(db, options.path);
    return createCache(db);
  } catch (error) {
    if (db?.open === true) db.close();
    if (isDamage(error)) return null;
    throw error;
  }
}

function openToSalvage(options: OpenCacheOptions): Salvage {
  let db: Sqlite | null = null;
  try {
    db = openDatabase(options);
    return salvage(db);
  } catch {
    return NOTHING_SALVAGED;
  } finally {
    db?.close();
  }
}

/** Renames the damaged file and its log; they are evidence and are never deleted. */
function setAside(path: string, now: Date): void {
  const suffix = `.bad-${now.toISOString().replace(/[:.]/g, '-')}`;
  for (const file of [path, `${path}-wal`]) if (existsSync(file)) renameSync(file, `${file}${suffix}`);
}

/**
 * Opens the cache, made when there is none. Damage is believed only after a second opening (a failing read can look like
 * it); then, if the server can fill a new cache, unsent work is saved, the old file set aside, and a new cache begun.
 */
export function openCache(options: OpenCacheOptions): OpenedCache {
  const cache = openSound(options) ?? openSound(options);
  if (cache !== null) {
    rmSync(options.damageMark, { force: true });
    return { cache, recovered: null };
  }
  if (!options.mayRecover) {
    throw failure('CACHE_DAMAGED', '本机缓存已损坏，离线时无法修复。请联网后重新登录：系统会先抢救未同步的内容，再从服务器重新下载；原文件会保留。');
  }
  const recovered = openToSalvage(options);
  setAside(options.path, options.now);
  const fresh = openDatabase(options);
  migrate(fresh, options.path);
  restoreSalvage(fresh, recovered);
  rmSync(options.damageMark, { force: true });
  return { cache: createCache(fresh), recovered };
}
