import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type LockedPackages, missingBuilds } from '#build/lockfile.ts';

const LOCK_FILE = path.resolve(import.meta.dirname, '../../../package-lock.json');

it('the lock file names the build for every system, so that npm ci takes it', () => {
  const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as { packages: LockedPackages };
  expect(missingBuilds(lock.packages), 'run node_modules/.bin/node build/lockfile.ts').toEqual({});
});

it('adds what a package names and the lock file lacks, with its platform', () => {
  const packages: LockedPackages = {
    '': {},
    'node_modules/a': { version: '1.2.0', dev: true, optionalDependencies: { '@a/binding-linux-x64-gnu': '1.2.0', '@a/binding-win32-x64-msvc': '1.2.0', 'a-linux-arm64-musl': '1.2.0' } },
    'node_modules/@a/binding-linux-x64-gnu': { version: '1.2.0' },
  };
  expect(missingBuilds(packages)).toEqual({
    'node_modules/@a/binding-win32-x64-msvc': { version: '1.2.0', dev: true, optional: true, os: ['win32'], cpu: ['x64'] },
    'node_modules/a-linux-arm64-musl': { version: '1.2.0', dev: true, optional: true, os: ['linux'], cpu: ['arm64'], libc: ['musl'] },
  });
});

it('finds a build in the package itself and in the folders above it', () => {
  const nested = { version: '1.0.0', optionalDependencies: { 'b-darwin-x64': '1.0.0', 'b-linux-x64': '1.0.0' } };
  expect(missingBuilds({
    'node_modules/a/node_modules/b': nested,
    'node_modules/a/node_modules/b-darwin-x64': { version: '1.0.0' },
    'node_modules/b-linux-x64': { version: '1.0.0' },
  })).toEqual({});
});

it('refuses to invent an entry for what is no build for a system', () => {
  const packages: LockedPackages = { 'node_modules/a': { version: '1.0.0', optionalDependencies: { helper: '^2.0.0' } } };
  expect(() => missingBuilds(packages)).toThrow('helper@^2.0.0');
});
