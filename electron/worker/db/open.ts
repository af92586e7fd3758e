import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { failure, systemCode } from '#worker/failure.ts';
import type { Sqlite, SqliteConstructor } from './sqlite.types.ts';

export type { Sqlite } from './sqlite.types.ts';

// A native addon: required, so that the bundler leaves it alone.
const Database = createRequire(import.meta.url)('better-sqlite3') as SqliteConstructor;

export interface OpenOptions {
  readonly path: string;
  /** 32 bytes. */
  readonly key: Buffer;
  readonly nativeBinding: string | undefined;
}

/**
 * Opens the encrypted cache with every safeguard set. AEGIS authenticates each page, so a flipped bit is an error and
 * never wrong data; `temp_store` keeps sorts out of plain temporary files; `synchronous=FULL` makes a commit outlive a
 * power cut; the exclusive lock makes this process the only owner. Throws SqliteError or CACHE_LOCKED.
 */
export function openDatabase(options: OpenOptions): Sqlite {
  const db = new Database(options.path, { timeout: 500, ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }) });
  try {
    applyKey(db, options.key);
    db.pragma('page_size=16384');
    db.pragma('locking_mode=EXCLUSIVE');
    db.pragma('temp_store=MEMORY');
    db.pragma('trusted_schema=OFF');
    db.pragma('journal_mode=WAL');
    db.pragma('synchronous=FULL');
    db.pragma('secure_delete=ON');
    db.pragma('foreign_keys=ON');
    db.pragma('cache_size=-65536');
    // 64 MiB: a first pull writes hot index pages back once and not at every thousandth record.
    db.pragma('wal_autocheckpoint=4096');
    db.pragma('journal_size_limit=67108864');
    db.prepare('select count(*) from sqlite_schema').get();
    privateModes(options.path);
    return db;
  } catch (error) {
    db.close();
    if (systemCode(error)?.startsWith('SQLITE_BUSY')) throw failure('CACHE_LOCKED', '本机缓存正被另一个程序窗口使用。请关闭另一个窗口后再登录。');
    throw error;
  }
}

function applyKey(db: Sqlite, key: Buffer): void {
  db.pragma("cipher='aegis'");
  const raw = Buffer.alloc(4 + key.length * 2);
  raw.write('raw:', 0, 'ascii');
  raw.write(key.toString('hex'), 4, 'ascii');
  db.key(raw);
  raw.fill(0);
}

/** Belt and braces beside the umask: an existing file keeps the modes it was made with. */
function privateModes(path: string): void {
  for (const file of [path, `${path}-wal`]) if (existsSync(file)) chmodSync(file, 0o600);
}

/** Whether every page authenticates and the structure holds. Reads the whole file. */
export function isSound(db: Sqlite): boolean {
  try {
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}
