import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.dirname(import.meta.dirname);
const SOURCES = ['api-server', 'shared', 'build/server.vite.config.ts', 'package-lock.json'];

/** Where the bundle of the API server lies. */
export const SERVER_DIR = path.join(ROOT, 'out/server');
export const STAMP_FILE = 'sources.stamp';

/** Whether out/server was made of the sources as they are now. Plain JavaScript: asked at every start, by any Node. */
export function serverIsCurrent() {
  try {
    return readFileSync(path.join(SERVER_DIR, STAMP_FILE), 'utf8') === sourcesStamp(ROOT, SOURCES);
  } catch {
    return false;
  }
}

/** The stamp of the bundle's sources. */
export function serverStamp() {
  return sourcesStamp(ROOT, SOURCES);
}

/**
 * Another one for every file that is added, removed, renamed or written: a few milliseconds instead of reading them all.
 * @param {string} root
 * @param {readonly string[]} sources folders and files below it
 */
export function sourcesStamp(root, sources) {
  const hash = createHash('sha256');
  for (const name of sources.flatMap((source) => filesOf(root, source)).sort()) {
    const { mtimeMs, size } = statSync(path.join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} source
 */
function filesOf(root, source) {
  if (!statSync(path.join(root, source)).isDirectory()) return [source];
  return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
