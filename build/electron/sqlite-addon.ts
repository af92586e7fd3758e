import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cached } from './cache.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGE = path.join(ROOT, 'node_modules/better-sqlite3');
/** First Electron whose Node has Node-API 10, which the prebuilt addon needs; in an older one it crashes the process. */
const FIRST_WITH_NODE_API_10 = 36;
/** Lets code written for Node-API 10 compile against the experimental part of Node-API 9. */
const CXXFLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNAPI_VERSION=2147483647 -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * The SQLite addon to hand to better-sqlite3 as `nativeBinding` in this Electron; `undefined` where the prebuilt one of
 * the package serves. Built once (one to two minutes) from the package's own source and kept outside node_modules.
 */
export async function sqliteAddon(electronVersion: string): Promise<string | undefined> {
  if (Number.parseInt(electronVersion, 10) >= FIRST_WITH_NODE_API_10) return undefined;
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = await cached(`sqlite-${version}-electron-${electronVersion}-${process.platform}-${process.arch}`, build);
  return path.join(folder, 'better_sqlite3.node');
}

function build(target: string): void {
  console.log('Building the SQLite addon for this Electron (one to two minutes, once) …');
  const work = path.join(target, '.build');
  cpSync(PACKAGE, work, { recursive: true, filter: (source) => !/[/\\](build|prebuilds)$/.test(source) });
  cpSync(path.join(ROOT, 'node_modules/node-addon-api'), path.join(work, 'node_modules/node-addon-api'), { recursive: true });
  compile(work);
  copyFileSync(path.join(work, 'build/Release/better_sqlite3.node'), path.join(target, 'better_sqlite3.node'));
  rmSync(work, { recursive: true });
}

function compile(folder: string): void {
  const headers = nodeHeaders();
  const gyp = path.join(ROOT, 'node_modules/node-gyp/bin/node-gyp.js');
  const args = [gyp, 'rebuild', '--release', '--force_build=1', `--jobs=${os.availableParallelism()}`, ...(headers === undefined ? [] : [`--nodedir=${headers}`])];
  try {
    execFileSync(process.execPath, args, { cwd: folder, env: { ...process.env, CXXFLAGS }, stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).slice(-2000) : String(error);
    throw new Error(`The SQLite addon could not be built. It needs g++, make, python3 and the headers of Node (include/node).\n${output}`, { cause: error });
  }
}

/** Folder whose `include/node` holds the headers of an installed Node; without one node-gyp fetches them from nodejs.org. */
function nodeHeaders(): string | undefined {
  const candidates = [process.env['npm_config_nodedir'], path.resolve(process.execPath, '../..'), '/usr', '/usr/local'];
  return candidates.find((folder) => folder !== undefined && existsSync(path.join(folder, 'include/node/node_api.h')));
}
