import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourcesStamp } from '#build/server-stamp.mjs';

let root = '';
const stamp = (): string => sourcesStamp(root, ['api', 'package-lock.json']);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'housing-stamp-'));
  mkdirSync(path.join(root, 'api/db'), { recursive: true });
  for (const name of ['api/main.ts', 'api/db/schema.ts', 'package-lock.json']) writeFileSync(path.join(root, name), name);
});
afterEach(() => { rmSync(root, { recursive: true, force: true }); });

test('stays while no source changes, and does not look beside them', () => {
  const before = stamp();
  writeFileSync(path.join(root, 'README.md'), 'new');
  writeFileSync(path.join(root, 'api/.tsbuildinfo'), 'new');
  expect(stamp()).toBe(before);
});

test.each<readonly [string, () => void]>([
  ['written', () => { writeFileSync(path.join(root, 'api/main.ts'), 'longer than before'); }],
  ['written with as many bytes', () => { utimesSync(path.join(root, 'api/main.ts'), new Date(), new Date('2026-01-01')); }],
  ['added', () => { writeFileSync(path.join(root, 'api/db/audit.ts'), ''); }],
  ['removed', () => { rmSync(path.join(root, 'api/db/schema.ts')); }],
  ['renamed', () => { renameSync(path.join(root, 'api/main.ts'), path.join(root, 'api/entry.ts')); }],
  ['the lock file', () => { writeFileSync(path.join(root, 'package-lock.json'), 'other packages'); }],
])('is another one when a source is changed: %s', (_what, change) => {
  const before = stamp();
  change();
  expect(stamp()).not.toBe(before);
});
