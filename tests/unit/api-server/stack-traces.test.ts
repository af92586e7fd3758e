import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../../api-server/stack-traces.ts')).href;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'housing-traces-'));
  // The second line of the bundle comes from line 10 of the source.
  writeFileSync(path.join(folder, 'mapped.js'), 'export function fail() {\n  throw new TypeError("broken");\n}\n');
  writeFileSync(path.join(folder, 'mapped.js.map'), JSON.stringify({ version: 3, sources: ['src/fail.ts'], names: [], mappings: ';AASA' }));
  writeFileSync(path.join(folder, 'bare.js'), 'export function fail() {\n  throw new TypeError("broken");\n}\n');
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** In a process of its own: traces are made by a hook of the whole process. */
function traceOf(file: string, mappedFolder: string): string {
  const program = `
    import { traceToSources } from ${JSON.stringify(MODULE)};
    traceToSources(${JSON.stringify(mappedFolder)});
    const { fail } = await import(${JSON.stringify(pathToFileURL(path.join(folder, file)).href)});
    try { fail(); } catch (error) { console.log(error.stack); }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8' }).stdout;
}

test('a trace of the bundle names the line of the source', () => {
  const trace = traceOf('mapped.js', folder);
  expect(trace).toMatch(/^TypeError: broken\n {4}at fail \(src\/fail\.ts:10:\d+\)\n/);
});

test('a file without a map, or outside the folder, keeps its own place', () => {
  expect(traceOf('bare.js', folder)).toMatch(/at fail \(file:\/\/.*bare\.js:2:9\)/);
  expect(traceOf('mapped.js', path.join(folder, 'elsewhere'))).toMatch(/at fail \(file:\/\/.*mapped\.js:2:9\)/);
});
