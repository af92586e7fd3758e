import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderFailure, refusal } from './refusals.ts';
import { processStart } from './running-process.ts';

/** What the lock file of a data folder says of its owner. */
interface Owner {
  readonly pid: number;
  readonly start: string;
}

interface OwnerLock {
  release(): void;
}

export const LOCK_FILE = 'owner.lock';

/**
 * Makes this process the only owner of `folder` (which exists), until released or dead.
 * Throws DATABASE_UNAVAILABLE when another live process owns it, or when it cannot be written.
 */
export function takeFolder(folder: string): OwnerLock {
  const path = join(folder, LOCK_FILE);
  const content = JSON.stringify({ pid: process.pid, start: processStart(process.pid) ?? '' } satisfies Owner);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (createExclusively(folder, path, content)) return { release: () => { releaseOwn(path, content); } };
    const found = readText(path);
    if (found === null) continue;
    const owner = parseOwner(found);
    if (owner !== null && isAlive(owner)) throw inUse(folder, owner);
    setAsideStale(path, found);
  }
  throw refusal('in-use', `数据目录 ${folder} 正被多个进程同时争用，请稍后再启动。`);
}

/** Whether the owner named in the folder's lock file still runs; `false` also when there is no lock. */
export function folderIsOwned(folder: string): boolean {
  const found = readText(join(folder, LOCK_FILE));
  const owner = found === null ? null : parseOwner(found);
  return owner !== null && isAlive(owner);
}

/** Writes beside and links into place: the lock is never seen half written, and an existing one is never replaced. */
function createExclusively(folder: string, path: string, content: string): boolean {
  const draft = join(folder, `${LOCK_FILE}.${randomUUID()}`);
  try {
    writeFileSync(draft, content, { mode: 0o600 });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw folderFailure(folder, error);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Only one of several rivals moves the stale lock away; a fresh one moved by mistake is put back. */
function setAsideStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readText(aside) !== stale) {
    try {
      linkSync(aside, path);
    } catch {
      // Somebody has taken the folder meanwhile; the next round sees whom.
    }
  }
  rmSync(aside, { force: true });
}

function releaseOwn(path: string, content: string): void {
  if (readText(path) === content) rmSync(path, { force: true });
}

function isAlive(owner: Owner): boolean {
  const start = processStart(owner.pid);
  return start !== null && start === owner.start;
}

function parseOwner(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('start' in value)) return null;
    return typeof value.pid === 'number' && typeof value.start === 'string' ? { pid: value.pid, start: value.start } : null;
  } catch {
    return null;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function inUse(folder: string, owner: Owner): ReturnType<typeof refusal> {
  return refusal('in-use', `数据目录正在被另一进程使用（进程号 ${owner.pid}）：${folder}。请先停止那个服务端，或用 DATA_DIR 指定另一目录。`);
}
