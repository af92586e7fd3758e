/**
 * Completes package-lock.json after a dependency was changed: `node_modules/.bin/node build/lockfile.ts`.
 * Why: a registry mirror that lags behind lacks some packages' builds for other systems. `npm install` then leaves those
 * out of the lock file, and `npm ci` refuses a lock file without them. docs/decisions/0007-installing-without-surprises.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** `packages` of a lock file: folder (`node_modules/a/node_modules/b`) → what is locked there. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const LOCK_FILE = path.resolve(import.meta.dirname, '../package-lock.json');
const PLATFORM = /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(?:-(\w+))?$/;
const LIBC: Readonly<Record<string, string>> = { gnu: 'glibc', musl: 'musl' };

/** Entries for the optional builds which some package names and the lock file lacks. Throws on a name that tells no platform. */
export function missingBuilds(packages: LockedPackages): LockedPackages {
  const missing: Record<string, LockedPackage> = {};
  for (const [folder, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (!isLocked(packages, folder, name)) missing[`node_modules/${name}`] = entry(name, version, parent.dev === true);
    }
  }
  return missing;
}

/** Node's own search: the package's folder, then every folder above it. */
function isLocked(packages: LockedPackages, folder: string, name: string): boolean {
  for (let base = folder; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[path.posix.join(base, 'node_modules', name)] !== undefined) return true;
    if (base === '') return false;
  }
}

function entry(name: string, version: string, dev: boolean): LockedPackage {
  const [, os, cpu, abi = ''] = PLATFORM.exec(name) ?? [];
  if (os === undefined || cpu === undefined || !/^\d/.test(version)) throw new Error(`${name}@${version} is missing from the lock file, and its name tells no platform.`);
  const libc = os === 'linux' ? LIBC[abi] : undefined;
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc === undefined ? {} : { libc: [libc] }), optional: true, os: [os] };
}

function completeLockFile(): void {
  const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as { packages: LockedPackages };
  const missing = missingBuilds(lock.packages);
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(LOCK_FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${String(Object.keys(missing).length)} builds for other systems added to package-lock.json`);
}

if (import.meta.main) completeLockFile();
