/**
 * Entry of every npm command. Runs on the machine's own Node (20 or later) with Node's own modules only:
 * installs what is missing (npm packages, Debian packages where it may), then hands over to Node 24 from node_modules.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const node24 = path.join(root, 'node_modules/.bin/node');
const stampFile = path.join(root, 'node_modules/.bootstrap-stamp');

const DESKTOP = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libatk-bridge2.0-0', 'libgbm1', 'libxss1', 'libdrm2', 'fonts-noto-cjk', 'unzip', 'python3', 'make', 'g++'];
const PAPER = ['poppler-utils', 'cups', 'cups-client', 'printer-driver-cups-pdf'];

/** Command → what it needs of Debian, and the script that Node 24 runs. */
const COMMANDS = {
  demo: { debian: [...DESKTOP, ...PAPER], script: 'tests/demo/main.ts' },
  test: { debian: [...DESKTOP, ...PAPER], script: 'build/commands/test.ts' },
  bench: { debian: DESKTOP, script: 'tests/bench/main.ts' },
  start: { debian: DESKTOP, script: 'build/commands/start.ts' },
  build: { debian: [], script: 'build/commands/build.ts' },
  check: { debian: [], script: 'build/commands/check.ts' },
  server: { debian: [], script: 'api-server/main.ts' },
  seed: { debian: [], script: 'api-server/db/seed/cli.ts' },
};

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function ensurePackages() {
  const stamp = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing npm packages (npm ci) …');
  // npm's own engine warnings about Node 20 are noise here: everything runs on the Node 24 that this installs.
  const result = run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (result.status !== 0) stop('npm ci failed: check that the npm registry can be reached, then run the command again.');
  writeFileSync(stampFile, stamp);
}

function installed(name) {
  const result = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' });
  return result.status === 0 && result.stdout === 'installed';
}

/** Debian 13 renamed several libraries to `…t64`. */
function newName(name) {
  return `${name}t64`;
}

function ensureDebianPackages(names) {
  if (spawnSync('dpkg-query', ['--version']).status !== 0) return;
  const missing = names.filter((name) => !installed(name) && !installed(newName(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    console.error(`Missing Debian packages; install them with: sudo apt-get install -y ${missing.join(' ')}`);
    return;
  }
  console.log(`Installing Debian packages: ${missing.join(' ')} …`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], quiet);
  const renamed = (name) => (spawnSync('apt-cache', ['show', newName(name)]).status === 0 ? newName(name) : name);
  const result = run('apt-get', ['install', '-y', '-qq', ...missing.map(renamed)], quiet);
  if (result.status !== 0) console.error(`Could not install: ${missing.join(' ')}. Install them with apt-get and run the command again.`);
}

const [name, ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) stop(`Unknown command. One of: ${Object.keys(COMMANDS).join(', ')}`);
ensurePackages();
ensureDebianPackages(command.debian);
const environment = { ...process.env, PATH: `${path.dirname(node24)}${path.delimiter}${process.env.PATH}` };
const result = run(node24, [command.script, ...rest], { env: environment });
process.exit(result.status ?? 1);
