import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where built runtimes are kept between runs and clones. */
function cacheRoot(): string {
  const base = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  return path.join(base, 'housing-enforcement');
}

/**
 * Returns the folder `name` of the cache; when it is missing, `build(folder)` fills a temporary one that is then renamed.
 * Safe when several processes ask at once: one builds, the others wait; a builder that died is replaced.
 */
export async function cached(name: string, build: (folder: string) => Promise<void> | void): Promise<string> {
  const final = path.join(cacheRoot(), name);
  if (existsSync(final)) return final;
  mkdirSync(cacheRoot(), { recursive: true });
  const unlock = await lock(`${final}.lock`);
  try {
    if (existsSync(final)) return final;
    const temporary = `${final}.making`;
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary, { recursive: true });
    await build(temporary);
    renameSync(temporary, final);
    return final;
  } finally {
    unlock();
  }
}

async function lock(folder: string): Promise<() => void> {
  for (;;) {
    if (tryLock(folder)) return () => { rmSync(folder, { recursive: true, force: true }); };
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else await delay(300);
  }
}

function tryLock(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  return true;
}

/** A lock whose owner is gone; one that never got a pid is abandoned after ten seconds. */
function isAbandoned(folder: string): boolean {
  try {
    return !isAlive(Number(readFileSync(path.join(folder, 'pid'), 'utf8')));
  } catch {
    return existsSync(folder) && Date.now() - statSync(folder).mtimeMs > 10_000;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
