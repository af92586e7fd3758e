import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cached } from './cache.ts';

const run = promisify(execFile);
const MODULES = path.resolve(import.meta.dirname, '../../node_modules');
const PACKAGE = path.join(MODULES, 'better-sqlite3');
const SQLITE = path.join(PACKAGE, 'deps/sqlite3');
const PRELUDE = path.join(import.meta.dirname, 'node-api-prelude.h');
/** First Electron whose Node has Node-API 10, which the prebuilt addon needs; in an older one it crashes the process. */
const FIRST_WITH_NODE_API_10 = 36;

const COMMON = ['-c', '-O2', '-fPIC', '-pthread', '-DNDEBUG', '-D_FILE_OFFSET_BITS=64'];
/** As in the package's binding.gyp, but for the version of Node-API, which the prelude sets. */
const ADDON = [
  '-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-include', PRELUDE, ...[SQLITE, path.join(MODULES, 'node-addon-api'), path.join(MODULES, 'node-api-headers/include')].map((folder) => `-I${folder}`),
];
const LINK = ['-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];

/**
 * The SQLite addon to hand to better-sqlite3 as `nativeBinding` in this Electron; `undefined` where the prebuilt one of
 * the package serves. Built once (one to two minutes) from the package's own source, by g++ alone and without the network,
 * and kept outside node_modules. Throws with the way out in the message.
 */
export async function sqliteAddon(electronVersion: string): Promise<string | undefined> {
  if (Number.parseInt(electronVersion, 10) >= FIRST_WITH_NODE_API_10) return undefined;
  if (process.platform !== 'linux') throw new Error(`Electron ${electronVersion} is too old here: use ${String(FIRST_WITH_NODE_API_10)} or later.`);
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = await cached(`sqlite-${version}-electron-${electronVersion}-${process.platform}-${process.arch}`, build);
  return path.join(folder, 'better_sqlite3.node');
}

async function build(target: string): Promise<void> {
  console.log('Building the SQLite addon for this Electron (one to two minutes, once) …');
  const [sqlite, addon] = [path.join(target, 'sqlite3.o'), path.join(target, 'addon.o')];
  try {
    await Promise.all([
      run('gcc', [...COMMON, '-std=c99', '-w', ...sqliteOptions(), path.join(SQLITE, 'sqlite3.c'), '-o', sqlite]),
      run('g++', [...COMMON, ...ADDON, path.join(PACKAGE, 'src/better_sqlite3.cpp'), '-o', addon]),
    ]);
    await run('g++', [...LINK, addon, sqlite, '-o', path.join(target, 'better_sqlite3.node'), '-ldl']);
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).slice(-2000) : '';
    throw new Error(`The SQLite addon could not be built; it needs g++ 10 or later (apt-get install -y g++).\n${output}`, { cause: error });
  }
  for (const object of [sqlite, addon]) rmSync(object);
}

/** The package's own options for SQLite, the same that its prebuilt addon has: `'NAME'` or `'NAME=value'`, one a line. */
function sqliteOptions(): string[] {
  const listed = readFileSync(path.join(PACKAGE, 'deps/defines.gypi'), 'utf8').matchAll(/^\s+'(\w+(?:=[^']*)?)',$/gm);
  return Array.from(listed, ([, option = '']) => `-D${option}`);
}
