import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from '#worker/failure.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import type { Sqlite } from './open.ts';

export function schemaVersion(db: Sqlite): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the cache to the newest version: each migration in its own transaction, a copy of the file made first.
 * A cache written by a newer program is refused (CACHE_NEWER) and left as it is.
 */
export function migrate(db: Sqlite, path: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const from = schemaVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) {
    throw failure('CACHE_NEWER', '本机缓存由更新版本的程序写入，当前版本不能打开。请升级程序后再登录；缓存未作任何改动。', { cache: from, program: newest });
  }
  const waiting = migrations.filter((migration) => migration.version > from);
  if (waiting.length === 0) return;
  if (from > 0) copyBefore(db, path, from);
  for (const migration of waiting) apply(db, migration);
}

function apply(db: Sqlite, migration: Migration): void {
  db.transaction(() => {
    migration.up(db);
    db.pragma(`user_version=${migration.version}`);
  }).immediate();
}

/** `VACUUM INTO` keeps the copy encrypted under the same key; only the last copy is kept. */
function copyBefore(db: Sqlite, path: string, version: number): void {
  const copy = `${path}.before-${version}`;
  const unfinished = `${copy}.tmp`;
  rmSync(unfinished, { force: true });
  db.prepare('vacuum into ?').run(unfinished);
  if (existsSync(copy)) rmSync(copy);
  renameSync(unfinished, copy);
  const prefix = `${basename(path)}.before-`;
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(prefix) && name !== basename(copy)) rmSync(join(dirname(path), name));
  }
}
