/**
 * Entry of every npm command. Runs on the machine's own Node (20 or later) with Node's own modules only:
 * installs what is missing (npm packages, Debian packages where it may), then hands over to Node 24 from node_modules.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER_FLAGS } from './server-flags.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const node24 = path.join(modules, '.bin/node');
const stampFile = path.join(modules, '.bootstrap-stamp');
const lockFile = path.join(root, '.cache/installing.pid');

const WINDOW = ['libgtk-3-0', 'libnss3', 'libasound2', 'libatk-bridge2.0-0', 'libgbm1', 'libxss1', 'libdrm2', 'fonts-noto-cjk', 'g++'];
const READERS = ['poppler-utils'];
const HEADLESS = [...WINDOW, 'xvfb'];
const PAPER = [...READERS, 'cups', 'cups-client', 'cups-filters', 'printer-driver-cups-pdf'];

/** Command → what it needs of Debian, and the script that Node 24 runs. */
const COMMANDS = {
  demo: { debian: [...HEADLESS, ...PAPER], script: 'tests/demo/main.ts' },
  test: { debian: [...HEADLESS, ...PAPER], script: 'build/commands/test.ts' },
  documents: { debian: [...READERS, 'imagemagick'], script: 'build/commands/documents.ts' },
  bench: { debian: HEADLESS, script: 'tests/bench/main.ts' },
  start: { debian: WINDOW, script: 'build/commands/start.ts' },
  build: { debian: [], script: 'build/commands/build.ts' },
  check: { debian: READERS, script: 'build/commands/check.ts' },
  server: { debian: [], script: 'build/commands/server.mjs', flags: SERVER_FLAGS },
  seed: { debian: [], script: 'api-server/db/seed/cli.ts' },
  'docs:procedure': { debian: [], script: 'build/commands/procedure-diagram.ts' },
  'import:check': { debian: [], script: 'build/commands/import-check.ts' },
  'volume:verify': { debian: [], script: 'build/commands/volume-verify.ts' },
  'draw:verify': { debian: [], script: 'build/commands/draw-verify.ts' },
};

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

/** Of the lock file that node_modules should hold; the system too, because a checkout may be shared with another one. */
function wantedStamp() {
  const lockedPackages = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  return `${lockedPackages} ${process.platform} ${process.arch}`;
}

function packagesAreThere() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp() && existsSync(node24);
}

function ensurePackages() {
  if (packagesAreThere()) return;
  const unlock = lock();
  try {
    if (!packagesAreThere()) installPackages();
  } finally {
    unlock();
  }
}

/** No install script runs but those package.json allows, with every version of npm. */
function installPackages() {
  console.log('Installing npm packages (npm ci) …');
  // npm's own engine warnings about Node 20 are noise here: everything runs on the Node 24 that this installs.
  const quiet = ['--no-fund', '--no-audit', '--loglevel=error'];
  const { allowScripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  const installed = run('npm', ['ci', '--ignore-scripts', ...quiet]).status === 0
    && run('npm', ['rebuild', '--ignore-scripts=false', ...quiet, ...allowed.filter((name) => existsSync(path.join(modules, name)))], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!installed) throw new Error('npm could not install the packages: check that the npm registry can be reached, then run the command again.');
  writeFileSync(stampFile, wantedStamp());
}

/** Two commands started together install once: the second waits. */
function lock() {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  for (let told = false; ; Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return () => { rmSync(lockFile, { force: true }); };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lockFile, { force: true });
    else if (!told) console.log('Another command is installing the npm packages; waiting …');
    told = true;
  }
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function isInstalled(name) {
  const result = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' });
  return result.status === 0 && result.stdout === 'installed';
}

/** Debian 13 renamed several libraries to `…t64`. */
function newName(name) {
  return `${name}t64`;
}

function ensureDebianPackages(names) {
  if (spawnSync('dpkg-query', ['--version']).status !== 0) return;
  const missing = names.filter((name) => !isInstalled(name) && !isInstalled(newName(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    console.error(`Missing Debian packages; install them with: sudo apt-get install -y ${missing.join(' ')}`);
    return;
  }
  console.log(`Installing Debian packages: ${missing.join(' ')} …`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], quiet);
  const renamed = (name) => (spawnSync('apt-cache', ['show', newName(name)]).status === 0 ? newName(name) : name);
  const result = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(renamed)], quiet);
  if (result.status !== 0) console.error(`Could not install: ${missing.join(' ')}. Install them with apt-get and run the command again.`);
}

const [name, ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) stop(`Unknown command. One of: ${Object.keys(COMMANDS).join(', ')}`);
try {
  ensurePackages();
} catch (error) {
  stop(error.message);
}
ensureDebianPackages(command.debian);
const environment = { ...process.env, PATH: `${path.dirname(node24)}${path.delimiter}${process.env.PATH}` };
const result = run(node24, [...(command.flags ?? []), command.script, ...rest], { env: environment });
process.exit(result.status ?? 1);
